"""After the signatures, on real screens: shown, found missing, made a case; asked and agreed."""

from bot.sandbox.person import Person
from bot.sandbox.play.hands import Hands
from tests.flow.house import Place

MORE = "Change or contest"


def owing(place: Place) -> tuple[Hands, Hands]:
    """Who owes the first promise on the card, and the other side."""
    first, second = place.at_work()
    place.sees_button(first.person, "Mark as done")
    return first, second


def press_first(person: Person, label: str) -> None:
    """Each promise in the modal has the button; the first one's."""
    first = next(c for c in person.form().controls if c.label == label)
    person._press(first, home=False)


def test_a_promise_is_shown_by_a_link_found_missing_and_made_a_case(place: Place) -> None:
    place.to_agreement()
    owes, other = owing(place)
    place.opens(owes.person, MORE)
    press_first(owes.person, "Done, with a link")
    owes.person.fill("What shows it", "https://example.com/may")
    assert owes.person.submit() == {}
    place.sees(other.person, "https://example.com/may")
    place.opens(other.person, MORE)
    other.person.press("Something is missing")
    other.person.fill("What is missing", "Week 20 is not in it.")
    assert other.person.submit() == {}
    place.sees(owes.person, "Week 20 is not in it.")
    other.person.press("Make it a case")
    place.sees(owes.person, "looks into a promise of")


def test_another_day_is_asked_for_by_one_side_and_agreed_to_by_the_other(place: Place) -> None:
    place.to_agreement()
    owes, other = owing(place)
    place.opens(owes.person, MORE)
    press_first(owes.person, "Ask for a change")
    owes.person.pick_date("By when", "2031-05-05")
    assert owes.person.submit() == {}
    place.sees(other.person, "asks for")
    place.opens(other.person, MORE)
    other.person.press("Agree to the change")
    place.sees(owes.person, "by 5 May 2031")
