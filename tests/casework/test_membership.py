"""Whose side somebody is on: decided in one place, closed when in doubt."""

from dataclasses import replace

import pytest

from bot.casework.authority import Action
from bot.casework.learn_channel import learn_channel
from bot.casework.membership import Actor, NotYetKnown, name_members, people_to_ask, side_of
from bot.casework.prepare import learn_people
from bot.mediation.people import ChannelId, Person, PersonId, Role, Side, TeamId
from bot.mediation.refusals import Outsider
from tests.casework.world import (
    ACME,
    ALEX,
    ANNA,
    BEA,
    BEN,
    BOREALIS,
    CHANNEL,
    ELSEWHERE,
    GUEST,
    IN_THREAD,
    PEOPLE,
    STRANGER,
    WORKSPACE,
    World,
)


def found(world: World, actor: Actor) -> Side:
    partnership = world.partnership
    with world.store() as uow:
        now = world.clock.now()
        side = side_of(uow, partnership.id, actor, channel=None, now=now, to=Action.RAISE)
        uow.commit()
    return side


@pytest.mark.parametrize(("actor", "name"), [(ANNA, "Acme"), (BEA, "Borealis")])
def test_a_persons_own_organisation_gives_their_side(world: World, actor: Actor, name: str) -> None:
    assert found(world, actor).name == name


def test_who_acts_becomes_a_member_with_both_roles_once(world: World) -> None:
    for _ in range(2):
        found(world, ANNA)
    (member,) = world.partnership.members
    assert (member.person, member.named_by) == (ANNA.person, None)
    assert member.roles == frozenset(Role)


def test_who_only_looks_becomes_none(world: World) -> None:
    case = world.raise_case()
    assert world.opened(case, BEN).side == world.side(BEN)
    assert [m.person for m in world.partnership.members] == [ANNA.person]


def test_a_guest_carries_the_hosts_team_and_belongs_to_nobody(world: World) -> None:
    with pytest.raises(Outsider, match="neither side"):
        found(world, GUEST)
    assert world.partnership.members == ()


def name(world: World, side: Side, person: Actor, *, by: Actor) -> None:
    with world.store() as uow:
        named = name_members(
            world.partnership, side, [person.person], by=by.person, now=world.clock.now()
        )
        uow.partnerships.save(named)
        uow.commit()


def test_a_guest_whom_their_own_side_names_waits_for_the_other(world: World) -> None:
    seller = world.side(BEN)
    found(world, BEN)
    name(world, seller, GUEST, by=BEN)
    with pytest.raises(Outsider, match="one side has named you and the other side has confirmed"):
        found(world, GUEST)
    (waiting,) = world.partnership.pending_of(seller.id)
    confirmed = replace(waiting, confirmed_by=ANNA.person)
    with world.store() as uow:
        uow.partnerships.save(world.partnership.with_member(confirmed))
        uow.commit()
    assert found(world, GUEST) == seller


def test_a_guest_named_by_the_other_side_speaks_for_a_side_that_had_nobody(world: World) -> None:
    """Both have said so: the side that named them, and they themselves by acting."""
    seller = world.side(BEN)
    found(world, ANNA)
    name(world, seller, GUEST, by=ANNA)
    assert world.partnership.side_of(GUEST.person) is None, "being named alone is not enough"
    assert found(world, GUEST) == seller
    held = world.partnership.membership_of(GUEST.person)
    assert held is not None
    assert (held.named_by, held.confirmed_by) == (ANNA.person, GUEST.person)
    assert "had been named for it" in world.texts(world.partnership.id)[-1]


def test_a_guest_named_for_a_side_that_has_people_waits_for_one_of_them(world: World) -> None:
    for known in (ANNA, BEN):
        found(world, known)
    world.clock.forward(minutes=1)
    name(world, world.side(BEN), GUEST, by=ANNA)
    with pytest.raises(Outsider):
        found(world, GUEST)


GRID = TeamId("E2")


def grid_world(world: World, *people: Person) -> None:
    world.room.members[CHANNEL] = [
        replace(p, enterprise=GRID) if p.team_id == BOREALIS else p for p in PEOPLE
    ] + list(people)
    with world.store() as uow:
        uow.partnerships.save(
            replace(
                world.partnership,
                sides=tuple(
                    replace(s, enterprise=GRID) if s.team_id == BOREALIS else s
                    for s in world.partnership.sides
                ),
            )
        )
        uow.commit()
    world.learn()


@pytest.mark.parametrize("claimed", ["T3", "E2", "T4"])
def test_somebody_of_another_workspace_of_a_sides_grid_is_on_that_side(
    world: World, claimed: str
) -> None:
    gia = Person(
        PersonId("UGIA"), "Gia", TeamId("T3"), enterprise=GRID, teams=frozenset({TeamId("T4")})
    )
    grid_world(world, gia)
    assert found(world, Actor(gia.id, TeamId(claimed))).name == "Borealis"


def test_a_guest_of_another_workspace_of_the_grid_is_on_none(world: World) -> None:
    guest = Person(PersonId("UGIA"), "Gia", TeamId("T3"), is_guest=True, enterprise=GRID)
    grid_world(world, guest)
    with pytest.raises(Outsider, match="as a guest"):
        found(world, Actor(guest.id, TeamId("T3")))


def test_a_grid_that_two_sides_share_says_nothing_by_itself(world: World) -> None:
    gia = Person(PersonId("UGIA"), "Gia", TeamId("T3"), enterprise=GRID)
    grid_world(world, gia)
    with world.store() as uow:
        sides = tuple(replace(s, enterprise=GRID) for s in world.partnership.sides)
        uow.partnerships.save(replace(world.partnership, sides=sides))
        uow.commit()
    with pytest.raises(Outsider):
        found(world, Actor(gia.id, TeamId("T3")))


def test_a_members_payload_has_to_name_a_team_of_theirs_too(world: World) -> None:
    found(world, ANNA)
    with pytest.raises(Outsider):
        found(world, Actor(ANNA.person, BOREALIS))


def test_a_new_channel_learns_which_grid_an_organisation_belongs_to(world: World) -> None:
    people = [replace(p, enterprise=GRID) if p.team_id == BOREALIS else p for p in PEOPLE]
    elsewhere = ChannelId("C2")
    world.room.members[elsewhere] = people
    world.room.shared_by[elsewhere] = [(ACME, "Acme"), (BOREALIS, "Borealis")]
    made = learn_channel(
        elsewhere, workspace=WORKSPACE, store=world.store, room=world.room, ids=world.ids
    )
    assert [s.enterprise for s in made.sides] == [None, GRID]


def test_a_payload_that_names_another_team_than_the_directory_gives_no_side(world: World) -> None:
    for claimed in (BOREALIS, ELSEWHERE, TeamId("")):
        with pytest.raises(Outsider):
            found(world, Actor(ANNA.person, claimed))


def test_somebody_the_directory_has_not_met_is_looked_up(world: World) -> None:
    with pytest.raises(NotYetKnown, match="press that once more"):
        found(world, STRANGER)
    world.room.members[CHANNEL].append(Person(STRANGER.person, "Sam", ACME))
    learn_people(IN_THREAD, store=world.store, room=world.room)
    assert found(world, Actor(STRANGER.person, ACME)).name == "Acme"


def test_people_of_a_third_organisation_are_on_no_side(world: World) -> None:
    world.room.members[CHANNEL].append(Person(STRANGER.person, "Sam", ELSEWHERE))
    learn_people(IN_THREAD, store=world.store, room=world.room)
    with pytest.raises(Outsider, match="between Acme and Borealis"):
        found(world, STRANGER)


class TestLeavingTheChannel:
    def leave(self, world: World, gone: Actor) -> None:
        world.room.members[CHANNEL] = [p for p in PEOPLE if p.id != gone.person]
        world.learn()

    def test_who_has_left_is_told_so_and_a_colleague_goes_on(self, world: World) -> None:
        case = world.raise_case()
        self.leave(world, ANNA)
        with pytest.raises(NotYetKnown, match="a colleague who is can go on"):
            world.tell(case, ANNA)
        assert [s.by for s in world.tell(case, ALEX).statements] == [ALEX.person]

    def test_what_they_told_before_stays(self, world: World) -> None:
        case = world.tell(world.raise_case(), ANNA)
        self.leave(world, ANNA)
        assert world.case(case.id) == case

    def test_who_comes_back_goes_on_too(self, world: World) -> None:
        case = world.raise_case()
        self.leave(world, ANNA)
        world.room.members[CHANNEL] = list(PEOPLE)
        learn_people(IN_THREAD, store=world.store, room=world.room)
        assert world.tell(case, ANNA).statements

    def test_a_directory_that_knows_nobody_turns_nobody_away(self, world: World) -> None:
        case = world.raise_case()
        world.room.members[CHANNEL] = []
        world.learn()
        assert world.tell(case, ANNA).statements


def test_naming_leaves_members_where_they_are(world: World) -> None:
    buyer, seller = world.side(ANNA), world.side(BEN)
    now = world.clock.now()
    once = name_members(world.partnership, buyer, [PersonId("U1")], by=ANNA.person, now=now)
    again = name_members(once, seller, [PersonId("U1"), PersonId("U2")], by=BEN.person, now=now)
    assert [(m.person, m.side) for m in again.members] == [("U1", buyer.id), ("U2", seller.id)]


def test_whom_to_ask_members_first_then_who_is_in_the_channel(world: World) -> None:
    buyer = world.side(ANNA)
    known = world.partnership
    with world.store() as uow:
        before = people_to_ask(uow, known.id, buyer, CHANNEL)
    assert set(before) == {ANNA.person, ALEX.person}, "no guest and nobody of the other side"
    found(world, ALEX)
    partnership = world.partnership
    nobody = replace(buyer, id=partnership.sides[1].id, team_id=None)
    with world.store() as uow:
        assert people_to_ask(uow, partnership.id, buyer, CHANNEL) == (ALEX.person,)
        assert people_to_ask(uow, partnership.id, nobody, CHANNEL) == ()
