"""A case's buttons and forms."""

from collections.abc import Callable
from datetime import datetime

from slack_bolt import Ack, App

from bot.casework import frame, set_agenda, sign, verdict
from bot.casework.answer_menu import answer_menu
from bot.casework.follow_up import confirm_done, mark_done
from bot.casework.next_step import Opened, open_case
from bot.casework.ports import UnitOfWork
from bot.casework.raise_issue import raise_issue
from bot.casework.tell_side import tell_side
from bot.mediation.case import Case
from bot.slack.listeners.answering import Renewing, Saving, answer_click, answer_form, saving
from bot.slack.listeners.desk import renew_desk
from bot.slack.listeners.reception import Reception
from bot.slack.payloads import Body, Click, Submission
from bot.slack.views import actions as names
from bot.slack.views.private import (
    agenda_form,
    confirm_form,
    raise_form,
    sign_form,
    tell_form,
)
from bot.slack.views.private import (
    answer_form as menu_form,
)
from bot.slack.views.private.step import step_form


def register(app: App, reception: Reception) -> None:
    _register_buttons(app, reception)
    _register_forms(app, reception)


def open_step(reception: Reception, pressed: Click, case_id: str) -> None:
    """Open what this person's side can do now."""
    opened = _opened(reception, pressed, case_id)
    view = step_form(opened, pressed.actor.person)
    reception.show(pressed, view)


def _register_buttons(app: App, reception: Reception) -> None:
    def do(action: str, act: Callable[[Click], None]) -> None:
        def pressed(ack: Ack, body: Body) -> None:
            answer_click(reception, ack, body, act)

        app.action(action)(pressed)

    def give_verdict(pressed: Click, *, settles: bool) -> None:
        reception.commit(
            pressed.claim,
            lambda uow, now: verdict.give_verdict(
                pressed.value, pressed.actor, settles=settles, uow=uow, now=now
            ),
        )

    def withdraw(pressed: Click) -> None:
        reception.commit(
            pressed.claim,
            lambda uow, now: verdict.withdraw(pressed.value, pressed.actor, uow=uow, now=now),
        )

    def follow(pressed: Click, use_case: Callable[..., Case]) -> None:
        case_id, _, key = pressed.value.partition(":")
        reception.commit(
            pressed.claim,
            lambda uow, now: use_case(case_id, key, pressed.actor, uow=uow, now=now),
        )
        renew_desk(reception, pressed)

    do(names.OPEN, lambda pressed: open_step(reception, pressed, pressed.value))
    do(names.SETTLES, lambda pressed: give_verdict(pressed, settles=True))
    do(names.BARGAIN, lambda pressed: give_verdict(pressed, settles=False))
    do(names.WITHDRAW, withdraw)
    do(names.DONE, lambda pressed: follow(pressed, mark_done))
    do(names.CONFIRM, lambda pressed: follow(pressed, confirm_done))
    do(names.EDIT_TERMS, lambda pressed: _edit_terms(reception, pressed))


def _edit_terms(reception: Reception, pressed: Click) -> None:
    opened = _opened(reception, pressed, pressed.value)
    if pressed.view is not None:
        reception.turn(pressed.view.id, agenda_form.agenda_editor(opened))


def _register_forms(app: App, reception: Reception) -> None:
    def take(callback: str, save: Saving, renew: Renewing | None = None) -> None:
        def sent(ack: Ack, body: Body) -> None:
            answer_form(reception, ack, body, saving(reception, save), renew=renew)

        app.view(callback)(sent)

    def raised(sent: Submission, uow: UnitOfWork, now: datetime) -> None:
        request = raise_form.read(sent.view, workspace=reception.workspace)
        raise_issue(request, sent.actor, uow=uow, now=now, ids=reception.ids)

    take(names.RAISE_FORM, raised)
    take(names.TELL_FORM, _told, _renewed_revision)
    take(names.CONFIRM_FORM, _confirmed)
    take(names.AGENDA_FORM, _agenda_set)
    take(names.ANSWER_FORM, _answered, _renewed_revision)
    take(names.SIGN_FORM, _signed)


def _told(sent: Submission, uow: UnitOfWork, now: datetime) -> None:
    tell_side(tell_form.read(sent.view), sent.actor, uow=uow, now=now)


def _confirmed(sent: Submission, uow: UnitOfWork, now: datetime) -> None:
    frame.confirm_part(confirm_form.read(sent.view), sent.actor, uow=uow, now=now)


def _agenda_set(sent: Submission, uow: UnitOfWork, now: datetime) -> None:
    agenda = uow.cases.get(sent.view.word("case")).agenda
    if agenda is not None:
        request = agenda_form.read(sent.view, agenda)
        set_agenda.set_agenda(request, sent.actor, uow=uow, now=now)


def _answered(sent: Submission, uow: UnitOfWork, now: datetime) -> None:
    answer_menu(menu_form.read(sent.view), sent.actor, uow=uow, now=now)


def _signed(sent: Submission, uow: UnitOfWork, now: datetime) -> None:
    sign.sign(sign_form.read(sent.view), sent.actor, uow=uow, now=now)


def _renewed_revision(sent: Submission, uow: UnitOfWork, now: datetime) -> dict[str, int]:
    opened = open_case(sent.view.word("case"), sent.actor, uow=uow, now=now)
    return {"revision": opened.caucus.revision}


def _opened(reception: Reception, pressed: Click, case_id: str) -> Opened:
    return reception.commit(
        "", lambda uow, now: open_case(case_id, pressed.actor, uow=uow, now=now)
    )
