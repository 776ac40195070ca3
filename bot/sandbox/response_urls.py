"""What the app posts to a response_url: an answer for one person, or a change of the original."""

from dataclasses import replace

from bot.sandbox import limits
from bot.sandbox.entities import Message, ResponseUrl
from bot.sandbox.refusals import SlackRefusal
from bot.sandbox.web_api.calls import JSON, Arguments
from bot.sandbox.web_api.chat import UNREADABLE, blocks_of
from bot.sandbox.workspace import Workspace
from bot.sandbox.world import BOT_USER


def answer_at(workspace: Workspace, url_id: str, call: Arguments) -> None:
    """Take one answer, five at most within half an hour. Raises SlackRefusal with Slack's code.

    Works in channels that the app is not in, as in Slack.
    """
    address = workspace.world.response_urls.get(url_id)
    if address is None or workspace.world.clock() > address.expires:
        raise SlackRefusal("expired_url")
    if address.uses >= limits.RESPONSE_URL_USES:
        raise SlackRefusal("used_url")
    original = workspace.world.messages.get((address.channel, address.message_ts))
    if call.flag("delete_original"):
        _delete(workspace, original)
    else:
        _write(workspace, address, original, call)
    used = replace(address, uses=address.uses + 1)
    workspace.world.response_urls[url_id] = used


def _delete(workspace: Workspace, original: Message | None) -> None:
    if original is None or original.user != BOT_USER:
        raise SlackRefusal("message_not_found")
    workspace.delete(original)


def _write(
    workspace: Workspace, address: ResponseUrl, original: Message | None, call: Arguments
) -> None:
    blocks = blocks_of(workspace, call.structure("blocks"))
    text = call.text("text")
    if not text and not blocks:
        raise SlackRefusal("no_text")
    if original is not None and original.user == BOT_USER and call.flag("replace_original"):
        changed = replace(original, text=text or UNREADABLE, blocks=blocks)
        if original.ephemeral:
            workspace.world.keep(changed)
        else:
            workspace.edit(original, changed)
        return
    answer(workspace, address, call, text=text or UNREADABLE, blocks=blocks)


def answer(
    workspace: Workspace,
    address: ResponseUrl,
    call: Arguments,
    *,
    text: str,
    blocks: tuple[JSON, ...],
) -> Message:
    """Put up a new message, for the one person unless response_type is in_channel."""
    alone = call.text("response_type", "ephemeral") != "in_channel"
    return workspace.say(
        Message(
            workspace.world.next_ts(),
            address.channel,
            BOT_USER,
            text,
            blocks=blocks,
            thread_ts=call.text("thread_ts") or address.thread_ts,
            seen_by=address.user if alone else "",
        )
    )
