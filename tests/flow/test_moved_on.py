"""Forms and buttons of a case that has moved on, and messages that are gone."""

from bot.sandbox.play.hands import Hands
from tests.flow.house import Place, at_once

SAW = "What happened, as you saw it"
WANTS = "What would you like to come of this"


def test_a_form_for_a_case_that_ended_meanwhile_comes_back_with_its_words_and_a_sentence(
    place: Place,
) -> None:
    place.raised()
    place.opens(place.tomas, "Tell your side")
    place.tomas.fill(SAW, "The trucks stood at the gate.")
    place.tomas.fill(WANTS, "An answer.")
    place.maria.click("Withdraw", channel=place.channel)
    place.sees(place.tomas, "Withdrawn")
    assert place.tomas.submit() == {}
    form = place.tomas.form()
    assert form.value(SAW) == "The trucks stood at the gate."
    assert "moved on" in form.text


def test_a_part_that_a_colleague_has_confirmed_meanwhile_is_not_lost(place: Place) -> None:
    place.raised()
    for hands in place.at_work():
        hands.tell()
    for person in (place.maria, place.jonas):
        place.opens(person, "Check your part")
    place.tomas.wait_for_button("Check your part", place.channel)
    place.opens(place.tomas, "Check your part")
    assert place.tomas.submit() == {}
    assert place.maria.submit() == {}
    place.sees_button(place.maria, "Look for a package")
    place.jonas.fill("What your side would like", "Something else entirely.")
    assert place.jonas.submit() == {}
    form = place.jonas.form()
    assert form.value("What your side would like") == "Something else entirely."
    assert "Something else entirely." not in place.card()


def test_two_people_who_look_for_a_package_at_the_same_moment_start_one_search(
    place: Place,
) -> None:
    place.to_statement()

    at_once(
        lambda: place.maria.click("Look for a package", channel=place.channel),
        lambda: place.tomas.click("Look for a package", channel=place.channel),
    )
    place.sees(place.maria, "These are the terms")
    place.sees_button(place.maria, "Check the terms")
    assert place.count("These are the terms that could be part of a package") == 1


def test_a_search_that_was_started_is_told_to_whoever_is_late(place: Place) -> None:
    place.to_statement()
    stale = place.tomas.screen(place.channel).with_button("This settles it")
    place.maria.click("Look for a package", channel=place.channel)
    place.sees_button(place.tomas, "Check the terms")
    assert "This settles it" not in place.tomas.screen(place.channel).buttons
    assert stale.ts == place.tomas.screen(place.channel).find("Case ").ts


def test_the_button_of_an_old_note_opens_what_can_be_done_now(place: Place) -> None:
    place.to_statement()
    note = place.tomas.screen(place.channel).find("Before anybody reads the common statement")
    place.maria.click("Look for a package", channel=place.channel)
    place.sees_button(place.tomas, "Check the terms")
    place.tomas.click("Open", message=note)
    assert place.tomas.wait_for_modal("The terms").submit == "These are right"


def test_the_button_of_an_old_note_tells_of_a_case_that_has_ended(place: Place) -> None:
    place.to_statement()
    note = place.sees(place.tomas, "The common statement is ready").messages[-1]
    place.maria.click("Withdraw", channel=place.channel)
    place.sees(place.tomas, "Withdrawn")
    place.tomas.click("Open", message=note)
    told = place.tomas.wait_for_modal("Case ")
    assert "Withdrawn" in told.text
    assert not told.submit


def test_two_colleagues_who_sign_at_the_same_moment_sign_once(place: Place) -> None:
    place.to_packages()
    place.both(Hands.answer)
    for person in (place.maria, place.jonas):
        place.opens(person, "Read and sign")
    assert at_once(place.maria.submit, place.jonas.submit) == [{}, {}]
    place.sees(place.tomas, "Baltic Packaging signs this text")
    assert place.card().count("for Northwind Foods") == 1


def test_a_case_outlives_the_message_that_it_came_from(place: Place) -> None:
    place.raised()
    place.maria.delete(place.channel, place.thread)
    place.both(lambda h: place.opens(h.person, "Tell your side"))
    for person in (place.maria, place.tomas):
        person.fill(SAW, "One day late.")
        person.fill(WANTS, "An answer.")
        assert person.submit() == {}
    place.sees_button(place.tomas, "Check your part")


def test_a_message_that_is_deleted_while_the_form_is_open_can_still_be_raised(
    place: Place,
) -> None:
    place.form_to_raise()
    place.maria.delete(place.channel, place.thread)
    place.maria.choose("Your side", "We buy, or our goods are carried")
    assert place.maria.submit() == {}
    place.sees_button(place.tomas, "Tell your side")
