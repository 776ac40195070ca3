"""The month's picture in numbers: open cases by age, commitments in time, once a month."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.casework.month import Month, month
from bot.casework.preferences import Habits, Part
from bot.casework.verdict import withdraw
from bot.mediation.agreement import Signature
from bot.mediation.case import Case
from bot.mediation.people import PersonId
from bot.mediation.rhythm import Every
from bot.mediation.stages import Stage
from tests.casework.world import ANNA, CHANNEL, WORKSPACE, World, memory_world
from tests.mediation.parts import BUYER, agreement, case, commitment

NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)
WEEK = timedelta(weeks=1)


def raised(weeks_ago: float, **changes: object) -> Case:
    made = case(**changes)
    return replace(made, issue=replace(made.issue, raised_at=NOW - WEEK * weeks_ago))


def of(*cases: Case) -> Month:
    return month(CHANNEL, cases, NOW)


def row(found: Month, name: str) -> tuple[int, ...]:
    return dict(found.ages)[name]


def test_a_case_grows_older_from_week_to_week() -> None:
    found = of(raised(7.5))
    assert row(found, "under 2 weeks") == (0,) * 4 + (1, 1) + (0,) * 6
    assert row(found, "2 to 6 weeks") == (0,) * 6 + (1,) * 4 + (0, 0)
    assert row(found, "over 6 weeks") == (0,) * 10 + (1, 1)
    assert found.weeks[-1] == NOW.date()


def test_what_ended_or_was_agreed_is_no_longer_open() -> None:
    ended = raised(5, stage=Stage.WITHDRAWN, moved_at=NOW - WEEK * 2.5)
    at = NOW - WEEK * 2.5
    text = replace(agreement(), signatures=(Signature(BUYER.id, PersonId("U"), at, "v"),))
    agreed = raised(5, stage=Stage.AGREED, agreement=text, moved_at=NOW)
    for one in (ended, agreed):
        assert [sum(n) for n in zip(*(r for _, r in of(one).ages), strict=True)][-6:] == [
            1, 1, 1, 0, 0, 0,
        ]  # fmt: skip


def test_commitments_count_in_the_week_in_which_they_were_done() -> None:
    due = (NOW - WEEK).date()
    for days, where in ((0, "in_time"), (3, "late")):
        at = datetime.combine(due, datetime.min.time(), UTC) + timedelta(days=days, hours=12)
        done = commitment(due=due).done(by=PersonId("U"), now=at)
        found = of(raised(1, stage=Stage.AGREED, agreement=agreement(done)))
        assert (sum(found.in_time), sum(found.late)) == ((1, 0) if where == "in_time" else (0, 1))


def test_a_case_is_counted_at_the_stage_that_it_had_each_week() -> None:
    first = raised(9).at(Stage.CONFIRMING, now=NOW - WEEK * 8.5)
    framed = first.at(Stage.FRAMED, now=NOW - WEEK * 7)
    bargaining = framed.at(Stage.AGENDA, now=NOW - WEEK * 4.5)
    found = dict(of(bargaining).stages)
    assert found["to be understood"] == (0, 0, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0)
    assert found["for a package"] == (0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1)
    assert sum(found["for signatures"]) == 0


def test_what_came_round_counts_each_time_it_was_done() -> None:
    due = (NOW - WEEK * 3).date()
    weekly = {"every": Every.WEEK, "until": NOW.date() + WEEK * 9}
    promise = replace(commitment(due=due), **weekly)  # type: ignore[arg-type]
    for late in (0, 0, 2):
        at = datetime.combine(promise.next_due, datetime.min.time(), UTC) + timedelta(days=late)
        promise = promise.done(by=PersonId("U"), now=at)
    found = of(raised(6, stage=Stage.AGREED, agreement=agreement(promise)))
    assert (sum(found.in_time), sum(found.late)) == (2, 1)


def test_the_words_say_what_the_picture_shows_and_not_what_is_not_there() -> None:
    assert of(raised(7.5), raised(1)).alt == (
        "Open cases in this channel over 12 weeks: from 0 to 2. By age now: under 2 weeks "
        "(1), over 6 weeks (1). They wait: to be understood (2)."
    )
    done = replace(of(), in_time=(1,) * 12)
    assert done.alt == "Commitments done: 12 in time, 0 late."


class TestWhenItComes:
    @pytest.fixture
    def world(self) -> World:
        made = memory_world()
        made.sweep()
        return made

    def two_months(self, world: World) -> list[str]:
        for _ in range(62 * 24):
            world.clock.forward(hours=1)
            world.sweep()
        return list(world.room.months)

    def test_on_the_first_monday_of_a_month_once(self, world: World) -> None:
        world.raise_case()
        assert self.two_months(world) == ["month:C1:2026-04"]

    def test_nothing_to_show_is_not_shown(self, world: World) -> None:
        assert self.two_months(world) == []

    @pytest.mark.parametrize(
        "habits", [Habits(digest=False), Habits(left_out=frozenset({Part.PICTURE}))]
    )
    def test_a_channel_that_wants_none_gets_none(self, world: World, habits: Habits) -> None:
        world.act(withdraw, world.raise_case().id, by=ANNA)
        with world.store() as uow:
            uow.preferences.keep(WORKSPACE, CHANNEL, habits)
            uow.commit()
        assert self.two_months(world) == []
