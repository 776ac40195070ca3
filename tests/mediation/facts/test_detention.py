"""Waiting time by the moment it is counted from, by worked examples."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.mediation.facts.detention import RunsFrom, Stay, charge, every
from bot.mediation.refusals import Unclear


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 3, hour, minute, tzinfo=UTC)


STAY = Stay(arrived=at(8), left=at(13, 10), appointment=at(9), docked=at(10, 30))


@pytest.mark.parametrize(
    ("runs_from", "waited", "charged"),
    [
        (RunsFrom.ARRIVAL, 5 + 10 / 60, 3.5),
        (RunsFrom.APPOINTMENT, 4 + 10 / 60, 2.5),
        (RunsFrom.LATER, 4 + 10 / 60, 2.5),
        (RunsFrom.DOCKING, 2 + 40 / 60, 1.0),
    ],
)
def test_each_definition_gives_its_hours(
    runs_from: RunsFrom, waited: float, charged: float
) -> None:
    found = charge(STAY, runs_from=runs_from, free_hours=2, rate=60)
    assert found.waited == pytest.approx(waited)
    assert found.charged == charged
    assert found.amount == charged * 60


def test_all_definitions_that_the_times_allow_stand_side_by_side() -> None:
    assert set(every(STAY, free_hours=2, rate=60)) == set(RunsFrom)
    only = Stay(arrived=at(8), left=at(9))
    assert set(every(only, free_hours=2, rate=60)) == {RunsFrom.ARRIVAL}


def test_a_truck_that_came_early_waits_from_its_appointment_if_that_is_agreed() -> None:
    assert charge(STAY, runs_from=RunsFrom.LATER, free_hours=4, rate=60).charged == 0.5


@pytest.mark.parametrize(("minutes", "charged"), [(0, 0.0), (1, 0.5), (30, 0.5), (31, 1.0)])
def test_a_started_half_hour_counts_in_full(minutes: int, charged: float) -> None:
    stay = Stay(arrived=at(8), left=at(10, minutes))
    assert charge(stay, runs_from=RunsFrom.ARRIVAL, free_hours=2, rate=60).charged == charged


def test_the_formula_shows_every_step() -> None:
    found = charge(STAY, runs_from=RunsFrom.ARRIVAL, free_hours=2, rate=60)
    assert found.formula.said("en") == (
        "5.17 h from arrival at the gate − 2 h free, in steps of 30 min = 3.5 h × 60"
    )


@pytest.mark.parametrize("runs_from", [RunsFrom.APPOINTMENT, RunsFrom.LATER, RunsFrom.DOCKING])
def test_a_time_that_nobody_noted_is_asked_for(runs_from: RunsFrom) -> None:
    with pytest.raises(Unclear, match="the day and the time"):
        charge(Stay(at(8), at(9)), runs_from=runs_from, free_hours=2, rate=60)


def test_times_that_do_not_fit_are_refused() -> None:
    with pytest.raises(Unclear, match="before the arrival"):
        charge(Stay(at(9), at(8)), runs_from=RunsFrom.ARRIVAL, free_hours=2, rate=60)


@given(st.integers(0, 600), st.integers(0, 300), st.floats(0, 5))
def test_later_never_charges_more_than_arrival(stayed: int, early: int, free: float) -> None:
    stay = Stay(
        arrived=at(0),
        left=at(stayed // 60, stayed % 60),
        appointment=at(early // 60, early % 60),
    )
    by_arrival = charge(stay, runs_from=RunsFrom.ARRIVAL, free_hours=free, rate=1)
    by_later = charge(stay, runs_from=RunsFrom.LATER, free_hours=free, rate=1)
    assert by_later.charged <= by_arrival.charged
