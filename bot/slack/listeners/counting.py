"""Counting together: the card's button, the form, and what stands there while a file is read."""

import hashlib
import re
from datetime import datetime

from slack_bolt import Ack, App

from bot.casework.count_together import TITLE, count_together, open_count
from bot.casework.ports import UnitOfWork
from bot.mediation.facts.counts import Calculator
from bot.slack.blocks import View
from bot.slack.listeners.answering import answer_click, answer_form, saving
from bot.slack.listeners.reception import Asked, Reception
from bot.slack.payloads import Body, Click, Submission
from bot.slack.views import actions as names
from bot.slack.views.private import count_form
from bot.slack.views.private.notices import waiting


def register(app: App, reception: Reception) -> None:
    def pressed(ack: Ack, body: Body) -> None:
        answer_click(reception, ack, body, lambda found: _open(reception, found))

    def sent(ack: Ack, body: Body) -> None:
        answer_form(reception, ack, body, saving(reception, _count))

    app.action(re.compile(rf"{re.escape(names.COUNT)}(\.|$)"))(pressed)
    app.view(names.COUNT_FORM)(sent)


def _open(reception: Reception, pressed: Click) -> None:
    """The form in a modal of its own, or the open one turned to another thing to count."""
    case_id, _, chosen = pressed.value.partition(":")
    what = Calculator(chosen) if chosen in set(Calculator) else None

    def look(uow: UnitOfWork, now: datetime) -> View:
        return count_form.count_form(open_count(case_id, what, pressed.actor, uow=uow, now=now))

    if pressed.modal is not None and pressed.modal.callback == names.COUNT_FORM:
        reception.turn(pressed.modal.id, reception.read(look))
    else:
        reception.present(Asked.by(pressed), look)


def _count(sent: Submission, uow: UnitOfWork, now: datetime) -> View | None:
    """Typed figures are counted at once and the form closes; a file is read by a job."""
    key = hashlib.sha256(sent.contents.encode()).hexdigest()[:32]
    request = count_form.read(sent.view, key)
    done = count_together(request, sent.actor, uow=uow, now=now)
    return None if done else waiting(TITLE)
