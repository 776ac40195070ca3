"""chat.startStream and its kin: text that grows in one message while the app is at it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.sandbox import limits
from bot.sandbox.entities import Channel, Message
from bot.sandbox.refusals import SlackRefusal
from bot.sandbox.web_api.calls import JSON, Arguments, Method
from bot.sandbox.web_api.chat import blocks_of, metadata_of, thread_of
from bot.sandbox.workspace import Workspace
from bot.sandbox.world import BOT_USER

CHUNKS = ("markdown_text", "task_update", "plan_update", "blocks")


def start(workspace: Workspace, call: Arguments) -> JSON:
    """A new message in the state of streaming: in a direct conversation always as a reply, in a
    channel for one named person.

    A stream ends by itself some minutes after its start, even while it is appended to
    (slackapi/python-slack-sdk#1859); the message stays as it stood.
    """
    channel = workspace.world.open_channel(call.required("channel"))
    _for_somebody(channel, call)
    thread = thread_of(workspace, channel, call)
    message = workspace.say(
        Message(
            workspace.world.next_ts(),
            channel.id,
            BOT_USER,
            _text_of(call),
            thread_ts=thread,
            streaming_until=workspace.world.clock() + workspace.options.stream_seconds,
        )
    )
    return {"channel": channel.id, "ts": message.ts}


def append(workspace: Workspace, call: Arguments) -> JSON:
    message = _streaming(workspace, call)
    more = _text_of(call)
    if not more and "chunks" not in call:
        raise SlackRefusal("no_text")
    workspace.edit(message, replace(message, text=message.text + more))
    return {"channel": message.channel, "ts": message.ts}


def stop(workspace: Workspace, call: Arguments) -> JSON:
    """End a stream, with last words, blocks below them and metadata, each where given."""
    message = _streaming(workspace, call)
    changes: dict[str, Any] = {"text": message.text + _text_of(call), "streaming_until": 0.0}
    blocks = blocks_of(workspace, call.structure("blocks", "invalid_blocks_format"))
    if blocks:
        text = {"type": "markdown", "text": changes["text"]}
        words = blocks_of(workspace, [text]) if changes["text"] else ()
        changes["blocks"] = (*words, *blocks)
    if "metadata" in call:
        changes["metadata"] = metadata_of(call)
    after = workspace.edit(message, replace(message, **changes))
    return {"channel": after.channel, "ts": after.ts}


def _for_somebody(channel: Channel, call: Arguments) -> None:
    if channel.is_direct:
        call.required("thread_ts")
        return
    for name in ("recipient_user_id", "recipient_team_id"):
        if not call.text(name):
            raise SlackRefusal(f"missing_{name}")


def _streaming(workspace: Workspace, call: Arguments) -> Message:
    channel = workspace.world.open_channel(call.required("channel"))
    message = workspace.world.message(channel.id, call.required("ts"))
    if message.user != BOT_USER:
        raise SlackRefusal("message_not_owned_by_app")
    if message.streaming_until <= workspace.world.clock():
        raise SlackRefusal("message_not_in_streaming_state")
    return message


def _text_of(call: Arguments) -> str:
    """The text of markdown_text and of the chunks that hold any."""
    text = call.text("markdown_text")
    for chunk in _chunks_of(call):
        text += str(chunk.get("text", "")) if chunk["type"] == "markdown_text" else ""
    if len(text) > limits.MARKDOWN_TEXT:
        raise SlackRefusal("msg_too_long")
    return text


def _chunks_of(call: Arguments) -> list[JSON]:
    chunks = call.structure("chunks", "invalid_chunks")
    if chunks is None:
        return []
    if not isinstance(chunks, list):
        raise SlackRefusal("invalid_chunks")
    if not all(isinstance(c, dict) and c.get("type") in CHUNKS for c in chunks):
        raise SlackRefusal("invalid_chunks")
    return chunks


METHODS: Mapping[str, Method] = {
    "chat.startStream": start,
    "chat.appendStream": append,
    "chat.stopStream": stop,
}
