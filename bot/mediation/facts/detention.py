"""Waiting time at a dock: from which moment it runs, what is free, what is charged."""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.mediation.refusals import Unclear


class RunsFrom(StrEnum):
    """The moment that waiting time is counted from."""

    ARRIVAL = "arrival at the gate"
    APPOINTMENT = "the appointment"
    LATER = "the later of arrival and appointment"
    DOCKING = "docking"


@dataclass(frozen=True, slots=True)
class Stay:
    """One truck's times at a site, all aware or all naive. docked: None where nobody noted it."""

    arrived: datetime
    left: datetime
    appointment: datetime | None = None
    docked: datetime | None = None


@dataclass(frozen=True, slots=True)
class Charge:
    """waited, charged: hours. amount: in the rate's currency."""

    waited: float
    charged: float
    amount: float
    formula: str


def charge(
    stay: Stay,
    *,
    runs_from: RunsFrom,
    free_hours: float,
    rate: float,
    step_minutes: int = 30,
) -> Charge:
    """What a stay costs; every started step after the free time counts in full.

    Raises Unclear where a time is missing that the definition needs, or the times do not fit.
    """
    began = _began(stay, runs_from)
    if stay.left < stay.arrived:
        raise Unclear("times", "The truck left before it arrived. Please check the two times.")
    waited = max(timedelta(0), stay.left - began)
    over = max(timedelta(0), waited - timedelta(hours=free_hours))
    steps = math.ceil(over / timedelta(minutes=step_minutes))
    charged = steps * step_minutes / 60
    hours = waited / timedelta(hours=1)
    formula = (
        f"{hours:.2f} h from {runs_from} − {free_hours:g} h free,"
        f" in steps of {step_minutes} min = {charged:g} h × {rate:g}"
    )
    return Charge(hours, charged, charged * rate, formula)


def every(
    stay: Stay, *, free_hours: float, rate: float, step_minutes: int = 30
) -> dict[RunsFrom, Charge]:
    """The charge by every definition that the noted times allow, side by side."""
    noted = {
        RunsFrom.ARRIVAL: True,
        RunsFrom.APPOINTMENT: stay.appointment is not None,
        RunsFrom.LATER: stay.appointment is not None,
        RunsFrom.DOCKING: stay.docked is not None,
    }
    return {
        start: charge(
            stay, runs_from=start, free_hours=free_hours, rate=rate, step_minutes=step_minutes
        )
        for start, is_noted in noted.items()
        if is_noted
    }


def _began(stay: Stay, runs_from: RunsFrom) -> datetime:
    if runs_from is RunsFrom.ARRIVAL:
        return stay.arrived
    if runs_from is RunsFrom.DOCKING:
        if stay.docked is None:
            raise Unclear("docked", "Please add the time of docking; this count begins there.")
        return stay.docked
    if stay.appointment is None:
        raise Unclear("appointment", "Please add the appointment; this count begins there.")
    if runs_from is RunsFrom.LATER:
        return max(stay.arrived, stay.appointment)
    return stay.appointment
