"""Read all: the whole of what was shortened where it stands, for whoever may read it."""

from collections.abc import Callable
from datetime import datetime

from slack_bolt import Ack, App

from bot.casework.membership import Actor, side_of
from bot.casework.next_step import open_case
from bot.casework.own_answers import own_answer
from bot.casework.ports import UnitOfWork
from bot.slack.blocks import View
from bot.slack.listeners.answering import answer_click
from bot.slack.listeners.reception import Asked, Reception
from bot.slack.payloads import Body, Click
from bot.slack.text import Mrkdwn
from bot.slack.views import actions as names
from bot.slack.views.private.told_view import told_whole
from bot.slack.views.private.whole_view import whole_view
from bot.slack.views.shared.passages import Passage, passages_of

Whole = Callable[[str, Actor, UnitOfWork, datetime], View]


def register(app: App, reception: Reception) -> None:
    def do(action: str, read: Whole) -> None:
        def pressed(ack: Ack, body: Body) -> None:
            answer_click(reception, ack, body, lambda found: _show(reception, found, read))

        app.action(action)(pressed)

    do(names.READ_CASE, _case)
    do(names.READ_TOLD, _told)
    do(names.READ_MESSAGE, _message)


def _show(reception: Reception, pressed: Click, read: Whole) -> None:
    reception.present(
        Asked.by(pressed), lambda uow, now: read(pressed.value, pressed.actor, uow, now)
    )


def _case(case_id: str, actor: Actor, uow: UnitOfWork, now: datetime) -> View:
    case = open_case(case_id, actor, uow=uow, now=now).case
    return whole_view(f"Case {case.number}", passages_of(case))


def _told(case_id: str, actor: Actor, uow: UnitOfWork, now: datetime) -> View:
    return told_whole(own_answer(case_id, actor, uow=uow, now=now))


def _message(clarification_id: str, actor: Actor, uow: UnitOfWork, now: datetime) -> View:
    found = uow.clarifications.get(clarification_id)
    side_of(uow, found.partnership, actor, channel=found.channel, now=now)
    return whole_view("The message", [Passage(Mrkdwn("As it was written"), found.about.text)])
