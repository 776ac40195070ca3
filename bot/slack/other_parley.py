"""Whether the organisation that hosts a channel runs a Parley of its own there."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from slack_sdk import WebClient

from bot.mediation.people import ChannelId
from bot.slack.client import calling
from bot.slack.directory import is_external
from bot.slack.poster import EVENT_TYPE, PAGE

PAGES: Final = 5
DESK: Final = "desk:"
"""How the key of a channel's pinned message begins, which stands in its metadata."""


def other_parley(client: WebClient, channel: ChannelId) -> str:
    """The host's name where its Parley has put its desk into the channel, "" otherwise.

    Slack is asked for the channel's messages only where somebody else hosts it. Raises
    RoomUnavailable.
    """
    info = calling(client.conversations_info, channel=channel).get("channel") or {}
    own = calling(client.auth_test)
    mine = {str(own.get(key) or "") for key in ("team_id", "enterprise_id")}
    host = str(info.get("conversation_host_id") or "")
    if not is_external(info) or not host or host in mine:
        return ""
    bot = str(own.get("bot_id") or "")
    if not any(_is_desk(m) and m.get("bot_id") != bot for m in _messages(client, channel)):
        return ""
    team = calling(client.team_info, team=host).get("team") or {}
    return str(team.get("name") or host)


def _is_desk(message: Mapping[str, Any]) -> bool:
    metadata = message.get("metadata") or {}
    key = (metadata.get("event_payload") or {}).get("key", "")
    return metadata.get("event_type") == EVENT_TYPE and str(key).startswith(DESK)


def _messages(client: WebClient, channel: ChannelId) -> Iterator[Mapping[str, Any]]:
    cursor = None
    for _ in range(PAGES):
        page = calling(
            client.conversations_history,
            channel=channel,
            limit=PAGE,
            cursor=cursor,
            include_all_metadata=True,
        )
        yield from page.get("messages", ())
        cursor = (page.get("response_metadata") or {}).get("next_cursor") or None
        if cursor is None:
            return
