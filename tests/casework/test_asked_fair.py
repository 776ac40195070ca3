"""Who signed finds the question on My desk until their side has answered it."""

from datetime import timedelta

from bot.casework.asked_fair import ASKED_FOR
from bot.casework.follow_up import confirm_all_done, mark_all_done
from bot.casework.ledger import Felt, Moment
from bot.casework.membership import Actor
from bot.casework.my_desk import my_desk
from bot.casework.was_it_fair import was_it_fair
from bot.mediation.stages import Stage
from tests.casework.world import ALEX, ANNA, BEN, WORKSPACE, World


def asked(world: World, by: Actor) -> list[Moment]:
    with world.store() as uow:
        desk = my_desk(WORKSPACE, by, uow=uow, now=world.clock.now())
    return [found.moment for found in desk.fair]


def test_after_signing_and_once_all_is_done_for_each_side_by_itself(world: World) -> None:
    case = world.case_at(Stage.AGREED)
    assert (asked(world, ANNA), asked(world, BEN)) == ([Moment.SIGNED], [Moment.SIGNED])
    assert asked(world, ALEX) == [], "who has not signed is not asked"
    world.act(was_it_fair, case.id, Moment.SIGNED, Felt.FAIR, by=ANNA)
    assert (asked(world, ANNA), asked(world, BEN)) == ([], [Moment.SIGNED])
    for by in (ANNA, BEN):
        world.act(mark_all_done, case.id, by=by)
    for by in (ANNA, BEN):
        world.act(confirm_all_done, case.id, by=by)
    assert world.case(case.id).stage is Stage.FULFILLED
    assert (asked(world, ANNA), asked(world, BEN)) == ([Moment.FULFILLED], [Moment.FULFILLED])


def test_for_a_month_at_the_most(world: World) -> None:
    world.case_at(Stage.AGREED)
    world.clock.forward(seconds=(ASKED_FOR - timedelta(hours=1)).total_seconds())
    assert asked(world, ANNA) == [Moment.SIGNED]
    world.clock.forward(hours=2)
    assert asked(world, ANNA) == []
