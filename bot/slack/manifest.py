"""What Slack has to know of Parley, to paste in once: the app manifest, and why it asks for what.

Nothing is imported here but the standard library, so that `parley manifest` answers at once.
"""

import json
from collections.abc import Mapping
from typing import Any, Final

COMMAND: Final = "/parley"

SCOPES: Final[Mapping[str, str]] = {
    "app_mentions:read": "to hear a mention in a thread, and answer it with the ways to begin",
    "assistant:write": "to stand among Slack's agents, with first prompts and a sign of life",
    "channels:history": "to read the thread that an issue comes from, in public channels",
    "channels:read": "to see who shares a public channel, and whether it crosses organisations",
    "chat:write": "to post case cards and keep them up to date, and to tell one person something",
    "commands": "for /parley and the shortcuts on messages",
    "files:read": "to read a file that somebody attaches to Parley's form, to count or show it",
    "files:write": "to show how even packages are, a channel's month, and how a promise was kept",
    "groups:history": "to read the thread that an issue comes from, in private channels",
    "groups:read": "to see who shares a private channel, and whether it crosses organisations",
    "im:history": "to read what a person asks Parley alone, and answer it",
    "im:write": "to tell somebody of this organisation in one message what waits for them",
    "pins:write": "to keep the way to everybody's desk pinned in a shared channel",
    "reactions:read": "to see the scales put to a message, and show who did it the ways to begin",
    "team:read": "to call the organisations of a channel by their names",
    "users:read": "to know a person's name, time zone, organisation, and whether they are a guest",
}
"""Every scope with its reason. E-mail addresses are not among them. Of files, Parley opens those
that somebody attached to a form of its own."""

EVENTS: Final[Mapping[str, str]] = {
    "app_home_opened": "somebody opened Parley's own page",
    "app_mention": "somebody called Parley into a thread",
    "channel_shared": "another organisation joined the channel",
    "channel_unarchive": "a public channel was opened again, and its cards are brought up to date",
    "channel_unshared": "an organisation left the channel",
    "group_unarchive": "the same in a private channel",
    "member_joined_channel": "somebody came who may speak for a side",
    "member_left_channel": "somebody left who may have been waited for",
    "message.channels": "what was said around a case, in public channels",
    "message.groups": "what was said around a case, in private channels",
    "message.im": "what a person asks Parley alone",
    "reaction_added": "somebody put the scales to a message",
}

APP_SCOPES: Final[Mapping[str, str]] = {
    "connections:write": "to open the connection over which Slack reaches Parley",
}
"""Of the app-level token, which a manifest cannot ask for."""

SHORTCUTS: Final = (
    {
        "name": "Just clarify",
        "type": "message",
        "callback_id": "clarify",
        "description": "Ask each side in private what was meant and understood, one line each",
    },
    {
        "name": "Raise an issue",
        "type": "message",
        "callback_id": "raise_issue",
        "description": "Put this on the table, for both sides to look at",
    },
    {
        "name": "Suggest trade-offs",
        "type": "message",
        "callback_id": "tradeoffs",
        "description": "Three trades for the terms in this message, shown to you alone",
    },
    {
        "name": "Raise an issue",
        "type": "global",
        "callback_id": "raise_issue_anywhere",
        "description": "Put something on the table in a channel that you choose",
    },
)

PROMPTS: Final = (
    {"title": "What waits for me?", "message": "What waits for me?"},
    {
        "title": "Suggest a trade",
        "message": "They want payment after 60 days instead of 30. What could we ask for?",
    },
    {"title": "What can you do?", "message": "Help"},
)

_ABOUT: Final = (
    "Parley serves both sides of a shared channel equally. It writes an issue down when it "
    "arises, asks each side in private what it means and needs, words one common statement that "
    "both confirm, and works out packages that leave both better off. People decide: nothing is "
    "agreed until an authorised person of each side has accepted the same text. What one side "
    "tells in private is never shown to the other."
)


def manifest() -> dict[str, Any]:
    """The app manifest as Slack reads it (docs.slack.dev/reference/app-manifest)."""
    return {
        "_metadata": {"major_version": 1, "minor_version": 1},
        "display_information": {
            "name": "Parley",
            "description": "A neutral facilitator for companies that share a channel",
            "long_description": _ABOUT,
            "background_color": "#2c4a52",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "agent_view": {
                "agent_description": "Suggests trades, and shows what waits for you",
                "suggested_prompts": [dict(prompt) for prompt in PROMPTS],
            },
            "bot_user": {"display_name": "Parley", "always_online": True},
            "shortcuts": [dict(shortcut) for shortcut in SHORTCUTS],
            "slash_commands": [
                {
                    "command": COMMAND,
                    "description": "Raise an issue, see the cases, get the digest",
                    "usage_hint": "raise TEXT | list | case NUMBER | digest | tradeoffs TEXT",
                    "should_escape": False,
                }
            ],
        },
        "oauth_config": {"scopes": {"bot": sorted(SCOPES)}},
        "settings": {
            "event_subscriptions": {"bot_events": sorted(EVENTS)},
            "interactivity": {"is_enabled": True},
            "org_deploy_enabled": False,
            "socket_mode_enabled": True,
            "token_rotation_enabled": False,
        },
    }


def manifest_json() -> str:
    """The manifest as text to paste."""
    return json.dumps(manifest(), indent=2, ensure_ascii=False)
