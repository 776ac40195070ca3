"""The jobs of following up: which function does which."""

from collections.abc import Mapping

from bot.casework import come_round, look_after, my_week, remind, show_evidence, was_it_fair, weekly
from bot.casework.files import FileRef
from bot.casework.workshop import Args, Work, Workshop
from bot.mediation.people import ChannelId, PersonId


def _channel_day(shop: Workshop, args: Args) -> None:
    look_after.channel_day(
        ChannelId(args.text("subject")),
        args.moment("since"),
        args.moment("now"),
        workspace=shop.workspace,
        store=shop.store,
    )


def _pass_on(shop: Workshop, args: Args) -> None:
    look_after.pass_on(
        args.text("case"), args.text("today"), args.texts("keys"), store=shop.store, room=shop.room
    )


def _show_evidence(shop: Workshop, args: Args) -> None:
    show_evidence.show_evidence(
        args.text("case"),
        args.text("key"),
        FileRef(args.text("file"), args.text("name")),
        PersonId(args.text("person")),
        store=shop.store,
        room=shop.room,
    )


def _person_day(shop: Workshop, args: Args) -> None:
    remind.person_day(
        PersonId(args.text("subject")),
        args.moment("since"),
        args.moment("at"),
        args.moment("now"),
        workspace=shop.workspace,
        store=shop.store,
        room=shop.room,
    )


def _person_week(shop: Workshop, args: Args) -> None:
    my_week.person_week(
        PersonId(args.text("subject")),
        args.moment("at"),
        workspace=shop.workspace,
        store=shop.store,
        room=shop.room,
        clock=shop.clock,
    )


def _channel_week(shop: Workshop, args: Args) -> None:
    weekly.channel_week(
        ChannelId(args.text("subject")),
        args.moment("since"),
        args.moment("at"),
        workspace=shop.workspace,
        store=shop.store,
        room=shop.room,
        clock=shop.clock,
    )


def _follow_zone(shop: Workshop, args: Args) -> None:
    come_round.follow_zone(
        PersonId(args.text("person")), workspace=shop.workspace, store=shop.store, clock=shop.clock
    )


def _ask_fair(shop: Workshop, args: Args) -> None:
    was_it_fair.ask_fulfilled(args.text("case"), store=shop.store, room=shop.room)


def _say_week_is(shop: Workshop, args: Args) -> None:
    weekly.say_week_is(
        ChannelId(args.text("channel")),
        args.text("key"),
        on=args.text("is") == "on",
        workspace=shop.workspace,
        store=shop.store,
        room=shop.room,
    )


def _channel_month(shop: Workshop, args: Args) -> None:
    weekly.channel_month(
        ChannelId(args.text("subject")),
        args.moment("at"),
        workspace=shop.workspace,
        store=shop.store,
        room=shop.room,
    )


ROUNDS: Mapping[str, Work] = {
    "channel_day": _channel_day,
    "channel_week": _channel_week,
    "channel_month": _channel_month,
    "person_day": _person_day,
    "person_week": _person_week,
    "follow_zone": _follow_zone,
    "pass_on": _pass_on,
    "show_evidence": _show_evidence,
    "say_week_is": _say_week_is,
    "ask_fair": _ask_fair,
}
