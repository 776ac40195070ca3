"""Prepare the forms: read the thread, see what it is about, and fill in what can be known."""

from collections.abc import Sequence
from dataclasses import replace

from bot.casework.clarify import ONE_SIDE
from bot.casework.heed import heed
from bot.casework.learn_channel import learn_channel
from bot.casework.membership import Actor, own_side_of_channel, side_of
from bot.casework.next_step import open_case
from bot.casework.packages import swaps_of
from bot.casework.ports import Clock, Ids, Store
from bot.casework.room import ClarifyForm, Origin, RaiseForm, Room, Saved, TradesShown
from bot.casework.serving import SENTENCE, served_by
from bot.casework.words import Facilitator
from bot.mediation.case import Case
from bot.mediation.issues import Intake, IssueKind, Message
from bot.mediation.people import Partnership, Side, TradeRole, WorkspaceKey
from bot.mediation.refusals import Refusal
from bot.mediation.terms import Trade


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
    partnership = learn_channel(
        origin.channel, workspace=workspace, store=store, room=room, ids=ids
    )
    try:
        _require_served_here(origin, workspace=workspace, store=store)
        own = _own_side(partnership, actor, store=store, clock=clock)
    except Refusal as refusal:
        room.show_modal(view_id, Saved("Raise an issue", str(refusal)))
        return
    messages = read_thread(origin, room=room)
    if not messages and typed:
        messages = (Message(origin.channel, "0", actor.person, typed),)
    own_words = tuple(m for m in messages if m.author == actor.person)
    raised_from = origin.message_ts or next((m.ts for m in reversed(own_words)), "")
    intake = _read(messages, own_words, raised_from, facilitator=facilitator)
    others = tuple(s for s in partnership.sides if own is None or s.id != own.id)
    sides = (own, *others) if own else others
    by_another = bool(messages) and all(m.ts != raised_from for m in own_words)
    room.show_modal(view_id, RaiseForm(origin, intake, sides, clarification_id, by_another))


def _read(
    messages: Sequence[Message],
    own_words: Sequence[Message],
    raised_from: str,
    *,
    facilitator: Facilitator,
) -> Intake:
    """What the raiser's own words say. Another person's give the kind and the numbers alone.

    They have not agreed to anything yet, so nothing of theirs is repeated, nor sent to a model.
    """
    if any(m.ts == raised_from for m in own_words):
        return facilitator.intake(own_words, raised_from=raised_from).value
    if not messages:
        return Intake("", "", IssueKind.OTHER)
    about = next((m for m in messages if m.ts == raised_from), messages[-1])
    outline = facilitator.outline(about)
    if not own_words:
        return outline
    told = facilitator.intake(own_words, raised_from=own_words[-1].ts).value
    return replace(outline, happened=told.happened)


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
    partnership = learn_channel(
        origin.channel, workspace=workspace, store=store, room=room, ids=ids
    )
    try:
        _require_served_here(origin, workspace=workspace, store=store)
        _own_side(partnership, actor, store=store, clock=clock)
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
        uow.commit()
    form = ClarifyForm(origin, about, partnership.sides, by_author=about.author == actor.person)
    room.show_modal(view_id, form)


def prepare_trades(
    view_id: str,
    origin: Origin,
    actor: Actor,
    *,
    case_id: str,
    workspace: WorkspaceKey,
    store: Store,
    room: Room,
    facilitator: Facilitator,
    clock: Clock,
) -> None:
    """Put three trades into the open modal, for its opener alone.

    They are for the terms of a message or of a case; in a case, the opener's side sees what it
    could swap by its own ratings too.
    """
    swaps: tuple[str, ...] = ()
    if case_id:
        with store() as uow:
            case = uow.cases.get(case_id)
        text = " ".join([case.issue.title, case.issue.happened, *_term_names(case)])
        swaps = _own_swaps(case, actor, store=store, clock=clock)
    else:
        messages = read_thread(origin, room=room)
        text = next((m.text for m in messages if m.ts == origin.message_ts), "")
        with store() as uow:
            stop = heed([text], actor, workspace=workspace, uow=uow, watch=facilitator)
        if stop is not None:
            room.show_modal(view_id, TradesShown((), instead=stop.sentence))
            return
    trades = trades_for(
        text, origin, actor, workspace=workspace, store=store, facilitator=facilitator, clock=clock
    )
    room.show_modal(view_id, TradesShown(trades, swaps))


def trades_for(
    text: str,
    origin: Origin,
    actor: Actor,
    *,
    workspace: WorkspaceKey,
    store: Store,
    facilitator: Facilitator,
    clock: Clock,
) -> tuple[Trade, ...]:
    """Library trades for the terms in a text, seen from the asker's end of the trade."""
    with store() as uow:
        partnership = uow.partnerships.of_channel(workspace, origin.channel)
    role, other = TradeRole.UNSAID, "the other side"
    if partnership is not None:
        own = _known_side(partnership, actor, store=store, clock=clock)
        role = own.trade_role if own else role
        names = [s.name for s in partnership.sides if own and s.id != own.id]
        other = names[0] if len(names) == 1 else other
    return facilitator.suggest_trades(text, asker=role, other=other)


def _term_names(case: Case) -> list[str]:
    return [t.name for t in case.agenda.terms] if case.agenda else []


def _own_swaps(case: Case, actor: Actor, *, store: Store, clock: Clock) -> tuple[str, ...]:
    """What the opener's side could give for what it wants, by its own ratings, if it rated."""
    try:
        with store() as uow:
            opened = open_case(case.id, actor, uow=uow, now=clock.now())
            uow.commit()
    except Refusal:
        return ()
    if case.agenda is None or opened.caucus.ratings is None:
        return ()
    agenda = case.agenda
    return tuple(
        f"{agenda.terms[swap.get[0]].name} at {agenda.terms[swap.get[0]].options[swap.get[1]]} "
        f"is worth to you at least what {agenda.terms[swap.give[0]].name} at "
        f"{agenda.terms[swap.give[0]].options[swap.give[1]]} costs you."
        for swap in swaps_of(agenda, opened.side, opened.caucus.ratings)
    )


def read_thread(origin: Origin, *, room: Room) -> tuple[Message, ...]:
    """The thread's messages as Slack has them now. Nothing of them is kept here: see `consent`."""
    start = origin.thread_ts or origin.message_ts
    return room.thread(origin.channel, start) if start else ()


def _require_served_here(origin: Origin, *, workspace: WorkspaceKey, store: Store) -> None:
    """Raise Refusal where the other organisation's Parley serves the channel for both."""
    with store() as uow:
        name = served_by(uow, workspace, origin.channel)
    if name:
        raise Refusal(SENTENCE.format(by=name))


def _own_side(partnership: Partnership, actor: Actor, *, store: Store, clock: Clock) -> Side | None:
    """The opener's side; in a channel of one workspace with one side, that side."""
    if not partnership.sides:
        return None
    with store() as uow:
        if len(partnership.sides) == 1:
            return own_side_of_channel(uow, partnership, actor)
        side = side_of(uow, partnership.id, actor, now=clock.now())
        uow.commit()
    return side


def _known_side(
    partnership: Partnership, actor: Actor, *, store: Store, clock: Clock
) -> Side | None:
    try:
        return _own_side(partnership, actor, store=store, clock=clock)
    except Refusal:
        return None


def learn_people(origin: Origin, *, store: Store, room: Room) -> None:
    """Read again who is in a channel, because somebody was not known."""
    people = room.people(origin.channel)
    with store() as uow:
        for found in people:
            uow.directory.remember(found)
        uow.directory.remember_channel(origin.channel, [p.id for p in people])
        uow.commit()
