"""The pulse: one tap a month a side, which that side alone reads."""

from datetime import date

import pytest

from bot.casework.ledger import Going
from bot.casework.membership import Actor
from bot.casework.my_desk import OwnSide, my_desk
from bot.casework.name_people import NamePeople, name_people
from bot.casework.take_pulse import take_pulse
from bot.mediation.refusals import NotEntitled, Outsider
from tests.casework.world import ALEX, ANNA, BEN, GUEST, WORKSPACE, World


def own(world: World, by: Actor) -> OwnSide:
    with world.store() as uow:
        (side,) = my_desk(WORKSPACE, by, uow=uow, now=world.clock.now()).sides
    return side


def tap(world: World, by: Actor, going: Going = Going.NOT_WELL) -> None:
    world.act(take_pulse, world.partnership.id, going, by=by)


def test_a_side_reads_its_own_and_the_other_side_nothing_of_it(world: World) -> None:
    assert own(world, BEN).may_tap
    tap(world, BEN)
    found = own(world, BEN)
    assert [(p.month, p.going) for p in found.pulses] == [(date(2026, 3, 1), Going.NOT_WELL)]
    assert not found.may_tap
    assert own(world, ANNA).pulses == ()
    assert own(world, ANNA).may_tap


def test_nobody_of_the_other_side_can_notice_it(world: World) -> None:
    before = (world.texts(world.partnership.id), list(world.room.shown))
    tap(world, BEN)
    assert (world.texts(world.partnership.id), list(world.room.shown)) == before


def test_it_is_asked_for_again_the_next_month_and_the_last_ones_stay(world: World) -> None:
    tap(world, BEN, Going.WELL)
    world.clock.forward(days=30)
    assert own(world, BEN).may_tap
    tap(world, BEN, Going.BADLY)
    assert [p.going for p in own(world, BEN).pulses] == [Going.BADLY, Going.WELL]


def test_of_two_taps_of_a_side_in_a_month_the_later_one_stands(world: World) -> None:
    tap(world, ANNA, Going.WELL)
    tap(world, ALEX, Going.SO_SO)
    assert [p.going for p in own(world, ANNA).pulses] == [Going.SO_SO]


def test_who_may_not_read_private_answers_is_neither_asked_nor_shown(world: World) -> None:
    world.act(name_people, NamePeople(world.partnership.id, [ANNA.person], [ANNA.person]), by=ANNA)
    tap(world, ANNA)
    with pytest.raises(NotEntitled):
        tap(world, ALEX)
    assert (own(world, ALEX).may_tap, own(world, ALEX).pulses) == (False, ())


def test_who_is_on_no_side_takes_none(world: World) -> None:
    with pytest.raises(Outsider):
        tap(world, GUEST)
