"""Waiting time at a dock: from which moment it runs, what is free, what is charged."""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from fractions import Fraction

from bot.mediation.facts import shown
from bot.mediation.facts.sayings import Saying, refuse, say
from bot.mediation.facts.shown import exact


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

    waited: Fraction
    charged: Fraction
    amount: Fraction
    formula: Saying


def charge(
    stay: Stay,
    *,
    runs_from: RunsFrom,
    free_hours: Fraction | float,
    rate: Fraction | float,
    step_minutes: int = 30,
) -> Charge:
    """What a stay costs; every started step after the free time counts in full.

    Raises Unclear where a time is missing that the definition needs, or the times do not fit.
    """
    began = _began(stay, runs_from)
    if stay.left < stay.arrived:
        raise refuse("left", "left_before")
    waited = max(timedelta(0), stay.left - began)
    hours = Fraction(waited // timedelta(microseconds=1), 3_600_000_000)
    over = max(Fraction(0), hours - exact(free_hours))
    charged = Fraction(math.ceil(over * 60 / step_minutes) * step_minutes, 60)
    formula = say(
        "stay.formula",
        waited=shown.hours(hours),
        start=say(runs_from),
        free=shown.figure(free_hours),
        step=step_minutes,
        hours=shown.figure(charged),
        rate=shown.figure(rate),
    )
    return Charge(hours, charged, charged * exact(rate), formula)


def every(
    stay: Stay, *, free_hours: Fraction | float, rate: Fraction | float, step_minutes: int = 30
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
            raise refuse("docked", "moment")
        return stay.docked
    if stay.appointment is None:
        raise refuse("appointment", "moment")
    if runs_from is RunsFrom.LATER:
        return max(stay.arrived, stay.appointment)
    return stay.appointment
