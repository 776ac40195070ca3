"""One tap says whether suggestions help: counted once a person and answer, without a name."""

import re
from datetime import datetime

from slack_bolt import Ack, App

from bot.casework.ports import UnitOfWork
from bot.casework.preferences import Helpful
from bot.slack.listeners.answering import answer_click
from bot.slack.listeners.reception import Reception
from bot.slack.newer_blocks import NO, YES
from bot.slack.payloads import Body, Click
from bot.slack.views import actions as names
from bot.slack.views.private.trades_view import counted


def register(app: App, reception: Reception) -> None:
    @app.action(re.compile(f"{re.escape(names.HELPFUL)}(\\.|$)"))
    def pressed(ack: Ack, body: Body) -> None:
        answer_click(reception, ack, body, lambda found: _count(reception, found))


def _count(reception: Reception, pressed: Click) -> None:
    if pressed.value not in (YES, NO):
        return
    place = pressed.modal.id if pressed.modal else pressed.origin.message_ts
    claim = f"helpful:{pressed.actor.person}:{pressed.origin.channel}:{place}"
    workspace = reception.workspace

    def work(uow: UnitOfWork, now: datetime) -> None:
        held = uow.preferences.get(workspace, workspace, Helpful) or Helpful()
        uow.preferences.keep(workspace, workspace, held.counted(pressed.value == YES))

    reception.commit(claim, work)
    if pressed.modal is not None:
        reception.turn(pressed.modal.id, counted(pressed.modal))
