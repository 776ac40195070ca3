"""The jobs that serve both organisations alike: which function does which."""

from collections.abc import Mapping
from datetime import date

from bot.casework import (
    agree_for_all,
    climb,
    count_together,
    keep_thread,
    right_people,
    serving,
    shared_channel,
)
from bot.casework.workshop import Args, Work, Workshop
from bot.mediation.people import PartnershipId, PersonId, SideId


def _pin_desk(shop: Workshop, args: Args) -> None:
    serving.decide(args.origin.channel, workspace=shop.workspace, store=shop.store, room=shop.room)


def _keep_thread(shop: Workshop, args: Args) -> None:
    keep_thread.keep_thread(args.text("case"), store=shop.store, room=shop.room)


def _call_right_people(shop: Workshop, args: Args) -> None:
    right_people.call_right_people(args.text("case"), store=shop.store, room=shop.room)


def _climb(shop: Workshop, args: Args) -> None:
    today = date.fromisoformat(args.text("today"))
    climb.climb(args.text("case"), today, store=shop.store, room=shop.room)


def _follow_sharing(shop: Workshop, args: Args) -> None:
    shared_channel.follow_sharing(
        args.origin.channel,
        workspace=shop.workspace,
        store=shop.store,
        room=shop.room,
        clock=shop.clock,
    )


def _tell_standing(shop: Workshop, args: Args) -> None:
    agree_for_all.tell_standing(
        PartnershipId(args.text("partnership")),
        SideId(args.text("side")),
        PersonId(args.text("person")),
        role=args.text("role"),
        stamp=args.text("stamp"),
        store=shop.store,
        room=shop.room,
    )


def _count_file(shop: Workshop, args: Args) -> None:
    request = count_together.request_of(args.held)
    count_together.count_file(
        request,
        args.actor,
        store=shop.store,
        room=shop.room,
        clock=shop.clock,
        watch=shop.facilitator,
    )


PARTNERS: Mapping[str, Work] = {
    "pin_desk": _pin_desk,
    "keep_thread": _keep_thread,
    "call_right_people": _call_right_people,
    "climb": _climb,
    "follow_sharing": _follow_sharing,
    "count_file": _count_file,
    "tell_standing": _tell_standing,
}
