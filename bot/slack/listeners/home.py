"""Parley's own page, what is written to it there, and raising an issue from anywhere."""

import re
from datetime import datetime

from slack_bolt import Ack, App

from bot.casework.membership import Actor
from bot.casework.ports import Job, Json, UnitOfWork
from bot.casework.shown import Origin
from bot.mediation.people import ChannelId
from bot.slack.listeners.answering import answer_click
from bot.slack.listeners.desk import renew_desk
from bot.slack.listeners.reception import Reception, Repeated
from bot.slack.payloads import Body, Click, Said, looked, shortcut
from bot.slack.views import actions as names
from bot.slack.views.private import raise_form
from bot.slack.views.private.notices import waiting
from bot.slack.views.private.where_form import where_form


def register(app: App, reception: Reception) -> None:
    @app.event("app_home_opened")
    def opened(body: Body) -> None:
        found = looked(body)
        if found.tab == "messages" and found.channel:
            _suggest(reception, found.channel, found.event_id)
        elif found.tab == "home":
            _show(reception, found.actor, 0, f"event:{found.event_id}", found.event_id)

    @app.action(re.compile(re.escape(names.PAGE)))
    def turned(ack: Ack, body: Body) -> None:
        answer_click(reception, ack, body, lambda pressed: _turn(reception, pressed))

    @app.shortcut("raise_issue_anywhere")
    def anywhere(ack: Ack, body: Body) -> None:
        found = shortcut(body)
        reception.open(found.trigger, where_form(), origin=None, person=found.actor.person)
        ack()

    @app.action(names.RAISE_ANYWHERE)
    def from_home(ack: Ack, body: Body) -> None:
        answer_click(reception, ack, body, lambda pressed: _ask_where(reception, pressed))

    @app.action(names.WHERE)
    def chosen(ack: Ack, body: Body) -> None:
        answer_click(reception, ack, body, lambda pressed: _prepare(reception, pressed))


def answer_direct(reception: Reception, found: Said) -> None:
    """What somebody wrote to Parley alone is answered once; the job reads it from Slack."""
    key = f"direct:{found.channel}:{found.ts}"

    def work(uow: UnitOfWork, now: datetime) -> None:
        args = {
            "key": key,
            "channel": found.channel,
            "thread_ts": found.thread_ts,
            "message_ts": found.ts,
            "person": found.person,
            "team": found.team,
        }
        uow.enqueue(Job("answer_direct", key, args))

    try:
        reception.commit(f"message:{found.channel}:{found.ts}", work)
    except Repeated:
        return


def _show(reception: Reception, actor: Actor, page: int, claim: str, stamp: str) -> None:
    def work(uow: UnitOfWork, now: datetime) -> None:
        args: dict[str, Json] = {"person": actor.person, "team": actor.team, "page": page}
        uow.enqueue(Job("show_home", f"show-home:{actor.person}:{stamp}", args))

    try:
        reception.commit(claim, work)
    except Repeated:
        return


def _suggest(reception: Reception, direct: ChannelId, event_id: str) -> None:
    """What could be asked first stands ready where somebody opens the conversation."""
    try:
        reception.enqueue(
            "suggest_prompts",
            f"suggest-prompts:{direct}:{event_id}",
            f"event:{event_id}",
            channel=direct,
        )
    except Repeated:
        return


def _turn(reception: Reception, pressed: Click) -> None:
    page = int(pressed.value) if pressed.value.isdecimal() else 0
    if pressed.modal is not None:
        renew_desk(reception, pressed, page)
        return
    _show(reception, pressed.actor, page, pressed.claim, pressed.claim)


def _ask_where(reception: Reception, pressed: Click) -> None:
    reception.show(pressed, where_form())


def _prepare(reception: Reception, pressed: Click) -> None:
    """The channel is chosen: the same modal becomes the form, as after a shortcut."""
    if pressed.view is None or not pressed.value:
        return
    origin = Origin(ChannelId(pressed.value))
    reception.turn(pressed.view.id, waiting(raise_form.TITLE))
    reception.fill(
        pressed.view.id,
        "prepare_raise",
        f"prepare_raise:{pressed.view.id}:{origin.channel}",
        channel=origin.channel,
        typed=pressed.view.word("typed"),
        person=pressed.actor.person,
        team=pressed.actor.team,
    )
