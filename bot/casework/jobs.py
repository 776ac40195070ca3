"""The work that follows a commit: which function does a job of which name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.casework.announce import announce
from bot.casework.frame import draft_statement, finish_statement
from bot.casework.learn_channel import learn_channel
from bot.casework.membership import Actor
from bot.casework.ports import Clock, Ids, Json, Store
from bot.casework.prepare import learn_people, prepare_clarify, prepare_raise, prepare_trades
from bot.casework.prepare_home import answer_direct, show_home
from bot.casework.propose import propose, sweep
from bot.casework.room import Origin, Room, RoomUnavailable, Saved
from bot.casework.set_agenda import suggest_agenda
from bot.casework.words import Facilitator
from bot.mediation.people import ChannelId, PersonId, TeamId, WorkspaceKey

Args = Mapping[str, Json]
Handler = Callable[[Args], None]

CANNOT_READ = (
    "Parley cannot read this channel. Add it with `/invite @Parley` (in a channel that your "
    "partner hosts, ask somebody of theirs), then try again."
)


@dataclass(frozen=True, slots=True)
class Workshop:
    """What the jobs work with. answer_days: how long a menu waits for its answers."""

    workspace: WorkspaceKey
    store: Store
    room: Room
    facilitator: Facilitator
    clock: Clock
    ids: Ids
    answer_days: float = 3.0


def handlers(shop: Workshop) -> Mapping[str, Handler]:
    """Every job by its name. Each may run twice and shows once."""
    return {**_case_handlers(shop), **_form_handlers(shop)}


def _case_handlers(shop: Workshop) -> Mapping[str, Handler]:
    store, room, words, clock = shop.store, shop.room, shop.facilitator, shop.clock

    def show_case(args: Args) -> None:
        with store() as uow:
            case = uow.cases.get(_text(args, "case"))
        room.show_case(case)

    def show_clarification(args: Args) -> None:
        with store() as uow:
            clarification = uow.clarifications.get(_text(args, "clarification"))
        room.show_clarification(clarification)

    return {
        "show_case": show_case,
        "show_clarification": show_clarification,
        "announce": lambda a: announce(_text(a, "case"), _text(a, "what"), store=store, room=room),
        "draft_statement": lambda a: draft_statement(
            _text(a, "case"), store=store, facilitator=words, clock=clock
        ),
        "finish_statement": lambda a: finish_statement(
            _text(a, "case"), store=store, facilitator=words, clock=clock
        ),
        "suggest_agenda": lambda a: suggest_agenda(
            _text(a, "case"), store=store, facilitator=words, clock=clock
        ),
        "propose": lambda a: propose(
            _text(a, "case"),
            int(_text(a, "round")),
            store=store,
            facilitator=words,
            clock=clock,
            answer_days=shop.answer_days,
        ),
        "sweep": lambda a: _ignore(sweep(store=store, clock=clock)),
    }


def _form_handlers(shop: Workshop) -> Mapping[str, Handler]:
    store, room, words, clock, ids = (
        shop.store,
        shop.room,
        shop.facilitator,
        shop.clock,
        shop.ids,
    )
    workspace = shop.workspace

    def tell(args: Args) -> None:
        room.tell(
            ChannelId(_text(args, "channel")), PersonId(_text(args, "person")), _text(args, "text")
        )

    return {
        "prepare_raise": _or_say(
            "Raise an issue",
            room,
            lambda a: prepare_raise(
                _text(a, "view"),
                _origin(a),
                _actor(a),
                typed=_text(a, "typed"),
                clarification_id=_text(a, "clarification"),
                workspace=workspace,
                store=store,
                room=room,
                facilitator=words,
                clock=clock,
                ids=ids,
            ),
        ),
        "prepare_clarify": _or_say(
            "Just clarify",
            room,
            lambda a: prepare_clarify(
                _text(a, "view"),
                _origin(a),
                _actor(a),
                workspace=workspace,
                store=store,
                room=room,
                clock=clock,
                ids=ids,
            ),
        ),
        "prepare_trades": _or_say(
            "Trade-offs",
            room,
            lambda a: prepare_trades(
                _text(a, "view"),
                _origin(a),
                _actor(a),
                case_id=_text(a, "case"),
                workspace=workspace,
                store=store,
                room=room,
                facilitator=words,
                clock=clock,
            ),
        ),
        "learn_people": lambda a: learn_people(_origin(a), store=store, room=room),
        "learn_channel": lambda a: _ignore(
            learn_channel(_origin(a).channel, workspace=workspace, store=store, room=room, ids=ids)
        ),
        "show_home": lambda a: show_home(
            _actor(a),
            int(_text(a, "page") or 0),
            workspace=workspace,
            store=store,
            room=room,
            clock=clock,
        ),
        "answer_direct": lambda a: answer_direct(
            _text(a, "key"),
            _origin(a),
            _actor(a),
            workspace=workspace,
            store=store,
            room=room,
            facilitator=words,
            clock=clock,
        ),
        "offer_ways_in": lambda a: room.offer_ways_in(
            _text(a, "key"), _origin(a), to=PersonId(_text(a, "to"))
        ),
        "tell": tell,
    }


def _or_say(title: str, room: Room, fill: Handler) -> Handler:
    """Fill the form, or say in it why Slack does not let Parley read what it needs."""

    def work(args: Args) -> None:
        try:
            fill(args)
        except RoomUnavailable as fault:
            if not fault.permanent:
                raise
            room.show_modal(_text(args, "view"), Saved(title, CANNOT_READ))

    return work


def _text(args: Args, name: str) -> str:
    value = args.get(name, "")
    return value if isinstance(value, str) else str(value)


def _origin(args: Args) -> Origin:
    return Origin(
        ChannelId(_text(args, "channel")), _text(args, "thread_ts"), _text(args, "message_ts")
    )


def _actor(args: Args) -> Actor:
    return Actor(PersonId(_text(args, "person")), TeamId(_text(args, "team")))


def _ignore(_: object) -> None:
    """The work counts, not what it returns."""
