"""Two sides in one workspace, guests or departments: whoever both have named, and no others."""

import pytest

from bot.sandbox.person import Person
from bot.sandbox.play.hands import PATIENCE_S
from tests.flow.house import HOST, House, Place

SAW = "What happened, as you saw it"
WANTS = "What would you like to come of this"
ONLY = "Anything that only Parley should know"
CANARY = "SECRETCANARY"
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


def raised(place: Place, *others: Person, name: str = "Holm Logistics") -> None:
    """Maria raises an issue and names these for the other side."""
    place.maria.message_shortcut("Raise an issue", place.channel, place.write())
    place.maria.wait_for_modal("Everybody in this channel", PATIENCE_S)
    place.maria.choose("Your side", "We buy, or our goods are carried")
    place.maria.fill("The other side's name", name)
    place.maria.pick_person("Who speaks for the other side", *(o.id for o in others))
    assert place.maria.submit() == {}
    place.sees_button(place.maria, "Tell your side")


def told(place: Place, person: Person, alone: str) -> None:
    """One of a side tells its story, with words for Parley alone."""
    place.answer_to(person, "Tell your side")
    person.fill(SAW, "Forty short.")
    person.fill(WANTS, "A recount.")
    person.fill(ONLY, alone)
    assert person.submit() == {}


def names(place: Place, person: Person, colleague: Person) -> None:
    """One of a side names a colleague beside themselves to speak."""
    place.answer_to(person, "My desk")
    person.press("Your side's people")
    person.wait_for_modal("can speak or sign", PATIENCE_S)
    person.pick_person("Who speaks", person.id, colleague.id)
    person.pick_person("Who signs", person.id)
    assert person.submit() == {}
    person.close(everything=True)


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
    assert "one side has named you and the other side has confirmed it" in said


def test_a_guest_names_a_colleague_and_the_host_confirms_it_on_their_desk(inside: Place) -> None:
    greta, pavel = inside.tomas, inside.ines
    raised(inside, greta)
    inside.answer_to(greta, "Tell your side")
    greta.close(everything=True)
    names(inside, greta, pavel)
    said = inside.answer_to(pavel, "Tell your side").text
    assert "as a guest" in said
    pavel.close(everything=True)
    assert "has named" in inside.answer_to(inside.maria, "My desk").text
    inside.maria.press("Confirm them")
    inside.maria.wait_for_modal("What waits for you", PATIENCE_S, without="has named")
    assert STORY in inside.answer_to(pavel, "Tell your side").text


@pytest.fixture
def departments(house: House) -> Place:
    """A channel of one workspace with purchasing, the warehouse, and somebody of either."""
    team = house.sandbox.stage.ids()["organisations"][HOST]
    names = ("Maria Lopez", "Jonas Weber", "Karl Lager", "Paula Kauf")
    maria, jonas, karl, paula = (house.person(n, team=team) for n in names)
    people = [p.id for p in (maria, jonas, karl, paula)]
    channel = house.sandbox.stage.add_channel(f"depts-{maria.id.casefold()}", people)
    return Place(house, channel, maria, jonas, karl, paula)


def test_a_colleague_nobody_named_is_on_neither_department_and_reads_nothing_of_either(
    departments: Place,
) -> None:
    maria, jonas, karl = departments.maria, departments.jonas, departments.tomas
    raised(departments, jonas, name="Northwind Warehouse")
    told(departments, maria, f"{CANARY} we would pay half")
    told(departments, jonas, f"{CANARY} we lost the count")
    read = [departments.answer_to(karl, label).text for label in ("My desk", "Check your part")]
    karl.close(everything=True)
    read.append(karl.screen(departments.channel).text)
    assert not any(CANARY in text for text in read)
    assert "on neither side" in read[1]
    assert "Northwind Foods" not in read[0].replace("between Northwind Foods", "")


def test_each_department_names_a_colleague_and_the_other_confirms_it(departments: Place) -> None:
    maria, jonas = departments.maria, departments.jonas
    raised(departments, jonas, name="Northwind Warehouse")
    departments.answer_to(jonas, "Tell your side")
    jonas.close(everything=True)
    for namer, other, colleague in (
        (jonas, maria, departments.tomas),
        (maria, jonas, departments.ines),
    ):
        names(departments, namer, colleague)
        assert "on neither side" in departments.answer_to(colleague, "Tell your side").text
        colleague.close(everything=True)
        assert "has named" in departments.answer_to(other, "My desk").text
        other.press("Confirm them")
        other.wait_for_modal("What waits for you", PATIENCE_S, without="has named")
        other.close(everything=True)
        assert STORY in departments.answer_to(colleague, "Tell your side").text
