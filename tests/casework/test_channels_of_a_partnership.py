"""One partnership over all channels that the same organisations share; access channel by channel.

In these tests Anna and Ben are in a private channel beside the open one, and raise a case there;
Alex and Bea are not in it, and nothing of it reaches them.
"""

from dataclasses import replace

import pytest

from bot.casework.digest import digest
from bot.casework.follow_up import mark_done
from bot.casework.get_to_know import acquaintances
from bot.casework.hand_over import hand_over
from bot.casework.learn_channel import learn_channel
from bot.casework.look_after import named_people
from bot.casework.membership import Actor, people_to_ask, side_of
from bot.casework.my_desk import Desk, my_desk
from bot.casework.my_week import my_week
from bot.casework.name_people import NamePeople, name_people
from bot.casework.next_step import open_case, open_numbered
from bot.casework.own_answers import own_answers
from bot.casework.remind import person_day
from bot.casework.shown import Origin
from bot.casework.tell_side import TellSide, tell_side
from bot.mediation.case import Case
from bot.mediation.people import ChannelId, Partnership, Person, TeamId
from bot.mediation.refusals import NotFound, Refusal
from bot.mediation.stages import Stage
from tests.casework.world import (
    ACME,
    ALEX,
    ANNA,
    BEA,
    BEN,
    BOREALIS,
    CHANNEL,
    PEOPLE,
    STRANGER,
    WORKSPACE,
    World,
)

PRIVATE = ChannelId("C2")
HERE = Origin(PRIVATE, "200.1", "200.1")
CARRIER = TeamId("T7")
CANARY = "canary"


def learn(world: World, channel: ChannelId = PRIVATE) -> Partnership:
    return learn_channel(
        channel, workspace=WORKSPACE, store=world.store, room=world.room, ids=world.ids
    )


def share(world: World, *teams: tuple[TeamId, str], among: tuple[Actor, ...] = (ANNA, BEN)) -> None:
    world.room.shared_by[PRIVATE] = list(teams or ((ACME, "Acme"), (BOREALIS, "Borealis")))
    inside = {a.person for a in among}
    world.room.members[PRIVATE] = [p for p in PEOPLE if p.id in inside]


@pytest.fixture
def both(world: World) -> World:
    """Everybody is in the open channel; Anna and Ben are in the private one too."""
    share(world)
    learn(world)
    world.run_jobs()
    return world


@pytest.fixture
def secret(both: World) -> Case:
    """A case in the private channel, told by both sides."""
    case = both.raise_case(origin=HERE, title=CANARY)
    for by in (ANNA, BEN):
        both.tell(case, by, happened=CANARY, private=CANARY)
    return both.case(case.id)


class TestWhichPartnership:
    def test_the_same_organisations_have_one(self, both: World) -> None:
        held = learn(both)
        assert held.id == both.partnership.id
        assert both.partnership.channels == (CHANNEL, PRIVATE)
        assert len(both.partnership.sides) == 2

    def test_who_was_named_in_one_channel_is_named_in_all(self, both: World) -> None:
        asked = NamePeople(both.partnership.id, [ANNA.person], [ALEX.person])
        both.act(name_people, asked, by=ANNA)
        assert set(learn(both).people_of(both.side(ANNA).id)) == {ANNA.person, ALEX.person}

    def test_other_organisations_have_another(self, both: World) -> None:
        share(both, (ACME, "Acme"), (CARRIER, "Carrier"))
        both.room.members[ChannelId("C3")] = both.room.members[PRIVATE]
        both.room.shared_by[ChannelId("C3")] = both.room.shared_by[PRIVATE]
        assert learn(both, ChannelId("C3")).id != both.partnership.id

    def test_a_channel_that_is_shared_only_later_joins_it_then(self, world: World) -> None:
        share(world, (ACME, "Acme"))
        alone = learn(world)
        assert alone.id != world.partnership.id
        share(world)
        assert learn(world).id == world.partnership.id
        with world.store() as uow:
            around = [p.id for p in uow.partnerships.around(WORKSPACE, ANNA.person)]
        assert around == [world.partnership.id], "what is left of the other one is seen by nobody"

    def test_a_side_without_a_workspace_keeps_a_partnership_to_itself(self, world: World) -> None:
        share(world, (ACME, "Acme"))
        first, again = learn(world), learn(world)
        assert first.id == again.id != world.partnership.id

    def test_where_another_organisation_joins_one_channel_the_others_go_on_without_it(
        self, both: World, secret: Case
    ) -> None:
        share(both, (ACME, "Acme"), (BOREALIS, "Borealis"), (CARRIER, "Carrier"))
        apart = learn(both)
        assert apart.id != both.partnership.id
        assert [s.name for s in apart.sides] == ["Acme", "Borealis", "Carrier"]
        assert both.partnership.channels == (CHANNEL,)
        assert [s.name for s in both.partnership.sides] == ["Acme", "Borealis"]
        assert both.opened(secret, BEN).case == secret, "an earlier case goes on between its sides"
        assert secret.id in cases_on(desk(both, BEN))
        assert both.raise_case().sides == both.partnership.sides


def desk(world: World, by: Actor) -> Desk:
    with world.store() as uow:
        return my_desk(WORKSPACE, by, uow=uow, now=world.clock.now())


def cases_on(desk: Desk) -> set[str]:
    return {
        *(w.case.id for w in desk.waiting),
        *(c.id for c in desk.cases),
        *(p.case.id for p in desk.promises),
    }


def week(world: World, by: Actor) -> str:
    with world.store() as uow:
        return str(my_week(WORKSPACE, by, uow=uow, now=world.clock.now()))


def answers(world: World, by: Actor) -> set[str]:
    with world.store() as uow:
        return {a.case.id for a in own_answers(WORKSPACE, by, uow=uow)}


class TestNothingOfAPrivateChannelIsSeenFromOutside:
    """Each of these looks is tried by somebody inside first, so that it can fail."""

    def test_on_the_desk(self, both: World, secret: Case) -> None:
        assert secret.id in cases_on(desk(both, ANNA))
        for outside in (ALEX, BEA):
            assert cases_on(desk(both, outside)) == set()

    def test_in_ones_own_week(self, both: World, secret: Case) -> None:
        assert CANARY in week(both, ANNA)
        for outside in (ALEX, BEA):
            assert CANARY not in week(both, outside)

    def test_among_the_sides_private_answers(self, both: World, secret: Case) -> None:
        assert secret.id in answers(both, ANNA)
        for outside in (ALEX, BEA):
            assert answers(both, outside) == set()

    def test_by_its_id(self, both: World, secret: Case) -> None:
        assert both.opened(secret, ANNA).case.issue.title == CANARY
        for outside in (ALEX, BEA):
            with pytest.raises(Refusal) as refused:
                both.commit(open_case, secret.id, by=outside)
            assert CANARY not in str(refused.value)

    def test_by_its_number(self, both: World, secret: Case) -> None:
        found = both.commit(open_numbered, 1, CHANNEL, by=ANNA, workspace=WORKSPACE)
        assert found.case.id == secret.id
        for outside in (ALEX, BEA):
            with pytest.raises(NotFound):
                both.commit(open_numbered, 1, CHANNEL, by=outside, workspace=WORKSPACE)

    def test_by_acting_in_it(self, both: World, secret: Case) -> None:
        told = TellSide(secret.id, "x", "y", "", False, "", 1)
        for outside in (ALEX, BEA):
            with pytest.raises(Refusal):
                both.act(tell_side, told, by=outside)
        assert both.case(secret.id) == secret

    def test_in_the_other_channels_digest_or_list(self, both: World, secret: Case) -> None:
        with both.store() as uow:
            here, there = (
                str(digest(WORKSPACE, channel, uow=uow, now=both.clock.now()))
                for channel in (PRIVATE, CHANNEL)
            )
            listed = uow.cases.of_channel(WORKSPACE, CHANNEL)
        assert CANARY in here
        assert CANARY not in there
        assert listed == ()

    def test_among_earlier_cases_of_its_kind(self, both: World) -> None:
        ended = signed(both, stage=Stage.FULFILLED)
        assert [t.case_id for t in both.raise_case(origin=HERE).ties] == [ended.id]
        assert both.raise_case().ties == ()

    def test_in_a_reminder_to_who_has_left_it(self, both: World) -> None:
        case = signed(both)
        letter = remind(both, ANNA)
        assert "promise" in letter
        share(both, among=(ALEX, BEN))
        learn(both)
        both.room.letters.clear()
        both.clock.forward(days=1)
        assert remind(both, ANNA) == ""
        assert both.case(case.id).stage is Stage.AGREED

    def test_by_the_question_after_a_case_has_ended(self, both: World) -> None:
        signed(both, stage=Stage.FULFILLED)
        assert asked(both, ANNA) is not None
        assert asked(both, ALEX) is None

    def test_nobody_outside_is_mentioned_in_it(self, both: World, secret: Case) -> None:
        people = NamePeople(both.partnership.id, [ALEX.person], [ALEX.person])
        both.act(name_people, people, by=ANNA)
        side, known = both.side(ANNA), both.partnership.id
        with both.store() as uow:
            assert people_to_ask(uow, known, side, CHANNEL) == (ALEX.person,)
            assert people_to_ask(uow, known, side, PRIVATE) == (ANNA.person,)
            assert named_people(uow, secret) == (ANNA.person, BEN.person)

    def test_a_promise_goes_on_with_somebody_inside(self, both: World) -> None:
        case = signed(both)
        share(both, among=(ALEX, BEN))
        learn(both)
        hand_over(PRIVATE, workspace=WORKSPACE, store=both.store, room=both.room, clock=both.clock)
        agreement = both.case(case.id).agreement
        assert agreement is not None
        assert {c.owner for c in agreement.commitments if c.side == both.side(ANNA).id} == {
            ALEX.person
        }
        with pytest.raises(Refusal):
            both.act(mark_done, case.id, agreement.commitments[0].key, by=ANNA)

    def test_a_channel_of_which_nobody_is_known_lets_nobody_in(self, both: World) -> None:
        with both.store() as uow, pytest.raises(Refusal):
            side_of(uow, both.partnership.id, ANNA, channel=ChannelId("C9"), now=both.clock.now())

    def test_a_stranger_is_let_in_nowhere(self, both: World, secret: Case) -> None:
        both.room.members[CHANNEL].append(Person(STRANGER.person, "Sam", STRANGER.team))
        both.learn()
        assert cases_on(desk(both, STRANGER)) == set()
        with pytest.raises(Refusal):
            both.opened(secret, STRANGER)


def signed(world: World, stage: Stage = Stage.AGREED) -> Case:
    """A signed case that stands in the private channel."""
    case = world.case_at(Stage.AGREED)
    assert case.agreement is not None
    moved = replace(case, channel=PRIVATE, stage=stage)
    with world.store() as uow:
        saved = uow.cases.save(moved)
        uow.commit()
    return saved


def remind(world: World, by: Actor) -> str:
    """What they are told over the time until everything is overdue."""
    now = world.clock.now()
    end = now.replace(year=now.year + 1)
    person_day(by.person, now, end, end, workspace=WORKSPACE, store=world.store, room=world.room)
    return " ".join(str(letter) for _, letter in world.room.letters.values())


def asked(world: World, by: Actor) -> object:
    with world.store() as uow:
        (found,) = acquaintances(WORKSPACE, by, uow=uow)
    return found.asked


def test_in_the_open_channel_everybody_sees_what_stands_there(both: World) -> None:
    case = both.raise_case()
    for by in (ALEX, BEA):
        assert case.id in cases_on(desk(both, by))
        assert case.issue.title in week(both, by)
