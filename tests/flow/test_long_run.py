"""Each package says what it serves in time, for both sides alike, and which shared goal."""

from bot.sandbox.person import Person
from bot.sandbox.play.hands import PATIENCE_S, Hands
from tests.flow.house import Place

GOAL = "Fewer stock-outs"


def _at_how_we_work(place: Place, person: Person) -> None:
    """By the desk, as both companies come to it."""
    place.sees_button(person, "My desk")
    person.click("My desk", channel=place.channel)
    person.wait_for_modal("What waits for you", PATIENCE_S, without="One moment…")
    person.press("How we work")
    person.wait_for_modal("little by little", PATIENCE_S)


def test_a_package_names_the_shared_goal_that_it_serves(place: Place) -> None:
    place.to_rating()
    _at_how_we_work(place, place.maria)
    place.maria.press("Propose a shared goal")
    place.maria.fill("A goal that you share", GOAL)
    assert place.maria.submit() == {}
    place.maria.close(everything=True)
    _at_how_we_work(place, place.tomas)
    place.tomas.press("Share this goal")
    place.tomas.close(everything=True)
    place.both(Hands.rate)
    place.sees_button(place.maria, "Answer in private")
    card = place.card()
    assert f"Also serves: {GOAL}" in card
    assert card.count("In the long run: ") % 2 == 0
    assert card.count("In the long run: ") > 0
    assert place.card(place.tomas).count("In the long run: ") == card.count("In the long run: ")
