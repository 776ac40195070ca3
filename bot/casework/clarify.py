"""Just clarify: one private line from each side about one message, then both lines together."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.casework.authority import Action
from bot.casework.consent import record_consent
from bot.casework.hours import language_of_channel
from bot.casework.membership import Actor, people_to_ask, side_of
from bot.casework.ports import Ids, UnitOfWork
from bot.casework.show import show_clarification
from bot.casework.shown import Origin
from bot.mediation.caucus import PrivateLine, PrivateText
from bot.mediation.clarification import MAX_LINE, Clarification, Outcome, ShownLine
from bot.mediation.issues import Message
from bot.mediation.people import (
    ChannelId,
    Partnership,
    PersonId,
    Side,
    SideId,
    WorkspaceKey,
    side_by_team,
)
from bot.mediation.refusals import MovedOn, NotFound, Outsider, Refusal, Unclear
from bot.mediation.timeline import Event
from bot.mediation.wall import release

ONE_SIDE = "There is only one side in this channel so far. Raise an issue instead."


@dataclass(frozen=True, slots=True)
class OpenClarification:
    """The first line about a message, and the message."""

    workspace: WorkspaceKey
    origin: Origin
    line: str = field(repr=False)


def open_clarification(
    request: OpenClarification, actor: Actor, *, uow: UnitOfWork, now: datetime, ids: Ids
) -> Clarification:
    """A clarification with its first line, which stays private until the other is in.

    Raises Outsider for people of no side, NotFound where the message is not on record, MovedOn
    where it is being clarified already.
    """
    partnership = uow.partnerships.of_channel(request.workspace, request.origin.channel)
    if partnership is None:
        raise Refusal("Parley is still reading this channel. Please send the form once more.")
    if len(partnership.sides) < 2:
        raise Unclear("line", ONE_SIDE)
    side = side_of(
        uow, partnership.id, actor, channel=request.origin.channel, now=now, to=Action.CLARIFY
    )
    words = PrivateText(_checked(request.line), owner=side.id)
    about = _message(uow, request.origin)
    _require_news(request, uow=uow)
    clarification = Clarification(
        id=ids.fresh(),
        workspace=request.workspace,
        partnership=partnership.id,
        channel=request.origin.channel,
        thread_ts=request.origin.thread_ts or request.origin.message_ts,
        about=about,
        sides=partnership.sides,
        author_side=_author_side(uow, partnership, about),
        opened_by=actor.person,
        opened_at=now,
        asked=_asked(uow, partnership, request.origin.channel, side.id, about),
        language=language_of_channel(uow, request.workspace, request.origin.channel),
    )
    uow.clarifications.add(clarification)
    _keep_line(uow, clarification, words, actor, now)
    text = f"{side.name} asked to clarify one message."
    uow.timeline.append(Event(clarification.id, "opened", actor.person, now, text))
    show_clarification(uow, clarification)
    return clarification


def add_line(
    clarification_id: str, line: str, actor: Actor, *, uow: UnitOfWork, now: datetime
) -> Clarification:
    """This side's line; with the last one all lines are shown together.

    A side may change its line until then. Raises MovedOn once they are shown.
    """
    clarification = uow.clarifications.get(clarification_id)
    side = side_of(
        uow,
        clarification.partnership,
        actor,
        channel=clarification.channel,
        now=now,
        to=Action.CLARIFY,
    )
    if clarification.outcome is not Outcome.OPEN:
        raise MovedOn("The lines are already shown together, in the thread.")
    if side.id not in {s.id for s in clarification.sides}:
        raise Outsider("This is between the sides of the message.")
    _keep_line(uow, clarification, PrivateText(_checked(line), owner=side.id), actor, now)
    lines = uow.clarifications.lines(clarification.id)
    if {item.side for item in lines} >= {s.id for s in clarification.sides}:
        words = release({i.side: i.words for i in lines}, sides=[s.id for s in clarification.sides])
        shown = tuple(ShownLine(i.side, i.person, words[i.side]) for i in lines)
        clarification = clarification.shown(shown)
        uow.clarifications.forget_lines(clarification.id)
        text = "The lines were shown together."
        uow.timeline.append(Event(clarification.id, "shown", None, now, text))
    clarification = uow.clarifications.save(clarification)
    if clarification.outcome is Outcome.SHOWN:  # until then the card does not move by a line
        show_clarification(uow, clarification)
    return clarification


def clear_up(
    clarification_id: str, actor: Actor, *, uow: UnitOfWork, now: datetime
) -> Clarification:
    """This side says that the matter is cleared up; it ends when every side has."""
    clarification = uow.clarifications.get(clarification_id)
    side = side_of(
        uow,
        clarification.partnership,
        actor,
        channel=clarification.channel,
        now=now,
        to=Action.CLEAR,
    )
    cleared = uow.clarifications.save(clarification.cleared(side.id, now=now))
    text = f"{side.name} says that this is cleared up."
    uow.timeline.append(Event(cleared.id, "cleared", actor.person, now, text))
    show_clarification(uow, cleared)
    return cleared


def _keep_line(
    uow: UnitOfWork, on: Clarification, words: PrivateText, actor: Actor, now: datetime
) -> None:
    record_consent(uow, actor.person, on.id, now=now)
    line = PrivateLine(on.id, words.owner, actor.person, words, now)
    uow.clarifications.add_line(line)


def _require_news(request: OpenClarification, *, uow: UnitOfWork) -> None:
    held = uow.clarifications.of_channel(request.workspace, request.origin.channel)
    going = (c for c in held if c.outcome in {Outcome.OPEN, Outcome.SHOWN})
    if any(c.about.ts == request.origin.message_ts for c in going):
        raise MovedOn(
            "This message is being clarified already; the question stands in its thread, and "
            "your line can be added there."
        )


def _checked(line: str) -> str:
    words = line.strip()
    if not words:
        raise Unclear("line", "One short line is enough. What did it mean to you?")
    if len(words) > MAX_LINE:
        raise Unclear("line", f"Please keep it to one line of at most {MAX_LINE} characters.")
    return words


def _message(uow: UnitOfWork, origin: Origin) -> Message:
    thread = uow.conversation.of_thread(origin.channel, origin.thread_ts or origin.message_ts)
    found = next((m for m in thread if m.ts == origin.message_ts), None)
    if found is None:
        raise NotFound("Parley cannot find that message any more. Please choose another one.")
    return found


def _side(uow: UnitOfWork, asked: Clarification, actor: Actor, now: datetime, to: Action) -> Side:
    return side_of(uow, asked.partnership, actor, channel=asked.channel, now=now, to=to)


def _asked(
    uow: UnitOfWork, partnership: Partnership, channel: ChannelId, own: SideId, about: Message
) -> tuple[PersonId, ...]:
    """One person of each other side: who wrote the message, else the first who can be asked."""
    author_side = _author_side(uow, partnership, about)
    found: list[PersonId] = []
    for side in (s for s in partnership.sides if s.id != own):
        people = people_to_ask(uow, partnership.id, side, channel)
        found += [about.author] if side.id == author_side else people[:1]
    return tuple(found)


def _author_side(uow: UnitOfWork, partnership: Partnership, about: Message) -> SideId | None:
    person = uow.directory.person(about.author)
    known = partnership.side_of(about.author)
    side = known or (side_by_team(partnership.sides, person) if person else None)
    return side.id if side else None
