"""A supplier whose people are guests in the buyer's workspace: a side of its own, named by both."""

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


def test_a_guest_whom_the_raiser_named_speaks_for_the_other_side_by_their_own_word(
    inside: Place,
) -> None:
    greta = inside.tomas
    raised(inside, greta)
    assert STORY in inside.answer_to(greta, "Tell your side").text
    greta.fill(SAW, "We were told Tuesday.")
    greta.fill(WANTS, "A fair count.")
    assert greta.submit() == {}
    inside.sees(inside.maria, "tells its side")
    card = inside.card()
    assert "Holm Logistics" in card


def test_a_guest_whom_nobody_named_is_on_no_side_and_told_how_to_get_there(inside: Place) -> None:
    greta, pavel = inside.tomas, inside.ines
    raised(inside, greta)
    said = inside.answer_to(pavel, "Tell your side").text
    assert "one side has named you and the other has confirmed it" in said


def test_a_guest_names_a_colleague_and_the_host_confirms_it_on_their_desk(inside: Place) -> None:
    greta, pavel = inside.tomas, inside.ines
    raised(inside, greta)
    inside.answer_to(greta, "Tell your side")
    greta.close(everything=True)
    inside.answer_to(greta, "My desk")
    greta.press("Your side's people")
    greta.wait_for_modal("can speak or sign", PATIENCE_S)
    greta.pick_person("Who speaks", greta.id, pavel.id)
    greta.pick_person("Who signs", greta.id)
    assert greta.submit() == {}
    greta.close(everything=True)
    said = inside.answer_to(pavel, "Tell your side").text
    assert "as a guest" in said
    pavel.close(everything=True)
    assert "has named" in inside.answer_to(inside.maria, "My desk").text
    inside.maria.press("Confirm them")
    inside.maria.wait_for_modal("What waits for you", PATIENCE_S, without="has named")
    assert STORY in inside.answer_to(pavel, "Tell your side").text
