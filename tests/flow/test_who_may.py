"""People on no side, people who left, people of one side at the same moment."""

import time

import pytest

from bot.sandbox.person import Person
from bot.sandbox.play.hands import PATIENCE_S
from bot.sandbox.refusals import PersonRefused
from tests.flow.house import HOST, Place, at_once

SAW = "What happened, as you saw it"
WANTS = "What would you like to come of this"


def joined(place: Place, person: Person) -> Person:
    place.house.sandbox.stage.add_to_channel(place.channel, person.id)
    return person


def answer_to(place: Place, person: Person) -> str:
    """What somebody new is told who presses the card's button."""
    told = place.answer_to(person, "Tell your side")
    assert not told.submit
    return told.text


def test_somebody_of_a_third_company_is_told_kindly_that_they_are_on_no_side(place: Place) -> None:
    stage = place.house.sandbox.stage
    team = stage.add_organisation("Hanse Freight", "hanse")
    place.raised()
    stage.share_channel(place.channel, team)
    lars = joined(place, place.house.person("Lars Holm", team=team))
    assert "between other sides" in answer_to(place, lars)


def test_a_guest_is_on_no_side_until_somebody_says_which(place: Place) -> None:
    host = place.house.sandbox.stage.ids()["organisations"][HOST]
    place.raised()
    greta = joined(place, place.house.person("Greta Holm", team=host, guest=True))
    assert "on neither side" in answer_to(place, greta)


def test_of_two_colleagues_who_send_at_the_same_moment_one_is_kept_and_one_gets_it_back(
    place: Place,
) -> None:
    place.raised()
    words = {place.maria: "One day late.", place.jonas: "Two days late."}
    for person, said in words.items():
        place.opens(person, "Tell your side")
        person.fill(SAW, said)
        person.fill(WANTS, f"An answer for {person.name}.")
    assert at_once(*(person.submit for person in words)) == [{}, {}]
    back = [person for person in words if person.modal() is not None]
    assert len(back) == 1
    form = back[0].form()
    assert "in the meantime" in form.text
    assert form.value(SAW) == words[back[0]]
    assert back[0].submit() == {}
    assert back[0].modal() is None


def test_of_two_who_raise_one_message_at_the_same_moment_one_reads_who_was_faster(
    place: Place,
) -> None:
    ts = place.write()
    for person in (place.maria, place.jonas):
        person.message_shortcut("Raise an issue", place.channel, ts)
        person.wait_for_modal("", PATIENCE_S, without="One moment…")
        person.choose("Your side", "We buy, or our goods are carried")
        person.fill("Title", f"As {person.name} calls it")
    assert at_once(place.maria.submit, place.jonas.submit) == [{}, {}]
    back = [person for person in (place.maria, place.jonas) if person.modal() is not None]
    assert len(back) == 1
    form = back[0].form()
    assert "has raised this message as case" in form.text
    assert form.value("Title") == f"As {back[0].name} calls it"
    place.sees_button(place.maria, "Tell your side")
    assert back[0].submit() == {}
    assert back[0].modal() is None


def test_both_sides_may_send_at_the_same_moment(place: Place) -> None:
    place.raised()
    for person in (place.maria, place.tomas):
        place.opens(person, "Tell your side")
        person.fill(SAW, f"{person.name} saw it.")
        person.fill(WANTS, "An answer by Friday.")
    assert at_once(place.maria.submit, place.tomas.submit) == [{}, {}]
    assert [place.maria.modal(), place.tomas.modal()] == [None, None]
    place.sees_button(place.maria, "Check your part")


def test_who_was_removed_from_the_channel_gets_the_form_back_with_a_sentence(place: Place) -> None:
    place.raised()
    place.opens(place.maria, "Tell your side")
    place.maria.fill(SAW, "One day late.")
    place.maria.fill(WANTS, "An answer.")
    place.house.sandbox.stage.remove_from_channel(place.channel, place.maria.id)
    time.sleep(2)  # the bot learns who is there in a job, which nobody can see
    assert place.maria.submit() == {}
    form = place.maria.form()
    assert form.value(SAW) == "One day late."
    assert "channel" in form.text


def test_a_colleague_goes_on_for_who_was_removed(place: Place) -> None:
    place.raised()
    place.house.sandbox.stage.remove_from_channel(place.channel, place.maria.id)
    place.opens(place.jonas, "Tell your side")
    place.jonas.fill(SAW, "One day late.")
    place.jonas.fill(WANTS, "An answer.")
    assert place.jonas.submit() == {}
    place.sees(place.jonas, "Baltic Packaging tells its side")


def test_slack_itself_stops_who_is_not_in_the_channel(place: Place) -> None:
    place.raised()
    place.house.sandbox.stage.remove_from_channel(place.channel, place.maria.id)
    with pytest.raises(PersonRefused, match="not in this channel"):
        place.maria.click("Tell your side", channel=place.channel)
