"""The ways in: shortcuts on a message, a mention, and the buttons that answer one."""

from collections.abc import Callable
from datetime import datetime

from slack_bolt import Ack, App

from bot.casework.membership import Actor
from bot.casework.ports import Job, UnitOfWork
from bot.casework.shown import Origin
from bot.slack.listeners.answering import answer_click
from bot.slack.listeners.reception import Reception, Repeated
from bot.slack.payloads import Body, Click, said, shortcut
from bot.slack.views import actions as names
from bot.slack.views.private import clarify_form, raise_form, trades_view
from bot.slack.views.private.notices import waiting
from bot.slack.views.private.raise_form import origin_in

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
        fill_form(reception, view_id, job, actor, origin, **args)


def fill_form(
    reception: Reception, view_id: str, job: str, actor: Actor, origin: Origin, **args: str
) -> None:
    """Have a job read the thread and fill the modal that has been opened for it."""
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
