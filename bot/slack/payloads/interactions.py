"""What people do on their screens: clicks, forms, commands, shortcuts."""

from dataclasses import dataclass

from bot.casework.membership import Actor
from bot.casework.room import Origin
from bot.mediation.people import ChannelId, PersonId, TeamId
from bot.slack.payloads.values import Body, OpenView, open_view


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
        value=pressed.get("value")
        or option.get("value")
        or pressed.get("selected_conversation")
        or "",
        trigger=body.get("trigger_id") or "",
        origin=origin,
        view=open_view(body["view"]) if body.get("view") else None,
        claim=f"click:{pressed.get('action_ts')}:{who.person}:{pressed['action_id']}",
    )


def submission(body: Body) -> Submission:
    return Submission(_actor(body), open_view(body["view"]), body.get("trigger_id") or "")


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


def _actor(body: Body) -> Actor:
    """The person with their own team: outside Slack Connect that is the host's."""
    user = body["user"]
    team = user.get("team_id") or (body.get("team") or {}).get("id") or ""
    return Actor(PersonId(user["id"]), TeamId(team))
