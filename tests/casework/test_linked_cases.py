"""Cases that hang together: an ended one is taken up again, a contested promise looked into."""

from dataclasses import replace

import pytest

from bot.casework.follow_up import confirm_done, contest, mark_done
from bot.casework.linked_cases import reopen, take_up
from bot.casework.membership import Actor
from bot.casework.my_desk import Desk, my_desk
from bot.casework.my_week import my_week
from bot.casework.verdict import withdraw
from bot.mediation.case import Bond, Case, Tie
from bot.mediation.refusals import MovedOn, Outsider, Unclear
from bot.mediation.stages import Stage
from tests.casework.world import ANNA, BEN, GUEST, WORKSPACE, World, memory_world


@pytest.fixture
def world() -> World:
    return memory_world()


def ended(world: World) -> Case:
    case = world.raise_case()
    return world.act(withdraw, case.id, by=BEN)


def contested(world: World) -> tuple[Case, str]:
    case = world.case_at(Stage.AGREED)
    assert case.agreement is not None
    side = world.side(BEN).id
    key = next(c.key for c in case.agreement.commitments if c.side == side)
    world.act(mark_done, case.id, key, by=BEN)
    world.act(contest, case.id, key, "Week 20 is missing.", by=ANNA)
    return case, key


def test_a_case_that_ended_goes_on_in_a_new_one_and_both_say_so(world: World) -> None:
    first = ended(world)
    case = world.act(reopen, first.id, "It is late again.", by=ANNA, ids=world.ids)
    assert case.stage is Stage.CLARIFYING
    assert case.issue.title == first.issue.title
    assert case.issue.happened == f"Acme takes case {first.number} up again: It is late again."
    assert case.ties == (Tie(Bond.REOPENS, first.id, first.number),)
    assert world.case(first.id).ties == (Tie(Bond.REOPENED_AS, case.id, case.number),)
    assert world.room.cards[first.id].ties
    assert (case.channel, case.thread_ts) == (first.channel, first.thread_ts)


def test_what_was_signed_stays_signed(world: World) -> None:
    first = world.case_at(Stage.AGREED)
    world.act(reopen, first.id, "Volumes have doubled.", by=BEN, ids=world.ids)
    held = world.case(first.id)
    assert held.stage is Stage.AGREED
    assert held.agreement == first.agreement


def test_it_is_taken_up_once_at_a_time(world: World) -> None:
    first = ended(world)
    case = world.act(reopen, first.id, "Again.", by=ANNA, ids=world.ids)
    with pytest.raises(MovedOn, match=f"case {case.number}"):
        world.act(reopen, first.id, "Again.", by=BEN, ids=world.ids)
    world.act(withdraw, case.id, by=ANNA)
    assert world.act(reopen, first.id, "Again.", by=BEN, ids=world.ids).number == case.number + 1


def test_an_open_case_is_not_reopened_and_a_reason_is_due(world: World) -> None:
    case = world.raise_case()
    with pytest.raises(MovedOn, match="still open"):
        world.act(reopen, case.id, "x", by=ANNA, ids=world.ids)
    with pytest.raises(Unclear):
        world.act(reopen, ended(world).id, " ", by=ANNA, ids=world.ids)


def test_people_of_no_side_reopen_nothing(world: World) -> None:
    with pytest.raises(Outsider):
        world.act(reopen, ended(world).id, "x", by=GUEST, ids=world.ids)


@pytest.mark.parametrize("by", [ANNA, BEN])
def test_a_contested_promise_becomes_a_case_of_its_own(world: World, by: object) -> None:
    first, key = contested(world)
    case = world.act(take_up, first.id, key, by=by, ids=world.ids)  # type: ignore[arg-type]
    assert case.ties == (Tie(Bond.CONTESTS, first.id, first.number),)
    assert f"In case {first.number} Borealis promised" in case.issue.happened
    assert case.issue.happened.endswith("Week 20 is missing.")
    assert world.case(first.id).ties[0].bond is Bond.CONTESTED_IN


def test_what_nobody_contests_is_no_case(world: World) -> None:
    case = world.case_at(Stage.AGREED)
    assert case.agreement is not None
    key = case.agreement.commitments[0].key
    with pytest.raises(MovedOn):
        world.act(take_up, case.id, key, by=ANNA, ids=world.ids)


class TestResting:
    """A contested promise rests while its own case is open, and is awaited again after it."""

    def looked_into(self, world: World) -> tuple[Case, str, Case]:
        first, key = contested(world)
        own = world.act(take_up, first.id, key, by=ANNA, ids=world.ids)
        pass_days(world, 20)
        return first, key, own

    def test_nobody_is_told_that_it_is_awaited(self, world: World) -> None:
        first, key, own = self.looked_into(world)
        assert told_of_missing(world) == []
        (line,) = [p for p in desk_of(world, BEN).promises if p.commitment.key == key]
        assert (line.rests, line.looked_into) == (True, own.number)
        assert line not in (*desk_of(world, BEN).late, *desk_of(world, BEN).soon)
        assert f"case {first.number}" not in " ".join(week_of(world, BEN) + week_of(world, ANNA))

    def test_no_second_case_looks_into_it(self, world: World) -> None:
        first, key, own = self.looked_into(world)
        with pytest.raises(MovedOn, match=f"Case {own.number} looks into this already"):
            world.act(take_up, first.id, key, by=BEN, ids=world.ids)

    def test_it_comes_back_once_the_case_ends_without_having_settled_it(self, world: World) -> None:
        _, key, own = self.looked_into(world)
        world.act(withdraw, own.id, by=ANNA)
        ended_on = world.clock.now().date()
        (line,) = [p for p in desk_of(world, BEN).late if p.commitment.key == key]
        assert line.commitment.late_from == ended_on
        pass_days(world, 7)
        reminded, passed_on = told_of_missing(world)
        assert reminded.startswith("Something is missing")
        assert "still open" in passed_on

    def test_a_case_that_is_taken_up_again_looks_into_it_still(self, world: World) -> None:
        _, _, own = self.looked_into(world)
        world.act(withdraw, own.id, by=ANNA)
        world.act(reopen, own.id, "It matters after all.", by=BEN, ids=world.ids)
        pass_days(world, 7)
        assert told_of_missing(world) == []

    def test_what_was_settled_there_waits_for_the_other_sides_word_alone(
        self, world: World
    ) -> None:
        first, key, own = self.looked_into(world)
        with world.store() as uow:
            case = uow.cases.get(own.id)
            uow.cases.save(replace(case, stage=Stage.CLEARED_UP, moved_at=world.clock.now()))
            uow.commit()
        pass_days(world, 7)
        assert told_of_missing(world) == []
        (settled,) = [x for x in week_of(world, ANNA) if f"settled in case {own.number}" in x]
        assert f"(case {first.number})" in settled
        assert not [x for x in week_of(world, BEN) if "missing" in x]
        world.act(confirm_done, first.id, key, by=ANNA)
        assert not [x for x in week_of(world, ANNA) if "settled" in x]


def pass_days(world: World, days: int) -> None:
    for _ in range(2 * days):
        world.clock.forward(hours=12)
        world.sweep()


def told_of_missing(world: World) -> list[str]:
    """What the owner is told of the one promise, and what the named people are."""
    calls = [line.text for _, _, letter in world.room.calls.values() for line in letter.lines]
    notes = [n.text for key, n in world.room.notes.items() if ":passed-on-" in key]
    return [text for text in calls + notes if "missing" in text]


def desk_of(world: World, by: Actor) -> Desk:
    with world.store() as uow:
        return my_desk(WORKSPACE, by, uow=uow, now=world.clock.now())


def week_of(world: World, by: Actor) -> list[str]:
    with world.store() as uow:
        found = my_week(WORKSPACE, by, uow=uow, now=world.clock.now())
    return [line.text for line in found.lines if "missing" in line.text or "settled" in line.text]
