"""What a person does in channels: write, react, use a command or a shortcut, press a button."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from bot.sandbox import interactions
from bot.sandbox.deliveries import Answer
from bot.sandbox.entities import Channel, Message
from bot.sandbox.forms import action_of, entry, find, press_of
from bot.sandbox.mrkdwn import escape
from bot.sandbox.refusals import NoAnswer, NotAcknowledged, PersonRefused, SlackRefusal
from bot.sandbox.response_urls import answer
from bot.sandbox.state import PRESSED, state_values
from bot.sandbox.web_api.calls import Arguments
from bot.sandbox.web_api.chat import blocks_of
from bot.sandbox.workspace import Workspace

JSON = dict[str, Any]
NOT_A_COMMAND = (
    "{} is not a valid command. In Slack, all messages that start with the “/” character "
    "are interpreted as commands."
)
POST_ONLY = "You were invited to post in this channel; the buttons of apps do nothing for you."
NO_SHORTCUT = "There is no shortcut “{}” in your menu."
NO_BOX = "Only a reply in a thread can be sent to the channel too."
TROUBLE = "We had some trouble connecting. Try again?"


def place(workspace: Workspace, user: str, channel_id: str) -> Channel:
    """A channel that this person is in. Raises PersonRefused."""
    channel = workspace.world.channels.get(channel_id)
    if channel is None or user not in channel.members:
        raise PersonRefused("You are not in this channel.")
    return channel


def _writable(workspace: Workspace, user: str, channel_id: str) -> Channel:
    channel = place(workspace, user, channel_id)
    if channel.archived:
        raise PersonRefused("This channel is archived. Nobody can write here.")
    return channel


def visible(workspace: Workspace, user: str, channel_id: str, ts: str) -> Message:
    """A message that this person can see. Raises PersonRefused."""
    place(workspace, user, channel_id)
    found = workspace.world.messages.get((channel_id, ts))
    if found is None or found.seen_by not in ("", user):
        raise PersonRefused("That message is not on the screen.")
    return found


def _rich(typed: str, mentions: Iterable[str], serial: str) -> JSON:
    pieces: list[JSON] = [{"type": "user", "user_id": who} for who in mentions]
    lead = " " if pieces else ""
    pieces.append({"type": "text", "text": lead + typed})
    section = {"type": "rich_text_section", "elements": pieces}
    return {"type": "rich_text", "block_id": serial, "elements": [section]}


def post(
    workspace: Workspace,
    user: str,
    channel_id: str,
    typed: str,
    *,
    thread_ts: str = "",
    mentions: tuple[str, ...] = (),
    to_channel: bool = False,
) -> Message:
    """Write a message. Mentions stand before the text; typed characters are only characters.

    to_channel: a reply that its thread's box “Also send to channel” sends there too.
    """
    channel = _writable(workspace, user, channel_id)
    if to_channel and not thread_ts:
        raise PersonRefused(NO_BOX)
    if thread_ts:
        root = visible(workspace, user, channel_id, thread_ts)
        thread_ts = root.thread_ts or root.ts
    lead = "".join(f"<@{who}> " for who in mentions)
    return workspace.say(
        Message(
            workspace.world.next_ts(),
            channel.id,
            user,
            lead + escape(typed),
            blocks=(_rich(typed, mentions, workspace.world.new_id("b")),),
            thread_ts=thread_ts,
            broadcast=to_channel,
            client_msg_id=workspace.new_client_msg_id(),
        )
    )


def _own(workspace: Workspace, user: str, channel_id: str, ts: str) -> Message:
    message = visible(workspace, user, channel_id, ts)
    if message.user != user:
        raise PersonRefused("Only its author can do that to a message.")
    return message


def edit(workspace: Workspace, user: str, channel_id: str, ts: str, typed: str) -> Message:
    before = _own(workspace, user, channel_id, ts)
    blocks = (_rich(typed, (), workspace.world.new_id("b")),)
    edited = workspace.world.next_ts()
    after = replace(before, text=escape(typed), blocks=blocks, edited_ts=edited)
    return workspace.edit(before, after)


def delete(workspace: Workspace, user: str, channel_id: str, ts: str) -> None:
    workspace.delete(_own(workspace, user, channel_id, ts))


def react(workspace: Workspace, user: str, channel_id: str, ts: str, name: str) -> None:
    message = visible(workspace, user, channel_id, ts)
    if (name, user) not in message.reactions:
        workspace.react(user, name, message)


def take_back(workspace: Workspace, user: str, channel_id: str, ts: str, name: str) -> None:
    """Take one's own reaction back. Raises PersonRefused where there is none."""
    message = visible(workspace, user, channel_id, ts)
    if (name, user) not in message.reactions:
        raise PersonRefused(f"You have not reacted with :{name}: here.")
    workspace.take_back(user, name, message)


async def deliver(
    workspace: Workspace, kind: str, payload: JSON, *, answered: bool, otherwise: str
) -> Answer:
    """Hand an interaction to the app. Raises NoAnswer with the sentence `otherwise`."""
    try:
        return await workspace.deliveries.ask(kind, payload, answered=answered)
    except NotAcknowledged as failure:
        raise NoAnswer(f"{otherwise} ({failure.reason})") from None


async def command(
    workspace: Workspace, user: str, channel_id: str, *, name: str, typed: str
) -> None:
    """Use a slash command. The app of another organisation has none for this person."""
    channel = place(workspace, user, channel_id)
    if workspace.world.is_external(user) or not workspace.manifest.has_command(name):
        raise PersonRefused(NOT_A_COMMAND.format(name))
    url = workspace.response_url(user, channel.id, kind="commands", about=None)
    payload = interactions.slash_command(
        workspace.world,
        user,
        channel,
        command=name,
        text=escape(typed.strip()),
        url=url,
        trigger=workspace.trigger(user),
    )
    otherwise = f"{name} failed: the app did not respond."
    given = await deliver(workspace, "slash_commands", payload, answered=True, otherwise=otherwise)
    if given and (given.get("text") or given.get("blocks")):
        address = workspace.world.response_urls[url.rsplit("/", 1)[1]]
        blocks = blocks_of(workspace, given.get("blocks"))
        text = str(given.get("text", ""))
        answer(workspace, address, Arguments(given), text=text, blocks=blocks)


def _callback(workspace: Workspace, user: str, name: str, *, on_messages: bool) -> str:
    callback = workspace.manifest.callback_of(name, on_messages=on_messages)
    if callback is None or workspace.world.is_external(user):
        raise PersonRefused(NO_SHORTCUT.format(name))
    return callback


async def message_shortcut(
    workspace: Workspace, user: str, channel_id: str, ts: str, *, name: str
) -> None:
    """Use a shortcut from a message's menu, by its visible name or its callback_id."""
    callback = _callback(workspace, user, name, on_messages=True)
    message = visible(workspace, user, channel_id, ts)
    payload = interactions.message_action(
        workspace.world,
        user,
        message,
        callback=callback,
        url=workspace.response_url(user, channel_id, kind="app", about=message),
        trigger=workspace.trigger(user),
    )
    await deliver(workspace, "interactive", payload, answered=False, otherwise=TROUBLE)


async def global_shortcut(workspace: Workspace, user: str, *, name: str) -> None:
    callback = _callback(workspace, user, name, on_messages=False)
    trigger = workspace.trigger(user)
    payload = interactions.global_shortcut(
        workspace.world, user, callback=callback, trigger=trigger
    )
    await deliver(workspace, "interactive", payload, answered=False, otherwise=TROUBLE)


async def act_on_message(
    workspace: Workspace, user: str, channel_id: str, ts: str, *, target: JSON, value: Any
) -> None:
    """Press a button or make a choice under a message. `target` has block_id and action_id."""
    message = visible(workspace, user, channel_id, ts)
    if workspace.world.member(user).team_id in workspace.world.channel(channel_id).post_only:
        raise PersonRefused(POST_ONLY)
    block, element = find(message.blocks, target["block_id"], target["action_id"])
    entered = workspace.entered_in(user, message)
    if element["type"] in PRESSED:
        action = press_of(block, element, str(value))
    else:
        held = entry(element, value)
        entered[block["block_id"], element["action_id"]] = held
        action = action_of(block, element, held)
    payload = interactions.message_block_actions(
        workspace.world,
        user,
        message,
        action,
        state=state_values(message.blocks, entered),
        url=workspace.response_url(user, channel_id, kind="actions", about=message),
        trigger=workspace.trigger(user),
    )
    await deliver(workspace, "interactive", payload, answered=False, otherwise=TROUBLE)


def open_direct(workspace: Workspace, user: str) -> Channel:
    """This person's conversation with the app. External people have none."""
    try:
        return workspace.world.direct_channel(user)
    except SlackRefusal:
        raise PersonRefused("You cannot write to this app from your workspace.") from None
