"""A standstill is proposed by one side and holds by both, dated and in public words."""

from datetime import date

import pytest

from bot.casework.stand_still import ProposeStandstill, agree_standstill, propose_standstill
from bot.mediation.case import Case
from bot.mediation.refusals import MovedOn, NotEntitled, Outsider, Unclear
from bot.mediation.stages import Stage
from tests.casework.world import ALEX, ANNA, BEN, GUEST, World

FRIDAY = date(2026, 3, 6)
WORDS = "No deductions, no stopped shipments."


def propose(world: World, case: Case, what: str = WORDS, until: date | None = FRIDAY) -> Case:
    return world.act(propose_standstill, ProposeStandstill(case.id, what, until), by=ANNA)


def test_it_holds_once_the_other_side_has_agreed(world: World) -> None:
    case = world.raise_case()
    proposed = propose(world, case)
    assert proposed.standstill is not None
    assert not proposed.standstill.holds(case.side_ids, FRIDAY)
    agreed = world.act(agree_standstill, case.id, by=BEN)
    assert agreed.standstill is not None
    assert agreed.standstill.holds(case.side_ids, FRIDAY)
    assert [t for t in world.texts(case.id) if "standstill" in t] == [
        f"Acme proposed a standstill until 06 Mar 2026: {WORDS}",
        "Borealis agreed to the standstill until 06 Mar 2026.",
    ]
    notes = " ".join(world.room.note_texts())
    assert "proposes a standstill" in notes
    assert "agreed by every side" in notes


def test_a_colleague_of_the_proposer_is_not_the_other_side(world: World) -> None:
    case = world.raise_case()
    propose(world, case)
    with pytest.raises(NotEntitled):
        world.act(agree_standstill, case.id, by=ALEX)


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
    world.act(agree_standstill, case.id, by=BEN)
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
        world.act(agree_standstill, world.raise_case().id, by=BEN)


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
