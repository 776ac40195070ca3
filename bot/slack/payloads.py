"""Slack's payloads, read: the only module that knows their raw keys."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.casework.membership import Actor
from bot.casework.room import Origin
from bot.mediation.people import ChannelId, PersonId, TeamId

Body = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Values:
    """What stands in a form's fields, by block id. Fields that were not shown are empty."""

    state: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def text(self, key: str) -> str:
        return self._of(key).get("value") or ""

    def choice(self, key: str) -> str:
        held = self._of(key)
        option = held.get("selected_option") or {}
        return option.get("value") or ""

    def choices(self, key: str) -> tuple[str, ...]:
        return tuple(o["value"] for o in self._of(key).get("selected_options") or ())

    def person(self, key: str) -> PersonId:
        return PersonId(self._of(key).get("selected_user") or "")

    def people(self, key: str) -> tuple[PersonId, ...]:
        return tuple(PersonId(u) for u in self._of(key).get("selected_users") or ())

    def day(self, key: str) -> date | None:
        held = self._of(key).get("selected_date")
        return date.fromisoformat(held) if held else None

    def __contains__(self, key: str) -> bool:
        return key in self.state

    def _of(self, key: str) -> Mapping[str, Any]:
        return next(iter(self.state.get(key, {}).values()), {})


@dataclass(frozen=True, slots=True)
class OpenView:
    """A modal as the person has it before them. `raw` is Slack's own description of it."""

    id: str
    hash: str
    callback: str
    about: Mapping[str, Any]
    values: Values
    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Click:
    """A button pressed in a message or in a modal. `claim` names this very press."""

    actor: Actor
    action: str
    value: str
    trigger: str
    origin: Origin
    view: OpenView | None
    claim: str


@dataclass(frozen=True, slots=True)
class Submission:
    """A modal sent or closed."""

    actor: Actor
    view: OpenView
    trigger: str

    @property
    def claim(self) -> str:
        return f"view:{self.view.id}:{self.view.hash}"


@dataclass(frozen=True, slots=True)
class Command:
    """`/parley verb rest`."""

    actor: Actor
    verb: str
    rest: str
    channel: ChannelId
    trigger: str


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A shortcut; `text` is the message's, empty for a global one."""

    actor: Actor
    trigger: str
    origin: Origin | None
    text: str


@dataclass(frozen=True, slots=True)
class Said:
    """A message or a mention, as an event tells of it. `by_bot` is true for anybody's bot."""

    event_id: str
    person: PersonId
    channel: ChannelId
    ts: str
    thread_ts: str
    text: str
    by_bot: bool
    subtype: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """Somebody joined or left a channel, or the channel was shared anew."""

    event_id: str
    person: PersonId
    channel: ChannelId


def click(body: Body) -> Click:
    pressed = body["actions"][0]
    container = body.get("container", {})
    message = body.get("message") or {}
    channel = (body.get("channel") or {}).get("id") or container.get("channel_id") or ""
    ts = message.get("ts") or container.get("message_ts") or ""
    origin = Origin(ChannelId(channel), message.get("thread_ts") or "", ts)
    who = _actor(body)
    option = pressed.get("selected_option") or {}
    return Click(
        actor=who,
        action=pressed["action_id"],
        value=pressed.get("value") or option.get("value") or "",
        trigger=body.get("trigger_id") or "",
        origin=origin,
        view=_view(body["view"]) if body.get("view") else None,
        claim=f"click:{pressed.get('action_ts')}:{who.person}:{pressed['action_id']}",
    )


def submission(body: Body) -> Submission:
    return Submission(_actor(body), _view(body["view"]), body.get("trigger_id") or "")


def command(body: Body) -> Command:
    words = (body.get("text") or "").strip()
    verb, _, rest = words.partition(" ")
    actor = Actor(PersonId(body["user_id"]), TeamId(body.get("team_id") or ""))
    channel = ChannelId(body["channel_id"])
    return Command(actor, verb.casefold(), rest.strip(), channel, body.get("trigger_id") or "")


def shortcut(body: Body) -> Shortcut:
    message = body.get("message") or {}
    channel = (body.get("channel") or {}).get("id")
    origin = (
        Origin(ChannelId(channel), message.get("thread_ts") or "", message.get("ts") or "")
        if channel
        else None
    )
    return Shortcut(_actor(body), body.get("trigger_id") or "", origin, message.get("text") or "")


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
    )


def moved(body: Body) -> Moved:
    event = body["event"]
    return Moved(
        body.get("event_id") or "",
        PersonId(event.get("user") or ""),
        ChannelId(event.get("channel") or ""),
    )


def _actor(body: Body) -> Actor:
    """The person with their own team: outside Slack Connect that is the host's."""
    user = body["user"]
    team = user.get("team_id") or (body.get("team") or {}).get("id") or ""
    return Actor(PersonId(user["id"]), TeamId(team))


def _view(view: Body) -> OpenView:
    return OpenView(
        id=view["id"],
        hash=view.get("hash") or "",
        callback=view.get("callback_id") or "",
        about=_about(view.get("private_metadata") or ""),
        values=Values((view.get("state") or {}).get("values") or {}),
        raw=view,
    )


def _about(metadata: str) -> Mapping[str, Any]:
    """What the form was opened with; nothing where it is not of our making."""
    try:
        found = json.loads(metadata or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
