"""A side names who speaks and who signs; a guest counts once the other side has confirmed them."""

from dataclasses import replace

import pytest

from bot.casework.membership import Actor, side_of
from bot.casework.my_desk import my_desk
from bot.casework.name_people import NamePeople, confirm_named, name_people
from bot.casework.next_step import open_case
from bot.mediation.people import Partnership, Person, PersonId, Role
from bot.mediation.refusals import NotEntitled, NotFound, Outsider, Unclear
from bot.mediation.stages import Stage
from tests.casework.world import ALEX, ANNA, BEN, CHANNEL, GUEST, PEOPLE, WORKSPACE, World


@pytest.fixture
def known(world: World) -> World:
    """Somebody of each side has done something."""
    world.commit(open_case, world.raise_case().id, by=BEN)
    return world


def names(world: World, by: Actor, speaks: list[Actor], signs: list[Actor]) -> Partnership:
    asked = NamePeople(world.partnership.id, [a.person for a in speaks], [a.person for a in signs])
    return world.act(name_people, asked, by=by)


def confirms(world: World, who: Actor, by: Actor) -> Partnership:
    return world.act(confirm_named, world.partnership.id, who.person, by=by)


def test_until_a_side_names_somebody_everybody_of_it_may_speak_and_sign(known: World) -> None:
    assert known.partnership.roles_of(ANNA.person) == frozenset(Role)
    assert not known.partnership.has_named(known.side(ANNA).id)


def test_from_then_on_only_those_who_were_named_may(known: World) -> None:
    case = known.case_at(Stage.SIGNING)
    names(known, ANNA, [ANNA], [ALEX])
    with pytest.raises(NotEntitled, match="Signing for Acme"):
        known.sign(case, ANNA)
    assert known.sign(case, ALEX).agreement is not None


def test_who_joins_later_is_on_the_side_and_speaks_for_nobody(known: World) -> None:
    known.room.members[CHANNEL] = [*PEOPLE, Person(PersonId("UMIA"), "Mia", ANNA.team)]
    known.learn()
    names(known, ANNA, [ANNA], [ANNA])
    case = known.raise_case()
    mia = Actor(PersonId("UMIA"), ANNA.team)
    with pytest.raises(NotEntitled, match="Acme has named who speaks for it here"):
        known.tell(case, mia)
    assert known.opened(case, mia).refused
    assert known.raise_case(by=mia).issue.raised_by == mia.person


def test_whom_the_side_did_not_name_does_not_see_what_it_told_in_private(known: World) -> None:
    case = known.raise_case()
    known.tell(case, ANNA, private="We are short of pallets.")
    names(known, ANNA, [ANNA], [ANNA])
    assert known.opened(case, ANNA).caucus.private is not None
    assert known.opened(case, ALEX).caucus.private is None


def test_naming_anew_takes_the_place_of_the_earlier_naming(known: World) -> None:
    names(known, ANNA, [ANNA], [ANNA])
    made = names(known, ANNA, [ALEX], [ANNA, ALEX])
    assert made.roles_of(ANNA.person) == {Role.SIGNATORY}
    assert made.roles_of(ALEX.person) == frozenset(Role)
    assert known.texts(made.id)[-1] == "Acme named who speaks and who signs for it."


@pytest.mark.parametrize(
    ("speaks", "signs", "field"), [([], [ANNA], "speaks"), ([ANNA], [], "signs")]
)
def test_a_side_names_somebody_for_each(
    known: World, speaks: list[Actor], signs: list[Actor], field: str
) -> None:
    with pytest.raises(Unclear, match="at least one person of Acme") as refused:
        names(known, ANNA, speaks, signs)
    assert refused.value.field == field


@pytest.mark.parametrize("theirs", [BEN, Actor(PersonId("UBEA"), BEN.team)])
def test_nobody_names_the_other_sides_people(known: World, theirs: Actor) -> None:
    with pytest.raises(Unclear, match="is with Borealis"):
        names(known, ANNA, [ANNA, theirs], [ANNA])


def test_an_app_speaks_for_nobody(known: World) -> None:
    with known.store() as uow:
        uow.directory.remember(Person(PersonId("UBOT"), "Bot", ANNA.team, is_bot=True))
        uow.commit()
    with pytest.raises(Unclear, match="an app speaks for nobody"):
        names(known, ANNA, [Actor(PersonId("UBOT"), ANNA.team)], [ANNA])


class TestGuests:
    def test_a_guest_of_the_host_can_speak_for_the_supplier_once_both_said_so(
        self, known: World
    ) -> None:
        names(known, BEN, [BEN, GUEST], [BEN])
        case = known.raise_case()
        with pytest.raises(Outsider, match="as a guest"):
            known.tell(case, GUEST)
        confirms(known, GUEST, by=ANNA)
        told = known.tell(case, GUEST)
        assert told.statements[0].side == known.side(BEN).id
        assert "Acme confirmed somebody" in known.texts(known.partnership.id)[-1]

    def test_the_side_that_named_them_cannot_confirm_them(self, known: World) -> None:
        names(known, BEN, [BEN, GUEST], [BEN])
        with pytest.raises(NotEntitled, match="somebody of another side confirms"):
            confirms(known, GUEST, by=BEN)
        assert known.partnership.side_of(GUEST.person) is None

    def test_whose_confirmation_is_awaited_stands_on_the_other_sides_desk(
        self, known: World
    ) -> None:
        names(known, BEN, [BEN, GUEST], [BEN])
        with known.store() as uow:
            annas, bens = (
                my_desk(WORKSPACE, by, uow=uow, now=known.clock.now()) for by in (ANNA, BEN)
            )
        assert [(n.person, n.by) for n in annas.named] == [(GUEST.person, BEN.person)]
        assert bens.named == ()

    def test_confirming_twice_says_that_nobody_waits(self, known: World) -> None:
        names(known, BEN, [BEN, GUEST], [BEN])
        confirms(known, GUEST, by=ANNA)
        with pytest.raises(NotFound, match="Nobody waits"):
            confirms(known, GUEST, by=ANNA)

    def test_naming_a_confirmed_guest_again_does_not_ask_the_other_side_again(
        self, known: World
    ) -> None:
        names(known, BEN, [BEN, GUEST], [BEN])
        confirms(known, GUEST, by=ANNA)
        again = names(known, BEN, [GUEST], [BEN])
        assert again.roles_of(GUEST.person) == {Role.SPOKESPERSON}

    def test_who_was_named_is_not_on_a_side_by_looking(self, known: World) -> None:
        names(known, BEN, [BEN, GUEST], [BEN])
        with known.store() as uow, pytest.raises(Outsider):
            side_of(uow, known.partnership.id, GUEST, channel=None, now=known.clock.now())


def test_a_desk_says_who_speaks_and_signs_and_who_may_name(known: World) -> None:
    names(known, ANNA, [ANNA], [ALEX])
    known.room.members[CHANNEL] = [*PEOPLE, Person(PersonId("UMIA"), "Mia", ANNA.team)]
    known.learn()
    with known.store() as uow:
        desks = [
            my_desk(WORKSPACE, by, uow=uow, now=known.clock.now()).sides[0]
            for by in (ANNA, Actor(PersonId("UMIA"), ANNA.team))
        ]
    assert [(d.speaks, d.signs, d.named) for d in desks] == [
        ((ANNA.person,), (ALEX.person,), True)
    ] * 2
    assert [d.may_name for d in desks] == [True, False]
    assert replace(desks[0], may_name=False, may_tap=False) == desks[1]
