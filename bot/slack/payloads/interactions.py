"""What people do on their screens: clicks, forms, commands, shortcuts."""

import hashlib
import json
import re
from dataclasses import dataclass

from bot.casework.membership import Actor
from bot.casework.shown import Origin
from bot.mediation.people import ChannelId, PersonId, TeamId, is_direct
from bot.slack.payloads.values import Body, OpenView, open_view, reads_payload, text_in

_NUMBER = re.compile(r"#?\s*([0-9]{1,100})(?![.,]?\w)")
_ALSO = {"trade-offs": "tradeoffs", "tradeoff": "tradeoffs", "trade-off": "tradeoffs"}
"""How a verb is written too."""


@dataclass(frozen=True, slots=True)
class Click:
    """A button pressed in a message or in a modal.

    `claim` names this very press, and not what was pressed, which may be an answer in private.
    """

    actor: Actor
    action: str
    value: str
    trigger: str
    origin: Origin
    view: OpenView | None
    claim: str

    @property
    def modal(self) -> OpenView | None:
        """The modal that the button stands in. Home is a view too, but no modal."""
        return self.view if self.view and self.view.callback else None


@dataclass(frozen=True, slots=True)
class Submission:
    """A modal sent or closed."""

    actor: Actor
    view: OpenView
    trigger: str

    @property
    def claim(self) -> str:
        return f"view:{self.view.id}:{self.view.hash}"

    @property
    def contents(self) -> str:
        """Names the form with just what stands in it: who edits it and sends it again differs."""
        state = json.dumps(self.view.values.state, sort_keys=True, default=str)
        return f"{self.claim}:{hashlib.sha256(state.encode()).hexdigest()[:32]}"


@dataclass(frozen=True, slots=True)
class Command:
    """`/parley verb rest`; `words` are both, as they were typed."""

    actor: Actor
    verb: str
    rest: str
    channel: ChannelId
    trigger: str
    words: str

    @property
    def is_direct(self) -> bool:
        """Whether it was typed in a direct message."""
        return is_direct(self.channel)

    @property
    def number(self) -> int | None:
        """The number in front: of "3", "#3" or "3, please"."""
        found = _NUMBER.match(self.rest)
        return int(found[1]) if found else None


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A shortcut; `text` is the message's, empty for a global one."""

    actor: Actor
    trigger: str
    origin: Origin | None
    text: str


@reads_payload
def click(body: Body) -> Click:
    pressed = body["actions"][0]
    container = body.get("container", {})
    message = body.get("message") or {}
    place = body.get("channel") or {}
    channel = text_in(place.get("id") or container.get("channel_id"))
    ts = text_in(message.get("ts") or container.get("message_ts"))
    origin = Origin(ChannelId(channel), text_in(message.get("thread_ts")), ts)
    who = _actor(body)
    moment = text_in(pressed.get("action_ts") or body.get("trigger_id"))
    option = pressed.get("selected_option") or {}
    return Click(
        actor=who,
        action=text_in(pressed["action_id"]),
        value=text_in(
            pressed.get("value") or option.get("value") or pressed.get("selected_conversation")
        ),
        trigger=text_in(body.get("trigger_id")),
        origin=origin,
        view=open_view(body["view"]) if body.get("view") else None,
        claim=f"click:{moment}:{who.person}",
    )


@reads_payload
def submission(body: Body) -> Submission:
    return Submission(_actor(body), open_view(body["view"]), text_in(body.get("trigger_id")))


@reads_payload
def command(body: Body) -> Command:
    words = (text_in(body.get("text"))).strip()
    verb, rest = (*words.split(maxsplit=1), "", "")[:2]
    actor = Actor(PersonId(text_in(body["user_id"])), TeamId(text_in(body.get("team_id"))))
    channel = ChannelId(text_in(body["channel_id"]))
    verb = verb.casefold()
    trigger = text_in(body.get("trigger_id"))
    return Command(actor, _ALSO.get(verb, verb), rest.strip(), channel, trigger, words)


def trigger_of(body: Body) -> tuple[str, bool]:
    """Of a payload in whatever shape: what opens a modal, "" for none, and whether over one."""
    trigger, view = body.get("trigger_id"), body.get("view")
    over = isinstance(view, dict) and view.get("type") == "modal"
    return (trigger if isinstance(trigger, str) else ""), over


@reads_payload
def shortcut(body: Body) -> Shortcut:
    message = body.get("message") or {}
    channel = text_in((body.get("channel") or {}).get("id"))
    origin = (
        Origin(ChannelId(channel), text_in(message.get("thread_ts")), text_in(message.get("ts")))
        if channel
        else None
    )
    return Shortcut(
        _actor(body), text_in(body.get("trigger_id")), origin, text_in(message.get("text"))
    )


def _actor(body: Body) -> Actor:
    """The person with their own team, as `user.team_id` names it.

    Never the payload's own `team`: for an external person that is whoever installed the app.
    Without a team of their own nobody is on a side.
    """
    user = body["user"]
    return Actor(PersonId(text_in(user["id"])), TeamId(text_in(user.get("team_id"))))
