"""A closer look finds what no list knows; it is said to the side that wrote it, which decides."""

from dataclasses import replace

import pytest

from bot.casework.look_closely import with_doubt
from bot.casework.membership import Actor
from bot.mediation.case import Case
from bot.mediation.concerns import Concern
from bot.mediation.stages import Stage
from tests.casework.fakes import ScriptedFacilitator
from tests.casework.world import ANNA, BEN, World, memory_world

VEILED = "Accidents happen on that road."


@pytest.fixture
def world() -> World:
    return memory_world(words=ScriptedFacilitator(doubts={Concern.THREAT: VEILED}))


def asked(world: World, case: Case, by: Actor) -> str:
    with world.store() as uow:
        return with_doubt(world.opened(case, by), by, watch=world.words, uow=uow).in_doubt


def told(world: World, happened: str = f"They were late. {VEILED}") -> Case:
    case = world.raise_case()
    world.tell(case, ANNA, happened=happened)
    world.tell(case, BEN)
    found = world.case(case.id)
    assert found.stage is Stage.CONFIRMING
    return found


def test_who_wrote_it_is_asked_before_anybody_reads_it_and_the_other_side_is_not(
    world: World,
) -> None:
    case = told(world)
    assert asked(world, case, ANNA).startswith(f"threat: {VEILED} (")
    assert asked(world, case, ANNA).endswith(" take_out")
    assert asked(world, case, BEN) == ""
    assert VEILED not in " ".join(world.texts(case.id))


def test_it_stops_nothing(world: World) -> None:
    case = told(world)
    world.confirm(case, ANNA)
    world.confirm(case, BEN)
    assert world.case(case.id).stage is Stage.FRAMED
    assert asked(world, world.case(case.id), ANNA) == ""


def test_where_the_draft_leaves_it_out_there_is_nothing_to_take_out(world: World) -> None:
    case = told(world)
    assert case.common is not None
    side = world.side(ANNA).id
    mine = replace(case.common.about(side), account="They were late.")
    said = tuple(mine if s.side == side else s for s in case.common.said)
    with world.store() as uow:
        uow.cases.save(replace(case, common=replace(case.common, said=said)))
        uow.commit()
    assert asked(world, world.case(case.id), ANNA).endswith(" nothing")


def test_each_side_s_text_is_looked_at_by_itself(world: World) -> None:
    told(world)
    looks = [h[1] for h in world.words.heard if isinstance(h, tuple) and h[0] == "look"]  # type: ignore[attr-defined]
    assert [VEILED in text for text in looks] == [True, False]


def test_an_ordinary_account_is_asked_nothing(world: World) -> None:
    case = told(world, "They were late.")
    assert asked(world, case, ANNA) == ""
    with world.store() as uow:
        assert uow.caucuses.get(case.id, world.side(ANNA).id).in_doubt is None
