"""The manifest says what the app offers and hears; without one everything goes."""

from bot.sandbox.options import AppManifest, Options

MANIFEST = AppManifest.parse(
    {
        "features": {
            "slash_commands": [{"command": "/parley", "description": "Parley"}],
            "shortcuts": [
                {"name": "Raise an issue", "type": "message", "callback_id": "raise_issue"},
                {"name": "New issue", "type": "global", "callback_id": "new_issue"},
            ],
        },
        "oauth_config": {"scopes": {"bot": ["chat:write", "commands"]}},
        "settings": {"event_subscriptions": {"bot_events": ["app_mention", "message.channels"]}},
    }
)


def test_a_declared_command_is_there_and_no_other() -> None:
    assert MANIFEST.has_command("/parley")
    assert not MANIFEST.has_command("/other")


def test_a_shortcut_is_found_by_its_name_and_by_its_callback_id() -> None:
    assert MANIFEST.callback_of("Raise an issue", on_messages=True) == "raise_issue"
    assert MANIFEST.callback_of("raise_issue", on_messages=True) == "raise_issue"
    assert MANIFEST.callback_of("New issue", on_messages=False) == "new_issue"


def test_a_shortcut_stands_in_its_own_menu_only() -> None:
    assert MANIFEST.callback_of("Raise an issue", on_messages=False) is None
    assert MANIFEST.callback_of("New issue", on_messages=True) is None


def test_only_events_subscribed_to_are_wanted() -> None:
    assert MANIFEST.wants("message.channels")
    assert not MANIFEST.wants("message.im")


def test_scopes_are_read() -> None:
    assert MANIFEST.scopes == ("chat:write", "commands")


def test_without_a_manifest_everything_goes() -> None:
    everything = AppManifest()
    assert everything.has_command("/anything")
    assert everything.wants("reaction_added")
    assert everything.callback_of("any_callback", on_messages=True) == "any_callback"


def test_an_empty_manifest_declares_nothing() -> None:
    nothing = AppManifest.parse({})
    assert not nothing.has_command("/parley")
    assert not nothing.wants("app_mention")


def test_slacks_own_times_are_the_default() -> None:
    options = Options()
    assert (options.ack_seconds, options.trigger_seconds, options.pace) == (3.0, 3.0, 0.0)
    assert options.max_sockets == 10
