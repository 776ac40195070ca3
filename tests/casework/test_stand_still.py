"""A standstill is proposed by one side and holds by both, dated and in public words."""

from datetime import date

import pytest

from bot.casework.membership import Actor
from bot.casework.stand_still import (
    ProposeStandstill,
    agree_standstill,
    leave_standstill,
    propose_standstill,
)
from bot.mediation.case import Case
from bot.mediation.refusals import MovedOn, NotEntitled, Outsider, Unclear
from bot.mediation.stages import Stage
from tests.casework.world import ALEX, ANNA, BEN, GUEST, World

FRIDAY = date(2026, 3, 6)
WORDS = "No deductions, no stopped shipments."


def propose(
    world: World,
    case: Case,
    what: str = WORDS,
    until: date | None = FRIDAY,
    by: Actor = ANNA,
) -> Case:
    return world.act(propose_standstill, ProposeStandstill(case.id, what, until), by=by)


@pytest.fixture
def agreed(world: World) -> Case:
    case = world.raise_case()
    propose(world, case)
    return world.act(agree_standstill, case.id, 1, by=BEN)


def days_later(world: World, days: int) -> None:
    world.sweep()
    world.clock.forward(days=days)
    world.sweep()


def test_it_holds_once_the_other_side_has_agreed(world: World) -> None:
    case = world.raise_case()
    proposed = propose(world, case)
    assert proposed.standstill is not None
    assert not proposed.standstill.holds(case.side_ids, FRIDAY)
    agreed = world.act(agree_standstill, case.id, 1, by=BEN)
    assert agreed.standstill is not None
    assert agreed.standstill.holds(case.side_ids, FRIDAY)
    assert [t for t in world.texts(case.id) if "standstill" in t] == [
        f"Acme proposed a standstill until 06 Mar 2026: {WORDS}",
        "Borealis agreed to the standstill until 06 Mar 2026.",
    ]
    notes = " ".join(world.room.note_texts())
    assert "proposes a standstill" in notes
    assert f"agreed by every side. Until the end of 6 Mar 2026: {WORDS}" in notes


def test_a_colleague_of_the_proposer_is_not_the_other_side(world: World) -> None:
    case = world.raise_case()
    propose(world, case)
    with pytest.raises(NotEntitled):
        world.act(agree_standstill, case.id, 1, by=ALEX)


def test_a_new_proposal_takes_the_place_of_one_that_nobody_agreed_to(world: World) -> None:
    case = world.raise_case()
    propose(world, case)
    held = propose(world, case, "No penalties.").standstill
    assert held is not None
    assert held.what == "No penalties."
    assert held.agreed_by == {world.side(ANNA).id}


def test_one_that_holds_is_not_replaced(world: World) -> None:
    case = world.raise_case()
    propose(world, case)
    world.act(agree_standstill, case.id, 1, by=BEN)
    with pytest.raises(MovedOn, match="holds until 06 Mar 2026"):
        propose(world, case)


@pytest.mark.parametrize(
    ("what", "until", "field"),
    [
        (" ", FRIDAY, "what"),
        ("x" * 301, FRIDAY, "what"),
        (WORDS, None, "until"),
        (WORDS, date(2026, 3, 1), "until"),
        (WORDS, date(2026, 9, 1), "until"),
    ],
)
def test_it_needs_words_and_a_day_that_is_near(
    world: World, what: str, until: date | None, field: str
) -> None:
    with pytest.raises(Unclear) as refused:
        propose(world, world.raise_case(), what, until)
    assert refused.value.field == field


def test_there_is_nothing_to_agree_to_where_none_is_proposed(world: World) -> None:
    with pytest.raises(MovedOn, match="No standstill is proposed"):
        world.act(agree_standstill, world.raise_case().id, 1, by=BEN)


def test_a_case_that_is_over_has_none(world: World) -> None:
    case = world.case_at(Stage.FRAMED)
    for by in (ANNA, BEN):
        world.settles(case, by)
    with pytest.raises(MovedOn, match="over"):
        propose(world, case)


def test_who_is_on_no_side_proposes_none(world: World) -> None:
    case = world.raise_case()
    with pytest.raises(Outsider):
        world.act(propose_standstill, ProposeStandstill(case.id, WORDS, FRIDAY), by=GUEST)


def test_the_other_side_can_answer_with_a_proposal_of_its_own(world: World) -> None:
    case = world.raise_case()
    propose(world, case)
    propose(world, case, "No deductions.", by=BEN)
    with pytest.raises(NotEntitled):
        world.act(agree_standstill, case.id, 2, by=BEN)
    held = world.act(agree_standstill, case.id, 2, by=ANNA).standstill
    assert held is not None
    assert held.holds(case.side_ids, FRIDAY)
    assert held.what == "No deductions."


def test_nobody_agrees_to_another_one_than_they_read(world: World) -> None:
    case = world.raise_case()
    propose(world, case)
    propose(world, case, "No deductions, and all prices stay.")
    with pytest.raises(MovedOn, match="proposed meanwhile"):
        world.act(agree_standstill, case.id, 1, by=BEN)
    with pytest.raises(MovedOn, match="proposed meanwhile"):
        world.act(leave_standstill, case.id, 1, by=BEN)


def test_either_side_leaves_a_proposal_aside_in_the_same_words(world: World) -> None:
    said = []
    for by in (ANNA, BEN):
        case = world.raise_case()
        propose(world, case)
        assert world.act(leave_standstill, case.id, 1, by=by).standstill is None
        said.append(list(world.room.notes.values())[-1].text)
    assert said[0] == said[1]
    assert "Either side can propose another one" in said[0]


def test_one_that_holds_is_not_left_aside(world: World, agreed: Case) -> None:
    with pytest.raises(MovedOn, match="holds until 06 Mar 2026"):
        world.act(leave_standstill, agreed.id, 1, by=BEN)


def test_its_end_is_said_once_and_another_can_follow(world: World, agreed: Case) -> None:
    days_later(world, 4)
    held = world.case(agreed.id).standstill
    assert held is not None
    assert not held.ended, "it holds until the end of its day"
    days_later(world, 4)
    days_later(world, 1)
    assert sum("The standstill has ended" in text for text in world.room.note_texts()) == 1
    assert propose(world, agreed, until=date(2026, 3, 20)).standstill is not None
    assert world.act(agree_standstill, agreed.id, 2, by=BEN).standstill


def test_a_proposal_whose_day_has_passed_goes_without_a_word(world: World) -> None:
    case = world.raise_case()
    propose(world, case)
    before = len(world.room.notes)
    days_later(world, 8)
    assert world.case(case.id).standstill is None
    assert len(world.room.notes) == before
