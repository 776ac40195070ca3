"""Slack's payloads, each kind in the shape that Slack documents, are read into what they mean."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.casework.follow_message import Changed
from bot.casework.membership import Actor
from bot.casework.shown import Origin
from bot.mediation.people import ChannelId, PersonId, TeamId
from bot.slack import payloads

FIXTURES = Path(__file__).parent.parent / "fixtures" / "slack"
MARIA = Actor(PersonId("U0MARIA0001"), TeamId("T0HOST00001"))
TOMAS = Actor(PersonId("U0TOMAS0001"), TeamId("T0SUPPLY001"))
CHANNEL = ChannelId("C0SHARED001")


def fixture(name: str) -> dict[str, Any]:
    found = json.loads((FIXTURES / f"{name}.json").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def test_a_click_in_a_message_knows_its_thread() -> None:
    found = payloads.click(fixture("block_actions_message"))
    assert found.actor == MARIA
    assert (found.action, found.value) == ("tell_side", "case-1")
    assert found.origin == Origin(CHANNEL, "1764061260.000200", "1764061261.000300")
    assert found.view is None
    assert found.claim == "click:1764061390.001300:U0MARIA0001"


def test_a_press_is_named_by_its_moment_and_not_by_what_was_pressed() -> None:
    """Its name stands in keys of jobs and in logs; what was pressed may be a private answer."""
    body = fixture("block_actions_modal")
    body["actions"][0] |= {"action_id": "desk.pulse.badly", "value": "badly"}
    found = payloads.click(body)
    assert found.claim == f"click:{body['actions'][0]['action_ts']}:{found.actor.person}"
    del body["actions"][0]["action_ts"]
    assert payloads.click(body).claim == f"click:{body['trigger_id']}:{found.actor.person}"


def test_an_external_person_acts_for_their_own_team() -> None:
    assert payloads.click(fixture("block_actions_message_external")).actor == TOMAS
    sent = payloads.submission(fixture("view_submission_external"))
    assert sent.actor == TOMAS
    assert sent.view.values.text("what") == "Four days late"
    assert sent.view.values.choice("more") == "delivery"


def test_a_click_in_a_modal_carries_the_form() -> None:
    found = payloads.click(fixture("block_actions_modal"))
    assert found.view is not None
    assert found.view.id.startswith("V")


def test_a_submission_is_claimed_by_its_view_and_hash() -> None:
    sent = payloads.submission(fixture("view_submission"))
    assert sent.claim == f"view:{sent.view.id}:{sent.view.hash}"
    assert sent.view.hash


def test_a_closed_form_names_what_it_was() -> None:
    assert payloads.submission(fixture("view_closed")).view.callback


def test_a_command_is_a_verb_and_the_rest() -> None:
    found = payloads.command(fixture("slash_command"))
    assert (found.verb, found.rest, found.channel) == ("raise", "late deliveries", CHANNEL)
    assert payloads.command({**fixture("slash_command"), "text": "  "}).verb == ""
    assert payloads.command({**fixture("slash_command"), "text": "RAISE it"}).verb == "raise"


def test_a_message_shortcut_names_its_message_and_a_global_one_none() -> None:
    found = payloads.shortcut(fixture("message_action"))
    assert found.origin == Origin(CHANNEL, "", "1764061260.000200")
    assert found.text == "The pallets came four days late again."
    assert payloads.shortcut(fixture("shortcut")).origin is None


def test_a_mention_and_the_message_that_it_is_share_channel_and_ts() -> None:
    found = payloads.said(fixture("event_app_mention"))
    assert found.event_id
    assert found.channel == CHANNEL
    assert not found.by_bot


@pytest.mark.parametrize(
    ("name", "by_bot"),
    [("event_message", False), ("event_message_in_thread", False), ("event_message_bot", True)],
)
def test_what_bots_say_is_told_apart(name: str, by_bot: bool) -> None:
    assert payloads.said(fixture(name)).by_bot is by_bot


@pytest.mark.parametrize(
    ("subtype", "talk"),
    [("", True), ("thread_broadcast", True), ("tombstone", False), ("channel_join", False)],
)
def test_what_somebody_wrote_is_told_from_what_happened(subtype: str, talk: bool) -> None:
    message = {"user": "U1", "ts": "1.1", "text": "Late again.", "subtype": subtype}
    assert payloads.said_in(message, channel=ChannelId("C1")).is_talk is talk


def test_changes_and_deletions_are_told_apart_by_their_subtype() -> None:
    assert payloads.said(fixture("event_message_changed")).subtype == "message_changed"
    assert payloads.said(fixture("event_message_deleted")).subtype == "message_deleted"


def changed_message(**event: object) -> Changed:
    """The recorded change, with some of its event laid over."""
    body = fixture("event_message_changed")
    body["event"].update(event)
    found = payloads.changed(body)
    assert found is not None
    return found


def test_a_change_says_which_edit_it_comes_from() -> None:
    assert changed_message().edited == "1764061300.000000"


def test_a_change_of_words_that_names_no_edit_counts_from_when_it_was_told() -> None:
    told = changed_message(message={"ts": "1.0", "text": "three"}, event_ts="1764061399.000100")
    assert told.edited == "1764061399.000100"


def test_a_link_that_was_unfolded_is_no_edit() -> None:
    same = {"ts": "1.0", "text": "see https://example.org"}
    assert changed_message(message=same, previous_message=same).edited == ""


@pytest.mark.parametrize("name", ["event_member_joined_channel", "event_channel_shared"])
def test_what_happens_to_a_channel_names_it(name: str) -> None:
    found = payloads.moved(fixture(name))
    assert found.channel.startswith("C")
    assert found.event_id


@pytest.mark.parametrize("metadata", ["case-1", "[1]", "", "null"])
def test_metadata_that_is_not_ours_says_nothing(metadata: str) -> None:
    body = fixture("view_submission")
    body["view"]["private_metadata"] = metadata
    assert payloads.submission(body).view.about == {}


def test_every_kind_of_field_is_read() -> None:
    option = {"text": {"type": "plain_text", "text": "A"}, "value": "a"}
    values = payloads.Values(
        {
            "one": {"x": {"selected_option": option}},
            "many": {"x": {"selected_options": [option, {**option, "value": "b"}]}},
            "who": {"x": {"selected_user": "U1"}},
            "all": {"x": {"selected_users": ["U1", "U2"]}},
            "day": {"x": {"selected_date": "2026-12-01"}},
            "text": {"x": {"value": None}},
        }
    )
    assert values.choice("one") == "a"
    assert values.choices("many") == ("a", "b")
    assert values.person("who") == "U1"
    assert values.people("all") == ("U1", "U2")
    assert values.day("day") == date(2026, 12, 1)
    assert values.text("text") == ""
    assert "day" in values
    assert "other" not in values


def test_a_file_in_a_form_is_known_by_its_id_and_its_name() -> None:
    sent = payloads.submission(fixture("view_submission_file"))
    assert sent.actor == TOMAS
    assert sent.view.values.file("file") == ("F0FILE00001", "october.csv")
    assert sent.view.values.file("another") is None
