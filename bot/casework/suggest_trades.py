"""Suggest trades to one person, for their eyes alone: for a message's terms, or for a case's."""

from collections.abc import Sequence
from dataclasses import replace

from bot.casework.authority import Action, NotYetKnown
from bot.casework.heed import heed
from bot.casework.hours import language_of_person
from bot.casework.membership import Actor
from bot.casework.next_step import open_case
from bot.casework.packages import swaps_of
from bot.casework.ports import Clock, Store, UnitOfWork
from bot.casework.prepare import learn_people, own_side_in, read_thread
from bot.casework.room import Room
from bot.casework.shown import Origin, TradesShown
from bot.casework.words import Facilitator
from bot.mediation.case import Case
from bot.mediation.people import TradeRole, WorkspaceKey
from bot.mediation.refusals import Refusal
from bot.mediation.terms import Term, Trade


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
    end: TradeRole = TradeRole.UNSAID,
) -> None:
    """Put three trades into the open modal, for its opener alone.

    They are for the terms of a message or of a case; in a case, the opener's side sees what it
    could swap by its own ratings too. end: what the opener says of it where nothing is known.
    Who is on no side is told so instead.
    """
    try:
        role, other = _met(origin, actor, workspace=workspace, store=store, room=room, clock=clock)
    except Refusal as refusal:
        room.show_modal(view_id, TradesShown((), instead=str(refusal)))
        return
    role = end if role is TradeRole.UNSAID else role
    asks_end = origin if role is TradeRole.UNSAID else None
    if case_id:
        with store() as uow:
            case = uow.cases.get(case_id)
        trades = _case_trades(case, role, other, facilitator=facilitator)
        swaps = _own_swaps(case, actor, other, store=store, facilitator=facilitator, clock=clock)
        language = _language((*trades, *swaps), facilitator)
        shown = TradesShown(trades, swaps, asks_end=asks_end, case_id=case_id, language=language)
        _show(view_id, shown, room=room, facilitator=facilitator)
        return
    messages = read_thread(origin, room=room)
    about = next((m for m in messages if m.ts == origin.message_ts), None)
    text = about.text if about else ""
    with store() as uow:
        stop = heed([text], actor, origin.channel, workspace=workspace, uow=uow, watch=facilitator)
        own = answered_in(text, actor, workspace=workspace, uow=uow, facilitator=facilitator)
    if stop is not None:
        room.show_modal(view_id, TradesShown((), instead=stop.sentence))
        return
    trades = facilitator.suggest_trades(text, asker=role, other=other)
    language = _language(trades, facilitator) if trades else own
    shown = TradesShown(trades, asks_end=asks_end, language=language)
    if about is None or about.author != actor.person:
        # Who wrote it has agreed to nothing yet: nothing that comes of it goes to a model.
        room.show_modal(view_id, shown)
        return
    _show(view_id, shown, room=room, facilitator=facilitator)


def _show(view_id: str, shown: TradesShown, *, room: Room, facilitator: Facilitator) -> None:
    """At once as the library words them; in better words when there are some, if still open."""
    if room.show_modal(view_id, shown) and (
        better := in_better_words(shown, facilitator=facilitator)
    ):
        room.show_modal(view_id, better)


def trades_for(
    text: str,
    origin: Origin,
    actor: Actor,
    *,
    workspace: WorkspaceKey,
    store: Store,
    facilitator: Facilitator,
    clock: Clock,
    end: TradeRole = TradeRole.UNSAID,
) -> TradesShown:
    """Library trades for the terms in what somebody typed, seen from their end of the trade.

    end: what they say of it where nothing is known.
    """
    role, other = _seen_from(origin, actor, workspace=workspace, store=store, clock=clock)
    role = end if role is TradeRole.UNSAID else role
    asks_end = origin if role is TradeRole.UNSAID else None
    trades = facilitator.suggest_trades(text, asker=role, other=other)
    with store() as uow:
        own = answered_in(text, actor, workspace=workspace, uow=uow, facilitator=facilitator)
    language = _language(trades, facilitator) if trades else own
    return TradesShown(trades, asks_end=asks_end, typed=text, language=language)


def answered_in(
    text: str, actor: Actor, *, workspace: WorkspaceKey, uow: UnitOfWork, facilitator: Facilitator
) -> str:
    """The language that a text shows by its words; where it shows none, its writer's own."""
    spoken = facilitator.spoken_in(text)
    return spoken if spoken != "en" else language_of_person(uow, workspace, actor.person)


def _language(trades: Sequence[Trade], facilitator: Facilitator) -> str:
    """That in which the trades are worded: what stands around them follows it."""
    return facilitator.spoken_in(
        " ".join(f"{t.words} {t.costs_you} {t.helps_them}" for t in trades)
    )


def in_better_words(shown: TradesShown, *, facilitator: Facilitator) -> TradesShown | None:
    """The same trades as a model words them; None where it found none. It may take a while."""
    if not shown.trades:
        return None
    better = facilitator.reword_trades(shown.trades)
    return replace(shown, trades=better.value) if better.by_model else None


def _met(
    origin: Origin,
    actor: Actor,
    *,
    workspace: WorkspaceKey,
    store: Store,
    room: Room,
    clock: Clock,
) -> tuple[TradeRole, str]:
    """As `_seen_from`; somebody new in the channel is looked up first."""
    try:
        return _seen_from(origin, actor, workspace=workspace, store=store, clock=clock)
    except NotYetKnown:
        learn_people(origin, store=store, room=room)
        return _seen_from(origin, actor, workspace=workspace, store=store, clock=clock)


def _seen_from(
    origin: Origin, actor: Actor, *, workspace: WorkspaceKey, store: Store, clock: Clock
) -> tuple[TradeRole, str]:
    """The asker's end of the trade, and the other side's name.

    Raises what `side_of` raises, for people of no side.
    """
    with store() as uow:
        partnership = uow.partnerships.of_channel(workspace, origin.channel)
    if partnership is None:
        return TradeRole.UNSAID, ""
    own = own_side_in(partnership, origin, actor, store=store, clock=clock, to=Action.TRADES)
    names = [s.name for s in partnership.sides if own and s.id != own.id]
    return (
        own.trade_role if own else TradeRole.UNSAID,
        names[0] if len(names) == 1 else "",
    )


def _case_trades(
    case: Case, role: TradeRole, other: str, *, facilitator: Facilitator
) -> tuple[Trade, ...]:
    """Between the terms on the table, from what holds; before there are any, as of its text."""
    trades = facilitator.trades_between(public_terms(case), asker=role, other=other)
    text = f"{case.issue.title}\n{case.issue.happened}"
    return trades or facilitator.suggest_trades(text, asker=role, other=other)


def public_terms(case: Case) -> tuple[Term, ...]:
    """The terms as both sides know them: once all have checked them, no value is a guess."""
    if case.agenda is None:
        return ()
    if not case.agenda.is_checked_by(case.side_ids):
        return case.agenda.terms
    return tuple(replace(t, today_is_usual=False) for t in case.agenda.terms)


def _own_swaps(
    case: Case,
    actor: Actor,
    other: str,
    *,
    store: Store,
    facilitator: Facilitator,
    clock: Clock,
) -> tuple[Trade, ...]:
    """What the opener's side could give for what it wants, by its own ratings, if it rated."""
    try:
        with store() as uow:
            opened = open_case(case.id, actor, uow=uow, now=clock.now())
            uow.commit()
    except Refusal:
        return ()
    if case.agenda is None or opened.caucus.ratings is None:
        return ()
    found = swaps_of(case.agenda, opened.side, opened.caucus.ratings)
    exchanges = [(swap.get, swap.give) for swap in found]
    return facilitator.word_swaps(
        public_terms(case), exchanges, asker=opened.side.trade_role, other=other
    )
