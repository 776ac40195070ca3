"""The door: a payload that cannot be read goes no further than here; whoever waits is told."""

import json
import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from slack_bolt import App
from slack_bolt.response import BoltResponse

from bot.mediation.people import PersonId
from bot.slack.limits import fitted_view
from bot.slack.listeners.reception import NOT_NOW, Reception
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
    trigger_of,
)
from bot.slack.views.private.notices import notice

log = logging.getLogger(__name__)

NO_FORM = (
    "Parley could not read this form. What you wrote still stands in it: close this, copy it, and "
    "open the form anew from the case's card."
)
NO_PRESS = (
    "Parley could not read what was pressed. Please press it once more, or go on from the case's "
    "card or My desk."
)
NO_COMMAND = (
    "Parley could not read that. Please type it once more; `/parley help` shows what it can do."
)

_JSON: dict[str, str | Sequence[str]] = {"Content-Type": ["application/json"]}

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


def register(app: App, reception: Reception) -> None:
    @app.middleware
    def only_what_can_be_read(
        body: dict[str, Any],
        next: Callable[[], BoltResponse],  # noqa: A002  # Bolt's own name
    ) -> BoltResponse:
        """Kept out, with a line in the log."""
        try:
            _read(body)
        except NotUnderstood as fault:
            log.warning("a payload was not understood: %s", fault, exc_info=fault)
            return _told(body, reception)
        return next()


def _told(body: Body, reception: Reception) -> BoltResponse:
    """What whoever waits reads. A form stays as it is, under the sentence."""
    if body.get("type") == "view_submission":
        laid = {"response_action": "push", "view": fitted_view(notice(NOT_NOW, NO_FORM))}
        return BoltResponse(status=200, body=json.dumps(laid), headers=_JSON)
    if "command" in body:
        return BoltResponse(status=200, body=NO_COMMAND)
    trigger, over = trigger_of(body)
    if trigger:
        put = reception.push if over else reception.open
        put(trigger, notice(NOT_NOW, NO_PRESS), origin=None, person=PersonId(""))
    return BoltResponse(status=200)


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
