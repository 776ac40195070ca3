"""One more promise: its form from the card or from the text to sign, and what the others answer."""

import re
from collections.abc import Callable
from datetime import datetime

from slack_bolt import Ack, App

from bot.casework.add_promise import add_promise, agree_promise, leave_out, may_add
from bot.casework.authority import Action
from bot.casework.membership import side_of
from bot.casework.next_step import Step, open_case
from bot.casework.ports import UnitOfWork
from bot.mediation.case import Case
from bot.mediation.refusals import MovedOn
from bot.slack.blocks import View
from bot.slack.listeners.answering import answer_click, answer_form, saving
from bot.slack.listeners.desk import renew_desk
from bot.slack.listeners.follow_up import renew_follow
from bot.slack.listeners.reception import Asked, Reception
from bot.slack.payloads import Body, Click, Submission
from bot.slack.views import actions as names
from bot.slack.views.private import promise_form, sign_form
from bot.slack.views.private.follow_form import follow_view

NOTHING_TO_ADD = "Promises are added while an agreement is signed or being kept."


def register(app: App, reception: Reception) -> None:
    def do(action: str, act: Callable[[Reception, Click], None]) -> None:
        def pressed(ack: Ack, body: Body) -> None:
            answer_click(reception, ack, body, lambda found: act(reception, found))

        app.action(re.compile(f"{re.escape(action)}(\\.|$)"))(pressed)

    do(names.PROMISE, _open)
    do(names.PROMISE_AGREE, _answer(agree_promise))
    do(names.PROMISE_LEAVE, _answer(leave_out))

    @app.view(names.PROMISE_FORM)
    def sent(ack: Ack, body: Body) -> None:
        answer_form(reception, ack, body, saving(reception, _add))


def _open(reception: Reception, pressed: Click) -> None:
    """The form by itself, or in place of the one that the button stands in."""
    shown = pressed.modal
    signing = shown is not None and shown.callback == names.SIGN_FORM
    typed = sign_form.read(shown) if shown is not None and signing else None

    def look(uow: UnitOfWork, now: datetime) -> View:
        case = uow.cases.get(pressed.value)
        if not may_add(case):
            raise MovedOn(NOTHING_TO_ADD)
        to = Action.CHANGE
        side_of(uow, case.partnership, pressed.actor, channel=case.channel, now=now, to=to)
        opened = open_case(case.id, pressed.actor, uow=uow, now=now)
        return promise_form.promise_form(opened, pressed.actor.person, typed=typed)

    if shown is not None:
        reception.turn(shown.id, reception.read(look))
    else:
        reception.present(Asked.by(pressed), look)


def _add(sent: Submission, uow: UnitOfWork, now: datetime) -> View | None:
    """Back to the text to sign, or to the promises, as they then stand."""
    case = add_promise(promise_form.read(sent.view), sent.actor, uow=uow, now=now)
    typed = promise_form.typed_in(sent.view)
    opened = open_case(case.id, sent.actor, uow=uow, now=now)
    if opened.step is Step.SIGN and not opened.refused:
        return sign_form.sign_form(opened, typed=typed)
    return follow_view(opened) if opened.step is Step.FOLLOW else None


def _answer(use_case: Callable[..., Case]) -> Callable[[Reception, Click], None]:
    """A button that answers at once; the page that it stands on shows how it then is."""

    def act(reception: Reception, pressed: Click) -> None:
        case_id, _, key = pressed.value.partition(":")
        reception.commit(
            pressed.claim,
            lambda uow, now: use_case(case_id, key, pressed.actor, uow=uow, now=now),
        )
        renew_desk(reception, pressed)
        renew_follow(reception, pressed)
        _renew_signing(reception, pressed, case_id)

    return act


def _renew_signing(reception: Reception, pressed: Click, case_id: str) -> None:
    """The text to sign as it stands now, with what was filled in."""
    shown = pressed.modal
    if shown is None or shown.callback != names.SIGN_FORM:
        return
    typed = sign_form.read(shown)

    def look(uow: UnitOfWork, now: datetime) -> View:
        opened = open_case(case_id, pressed.actor, uow=uow, now=now)
        return sign_form.sign_form(opened, typed=typed)

    reception.turn(shown.id, reception.read(look))
