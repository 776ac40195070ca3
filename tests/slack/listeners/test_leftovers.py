"""What an earlier version left on a screen, or nobody can read, is answered with a sentence."""

import pytest

from bot.slack.blocks import text_input
from bot.slack.listeners.door import NO_COMMAND, NO_FORM, NO_PRESS
from bot.slack.listeners.leftovers import OLD_BUTTON, OLD_COMMAND, OLD_PAGE, OLD_SHORTCUT
from tests.casework.world import ANNA, CHANNEL
from tests.slack.listeners.front import Front
from tests.slack.shown import read

BY_ANNA = {"user": {"id": ANNA.person, "team_id": ANNA.team}, "trigger_id": "1.2.3"}
FORM = {
    "type": "modal",
    "title": {"type": "plain_text", "text": "An old form"},
    "submit": {"type": "plain_text", "text": "Send"},
    "blocks": [text_input("Why", "why")],
    "callback_id": "a_form_of_last_year",
    "private_metadata": "{}",
}


def test_a_button_of_an_earlier_version_says_where_the_working_ones_are(front: Front) -> None:
    assert front.click(ANNA, "case.of_last_year", "c1").acknowledged
    assert read(front.opened()).endswith(OLD_BUTTON)


def test_in_a_modal_it_is_said_over_that_modal(front: Front) -> None:
    front.click(ANNA, "case.of_last_year", "c1", view={**FORM, "id": "V1"})
    assert OLD_BUTTON in read(front.pushed())


def test_a_form_of_an_earlier_version_comes_back_with_what_was_typed(front: Front) -> None:
    answer = front.submit(ANNA, FORM, why="We waited for two days.")
    assert answer.body["response_action"] == "update"
    back = read(answer.body["view"])
    assert OLD_PAGE in back
    assert "We waited for two days." in str(answer.body["view"])


def test_a_shortcut_of_an_earlier_version_says_what_there_is(front: Front) -> None:
    assert front.shortcut(ANNA, "of_last_year").acknowledged
    assert OLD_SHORTCUT in read(front.opened())


def test_another_command_says_which_one_there_is(front: Front) -> None:
    who = {"user_id": ANNA.person, "team_id": ANNA.team, "channel_id": CHANNEL}
    told = front.deliver({"command": "/settle", "text": "", "trigger_id": "1.2.3", **who})
    assert told.body["text"] == OLD_COMMAND


def test_a_form_that_cannot_be_read_stays_under_a_sentence(front: Front) -> None:
    broken = {**FORM, "id": "V1", "hash": "1.a", "state": {"values": {"why": 3}}}
    answer = front.deliver({"type": "view_submission", "view": broken, **BY_ANNA})
    assert answer.status == 200
    assert answer.body["response_action"] == "push"
    assert NO_FORM in read(answer.body["view"])


@pytest.mark.parametrize("view", [None, {**FORM, "id": "V1"}], ids=["a message", "a modal"])
def test_a_press_that_cannot_be_read_is_asked_for_again(
    front: Front, view: dict[str, object] | None
) -> None:
    place = {"view": view} if view else {"channel": {"id": CHANNEL}}
    front.deliver({"type": "block_actions", "actions": [{"type": "button"}], **place, **BY_ANNA})
    assert NO_PRESS in read(front.pushed() if view else front.opened())


def test_a_command_that_cannot_be_read_is_asked_for_again(front: Front) -> None:
    told = front.deliver({"command": "/parley", "text": "list", "channel_id": CHANNEL})
    assert told.body["text"] == NO_COMMAND
