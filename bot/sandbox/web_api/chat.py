"""chat: what the app writes, changes and takes back."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.sandbox import limits
from bot.sandbox.blocks import check_message_blocks
from bot.sandbox.entities import Channel, Message
from bot.sandbox.pictures import check_pictures
from bot.sandbox.refusals import SlackRefusal
from bot.sandbox.shapes import message_json
from bot.sandbox.state import completed
from bot.sandbox.web_api.calls import JSON, Arguments, Method
from bot.sandbox.workspace import Workspace
from bot.sandbox.world import BOT_USER

UNREADABLE = "This content can't be displayed."


def blocks_of(workspace: Workspace, blocks: Any) -> tuple[JSON, ...]:
    """Checked and completed blocks. Raises SlackRefusal invalid_blocks with every fault."""
    if blocks is None:
        return ()
    check_message_blocks(blocks)
    check_pictures(workspace.world, blocks)
    return tuple(completed(blocks, serial=lambda: workspace.world.new_id("b")))


def body_of(workspace: Workspace, call: Arguments, *, most: int) -> tuple[str, tuple[JSON, ...]]:
    """The text and blocks of a message to be. Raises SlackRefusal."""
    blocks = blocks_of(workspace, call.structure("blocks", "invalid_blocks_format"))
    text = call.text("text")
    if not text and not blocks:
        raise SlackRefusal("no_text")
    if len(text) > most:
        raise SlackRefusal("msg_too_long")
    return text or UNREADABLE, blocks


def metadata_of(call: Arguments) -> JSON | None:
    metadata = call.structure("metadata", "invalid_metadata_format")
    if metadata is None:
        return None
    if not isinstance(metadata, dict) or not isinstance(metadata.get("event_type"), str):
        raise SlackRefusal("invalid_metadata_schema")
    if not isinstance(metadata.get("event_payload"), dict):
        raise SlackRefusal("invalid_metadata_schema")
    if len(json.dumps(metadata).encode()) > limits.METADATA_BYTES:
        raise SlackRefusal("metadata_too_large")
    return metadata


def _target(workspace: Workspace, call: Arguments) -> Channel:
    """The channel to write to; a person's id opens the direct conversation."""
    name = call.text("channel")
    if name.startswith("U"):
        if workspace.world.is_external(name):
            raise SlackRefusal("channel_not_found")
        return workspace.world.direct_channel(name)
    return workspace.world.open_channel(name)


def _keep_pace(workspace: Workspace, channel: Channel) -> None:
    now, pace = workspace.world.clock(), workspace.options.pace
    if pace and now - workspace.last_posts.get(channel.id, 0.0) < pace:
        raise SlackRefusal("ratelimited", retry_after=max(1, round(pace)))
    workspace.last_posts[channel.id] = now


def thread_of(workspace: Workspace, channel: Channel, call: Arguments) -> str:
    thread = call.text("thread_ts")
    if not thread:
        return ""
    root = workspace.world.messages.get((channel.id, thread))
    if root is None or root.ephemeral:
        raise SlackRefusal("thread_not_found")
    return root.thread_ts or root.ts


def post(workspace: Workspace, call: Arguments) -> JSON:
    channel = _target(workspace, call)
    text, blocks = body_of(workspace, call, most=limits.MESSAGE_TEXT)
    metadata, thread = metadata_of(call), thread_of(workspace, channel, call)
    _keep_pace(workspace, channel)
    message = workspace.say(
        Message(
            workspace.world.next_ts(),
            channel.id,
            BOT_USER,
            text,
            blocks=blocks,
            thread_ts=thread,
            metadata=metadata,
            broadcast=call.flag("reply_broadcast"),
        )
    )
    told = message_json(workspace.world, message)
    if metadata is not None:
        told["metadata"] = metadata
    return {"channel": channel.id, "ts": message.ts, "message": told}


def _own(workspace: Workspace, call: Arguments, refusal: str) -> Message:
    channel = workspace.world.open_channel(call.text("channel"))
    message = workspace.world.message(channel.id, call.required("ts"))
    if message.user != BOT_USER:
        raise SlackRefusal(refusal)
    return message


def update(workspace: Workspace, call: Arguments) -> JSON:
    """Change a message of the app. A text alone takes the blocks away; metadata alone nothing.

    While a message streams it takes appended text only: streaming_state_conflict.
    """
    before = _own(workspace, call, "cant_update_message")
    if before.streaming_until > workspace.world.clock():
        raise SlackRefusal("streaming_state_conflict")
    changes: dict[str, Any] = {}
    if "metadata" in call:
        changes["metadata"] = metadata_of(call)
    if "text" in call or "blocks" in call or not changes:
        text, blocks = body_of(workspace, call, most=limits.UPDATE_TEXT)
        changes |= {"text": text, "blocks": blocks}
        changes |= {} if blocks else {"edited_ts": workspace.world.next_ts()}
    after = workspace.edit(before, replace(before, **changes))
    told = message_json(workspace.world, after)
    return {"channel": after.channel, "ts": after.ts, "text": after.text, "message": told}


def delete(workspace: Workspace, call: Arguments) -> JSON:
    message = _own(workspace, call, "cant_delete_message")
    workspace.delete(message)
    return {"channel": message.channel, "ts": message.ts}


def post_ephemeral(workspace: Workspace, call: Arguments) -> JSON:
    """A message for one person's eyes, who must be in the channel: user_not_in_channel."""
    channel = workspace.world.open_channel(call.text("channel"))
    reader = workspace.world.member(call.required("user"))
    if reader.id not in channel.members:
        raise SlackRefusal("user_not_in_channel")
    text, blocks = body_of(workspace, call, most=limits.MESSAGE_TEXT)
    message = workspace.say(
        Message(
            workspace.world.next_ts(),
            channel.id,
            BOT_USER,
            text,
            blocks=blocks,
            thread_ts=thread_of(workspace, channel, call),
            seen_by=reader.id,
        )
    )
    return {"message_ts": message.ts}


def permalink(workspace: Workspace, call: Arguments) -> JSON:
    channel = workspace.world.channel(call.text("channel"))
    message = workspace.world.message(channel.id, call.text("message_ts"))
    place = f"{channel.id}/p{message.ts.replace('.', '')}"
    link = f"https://{workspace.world.host.domain}.slack.com/archives/{place}"
    if message.thread_ts and message.thread_ts != message.ts:
        link += f"?thread_ts={message.thread_ts}&cid={channel.id}"
    return {"channel": channel.id, "permalink": link}


METHODS: Mapping[str, Method] = {
    "chat.postMessage": post,
    "chat.update": update,
    "chat.delete": delete,
    "chat.postEphemeral": post_ephemeral,
    "chat.getPermalink": permalink,
}
