"""Prepare what one person sees of Parley alone: their page, and the answer to what they wrote."""

from bot.casework.alone import asked_in
from bot.casework.heed import heed
from bot.casework.membership import Actor
from bot.casework.my_desk import Desk, my_desk
from bot.casework.ports import Clock, Store
from bot.casework.room import Room
from bot.casework.shown import Alone, Asked, Origin, TradesShown
from bot.casework.suggest_trades import answered_in, in_better_words
from bot.casework.words import Facilitator
from bot.mediation.people import TradeRole, WorkspaceKey


def show_home(
    actor: Actor, page: int, *, workspace: WorkspaceKey, store: Store, room: Room, clock: Clock
) -> None:
    """Their page, as things stand now."""
    with store.reading() as uow:
        desk = my_desk(workspace, actor, uow=uow, now=clock.now())
    room.show_home(actor.person, desk, page)


def answer_direct(
    key: str,
    origin: Origin,
    actor: Actor,
    *,
    workspace: WorkspaceKey,
    store: Store,
    room: Room,
    facilitator: Facilitator,
    clock: Clock,
) -> None:
    """Trades for the terms in what they wrote, what waits for them, or what they asked to know.

    The message is read from Slack here, so that its text stands in no job's record. Trades come
    at once from the library, and in better words when a model has them.
    """
    room.begin_answer(origin)
    said = room.thread(origin.channel, origin.message_ts)
    text = next((m.text for m in said if m.ts == origin.message_ts), "")
    asked, language = asked_in(text)
    with store.reading() as uow:
        desk = my_desk(workspace, actor, uow=uow, now=clock.now())
        stop = heed([text], actor, origin.channel, workspace=workspace, uow=uow, watch=facilitator)
        own = answered_in(text, actor, workspace=workspace, uow=uow, facilitator=facilitator)
    shown = TradesShown((), instead=stop.sentence if stop is not None else "")
    if asked is Asked.TRADES and stop is None:
        role, other = _end_of(desk)
        shown = TradesShown(facilitator.suggest_trades(text, asker=role, other=other))
        language = facilitator.spoken_in(text) if shown.trades else ""
    language = language or own
    room.answer_direct(key, origin, Alone(desk, asked, language, shown))
    if better := in_better_words(shown, facilitator=facilitator):
        room.better_answer(key, origin, Alone(desk, asked, language, better))


def _end_of(desk: Desk) -> tuple[TradeRole, str]:
    """The asker's end of a trade and the other side's name, as far as both are plain."""
    roles = {own.side.trade_role for own in desk.sides}
    others = {other.name for own in desk.sides for other in own.others}
    return (
        roles.pop() if len(roles) == 1 else TradeRole.UNSAID,
        others.pop() if len(others) == 1 else "",
    )
