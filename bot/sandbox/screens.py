"""What one person can see, as JSON: a channel, the open modal, Home. Nothing of anybody else."""

from typing import Any

from bot.sandbox.entities import Channel, Message, View
from bot.sandbox.gestures import place
from bot.sandbox.mrkdwn import shown
from bot.sandbox.reading import Reader, body_text, controls, lines
from bot.sandbox.workspace import Workspace

JSON = dict[str, Any]


def reader(workspace: Workspace, user: str) -> Reader:
    world = workspace.world
    names = {m.id: m.name for m in world.members.values()}
    names |= {c.id: c.name for c in world.channels.values()}
    return Reader(names, world.member(user).tz)


def channel_screen(workspace: Workspace, user: str, channel_id: str) -> JSON:
    """Every message of a channel that this person can see, threads included, oldest first."""
    channel = place(workspace, user, channel_id)
    who = reader(workspace, user)
    seen = workspace.world.in_channel(channel.id, reader=user)
    messages = [message_seen(workspace, who, user, m) for m in seen]
    return {"channel": channel.id, "name": channel.name, "messages": messages}


def message_seen(workspace: Workspace, who: Reader, user: str, message: Message) -> JSON:
    entered = workspace.entered_in(user, message)
    return {
        "ts": message.ts,
        "channel": message.channel,
        "author": who.name(message.user),
        "author_id": message.user,
        "text": "\n".join([*_words(message, who), *_files(workspace, message)]),
        "notification": shown(message.text, names=who.name, zone=who.zone),
        "thread_ts": message.thread_ts,
        "ephemeral": message.ephemeral,
        "edited": bool(message.edited_ts),
        "reactions": [f":{name}: {who.name(by)}" for name, by in message.reactions],
        "controls": [c.as_json() for c in controls(message.blocks, entered, who)],
    }


def _words(message: Message, who: Reader) -> list[str]:
    text = body_text(message.text, message.blocks, who)
    return [text] if text else []


def _files(workspace: Workspace, message: Message) -> list[str]:
    """What a reader is told of each file: its description, else its title."""
    files = [workspace.world.files[f] for f in message.files]
    return [f.alt_text or f.title for f in files]


def view_seen(workspace: Workspace, user: str, view: View) -> JSON:
    """A modal or Home as read: title, texts, fields with what they hold, refusals."""
    who = reader(workspace, user)
    blocks = view.definition["blocks"]
    return {
        "id": view.id,
        "title": who.text(view.definition.get("title")),
        "text": "\n".join(line for line in lines(blocks, who) if line),
        "submit": who.text(view.definition.get("submit")),
        "close": who.text(view.definition.get("close")) or "Cancel",
        "controls": [c.as_json() for c in controls(blocks, view.entered, who)],
        "errors": dict(view.errors),
    }


def channels_seen(workspace: Workspace, user: str) -> list[JSON]:
    """The channels and conversations in this person's sidebar."""
    listed = [c for c in workspace.world.channels.values() if user in c.members]
    return [_in_sidebar(c) for c in listed]


def _in_sidebar(channel: Channel) -> JSON:
    name = "Parley" if channel.is_direct else channel.name
    return {
        "id": channel.id,
        "name": name,
        "direct": channel.is_direct,
        "shared": channel.is_ext_shared,
        "archived": channel.archived,
    }
