"""After the signatures, on real screens: shown, found missing, made a case; asked and agreed."""

from bot.sandbox.person import Person
from bot.sandbox.play.hands import PATIENCE_S, Hands
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
    press_first(owes.person, "Done, and show it")
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


def test_a_file_shows_it_and_the_other_side_opens_it_where_it_confirms(place: Place) -> None:
    place.to_agreement()
    owes, other = owing(place)
    place.opens(owes.person, MORE)
    press_first(owes.person, "Done, and show it")
    owes.person.attach("Or a file", "october.csv", b"week;on time\n40;97\n")
    assert owes.person.submit() == {}
    place.sees(other.person, "shows that this is done")
    card = place.sees(other.person, "Shown by: october.csv").find("Case ")
    assert "done, to be confirmed" in card.text
    assert place.count("shows that this is done") == 1


def test_a_promise_that_comes_round_is_part_of_what_both_sign(place: Place) -> None:
    place.to_packages()
    place.both(Hands.answer)
    place.opens(place.maria, "Read and sign")
    assert place.maria.submit() == {}
    place.sees(place.tomas, "Signed by @Maria Lopez")
    place.opens(place.tomas, "Read and sign")
    place.tomas.press("Add a promise")
    form = place.tomas.wait_for_modal("It becomes part of the text", PATIENCE_S)
    assert "a side that has signed signs it again" in form.text
    place.tomas.fill("What Baltic Packaging promises", "Share the forecast")
    place.tomas.choose("How often", "Every week")
    assert place.tomas.submit() == {}
    form = place.tomas.form()
    assert "By when: Share the forecast" in form.labels
    assert "every week until" in form.text
    assert place.tomas.submit() == {}
    place.sees(place.maria, "each side signs it as it stands now")
    place.opens(place.maria, "Read and sign")
    assert place.maria.submit() == {}
    place.sees(place.tomas, "Signed by every side")
    assert "Share the forecast" in place.card(place.tomas)


def test_after_the_signatures_one_more_is_offered_and_agreed_to(place: Place) -> None:
    place.to_agreement()
    place.opens(place.maria, "Add a promise")
    place.maria.fill("What Northwind Foods promises", "Name one contact for the dock")
    assert place.maria.submit() == {}
    place.sees(place.tomas, "It holds once the other side agrees.")
    place.tomas.click("Agree to it", channel=place.channel)
    place.sees(place.maria, "One more promise is agreed")
    place.maria.wait_for(
        lambda screen: "It holds once" not in screen.text,
        place.channel,
        PATIENCE_S,
        called="the card without the offer",
    )
    assert "Name one contact for the dock" in place.card()
