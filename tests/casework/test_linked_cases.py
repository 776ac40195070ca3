"""Cases that hang together: an ended one is taken up again, a contested promise looked into."""

import pytest

from bot.casework.follow_up import contest, mark_done
from bot.casework.linked_cases import reopen, take_up
from bot.casework.verdict import withdraw
from bot.mediation.case import Bond, Case, Tie
from bot.mediation.refusals import MovedOn, Outsider, Unclear
from bot.mediation.stages import Stage
from tests.casework.world import ANNA, BEN, GUEST, World, memory_world


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
