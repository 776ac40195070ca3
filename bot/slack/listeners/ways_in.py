"""The ways in: shortcuts on a message, `/parley`, a mention, and the buttons that answer one."""

import re
from collections.abc import Callable
from datetime import datetime

from slack_bolt import Ack, App

from bot.casework.digest import digest
from bot.casework.list_cases import list_cases
from bot.casework.may_say import with_offer
from bot.casework.membership import Actor
from bot.casework.my_week import my_week
from bot.casework.next_step import open_numbered
from bot.casework.ports import Job, UnitOfWork
from bot.casework.room import Origin, TradesShown
from bot.casework.suggest_trades import in_better_words, trades_for
from bot.mediation.people import TradeRole
from bot.mediation.refusals import Refusal
from bot.slack.blocks import Rendered, View
from bot.slack.listeners.alone import answer_alone
from bot.slack.listeners.answering import answer_click
from bot.slack.listeners.reception import Asked, Reception, Repeated
from bot.slack.listeners.settings import open_settings
from bot.slack.payloads import Body, Click, Command, command, said, shortcut
from bot.slack.views import actions as names
from bot.slack.views.private import clarify_form, raise_form, trades_view
from bot.slack.views.private.letter import week_message
from bot.slack.views.private.notices import waiting
from bot.slack.views.private.raise_form import origin_in
from bot.slack.views.private.step import step_form
from bot.slack.views.shared.lists import case_list, help_text
from bot.slack.views.shared.messages import digest_message

MOST_DIGITS = 9
"""No case has a longer number, and no database would take one."""

MINE = "mine"
"""What is typed after `digest` for one's own week."""

NOT_HERE = (
    "Parley follows no partnership in this channel. `/parley digest mine` shows your own week, "
    "over all channels."
)
TITLES = {
    "prepare_raise": raise_form.TITLE,
    "prepare_clarify": clarify_form.TITLE,
    "prepare_trades": trades_view.TITLE,
}
COMES = {
    "prepare_raise": "Parley fills this in from the message; nobody sees it before you send it.",
    "prepare_clarify": "The form for your one line opens here; nobody sees it before you send it.",
    "prepare_trades": "Parley looks for trades in this text; you alone will see them.",
}
"""What everybody reads in the first second, whoever they turn out to be."""


def register(app: App, reception: Reception) -> None:
    for callback, job in (
        ("raise_issue", "prepare_raise"),
        ("clarify", "prepare_clarify"),
        ("tradeoffs", "prepare_trades"),
    ):
        app.shortcut(callback)(_on_shortcut(reception, job))
    for action, job in (
        (names.RAISE, "prepare_raise"),
        (names.CLARIFY, "prepare_clarify"),
        (names.TRADES, "prepare_trades"),
    ):
        app.action(action)(_on_button(reception, job))

    @app.action(re.compile(rf"{re.escape(names.TRADES_AS)}\."))
    def seen_from(ack: Ack, body: Body) -> None:
        answer_click(reception, ack, body, lambda pressed: _look_again(reception, pressed))

    @app.command("/parley")
    def typed(ack: Ack, body: Body) -> None:
        _on_command(reception, ack, command(body))

    @app.event("app_mention")
    def mentioned(body: Body) -> None:
        _on_mention(reception, body)


def prepare(
    reception: Reception,
    job: str,
    actor: Actor,
    trigger: str,
    origin: Origin,
    *,
    over: bool = False,
    **args: str,
) -> None:
    """Open the form's modal at once, empty; a job reads the thread and fills it.

    over: it is laid over the modal that is open.
    """
    put = reception.push if over else reception.open
    view_id = put(trigger, waiting(TITLES[job], COMES[job]), origin=origin, person=actor.person)
    if view_id:
        reception.fill(
            view_id,
            job,
            f"{job}:{view_id}",
            channel=origin.channel,
            thread_ts=origin.thread_ts,
            message_ts=origin.message_ts,
            person=actor.person,
            team=actor.team,
            **args,
        )


def _on_shortcut(reception: Reception, job: str) -> Callable[[Ack, Body], None]:
    def chosen(ack: Ack, body: Body) -> None:
        found = shortcut(body)
        if found.origin is not None:
            prepare(reception, job, found.actor, found.trigger, found.origin)
        ack()

    return chosen


def _on_button(reception: Reception, job: str) -> Callable[[Ack, Body], None]:
    def act(pressed: Click) -> None:
        over = pressed.modal is not None
        case_id = pressed.value.removeprefix("case:") if pressed.value.startswith("case:") else ""
        origin = pressed.origin if case_id else origin_in(pressed.value)
        prepare(reception, job, pressed.actor, pressed.trigger, origin, over=over, case=case_id)

    def pressed(ack: Ack, body: Body) -> None:
        answer_click(reception, ack, body, act)

    return pressed


def _look_again(reception: Reception, pressed: Click) -> None:
    """The same trades from the end that somebody has just named, in the modal that is open."""
    origin, case_id, end, typed = trades_view.end_in(pressed.value)
    if pressed.modal is not None:
        view_id = pressed.modal.id
        if typed:
            shown = _trades_for(reception, typed, origin, pressed.actor, end)
            reception.turn(view_id, trades_view.trades_view(shown))
            _better(reception, view_id, shown)
            return
        reception.enqueue(
            "prepare_trades",
            f"prepare_trades:{view_id}:{end}",
            view=view_id,
            channel=origin.channel,
            thread_ts=origin.thread_ts,
            message_ts=origin.message_ts,
            person=pressed.actor.person,
            team=pressed.actor.team,
            case=case_id,
            end=end.value,
        )


def _on_command(reception: Reception, ack: Ack, typed: Command) -> None:
    origin = Origin(typed.channel)
    try:
        if typed.is_direct and answer_alone(reception, typed):
            ack()
            return
        match typed.verb:
            case "raise":
                prepare(
                    reception, "prepare_raise", typed.actor, typed.trigger, origin, typed=typed.rest
                )
                ack()
            case "tradeoffs" if typed.rest:
                _trade_offs(reception, typed, origin)
                ack()
            case "digest":
                shown = reception.read(lambda uow, now: _week(reception, typed, uow, now))
                ack(text=shown.text, blocks=list(shown.blocks))
            case "settings":
                open_settings(reception, typed.actor, typed.trigger, origin)
                ack()
            case "list":
                workspace = reception.workspace
                page = reception.read(lambda uow, _: list_cases(workspace, typed.channel, uow=uow))
                shown = case_list(page)
                ack(text=shown.text, blocks=list(shown.blocks))
            case "case":
                _open_numbered(reception, typed)
                ack()
            case _:
                shown = help_text(typed.verb)
                ack(text=shown.text, blocks=list(shown.blocks))
    except Refusal as refusal:
        ack(text=str(refusal))


def _week(reception: Reception, typed: Command, uow: UnitOfWork, now: datetime) -> Rendered:
    """The channel's week; one's own over all channels, where that was asked for or typed alone."""
    workspace, person = reception.workspace, typed.actor.person
    if typed.is_direct or typed.rest.casefold() == MINE:
        return week_message(my_week(workspace, typed.actor, uow=uow, now=now))
    if uow.partnerships.of_channel(workspace, typed.channel) is None:
        raise Refusal(NOT_HERE)
    return digest_message(digest(workspace, typed.channel, uow=uow, now=now, reader=person))


def _trade_offs(reception: Reception, typed: Command, origin: Origin) -> None:
    """At once, from the library: what was typed stands in no job's record."""
    if (stop := reception.heed([typed.rest], typed.actor)) is not None:
        raise Refusal(stop.sentence)
    shown = _trades_for(reception, typed.rest, origin, typed.actor)
    view = trades_view.trades_view(shown)
    view_id = reception.open(typed.trigger, view, origin=origin, person=typed.actor.person)
    if view_id:
        _better(reception, view_id, shown)


def _trades_for(
    reception: Reception,
    text: str,
    origin: Origin,
    actor: Actor,
    end: TradeRole = TradeRole.UNSAID,
) -> TradesShown:
    return trades_for(
        text,
        origin,
        actor,
        workspace=reception.workspace,
        store=reception.store,
        facilitator=reception.facilitator,
        clock=reception.clock,
        end=end,
    )


def _better(reception: Reception, view_id: str, shown: TradesShown) -> None:
    """Better words into the same modal when a model has them: no job, so that nothing is kept."""

    def find() -> View | None:
        better = in_better_words(shown, facilitator=reception.facilitator)
        return trades_view.trades_view(better) if better else None

    reception.turn_later(view_id, find)


def _open_numbered(reception: Reception, typed: Command) -> None:
    if (number := typed.number) is None:
        raise Refusal("Say which case, for example `/parley case 3`.")
    if number >= 10**MOST_DIGITS:
        raise Refusal("Case numbers are shorter than that. `/parley list` shows those open here.")

    def look(uow: UnitOfWork, now: datetime) -> View:
        workspace, here = reception.workspace, typed.channel
        opened = open_numbered(number, here, typed.actor, workspace=workspace, uow=uow, now=now)
        return step_form(with_offer(opened, inquirer=reception.facilitator), typed.actor.person)

    reception.present(Asked(typed.actor, typed.trigger, Origin(typed.channel)), look)


def _on_mention(reception: Reception, body: Body) -> None:
    """A mention carries no trigger, so it is answered with buttons that do."""
    found = said(body)
    if found.by_bot:
        return
    about = Origin(found.channel, found.thread_ts, found.thread_ts or found.ts)

    def work(uow: UnitOfWork, now: datetime) -> None:
        key = f"ways-in:{found.channel}:{found.ts}"
        args = {
            "key": key,
            "channel": about.channel,
            "thread_ts": about.thread_ts,
            "message_ts": about.message_ts,
        }
        uow.enqueue(Job("offer_ways_in", key, args))

    try:
        reception.commit(f"event:{found.event_id}", work)
    except Repeated:
        return
