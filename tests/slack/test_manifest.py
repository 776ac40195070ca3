"""The manifest: what Slack has to know, within its limits, and nothing that has no reason."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.slack.manifest import (
    APP_SCOPES,
    COMMAND,
    EVENTS,
    SCOPES,
    SHORTCUTS,
    manifest,
    manifest_json,
)

ROOT = Path(__file__).parent.parent.parent
GUIDE = (ROOT / "docs" / "slack-setup.md").read_text(encoding="utf-8")


def table_under(heading: str) -> dict[str, str]:
    """The first table after this line of the guide, as name and reason."""
    after = GUIDE.split(heading, 1)[1].lstrip("\n").split("\n\n", 1)[0]
    rows = re.findall(r"^\| `([^`]+)` \| (.+) \|$", after, re.MULTILINE)
    assert len(rows) == len(dict(rows))
    return dict(rows)


def test_it_is_json_and_says_the_same() -> None:
    assert json.loads(manifest_json()) == manifest()


def test_parley_works_without_a_public_address() -> None:
    settings = manifest()["settings"]
    assert settings["socket_mode_enabled"] is True
    assert settings["interactivity"] == {"is_enabled": True}
    assert settings["token_rotation_enabled"] is False
    assert "http" not in manifest_json()


def test_it_asks_for_what_has_a_reason_and_nothing_else() -> None:
    asked = manifest()
    assert asked["oauth_config"]["scopes"] == {"bot": list(SCOPES)}
    assert asked["settings"]["event_subscriptions"]["bot_events"] == list(EVENTS)
    assert all(
        reason and reason.strip() == reason for reason in (*SCOPES.values(), *EVENTS.values())
    )


@pytest.mark.parametrize(
    ("heading", "held"),
    [
        ("The bot's scopes:", SCOPES),
        ("The app-level token's:", APP_SCOPES),
        ("The events that it listens to, in channels that it was invited to:", EVENTS),
    ],
)
def test_the_guide_gives_the_same_reasons(heading: str, held: dict[str, str]) -> None:
    assert table_under(heading) == dict(held)


def test_each_event_has_the_scope_it_needs() -> None:
    needs = {
        "app_mention": "app_mentions:read",
        "message.channels": "channels:history",
        "message.groups": "groups:history",
        "member_joined_channel": "channels:read",
        "member_left_channel": "channels:read",
        "channel_shared": "channels:read",
        "channel_unarchive": "channels:read",
        "channel_unshared": "channels:read",
        "group_unarchive": "groups:read",
        "message.im": "im:history",
        "reaction_added": "reactions:read",
    }
    assert EVENTS.keys() - needs.keys() == {"app_home_opened"}
    assert set(needs.values()) <= SCOPES.keys()


def test_what_parley_does_not_read_it_does_not_ask_for() -> None:
    unwanted = ("mpim:", "email", "reactions:write", "admin", "users:write")
    assert [s for s in SCOPES if any(word in s for word in unwanted)] == []


def test_what_is_listened_to_is_asked_for_and_nothing_else() -> None:
    listeners = ROOT / "bot" / "slack" / "listeners"
    source = "".join(p.read_text(encoding="utf-8") for p in sorted(listeners.glob("*.py")))
    heard = set(re.findall(r"app\.event\(\"(\w+)\"\)", source))
    assert heard == {event.partition(".")[0] for event in EVENTS}
    assert all(f'"{shortcut["callback_id"]}"' in source for shortcut in SHORTCUTS)


def test_the_light_way_is_offered_first() -> None:
    assert [s["callback_id"] for s in SHORTCUTS if s["type"] == "message"] == [
        "clarify",
        "raise_issue",
        "tradeoffs",
    ]


def test_names_and_descriptions_are_within_slacks_limits() -> None:
    asked = manifest()
    shown = asked["display_information"]
    assert len(shown["name"]) <= 35
    assert len(shown["description"]) <= 140
    assert 174 <= len(shown["long_description"]) <= 4_000
    for shortcut in asked["features"]["shortcuts"]:
        assert len(shortcut["name"]) <= 24
        assert len(shortcut["description"]) <= 150
    [command] = asked["features"]["slash_commands"]
    assert command["command"] == COMMAND
    assert len(command["usage_hint"]) <= 1_000


def test_printing_it_waits_for_no_library() -> None:
    program = (
        "import sys, bot.slack.manifest as m; m.manifest_json();"
        "print([n for n in ('slack_bolt', 'slack_sdk', 'sqlalchemy', 'dbos') if n in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
