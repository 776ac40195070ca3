"""A reason that was kept private is offered in other words to its own side, and to nobody else."""

import pytest

from bot.casework.asking import Offer
from bot.casework.may_say import with_offer
from bot.casework.membership import Actor
from bot.mediation.case import Case
from bot.mediation.stages import Stage
from tests.casework.world import ANNA, BEN, World, memory_world


@pytest.fixture
def world() -> World:
    return memory_world()


def offered(world: World, case: Case, by: Actor) -> Offer | None:
    return with_offer(world.opened(case, by), inquirer=world.words).offer


def told(world: World, *, shared: bool, why: str = "We plan by it.") -> Case:
    case = world.raise_case()
    world.tell(case, ANNA, why=why, why_shared=shared)
    world.tell(case, BEN, why="", why_shared=False)
    found = world.case(case.id)
    assert found.stage is Stage.CONFIRMING
    return found


def test_who_kept_its_reason_is_offered_a_wording_and_the_other_side_is_not(
    world: World,
) -> None:
    case = told(world, shared=False)
    assert offered(world, case, ANNA) == Offer(
        "May I say that a plan matters to you?", "A plan matters to us."
    )
    assert offered(world, case, BEN) is None


def test_who_shared_its_reason_is_offered_nothing(world: World) -> None:
    assert offered(world, told(world, shared=True), ANNA) is None


def test_who_gave_no_reason_is_offered_nothing(world: World) -> None:
    assert offered(world, told(world, shared=False, why=""), ANNA) is None


def test_once_its_part_is_confirmed_nothing_is_offered(world: World) -> None:
    case = told(world, shared=False)
    world.confirm(case, ANNA)
    assert offered(world, world.case(case.id), ANNA) is None
