"""pins: messages that stay at hand in a channel."""

from collections.abc import Mapping

from bot.sandbox.refusals import SlackRefusal
from bot.sandbox.web_api.calls import JSON, Arguments, Method
from bot.sandbox.workspace import Workspace

MOST = 100
"""Slack keeps so many pins in a channel."""


def add(workspace: Workspace, call: Arguments) -> JSON:
    """Raises SlackRefusal no_item_specified, message_not_found, already_pinned, not_pinnable."""
    world = workspace.world
    channel = world.open_channel(call.required("channel"))
    if not call.text("timestamp"):
        raise SlackRefusal("no_item_specified")
    message = world.message(channel.id, call.text("timestamp"))
    pinned = world.pins.setdefault(channel.id, [])
    if message.ts in pinned:
        raise SlackRefusal("already_pinned")
    if len(pinned) >= MOST:
        raise SlackRefusal("too_many_pins")
    pinned.append(message.ts)
    return {}


def remove(workspace: Workspace, call: Arguments) -> JSON:
    """Raises SlackRefusal no_item_specified, message_not_found, no_pin."""
    world = workspace.world
    channel = world.open_channel(call.required("channel"))
    if not call.text("timestamp"):
        raise SlackRefusal("no_item_specified")
    message = world.message(channel.id, call.text("timestamp"))
    pinned = world.pins.get(channel.id, [])
    if message.ts not in pinned:
        raise SlackRefusal("no_pin")
    pinned.remove(message.ts)
    return {}


METHODS: Mapping[str, Method] = {"pins.add": add, "pins.remove": remove}
