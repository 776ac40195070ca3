"""A supplier whose people are guests in the buyer's workspace: a side of its own, named by both."""

import time

import pytest

from bot.sandbox.person import Person
from bot.sandbox.play.hands import PATIENCE_S
from tests.flow.house import HOST, House, Place

SAW = "What happened, as you saw it"
WANTS = "What would you like to come of this"
STORY = "The first two answers are shared"


@pytest.fixture
def inside(house: House) -> Place:
    """A channel of the host's workspace alone, with two of its people and two guests."""
    team = house.sandbox.stage.ids()["organisations"][HOST]
    maria, jonas = (house.person(n, team=team) for n in ("Maria Lopez", "Jonas Weber"))
    greta, pavel = (house.person(n, team=team, guest=True) for n in ("Greta Holm", "Pavel Ruza"))
    people = [p.id for p in (maria, jonas, greta, pavel)]
    channel = house.sandbox.stage.add_channel(f"inside-{maria.id.casefold()}", people)
    return Place(house, channel, maria, jonas, greta, pavel)


def raised(place: Place, *guests: Person) -> None:
    """Maria raises an issue and names the guests for the other side."""
    place.maria.message_shortcut("Raise an issue", place.channel, place.write())
    place.maria.wait_for_modal("Everybody in this channel", PATIENCE_S)
    place.maria.choose("Your side", "We buy, or our goods are carried")
    place.maria.fill("The other side's name", "Holm Logistics")
    place.maria.pick_person("Who speaks for the other side", *(g.id for g in guests))
    assert place.maria.submit() == {}
    place.sees_button(place.maria, "Tell your side")


def pressed(place: Place, person: Person, label: str, shows: str) -> str:
    """What a person reads after a press; while Parley looks them up they press again."""
    for _ in range(20):
        place.sees_button(person, label)
        person.click(label, channel=place.channel)
        text = person.wait_for_modal("", PATIENCE_S, without="One moment…").text
        if shows in text or "looking up" not in text:
            return text
        person.close(everything=True)
        time.sleep(0.2)
    raise AssertionError(f"{person.name} never read {shows!r}")


def test_a_guest_whom_the_raiser_named_speaks_for_the_other_side_by_their_own_word(
    inside: Place,
) -> None:
    greta = inside.tomas
    raised(inside, greta)
    assert STORY in pressed(inside, greta, "Tell your side", STORY)
    greta.fill(SAW, "We were told Tuesday.")
    greta.fill(WANTS, "A fair count.")
    assert greta.submit() == {}
    inside.sees(inside.maria, "tells its side")
    card = inside.card()
    assert "Holm Logistics" in card


def test_a_guest_whom_nobody_named_is_on_no_side_and_told_how_to_get_there(inside: Place) -> None:
    greta, pavel = inside.tomas, inside.ines
    raised(inside, greta)
    said = pressed(inside, pavel, "Tell your side", "as a guest")
    assert "one side has named you and the other has confirmed it" in said


def test_a_guest_names_a_colleague_and_the_host_confirms_it_on_their_desk(inside: Place) -> None:
    greta, pavel = inside.tomas, inside.ines
    raised(inside, greta)
    pressed(inside, greta, "Tell your side", STORY)
    greta.close(everything=True)
    pressed(inside, greta, "My desk", "What waits for you")
    greta.press("Your side's people")
    greta.wait_for_modal("can speak or sign", PATIENCE_S)
    greta.pick_person("Who speaks", greta.id, pavel.id)
    greta.pick_person("Who signs", greta.id)
    assert greta.submit() == {}
    greta.close(everything=True)
    said = pressed(inside, pavel, "Tell your side", "as a guest")
    assert "as a guest" in said
    pavel.close(everything=True)
    assert "has named" in pressed(inside, inside.maria, "My desk", "has named")
    inside.maria.press("Confirm them")
    inside.maria.wait_for_modal("What waits for you", PATIENCE_S, without="has named")
    assert STORY in pressed(inside, pavel, "Tell your side", STORY)
