"""Following up: what can be done about a promise, a review, an ended case; and the private tap."""

import re
from collections.abc import Callable
from datetime import datetime

from slack_bolt import Ack, App

from bot.casework.change_commitment import agree_change, ask_change, drop_change
from bot.casework.check_in import still_fits
from bot.casework.consent import has_agreed, stands
from bot.casework.follow_up import contest, followed, mark_done, show_done
from bot.casework.hours import language_of_person
from bot.casework.ledger import Felt, Moment
from bot.casework.linked_cases import reopen, take_up
from bot.casework.membership import Actor
from bot.casework.next_step import open_case
from bot.casework.ports import UnitOfWork
from bot.casework.was_it_fair import was_it_fair
from bot.mediation.case import Case
from bot.slack.blocks import View
from bot.slack.listeners.answering import answer_click, answer_form, saving
from bot.slack.listeners.reception import Asked, Reception
from bot.slack.payloads import Body, Click, Submission
from bot.slack.views import actions as names
from bot.slack.views.private import fair_view, follow_form
from bot.slack.views.private.notices import notice


def register(app: App, reception: Reception) -> None:
    def do(action: str, act: Callable[[Reception, Click], None]) -> None:
        def pressed(ack: Ack, body: Body) -> None:
            answer_click(reception, ack, body, lambda found: act(reception, found))

        app.action(re.compile(f"{re.escape(action)}(\\.|$)"))(pressed)

    do(names.FOLLOW_SHOW, _form(follow_form.show_form))
    do(names.FOLLOW_DONE, _form(follow_form.done_form))
    do(names.FOLLOW_CONTEST, _form(follow_form.contest_form))
    do(names.FOLLOW_CHANGE, _form(follow_form.change_form))
    do(names.FOLLOW_AGREE, _answer(agree_change))
    do(names.FOLLOW_DROP, _answer(drop_change))
    do(names.FOLLOW_CASE, _take_up)
    do(names.FOLLOW_FITS, _fits)
    do(names.REOPEN, _ask_why)
    do(names.FELT, _felt)
    _register_forms(app, reception)


def renew_follow(reception: Reception, pressed: Click) -> None:
    """The view of promises as they stand now, where the button that was pressed stands on it."""
    shown = pressed.modal
    if shown is not None and shown.callback == names.FOLLOW_VIEW:
        case_id = shown.word("case")
        view = reception.read(lambda uow, now: _view(case_id, pressed.actor, uow, now))
        reception.turn(shown.id, view)


def _view(case_id: str, actor: Actor, uow: UnitOfWork, now: datetime) -> View:
    return follow_form.follow_view(open_case(case_id, actor, uow=uow, now=now))


def _form(make: Callable[..., View]) -> Callable[[Reception, Click], None]:
    """A button that turns the page to a form about one promise."""

    def act(reception: Reception, pressed: Click) -> None:
        case_id, _, key = pressed.value.partition(":")

        def look(uow: UnitOfWork, now: datetime) -> View:
            found = followed(case_id, key, pressed.actor, uow=uow, now=now)
            agreed = has_agreed(uow, pressed.actor.person, found.case)
            language = language_of_person(uow, found.case.workspace, pressed.actor.person)
            return make(found.case, found.commitment, agreed=agreed, language=language)

        _present(reception, pressed, look)

    return act


def _answer(use_case: Callable[..., Case]) -> Callable[[Reception, Click], None]:
    """A button that answers at once, and shows the promises as they then stand."""

    def act(reception: Reception, pressed: Click) -> None:
        case_id, _, key = pressed.value.partition(":")
        reception.commit(
            pressed.claim,
            lambda uow, now: use_case(case_id, key, pressed.actor, uow=uow, now=now),
        )
        renew_follow(reception, pressed)

    return act


def _take_up(reception: Reception, pressed: Click) -> None:
    case_id, _, key = pressed.value.partition(":")
    made = reception.commit(
        pressed.claim,
        lambda uow, now: take_up(case_id, key, pressed.actor, uow=uow, now=now, ids=reception.ids),
    )
    _show(reception, pressed, _taken_up(made))


def _fits(reception: Reception, pressed: Click) -> None:
    reception.commit(
        pressed.claim, lambda uow, now: still_fits(pressed.value, pressed.actor, uow=uow, now=now)
    )
    renew_follow(reception, pressed)


def _ask_why(reception: Reception, pressed: Click) -> None:
    def look(uow: UnitOfWork, now: datetime) -> View:
        opened = open_case(pressed.value, pressed.actor, uow=uow, now=now)
        agreed = stands(uow, opened.case.workspace, opened.side.id)
        return follow_form.reopen_form(opened.case, agreed=agreed, language=opened.language)

    _present(reception, pressed, look)


def _felt(reception: Reception, pressed: Click) -> None:
    case_id, moment, felt = pressed.value.split(":")
    reception.commit(
        pressed.claim,
        lambda uow, now: was_it_fair(
            case_id, Moment(moment), Felt(felt), pressed.actor, uow=uow, now=now
        ),
    )
    _show(reception, pressed, notice("Thank you", fair_view.THANKS))


def _present(
    reception: Reception, pressed: Click, look: Callable[[UnitOfWork, datetime], View]
) -> None:
    """In the modal that is open, else in a new one."""
    if pressed.modal is not None:
        reception.turn(pressed.modal.id, reception.read(look))
    else:
        reception.present(Asked.by(pressed), look)


def _show(reception: Reception, pressed: Click, view: View) -> None:
    """In the modal that is open, else in a new one."""
    if pressed.modal is not None:
        reception.turn(pressed.modal.id, view)
    else:
        reception.open(pressed.trigger, view, origin=pressed.origin, person=pressed.actor.person)


def _register_forms(app: App, reception: Reception) -> None:
    def take(callback: str, save: Callable[[Submission, UnitOfWork, datetime], View]) -> None:
        def sent(ack: Ack, body: Body) -> None:
            answer_form(reception, ack, body, saving(reception, save))

        app.view(callback)(sent)

    def reopened(sent: Submission, uow: UnitOfWork, now: datetime) -> View:
        reason = follow_form.reason_in(sent.view)
        case_id = sent.view.word("case")
        return _taken_up(reopen(case_id, reason, sent.actor, uow=uow, now=now, ids=reception.ids))

    take(names.SHOW_FORM, _shown)
    take(names.DONE_FORM, _done)
    take(names.CONTEST_FORM, _contested)
    take(names.CHANGE_FORM, _change_asked)
    take(names.REOPEN_FORM, reopened)


def _done(sent: Submission, uow: UnitOfWork, now: datetime) -> View:
    case_id, key = sent.view.word("case"), sent.view.word("key")
    shown, file = follow_form.shown_in(sent.view)
    mark_done(case_id, key, sent.actor, uow=uow, now=now, evidence=shown, file=file)
    return _view(case_id, sent.actor, uow, now)


def _shown(sent: Submission, uow: UnitOfWork, now: datetime) -> View:
    case_id, key = sent.view.word("case"), sent.view.word("key")
    shown, file = follow_form.shown_in(sent.view)
    show_done(case_id, key, shown, sent.actor, uow=uow, now=now, file=file)
    return _view(case_id, sent.actor, uow, now)


def _contested(sent: Submission, uow: UnitOfWork, now: datetime) -> View:
    case_id, key = sent.view.word("case"), sent.view.word("key")
    missing = follow_form.missing_in(sent.view)
    contest(case_id, key, missing, sent.actor, uow=uow, now=now)
    return _view(case_id, sent.actor, uow, now)


def _change_asked(sent: Submission, uow: UnitOfWork, now: datetime) -> View:
    ask_change(follow_form.read_change(sent.view), sent.actor, uow=uow, now=now)
    return _view(sent.view.word("case"), sent.actor, uow, now)


def _taken_up(case: Case) -> View:
    sentence = f"It goes on in case {case.number}; its card stands in the thread."
    return notice(f"Case {case.number}", sentence)
