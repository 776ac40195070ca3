"""Slack sends again what was not acknowledged; the work is done once, or done at last."""

import pytest

from bot.sandbox.refusals import NoAnswer
from tests.flow.house import Place

SAW = "What happened, as you saw it"
WANTS = "What would you like to come of this"


def test_a_mention_whose_acknowledgement_was_lost_is_answered_once(place: Place) -> None:
    stage = place.house.sandbox.stage
    stage.lose_ack("app_mention")
    place.tomas.mention(place.channel, "please help", place.write())
    place.sees_button(place.tomas, "Raise an issue")
    attempts = [a for a in stage.attempts("app_mention") if a["outcome"] != "acknowledged"]
    assert attempts
    place.tomas.post(place.channel, "And another line.", place.thread)
    place.tomas.wait_for(
        lambda _: stage.attempts("app_mention")[-1]["outcome"] == "acknowledged", place.channel, 10
    )
    assert place.count("How can I help") == 1


def test_a_form_whose_acknowledgement_was_lost_is_kept_and_sending_it_again_changes_nothing(
    place: Place,
) -> None:
    place.form_to_raise()
    place.maria.choose("Your side", "We buy, or our goods are carried")
    place.house.sandbox.stage.lose_ack("view_submission")
    with pytest.raises(NoAnswer):
        place.maria.submit()
    assert place.maria.form().title == "Raise an issue"
    place.maria.submit()
    place.sees_button(place.tomas, "Tell your side")
    assert place.count("Case ") == 1


def test_a_statement_whose_acknowledgement_was_lost_is_there(place: Place) -> None:
    place.raised()
    place.opens(place.tomas, "Tell your side")
    place.tomas.fill(SAW, "The trucks stood at the gate.")
    place.tomas.fill(WANTS, "An answer.")
    place.house.sandbox.stage.lose_ack("view_submission")
    with pytest.raises(NoAnswer):
        place.tomas.submit()
    place.sees(place.maria, "Northwind Foods tells its side")
    place.tomas.submit()
    assert place.opens(place.ines, "Tell your side").value(SAW) == "The trucks stood at the gate."


def test_a_button_whose_acknowledgement_was_lost_has_done_its_work_once(place: Place) -> None:
    place.to_statement()
    place.house.sandbox.stage.lose_ack("block_actions")
    with pytest.raises(NoAnswer):
        place.maria.click("Look for a package", channel=place.channel)
    place.sees_button(place.maria, "Check the terms")
    place.sees(place.maria, "These are the terms")
    assert place.count("These are the terms that could be part of a package") == 1
