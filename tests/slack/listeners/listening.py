"""What the bot's listeners listen for, by name, as registered on Bolt's app."""

import re
from collections.abc import Callable
from typing import Any, cast

from slack_bolt import App

from bot.slack.app import SCREENS
from bot.slack.listeners.reception import Reception


class Listening:
    """Stands in for Bolt's app and keeps what is registered on it."""

    def __init__(self) -> None:
        self.heard: set[str] = set()

    def _register(self, kind: str) -> Callable[..., Callable[[Any], Any]]:
        def on(what: Any) -> Callable[[Any], Any]:
            name = what.pattern if isinstance(what, re.Pattern) else str(what)
            plain = re.split(r"\(", name.replace("\\", ""))[0].rstrip(".")
            self.heard.add(f"{kind} {plain}".strip())
            return lambda listener: listener

        return on

    def __getattr__(self, kind: str) -> Callable[..., Callable[[Any], Any]]:
        shown = kind in {"shortcut", "command", "event"}
        return self._register(kind if shown else "")


def heard() -> set[str]:
    """Nothing is asked of the reception before somebody presses."""
    app = Listening()
    for screen in SCREENS:
        screen.register(cast(App, app), cast(Reception, object()))
    return app.heard
