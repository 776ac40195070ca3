"""Prepare the forms: read the thread, see what it is about, and fill in what can be known."""

from collections.abc import Sequence
from dataclasses import replace

from bot.casework.authority import Action
from bot.casework.clarify import ONE_SIDE
from bot.casework.find_case import open_case_of
from bot.casework.hours import language_of_person
from bot.casework.learn_channel import learn_channel
from bot.casework.membership import Actor, own_side_of_channel, side_of
from bot.casework.ports import Clock, Ids, Store
from bot.casework.room import Room
from bot.casework.serving import SENTENCE, served_by
from bot.casework.shown import ClarifyForm, Origin, RaiseForm, Saved
from bot.casework.words import Facilitator, Worded
from bot.mediation.issues import Intake, IssueKind, Message
from bot.mediation.people import Partnership, Side, WorkspaceKey
from bot.mediation.refusals import Refusal

MOST_READ = 200
"""Messages of a thread."""

NAMELESS = frozenset({IssueKind.OTHER, IssueKind.COMMUNICATION})
"""Kinds whose name says less of a matter than the message that it is about."""


def prepare_raise(
    view_id: str,
    origin: Origin,
    actor: Actor,
    *,
    typed: str,
    clarification_id: str,
    workspace: WorkspaceKey,
    store: Store,
    room: Room,
    facilitator: Facilitator,
    clock: Clock,
    ids: Ids,
) -> None:
    """Put the prefilled form for a new case into the open modal."""
    try:
        partnership = learn_channel(
            origin.channel, workspace=workspace, store=store, room=room, ids=ids
        )
        _require_served_here(origin, workspace=workspace, store=store)
        own = own_side_in(partnership, origin, actor, store=store, clock=clock)
    except Refusal as refusal:
        room.show_modal(view_id, Saved("Raise an issue", str(refusal), typed=typed))
        return
    messages = read_thread(origin, room=room)
    if not messages and typed:
        messages = (Message(origin.channel, "0", actor.person, typed),)
    own_words = tuple(m for m in messages if m.author == actor.person)
    raised_from = origin.message_ts or next((m.ts for m in reversed(own_words)), "")
    read = _read(messages, own_words, raised_from, facilitator=facilitator)
    intake = read.value
    if clarification_id:
        intake = _with_lines(intake, clarification_id, store=store, facilitator=facilitator)
    others = tuple(s for s in partnership.sides if own is None or s.id != own.id)
    sides = (own, *others) if own else others
    by_another = bool(messages) and all(m.ts != raised_from for m in own_words)
    with store() as uow:
        case = open_case_of(origin, workspace, uow)
        language = language_of_person(uow, workspace, actor.person)
    form = RaiseForm(origin, intake, sides, clarification_id, by_another, language=language)
    message = next((m.text for m in own_words if m.ts == raised_from), "")
    known = replace(form, open_here=case.number if case else 0, message=message)
    room.show_modal(view_id, replace(known, notice=read.notice))


def _read(
    messages: Sequence[Message],
    own_words: Sequence[Message],
    raised_from: str,
    *,
    facilitator: Facilitator,
) -> Worded[Intake]:
    """What the raiser's own words say. Another person's give the kind and the numbers alone.

    They have not agreed to anything yet, so nothing of theirs is repeated, nor sent to a model.
    """
    if any(m.ts == raised_from for m in own_words):
        return facilitator.intake(own_words, raised_from=raised_from)
    if not messages:
        return Worded(Intake("", "", IssueKind.OTHER))
    about = next((m for m in messages if m.ts == raised_from), messages[-1])
    outline = facilitator.outline(about)
    if not own_words:
        return Worded(outline)
    told = facilitator.intake(own_words, raised_from=own_words[-1].ts)
    return replace(told, value=replace(outline, happened=told.value.happened))


def _with_lines(
    intake: Intake, clarification_id: str, *, store: Store, facilitator: Facilitator
) -> Intake:
    """With what each side wrote about the message, where both lines were shown to both.

    The matter is then what message and lines are about together, named in words of neither side,
    where its kind says more than the message itself.
    """
    with store() as uow:
        held = uow.clarifications.get(clarification_id)
    names = {s.id: s.name for s in held.sides}
    said = [f"{names[line.side]}: {line.words}" for line in held.lines]
    happened = "\n".join([intake.happened, *said]).strip()
    all_of_it = "\n".join([held.about.text, *(line.words for line in held.lines)])
    matter = facilitator.outline(replace(held.about, text=all_of_it))
    if matter.kind in NAMELESS:
        return replace(intake, happened=happened)
    return replace(intake, title=matter.title, kind=matter.kind, happened=happened)


def prepare_clarify(
    view_id: str,
    origin: Origin,
    actor: Actor,
    *,
    workspace: WorkspaceKey,
    store: Store,
    room: Room,
    clock: Clock,
    ids: Ids,
) -> None:
    """Put the one-line form about a message into the open modal."""
    try:
        partnership = learn_channel(
            origin.channel, workspace=workspace, store=store, room=room, ids=ids
        )
        _require_served_here(origin, workspace=workspace, store=store)
        own_side_in(partnership, origin, actor, store=store, clock=clock)
    except Refusal as refusal:
        room.show_modal(view_id, Saved("Just clarify", str(refusal)))
        return
    if len(partnership.sides) < 2:
        room.show_modal(view_id, Saved("Just clarify", ONE_SIDE))
        return
    messages = read_thread(origin, room=room)
    about = next((m for m in messages if m.ts == origin.message_ts), None)
    if about is None:
        sentence = "Parley cannot find that message any more. Please choose another one."
        room.show_modal(view_id, Saved("Just clarify", sentence))
        return
    with store() as uow:
        # The one message that the clarification quotes, where it stands already.
        uow.conversation.record(about, origin.thread_ts or origin.message_ts)
        language = language_of_person(uow, workspace, actor.person)
        uow.commit()
    is_own = about.author == actor.person
    room.show_modal(view_id, ClarifyForm(origin, about, partnership.sides, is_own, language))


def read_thread(origin: Origin, *, room: Room) -> tuple[Message, ...]:
    """The thread's messages as Slack has them now. Nothing of them is kept here: see `consent`.

    Of a long thread its first one, the one that the origin names, and the newest.
    """
    start = origin.thread_ts or origin.message_ts
    messages = room.thread(origin.channel, start) if start else ()
    if len(messages) <= MOST_READ:
        return messages
    named = {start, origin.message_ts}
    others = [m.ts for m in messages if m.ts not in named]
    kept = {*named, *others[len(named) - MOST_READ :]}
    return tuple(m for m in messages if m.ts in kept)


def _require_served_here(origin: Origin, *, workspace: WorkspaceKey, store: Store) -> None:
    """Raise Refusal where the other organisation's Parley serves the channel for both."""
    with store() as uow:
        name = served_by(uow, workspace, origin.channel)
    if name:
        raise Refusal(SENTENCE.format(by=name))


def own_side_in(
    partnership: Partnership,
    origin: Origin,
    actor: Actor,
    *,
    store: Store,
    clock: Clock,
    to: Action = Action.LOOK,
) -> Side | None:
    """The opener's side; in a channel of one workspace with one side, that side."""
    if not partnership.sides:
        return None
    with store() as uow:
        if len(partnership.sides) == 1:
            return own_side_of_channel(uow, partnership, actor)
        side = side_of(uow, partnership.id, actor, channel=origin.channel, now=clock.now(), to=to)
        uow.commit()
    return side


def learn_people(origin: Origin, *, store: Store, room: Room) -> None:
    """Read again who is in a channel, because somebody was not known."""
    people = room.people(origin.channel)
    with store() as uow:
        for found in people:
            uow.directory.remember(found)
        uow.directory.remember_channel(origin.channel, [p.id for p in people])
        uow.commit()
