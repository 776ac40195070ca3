"""What Slack tells of: messages, changes to them, reactions, comings and goings."""

import re
from dataclasses import dataclass

from bot.casework.follow_message import Changed
from bot.casework.membership import Actor
from bot.casework.shown import Origin
from bot.mediation.people import ChannelId, PersonId, TeamId
from bot.slack.payloads.values import Body, reads_payload, text_in

TALK = frozenset({"", "file_share", "me_message", "thread_broadcast"})
"""Subtypes of messages that somebody wrote. All others tell of something that happened."""

_SKIN = re.compile(r"::skin-tone-[1-6]$")


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
    edited: str = ""

    @property
    def is_talk(self) -> bool:
        """Whether a person wrote it; a reply that was sent to its channel too is one of them."""
        return not self.by_bot and self.subtype in TALK


@dataclass(frozen=True, slots=True)
class Reacted:
    """An emoji put to a message, by its name alone, in whatever tone of skin."""

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
    """Somebody joined or left a channel, or the channel was shared anew or opened again.

    is_parley: it was Parley itself who came or went.
    """

    event_id: str
    person: PersonId
    channel: ChannelId
    is_parley: bool = False


@reads_payload
def said(body: Body) -> Said:
    event = body["event"]
    return said_in(
        event, channel=ChannelId(text_in(event["channel"])), event_id=text_in(body.get("event_id"))
    )


@reads_payload
def said_in(message: Body, *, channel: ChannelId, event_id: str = "") -> Said:
    """From a message as an event or as `conversations.replies` gives it."""
    return Said(
        event_id=event_id,
        person=PersonId(text_in(message.get("user"))),
        channel=channel,
        ts=text_in(message.get("ts")),
        thread_ts=text_in(message.get("thread_ts")),
        text=text_in(message.get("text")),
        by_bot=bool(message.get("bot_id")) or message.get("subtype") == "bot_message",
        subtype=text_in(message.get("subtype")),
        files=tuple(text_in(f.get("name")) for f in message.get("files") or ()),
        direct=message.get("channel_type") == "im",
        team=TeamId(text_in(message.get("user_team") or message.get("team"))),
        edited=_edit(message),
    )


@reads_payload
def changed(body: Body) -> Changed | None:
    """A message edited or deleted, None for every other kind of event."""
    event = body["event"]
    kind = event.get("subtype")
    if kind not in {"message_changed", "message_deleted"}:
        return None
    before = event.get("previous_message") or {}
    now = event.get("message") or before
    author = text_in(now.get("user") or before.get("user"))
    return Changed(
        channel=ChannelId(text_in(event["channel"])),
        ts=text_in(now.get("ts") or event.get("deleted_ts")),
        thread_ts=text_in(now.get("thread_ts")),
        text=text_in(now.get("text")) if kind == "message_changed" else None,
        by=PersonId(author) if author else None,
        before=text_in(before.get("text")),
        edited=_edit(now) or _unmarked_edit(event, before, now),
    )


def _edit(message: Body) -> str:
    """Slack's ts of a message's last edit."""
    return text_in((message.get("edited") or {}).get("ts"))


def _unmarked_edit(event: Body, before: Body, now: Body) -> str:
    """Where Slack names no edit, the event's own ts, if the words are others than before.

    A link that was unfolded changes a message too, and leaves its words as they were.
    """
    if text_in(now.get("text")) == text_in(before.get("text")):
        return ""
    return text_in(event.get("event_ts") or event.get("ts"))


@reads_payload
def reacted(body: Body) -> Reacted:
    event = body["event"]
    item = event.get("item") or {}
    origin = Origin(ChannelId(text_in(item.get("channel"))), "", text_in(item.get("ts")))
    return Reacted(
        text_in(body.get("event_id")),
        PersonId(text_in(event["user"])),
        _SKIN.sub("", text_in(event.get("reaction"))),
        origin,
    )


@reads_payload
def looked(body: Body) -> Looked:
    event = body["event"]
    actor = Actor(PersonId(text_in(event["user"])), TeamId(text_in(body.get("team_id"))))
    channel = ChannelId(text_in(event.get("channel")))
    return Looked(
        text_in(body.get("event_id")), actor, channel, text_in(event.get("tab")) or "home"
    )


@reads_payload
def moved(body: Body) -> Moved:
    event = body["event"]
    person = text_in(event.get("user"))
    installed = [text_in(one.get("user_id")) for one in body.get("authorizations") or ()]
    return Moved(
        text_in(body.get("event_id")),
        PersonId(person),
        ChannelId(text_in(event.get("channel"))),
        is_parley=bool(person) and person in installed,
    )
