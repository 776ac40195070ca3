"""A world whose clock stands still until a test moves it, with messages and a modal in it."""

from dataclasses import dataclass
from typing import Any

from bot.sandbox.entities import Message, View
from bot.sandbox.opening import MARIA, SHARED, opening_world
from bot.sandbox.world import BOT_USER, World

JSON = dict[str, Any]


@dataclass(slots=True)
class Clock:
    """Seconds since 1970, moved by hand."""

    now: float = 1764061260.0

    def __call__(self) -> float:
        return self.now


def world_at(clock: Clock | None = None) -> World:
    return opening_world(clock or Clock())


def text_object(text: str) -> JSON:
    return {"type": "plain_text", "text": text, "emoji": True}


def rich(text: str) -> JSON:
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
    return {"type": "rich_text", "block_id": "b1", "elements": [section]}


def written(world: World, user: str = MARIA.id, text: str = "Late again.", **more: Any) -> Message:
    """A message of a person in the shared channel."""
    blocks = (rich(text),)
    given = {"channel": SHARED, "client_msg_id": "id-1", "blocks": blocks} | more
    return world.keep(Message(world.next_ts(), user=user, text=text, **given))


BUTTON: JSON = {
    "type": "button",
    "action_id": "tell_side",
    "text": text_object("Tell your side"),
    "value": "case-1",
    "style": "primary",
}
ACTIONS: JSON = {"type": "actions", "block_id": "case:1", "elements": [BUTTON]}


def posted(world: World, text: str = "A case was raised.", **more: Any) -> Message:
    """A message of the app with one button."""
    given = {"channel": SHARED, "blocks": (ACTIONS,)} | more
    return world.keep(Message(world.next_ts(), user=BOT_USER, text=text, **given))


SELECT: JSON = {
    "type": "static_select",
    "action_id": "kind",
    "placeholder": text_object("Choose one"),
    "options": [
        {"text": text_object("Delivery"), "value": "delivery"},
        {"text": text_object("Price"), "value": "price"},
    ],
}
WHAT: JSON = {
    "type": "input",
    "block_id": "what",
    "label": text_object("What happened?"),
    "optional": False,
    "dispatch_action": False,
    "element": {
        "type": "plain_text_input",
        "action_id": "text",
        "multiline": True,
        "dispatch_action_config": {"trigger_actions_on": ["on_enter_pressed"]},
    },
}
MODAL: JSON = {
    "type": "modal",
    "blocks": [WHAT, {"type": "actions", "block_id": "more", "elements": [SELECT]}],
    "private_metadata": "case-1",
    "callback_id": "raise",
    "title": text_object("Raise an issue"),
    "clear_on_close": False,
    "notify_on_close": True,
    "close": text_object("Cancel"),
    "submit": text_object("Raise"),
}


def opened(world: World, user: str = MARIA.id) -> View:
    """A modal open on somebody's screen, with a text typed and a choice made."""
    chosen = {"type": "static_select", "selected_option": SELECT["options"][0]}
    typed = {"type": "plain_text_input", "value": "Four days late"}
    entered = {("what", "text"): typed, ("more", "kind"): chosen}
    view = View("V1", user, "modal", MODAL, "1764061400.h1", root="V1", entered=entered)
    world.modals[user] = ["V1"]
    return world.put_view(view)
