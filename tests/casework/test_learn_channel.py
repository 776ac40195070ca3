"""Learn a channel: its organisations are a partnership, its people a directory."""

import pytest

from bot.casework.follow_up import mark_done
from bot.casework.learn_channel import learn_channel
from bot.casework.membership import Actor
from bot.casework.rate_terms import RateTerms, rate_terms
from bot.casework.set_agenda import SetAgenda, set_agenda
from bot.casework.verdict import give_verdict, withdraw
from bot.mediation.people import ChannelId, Person, PersonId, TradeRole
from bot.mediation.refusals import MovedOn, Outsider, Refusal
from tests.casework.world import (
    ACME,
    ANNA,
    BEN,
    BOREALIS,
    BUYER_RATES,
    CHANNEL,
    ELSEWHERE,
    PEOPLE,
    WORKSPACE,
    World,
)


def test_each_organisation_is_a_side_the_host_first(world: World) -> None:
    assert [(s.name, s.team_id) for s in world.partnership.sides] == [
        ("Acme", ACME),
        ("Borealis", BOREALIS),
    ]


def test_a_conversation_of_two_becomes_no_partnership(world: World) -> None:
    alone = ChannelId("D7")
    with pytest.raises(Refusal, match="does not read along"):
        learn_channel(alone, workspace=WORKSPACE, store=world.store, room=world.room, ids=world.ids)
    with world.store() as uow:
        assert uow.partnerships.of_channel(WORKSPACE, alone) is None


def test_learning_again_changes_nothing(world: World) -> None:
    case = world.raise_case()
    before = world.partnership
    world.room.shared_by[CHANNEL] = [(ACME, "Acme renamed"), (BOREALIS, "Borealis")]
    assert world.learn() == world.partnership == before
    assert before.sides[0].trade_role is TradeRole.CUSTOMER
    assert world.case(case.id).sides == before.sides


def test_an_organisation_that_joins_is_a_side_of_its_own(world: World) -> None:
    case = world.raise_case()
    world.room.shared_by[CHANNEL].append((ELSEWHERE, "Carrier"))
    assert [s.name for s in world.learn().sides] == ["Acme", "Borealis", "Carrier"]
    assert [s.name for s in world.case(case.id).sides] == ["Acme", "Borealis"]


def test_a_side_that_joined_later_takes_no_part_in_an_earlier_case(world: World) -> None:
    case = world.raise_case()
    carla = Actor(PersonId("UCARLA"), ELSEWHERE)
    world.room.shared_by[CHANNEL].append((ELSEWHERE, "Carrier"))
    world.room.members[CHANNEL].append(Person(carla.person, "Carla", ELSEWHERE))
    world.learn()
    with pytest.raises(Outsider, match="between other sides"):
        world.opened(case, carla)
    for act, *asked in (
        (withdraw, case.id),
        (set_agenda, SetAgenda(case.id, 1, ())),
        (rate_terms, RateTerms(case.id, BUYER_RATES, 0)),
        (mark_done, case.id, "key"),
    ):
        with pytest.raises(Outsider):
            world.act(act, *asked, by=carla)
    with pytest.raises((Outsider, MovedOn)):
        world.act(give_verdict, case.id, by=carla, settles=True)
    assert world.case(case.id) == case


def test_the_directory_knows_who_is_there(world: World) -> None:
    with world.store() as uow:
        assert {p.id for p in uow.directory.people_of(CHANNEL)} == {p.id for p in PEOPLE}
        assert uow.directory.person(BEN.person) == PEOPLE[2]


def test_who_has_left_is_still_known_by_name(world: World) -> None:
    world.room.members[CHANNEL] = [p for p in PEOPLE if p.id != ANNA.person]
    world.learn()
    with world.store() as uow:
        assert ANNA.person not in {p.id for p in uow.directory.people_of(CHANNEL)}
        assert uow.directory.person(ANNA.person) is not None
