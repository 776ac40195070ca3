"""The door: a payload that cannot be read goes no further than here."""

import logging
from collections.abc import Callable, Mapping
from typing import Any

from slack_bolt import App
from slack_bolt.response import BoltResponse

from bot.slack.payloads import (
    Body,
    NotUnderstood,
    changed,
    click,
    command,
    looked,
    moved,
    reacted,
    said,
    shortcut,
    submission,
)

log = logging.getLogger(__name__)

_BY_TYPE: Mapping[str, Callable[[Body], Any]] = {
    "block_actions": click,
    "view_submission": submission,
    "view_closed": submission,
    "message_action": shortcut,
    "shortcut": shortcut,
}
_BY_EVENT: Mapping[str, tuple[Callable[[Body], Any], ...]] = {
    "message": (changed, said),
    "app_mention": (said,),
    "reaction_added": (reacted,),
    "app_home_opened": (looked,),
    "member_joined_channel": (moved,),
    "member_left_channel": (moved,),
    "channel_shared": (moved,),
    "channel_unarchive": (moved,),
    "channel_unshared": (moved,),
    "group_unarchive": (moved,),
}


def register(app: App) -> None:
    @app.middleware
    def only_what_can_be_read(
        body: dict[str, Any],
        next: Callable[[], BoltResponse],  # noqa: A002  # Bolt's own name
    ) -> BoltResponse:
        """Dropped with a line in the log. A form stays open before its sender instead."""
        try:
            _read(body)
        except NotUnderstood as fault:
            log.warning("a payload was not understood: %s", fault)
            return BoltResponse(status=500 if body.get("type") == "view_submission" else 200)
        return next()


def _read(body: Body) -> None:
    kind = body.get("type")
    if isinstance(kind, str) and kind in _BY_TYPE:
        _BY_TYPE[kind](body)
    elif "command" in body:
        command(body)
    elif isinstance(event := body.get("event"), Mapping):
        named = event.get("type")
        for parse in _BY_EVENT.get(named, ()) if isinstance(named, str) else ():
            parse(body)
