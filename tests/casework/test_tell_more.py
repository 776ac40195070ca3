"""Answers to what a side was asked join its own account, and nothing waits for them."""

from typing import Any

import pytest

from bot.casework.asking import Part
from bot.casework.tell_more import CONFIRMED, TellMore, tell_more
from bot.mediation.case import Case
from bot.mediation.caucus import PrivateText
from bot.mediation.refusals import MovedOn, Overtaken
from bot.mediation.stages import Stage
from tests.casework.world import ANNA, BEN, World

COUNTED = {Part.HAPPENED: ["By order line."]}


def more(world: World, case: Case, **changes: Any) -> Case:
    held = world.caucus(case, world.side(ANNA).id)
    asked: dict[str, Any] = {
        "answers": COUNTED,
        "why_shared": False,
        "revision": held.revision,
        **changes,
    }
    return world.act(tell_more, TellMore(case.id, **asked), by=ANNA)


def test_an_answer_stands_after_what_was_told(world: World) -> None:
    case = world.tell(world.raise_case(), ANNA, happened="OTIF was 97 %.", private="Quietly.")
    told = more(world, case, answers={**COUNTED, Part.WANTS: ["A plan.", " "]})
    said = told.statement_of(world.side(ANNA).id)
    assert said is not None
    assert said.happened == "OTIF was 97 %.\nBy order line."
    assert said.wants.endswith("wants a plan.\nA plan.")
    kept = world.caucus(told, world.side(ANNA).id).private
    assert kept == PrivateText("Quietly.", owner=world.side(ANNA).id)


def test_a_reason_that_is_not_shared_stays_with_its_side(world: World) -> None:
    case = world.tell(world.raise_case(), ANNA)
    told = more(world, case, answers={Part.WHY: ["Cash is short."]})
    assert all("Cash" not in s.why for s in told.statements)
    kept = world.caucus(told, world.side(ANNA).id).why
    assert kept == PrivateText("Cash is short.", owner=world.side(ANNA).id)


def test_a_reason_that_is_shared_is_shared(world: World) -> None:
    case = world.tell(world.raise_case(), ANNA, why="Shelves.", why_shared=True)
    told = more(world, case, answers={Part.WHY: ["And a fine."]}, why_shared=True)
    said = told.statement_of(world.side(ANNA).id)
    assert said is not None
    assert said.why == "Shelves.\nAnd a fine."


def test_no_answer_changes_nothing(world: World) -> None:
    case = world.tell(world.raise_case(), ANNA)
    assert more(world, case, answers={Part.WHY: ["  "]}).version == case.version


def test_the_draft_waits_for_nobody_and_takes_a_late_answer_into_that_side_s_part(
    world: World,
) -> None:
    case = world.tell(world.tell(world.raise_case(), BEN), ANNA)
    assert world.case(case.id).stage is Stage.CONFIRMING
    told = more(world, case, answers={**COUNTED, Part.WHY: ["Quietly."]})
    common = told.common
    assert common is not None
    assert common.about(world.side(ANNA).id).account.endswith("By order line.")
    assert "Quietly" not in repr(told)
    world.confirm(told, ANNA)
    world.confirm(told, BEN)
    framed = world.case(case.id)
    assert framed.stage is Stage.FRAMED
    assert framed.common is not None
    assert framed.common.about(world.side(ANNA).id).corrected


@pytest.mark.parametrize("drafted", [False, True])
def test_a_reason_that_stays_private_leaves_no_trace(world: World, drafted: bool) -> None:
    case = world.tell(world.raise_case(), ANNA)
    if drafted:
        world.tell(case, BEN)
    case = world.case(case.id)
    before = world.traces(case)
    more(world, case, answers={Part.WHY: ["Cash is short."]})
    assert world.traces(case) == before
    kept = world.caucus(case, world.side(ANNA).id).why
    assert kept == PrivateText("Cash is short.", owner=world.side(ANNA).id)
    more(world, case)
    assert world.traces(case) != before


def test_once_its_part_is_confirmed_a_side_goes_on_there(world: World) -> None:
    case = world.tell(world.tell(world.raise_case(), BEN), ANNA)
    world.confirm(case, ANNA)
    with pytest.raises(MovedOn, match=CONFIRMED[:20]):
        more(world, case)


def test_a_colleague_who_told_it_anew_is_not_overwritten(world: World) -> None:
    case = world.tell(world.raise_case(), ANNA)
    with pytest.raises(Overtaken):
        more(world, case, revision=0)
