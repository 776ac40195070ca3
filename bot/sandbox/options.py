"""How strict and how patient one sandbox is, and what the app has declared to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

BOT_TOKEN = "xoxb-sandbox-bot"
APP_TOKEN = "xapp-sandbox-app"


@dataclass(frozen=True, slots=True)
class Options:
    """The sandbox's switches; all times in seconds.

    `pace` is Slack's least time between two messages of the app in a channel, 0 for no limit.
    `retry_delays` are the waits before each new attempt to deliver an event. `stream_seconds` is
    how long a stream lives, whatever is appended to it; `response_url_seconds` how long an
    address for answers does; `file_seconds` how long a complete file is
    worked on before it can stand in a block.
    """

    ack_seconds: float = 3.0
    trigger_seconds: float = 3.0
    retry_delays: tuple[float, ...] = (1.0, 5.0, 15.0)
    pace: float = 0.0
    bot_token: str = BOT_TOKEN
    app_token: str = APP_TOKEN
    max_sockets: int = 10
    stream_seconds: float = 300.0
    response_url_seconds: float = 1_800.0
    file_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A shortcut that the app declares: its name in the menus, and its callback_id."""

    name: str
    callback_id: str
    on_messages: bool


@dataclass(frozen=True, slots=True)
class AppManifest:
    """What the app declares in Slack's manifest. An empty one declares everything."""

    commands: tuple[str, ...] = ()
    shortcuts: tuple[Shortcut, ...] = ()
    events: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ()
    given: bool = field(default=False)

    @classmethod
    def parse(cls, manifest: Mapping[str, Any]) -> "AppManifest":
        """Read Slack's manifest in its JSON form."""
        features = manifest.get("features", {})
        settings = manifest.get("settings", {})
        return cls(
            commands=tuple(c["command"] for c in features.get("slash_commands", ())),
            shortcuts=tuple(
                Shortcut(s["name"], s["callback_id"], s["type"] == "message")
                for s in features.get("shortcuts", ())
            ),
            events=tuple(settings.get("event_subscriptions", {}).get("bot_events", ())),
            scopes=tuple(manifest.get("oauth_config", {}).get("scopes", {}).get("bot", ())),
            given=True,
        )

    def has_command(self, command: str) -> bool:
        return not self.given or command in self.commands

    def callback_of(self, name: str, *, on_messages: bool) -> str | None:
        """The callback_id of a shortcut named by its visible name or by its callback_id."""
        if not self.given:
            return name
        for shortcut in self.shortcuts:
            if shortcut.on_messages == on_messages and name in (
                shortcut.name,
                shortcut.callback_id,
            ):
                return shortcut.callback_id
        return None

    def may(self, scope: str) -> bool:
        return not self.given or scope in self.scopes

    def wants(self, event: str) -> bool:
        return not self.given or event in self.events
