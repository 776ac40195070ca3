"""What Slack tells of: messages, changes to them, reactions, comings and goings."""

from dataclasses import dataclass

from bot.casework.follow_message import Changed
from bot.casework.membership import Actor
from bot.casework.room import Origin
from bot.mediation.people import ChannelId, PersonId, TeamId
from bot.slack.payloads.values import Body


@dataclass(frozen=True, slots=True)
class Said:
    """A message or a mention, as an event tells of it.

    by_bot: anybody's bot said it. direct: it was said to Parley alone.
    """

    event_id: str
    person: PersonId
    channel: ChannelId
    ts: str
    thread_ts: str
    text: str
    by_bot: bool
    subtype: str
    files: tuple[str, ...]
    direct: bool
    team: TeamId


@dataclass(frozen=True, slots=True)
class Reacted:
    """An emoji put to a message."""

    event_id: str
    person: PersonId
    emoji: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Looked:
    """Somebody opened the app's own page, at its `home` or its `messages` tab."""

    event_id: str
    actor: Actor
    channel: ChannelId
    tab: str


@dataclass(frozen=True, slots=True)
class Moved:
    """Somebody joined or left a channel, or the channel was shared anew."""

    event_id: str
    person: PersonId
    channel: ChannelId


def said(body: Body) -> Said:
    event = body["event"]
    return said_in(event, channel=ChannelId(event["channel"]), event_id=body.get("event_id") or "")


def said_in(message: Body, *, channel: ChannelId, event_id: str = "") -> Said:
    """From a message as an event or as `conversations.replies` gives it."""
    return Said(
        event_id=event_id,
        person=PersonId(message.get("user") or ""),
        channel=channel,
        ts=message.get("ts") or "",
        thread_ts=message.get("thread_ts") or "",
        text=message.get("text") or "",
        by_bot=bool(message.get("bot_id")) or message.get("subtype") == "bot_message",
        subtype=message.get("subtype") or "",
        files=tuple(f.get("name") or "" for f in message.get("files") or ()),
        direct=message.get("channel_type") == "im",
        team=TeamId(message.get("user_team") or message.get("team") or ""),
    )


def changed(body: Body) -> Changed | None:
    """A message edited or deleted, None for every other kind of event."""
    event = body["event"]
    kind = event.get("subtype")
    if kind not in {"message_changed", "message_deleted"}:
        return None
    before = event.get("previous_message") or {}
    now = event.get("message") or before
    author = now.get("user") or before.get("user")
    return Changed(
        channel=ChannelId(event["channel"]),
        ts=now.get("ts") or event.get("deleted_ts") or "",
        thread_ts=now.get("thread_ts") or "",
        text=(now.get("text") or "") if kind == "message_changed" else None,
        by=PersonId(author) if author else None,
    )


def reacted(body: Body) -> Reacted:
    event = body["event"]
    item = event.get("item") or {}
    origin = Origin(ChannelId(item.get("channel") or ""), "", item.get("ts") or "")
    return Reacted(
        body.get("event_id") or "", PersonId(event["user"]), event.get("reaction") or "", origin
    )


def looked(body: Body) -> Looked:
    event = body["event"]
    actor = Actor(PersonId(event["user"]), TeamId(body.get("team_id") or ""))
    channel = ChannelId(event.get("channel") or "")
    return Looked(body.get("event_id") or "", actor, channel, event.get("tab") or "home")


def moved(body: Body) -> Moved:
    event = body["event"]
    return Moved(
        body.get("event_id") or "",
        PersonId(event.get("user") or ""),
        ChannelId(event.get("channel") or ""),
    )
