"""The comparison with the fixtures sees what it must see."""

import pytest

from tests.sandbox.fixtures import FOLDER, differences, fixture


def test_every_kind_of_payload_has_a_fixture() -> None:
    names = {path.stem for path in FOLDER.glob("*.json")}
    assert names >= {
        "event_app_mention",
        "event_message",
        "event_message_in_thread",
        "event_message_thread_broadcast",
        "event_message_changed",
        "event_message_deleted",
        "event_member_joined_channel",
        "event_member_left_channel",
        "event_app_home_opened",
        "event_reaction_added",
        "event_reaction_removed",
        "event_channel_shared",
        "slash_command",
        "message_action",
        "shortcut",
        "block_actions_message",
        "block_actions_modal",
        "view_submission",
        "view_submission_external",
        "view_submission_file",
        "view_closed",
    }


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.json")), ids=lambda p: p.stem)
def test_a_fixture_equals_itself(path: object) -> None:
    name = str(getattr(path, "stem", ""))
    assert list(differences(fixture(name), fixture(name))) == []


@pytest.mark.parametrize(
    ("expected", "actual"),
    [
        ({"a": 1}, {}),
        ({}, {"a": 1}),
        ({"a": 1}, {"a": "1"}),
        ({"a": None}, {"a": "x"}),
        ({"a": [1]}, {"a": []}),
        ({"a": [{"b": 1}]}, {"a": [{"c": 1}]}),
    ],
)
def test_a_difference_in_keys_or_types_is_seen(expected: object, actual: object) -> None:
    assert list(differences(expected, actual))
