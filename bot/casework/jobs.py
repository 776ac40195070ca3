"""The work that follows a commit: which function does a job of which name.

Each may run twice and shows once.
"""

import logging
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial

from bot.casework import announce as announcing
from bot.casework import (
    closed_door,
    departed,
    frame,
    hand_over,
    learn_channel,
    prepare,
    prepare_home,
    propose,
    set_agenda,
    shared_channel,
    suggest_trades,
)
from bot.casework.come_round import come_round
from bot.casework.find_case import open_case_of
from bot.casework.hours import language_of_channel
from bot.casework.partners import PARTNERS
from bot.casework.ports import Json
from bot.casework.room import RoomUnavailable
from bot.casework.rounds import ROUNDS
from bot.casework.serving import served_by
from bot.casework.shown import Saved
from bot.casework.take_up_again import take_up_again
from bot.casework.workshop import Args, Work, Workshop
from bot.mediation.people import PersonId, TradeRole

__all__ = ["Workshop", "handlers"]

log = logging.getLogger(__name__)

Handler = Callable[[Mapping[str, Json]], None]

CANNOT_READ = (
    "Parley cannot read this channel. Add it with `/invite @Parley` (in a channel that your "
    "partner hosts, ask somebody of theirs), then try again."
)


CLAIMS_KEPT = timedelta(days=7)
"""Slack sends an event again for hours at the most."""


def handlers(shop: Workshop) -> Mapping[str, Handler]:
    """Every job by its name."""

    def doing(name: str, work: Work, held: Mapping[str, Json]) -> None:
        try:
            work(shop, Args(held))
        except RoomUnavailable as fault:
            if not fault.closed:
                raise
            log.warning("job %s ended at a closed door: %s", name, fault.code)

    return {name: partial(doing, name, work) for name, work in WORK.items()}


# Cases and clarifications


def _show_case(shop: Workshop, args: Args) -> None:
    with shop.store() as uow:
        case = uow.cases.get(args.text("case"))
    try:
        shop.room.show_case(case)
    except RoomUnavailable as fault:
        if not fault.closed:
            raise
        closed_door.tell_of_case(case, fault, store=shop.store, room=shop.room)


def _show_clarification(shop: Workshop, args: Args) -> None:
    with shop.store() as uow:
        clarification = uow.clarifications.get(args.text("clarification"))
    try:
        shop.room.show_clarification(clarification)
    except RoomUnavailable as fault:
        if not fault.closed:
            raise
        closed_door.tell_of_clarification(clarification, fault, room=shop.room)


def _reopen(shop: Workshop, args: Args) -> None:
    closed_door.reopen(
        args.origin.channel, workspace=shop.workspace, store=shop.store, room=shop.room
    )


def _announce(shop: Workshop, args: Args) -> None:
    announcing.announce(args.text("case"), args.text("what"), store=shop.store, room=shop.room)


def _draft_statement(shop: Workshop, args: Args) -> None:
    frame.draft_statement(
        args.text("case"), store=shop.store, facilitator=shop.facilitator, clock=shop.clock
    )


def _finish_statement(shop: Workshop, args: Args) -> None:
    frame.finish_statement(
        args.text("case"), store=shop.store, facilitator=shop.facilitator, clock=shop.clock
    )


def _suggest_agenda(shop: Workshop, args: Args) -> None:
    set_agenda.suggest_agenda(
        args.text("case"), store=shop.store, facilitator=shop.facilitator, clock=shop.clock
    )


def _propose(shop: Workshop, args: Args) -> None:
    propose.propose(
        args.text("case"),
        args.number("round"),
        store=shop.store,
        facilitator=shop.facilitator,
        clock=shop.clock,
        answer_days=shop.answer_days,
    )


def _sweep(shop: Workshop, args: Args) -> None:
    propose.sweep(store=shop.store, clock=shop.clock)
    with shop.store() as uow:
        uow.forget_claims(shop.clock.now() - CLAIMS_KEPT)
        uow.commit()
    come_round(workspace=shop.workspace, store=shop.store, clock=shop.clock)
    take_up_again(store=shop.store, clock=shop.clock)


# Forms, which say in themselves why they cannot be filled


def _or_say(title: str, fill: Work) -> Work:
    def work(shop: Workshop, args: Args) -> None:
        try:
            fill(shop, args)
        except RoomUnavailable as fault:
            if not fault.permanent:
                raise
            told = Saved(title, CANNOT_READ, typed=args.text("typed"))
            shop.room.show_modal(args.text("view"), told)

    return work


def _prepare_raise(shop: Workshop, args: Args) -> None:
    prepare.prepare_raise(
        args.text("view"),
        args.origin,
        args.actor,
        typed=args.text("typed"),
        clarification_id=args.text("clarification"),
        workspace=shop.workspace,
        store=shop.store,
        room=shop.room,
        facilitator=shop.facilitator,
        clock=shop.clock,
        ids=shop.ids,
    )


def _prepare_clarify(shop: Workshop, args: Args) -> None:
    prepare.prepare_clarify(
        args.text("view"),
        args.origin,
        args.actor,
        workspace=shop.workspace,
        store=shop.store,
        room=shop.room,
        clock=shop.clock,
        ids=shop.ids,
    )


def _prepare_trades(shop: Workshop, args: Args) -> None:
    suggest_trades.prepare_trades(
        args.text("view"),
        args.origin,
        args.actor,
        case_id=args.text("case"),
        end=TradeRole(args.text("end") or TradeRole.UNSAID),
        workspace=shop.workspace,
        store=shop.store,
        room=shop.room,
        facilitator=shop.facilitator,
        clock=shop.clock,
    )


# People and channels


def _show_home(shop: Workshop, args: Args) -> None:
    prepare_home.show_home(
        args.actor,
        args.number("page"),
        workspace=shop.workspace,
        store=shop.store,
        room=shop.room,
        clock=shop.clock,
    )


def _suggest_prompts(shop: Workshop, args: Args) -> None:
    shop.room.suggest_prompts(args.origin.channel)


def _answer_direct(shop: Workshop, args: Args) -> None:
    prepare_home.answer_direct(
        args.text("key"),
        args.origin,
        args.actor,
        workspace=shop.workspace,
        store=shop.store,
        room=shop.room,
        facilitator=shop.facilitator,
        clock=shop.clock,
    )


def _offer_ways_in(shop: Workshop, args: Args) -> None:
    with shop.store() as uow:
        if served_by(uow, shop.workspace, args.origin.channel):
            return  # the other Parley answers; nothing is answered twice
        case = open_case_of(args.origin, shop.workspace, uow)
        language = language_of_channel(uow, shop.workspace, args.origin.channel)
    to = PersonId(args.text("to"))
    shop.room.offer_ways_in(args.text("key"), args.origin, to=to, language=language, case=case)


def _tell(shop: Workshop, args: Args) -> None:
    person, stamp = PersonId(args.text("person")), args.text("stamp")
    closed_door.tell(args.text("text"), person, stamp, args.origin.channel, room=shop.room)


def _learn_people(shop: Workshop, args: Args) -> None:
    prepare.learn_people(args.origin, store=shop.store, room=shop.room)


def _learn_channel(shop: Workshop, args: Args) -> None:
    learn_channel.learn_channel(
        args.origin.channel,
        workspace=shop.workspace,
        store=shop.store,
        room=shop.room,
        ids=shop.ids,
    )
    shared_channel.follow_sharing(
        args.origin.channel,
        workspace=shop.workspace,
        store=shop.store,
        room=shop.room,
        clock=shop.clock,
    )
    departed.tell_of_departed(
        args.origin.channel, workspace=shop.workspace, store=shop.store, room=shop.room
    )
    hand_over.hand_over(
        args.origin.channel,
        workspace=shop.workspace,
        store=shop.store,
        room=shop.room,
        clock=shop.clock,
    )


WORK: Mapping[str, Work] = {
    "show_case": _show_case,
    "show_clarification": _show_clarification,
    "reopen": _reopen,
    "announce": _announce,
    "draft_statement": _draft_statement,
    "finish_statement": _finish_statement,
    "suggest_agenda": _suggest_agenda,
    "propose": _propose,
    "sweep": _sweep,
    **ROUNDS,
    **PARTNERS,
    "prepare_raise": _or_say("Raise an issue", _prepare_raise),
    "prepare_clarify": _or_say("Just clarify", _prepare_clarify),
    "prepare_trades": _or_say("Trade-offs", _prepare_trades),
    "show_home": _show_home,
    "suggest_prompts": _suggest_prompts,
    "answer_direct": _answer_direct,
    "offer_ways_in": _offer_ways_in,
    "tell": _tell,
    "learn_people": _learn_people,
    "learn_channel": _learn_channel,
}
