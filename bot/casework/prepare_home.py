"""Prepare what one person sees of Parley alone: their page, and the answer to what they wrote."""

from bot.casework.heed import heed
from bot.casework.membership import Actor
from bot.casework.my_desk import my_desk
from bot.casework.ports import Clock, Store
from bot.casework.room import Origin, Room, TradesShown
from bot.casework.words import Facilitator
from bot.mediation.people import TradeRole, WorkspaceKey

ASKS_WHAT_WAITS = "waits for me"
"""In the question that Parley's own tab suggests. It asks for no trades."""


def show_home(
    actor: Actor, page: int, *, workspace: WorkspaceKey, store: Store, room: Room, clock: Clock
) -> None:
    """Their page, as things stand now."""
    with store() as uow:
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
    """Trades for the terms in what they wrote, and what waits for them; that alone if they ask.

    The message is read from Slack here, so that its text stands in no job's record.
    """
    room.begin_answer(origin)
    said = room.thread(origin.channel, origin.message_ts)
    text = next((m.text for m in said if m.ts == origin.message_ts), "")
    with store() as uow:
        desk = my_desk(workspace, actor, uow=uow, now=clock.now())
        roles = {
            side.trade_role
            for partnership in uow.partnerships.around(workspace, actor.person)
            if (side := partnership.side_of(actor.person)) is not None
        }
        stop = heed([text], actor, workspace=workspace, uow=uow, watch=facilitator)
    if stop is not None:
        room.answer_direct(key, origin, desk, TradesShown((), instead=stop.sentence))
        return
    role = roles.pop() if len(roles) == 1 else TradeRole.UNSAID
    trades = (
        ()
        if ASKS_WHAT_WAITS in text.casefold()
        else facilitator.suggest_trades(text, asker=role, other="the other side")
    )
    room.answer_direct(key, origin, desk, TradesShown(trades))
