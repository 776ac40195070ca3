"""Commands, shortcuts, clicks and forms as the app receives them. Pure: world in, JSON out."""

from typing import Any

from bot.sandbox.entities import Channel, Message, View
from bot.sandbox.events import TOKEN
from bot.sandbox.shapes import message_json, view_json
from bot.sandbox.world import APP_ID, World

JSON = dict[str, Any]


def _who(world: World, user: str) -> JSON:
    member = world.member(user)
    return {
        "id": member.id,
        "username": member.handle,
        "name": member.handle,
        "team_id": member.team_id,
    }


def _where(world: World) -> JSON:
    return {
        "token": TOKEN,
        "team": {"id": world.host.id, "domain": world.host.domain},
        "enterprise": None,
        "is_enterprise_install": False,
    }


def _place(channel: Channel) -> JSON:
    return {"id": channel.id, "name": channel.name}


def slash_command(
    world: World, user: str, channel: Channel, *, command: str, text: str, url: str, trigger: str
) -> JSON:
    return {
        "token": TOKEN,
        "team_id": world.host.id,
        "team_domain": world.host.domain,
        "channel_id": channel.id,
        "channel_name": channel.name,
        "user_id": user,
        "user_name": world.member(user).handle,
        "command": command,
        "text": text,
        "api_app_id": APP_ID,
        "is_enterprise_install": "false",
        "response_url": url,
        "trigger_id": trigger,
    }


def message_action(
    world: World, user: str, message: Message, *, callback: str, url: str, trigger: str
) -> JSON:
    return _where(world) | {
        "type": "message_action",
        "action_ts": world.next_ts(),
        "user": _who(world, user),
        "channel": _place(world.channel(message.channel)),
        "callback_id": callback,
        "trigger_id": trigger,
        "response_url": url,
        "message_ts": message.ts,
        "message": message_json(world, message),
    }


def global_shortcut(world: World, user: str, *, callback: str, trigger: str) -> JSON:
    return _where(world) | {
        "type": "shortcut",
        "action_ts": world.next_ts(),
        "user": _who(world, user),
        "callback_id": callback,
        "trigger_id": trigger,
    }


def message_block_actions(
    world: World, user: str, message: Message, action: JSON, *, state: JSON, url: str, trigger: str
) -> JSON:
    """A click under a message. An ephemeral message is not sent along, as in Slack."""
    container: JSON = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": message.channel,
        "is_ephemeral": message.ephemeral,
    }
    if message.thread_ts:
        container["thread_ts"] = message.thread_ts
    body = _where(world) | {
        "type": "block_actions",
        "user": _who(world, user),
        "api_app_id": APP_ID,
        "container": container,
        "trigger_id": trigger,
        "channel": _place(world.channel(message.channel)),
        "state": {"values": state},
        "response_url": url,
        "actions": [action | {"action_ts": world.next_ts()}],
    }
    return body if message.ephemeral else body | {"message": message_json(world, message)}


def view_block_actions(
    world: World, user: str, view: View, action: JSON, *, state: JSON, trigger: str
) -> JSON:
    """A click or a choice inside a modal or on Home."""
    return _where(world) | {
        "type": "block_actions",
        "user": _who(world, user),
        "api_app_id": APP_ID,
        "container": {"type": "view", "view_id": view.id},
        "trigger_id": trigger,
        "view": view_json(world, view, state),
        "actions": [action | {"action_ts": world.next_ts()}],
    }


def view_submission(
    world: World, user: str, view: View, *, state: JSON, response_urls: list[JSON], trigger: str
) -> JSON:
    return _where(world) | {
        "type": "view_submission",
        "user": _who(world, user),
        "api_app_id": APP_ID,
        "trigger_id": trigger,
        "view": view_json(world, view, state),
        "response_urls": response_urls,
    }


def view_closed(world: World, user: str, view: View, *, state: JSON, cleared: bool) -> JSON:
    return _where(world) | {
        "type": "view_closed",
        "user": _who(world, user),
        "api_app_id": APP_ID,
        "view": view_json(world, view, state),
        "is_cleared": cleared,
    }
