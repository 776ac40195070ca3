"""A case's buttons and forms."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from slack_bolt import Ack, App

from bot.casework import frame, set_agenda, sign, verdict
from bot.casework.answer_menu import answer_menu
from bot.casework.follow_up import confirm_all_done, confirm_done, mark_all_done, mark_done
from bot.casework.hours import tongue_of_person
from bot.casework.ledger import Moment
from bot.casework.look_closely import with_doubt
from bot.casework.may_say import with_offer
from bot.casework.membership import Actor
from bot.casework.next_step import Opened, Step, open_case
from bot.casework.ports import UnitOfWork
from bot.casework.raise_issue import raise_issue, standing_case
from bot.casework.stand_still import agree_standstill, leave_standstill, propose_standstill
from bot.casework.tell_more import questions_to, tell_more
from bot.casework.tell_side import tell_side
from bot.casework.was_it_fair import was_it_fair
from bot.mediation.case import Case
from bot.mediation.stages import Stage
from bot.slack.blocks import View
from bot.slack.listeners.answering import Renewing, Saving, answer_click, answer_form, saving
from bot.slack.listeners.desk import renew_desk
from bot.slack.listeners.follow_up import renew_follow
from bot.slack.listeners.reception import Asked, Reception
from bot.slack.payloads import Body, Click, Submission
from bot.slack.views import actions as names
from bot.slack.views.private import (
    agenda_form,
    confirm_form,
    more_form,
    raise_form,
    sign_form,
    standstill_form,
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

    def look(uow: UnitOfWork, now: datetime) -> View:
        opened = open_case(case_id, pressed.actor, uow=uow, now=now)
        return step_of(reception, opened, pressed.actor, uow)

    reception.present(Asked.by(pressed), look)


def step_of(reception: Reception, opened: Opened, actor: Actor, uow: UnitOfWork) -> View:
    """What this person's side can do now, with what Parley asks it alone beside that."""
    opened = with_offer(opened, inquirer=reception.facilitator)
    opened = with_doubt(opened, actor, watch=reception.facilitator, uow=uow)
    return step_form(opened, actor.person)


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

    def answer_standstill(pressed: Click, use_case: Callable[..., Case]) -> None:
        case_id, _, edition = pressed.value.partition(":")
        reception.commit(
            pressed.claim,
            lambda uow, now: use_case(case_id, int(edition or 1), pressed.actor, uow=uow, now=now),
        )

    def follow(pressed: Click, use_case: Callable[..., Case]) -> None:
        case_id, _, key = pressed.value.partition(":")
        reception.commit(
            pressed.claim,
            lambda uow, now: use_case(case_id, key, pressed.actor, uow=uow, now=now),
        )
        renew_desk(reception, pressed)
        renew_follow(reception, pressed)

    def follow_all(pressed: Click, use_case: Callable[..., Case]) -> None:
        reception.commit(
            pressed.claim,
            lambda uow, now: use_case(pressed.value, pressed.actor, uow=uow, now=now),
        )

    do(names.DONE_ALL, lambda pressed: follow_all(pressed, mark_all_done))
    do(names.CONFIRM_ALL, lambda pressed: follow_all(pressed, confirm_all_done))
    do(names.OPEN, lambda pressed: open_step(reception, pressed, pressed.value))
    do(names.SETTLES, lambda pressed: give_verdict(pressed, settles=True))
    do(names.BARGAIN, lambda pressed: give_verdict(pressed, settles=False))
    do(names.WITHDRAW, withdraw)
    do(names.OUTSIDE, lambda pressed: _sign_elsewhere(reception, pressed))
    do(names.STANDSTILL, lambda pressed: _ask_standstill(reception, pressed))
    do(names.STANDSTILL_AGREE, lambda pressed: answer_standstill(pressed, agree_standstill))
    do(names.STANDSTILL_LEAVE, lambda pressed: answer_standstill(pressed, leave_standstill))
    do(names.DONE, lambda pressed: follow(pressed, mark_done))
    do(names.CONFIRM, lambda pressed: follow(pressed, confirm_done))
    do(names.EDIT_TERMS, lambda pressed: _edit_terms(reception, pressed))


def _sign_elsewhere(reception: Reception, pressed: Click) -> None:
    opened = _opened(reception, pressed, pressed.value)
    opened.case.require(Stage.SIGNING)
    if pressed.view is not None:
        reception.turn(pressed.view.id, sign_form.sign_form(opened, outside=True))


def _ask_standstill(reception: Reception, pressed: Click) -> None:
    def look(uow: UnitOfWork, now: datetime) -> View:
        opened = open_case(pressed.value, pressed.actor, uow=uow, now=now)
        return standstill_form.standstill_form(
            opened.case, agreed=opened.agreed, language=opened.language
        )

    reception.present(Asked.by(pressed), look)


def _edit_terms(reception: Reception, pressed: Click) -> None:
    opened = _opened(reception, pressed, pressed.value)
    if pressed.view is not None:
        reception.turn(pressed.view.id, agenda_form.agenda_editor(opened))


def _register_forms(app: App, reception: Reception) -> None:
    def take(
        callback: str, save: Saving, renew: Renewing | None = None, *, replaces: bool = True
    ) -> None:
        def sent(ack: Ack, body: Body) -> None:
            send = saving(reception, save)
            answer_form(reception, ack, body, send, renew=renew, replaces=replaces)

        app.view(callback)(sent)

    def raised(sent: Submission, uow: UnitOfWork, now: datetime) -> None:
        request = raise_form.read(sent.view, workspace=reception.workspace)
        said = f"{request.title}\n{request.happened}"
        request = replace(request, language=reception.facilitator.spoken_in(said))
        raise_issue(request, sent.actor, uow=uow, now=now, ids=reception.ids)

    def beside(sent: Submission, uow: UnitOfWork, now: datetime) -> dict[str, int]:
        origin = raise_form.origin_of(sent.view.about.get("origin", ()))
        standing = standing_case(reception.workspace, origin, uow=uow)
        return {raise_form.BESIDE: standing.number} if standing else {}

    take(names.RAISE_FORM, raised, beside, replaces=False)

    def told(sent: Submission, uow: UnitOfWork, now: datetime) -> View | None:
        return _told(reception, sent, uow, now)

    take(names.TELL_FORM, told, _renewed_revision)
    take(names.MORE_FORM, _told_more, _renewed_revision)
    take(names.CONFIRM_FORM, _confirmed)
    take(names.AGENDA_FORM, _agenda_set)
    take(names.ANSWER_FORM, _answered, _renewed_revision)
    take(names.SIGN_FORM, _signed)
    take(names.STANDSTILL_FORM, _proposed_standstill)


def _told(reception: Reception, sent: Submission, uow: UnitOfWork, now: datetime) -> View | None:
    """What is told is kept; where more would help, it is asked for on a page that can be left."""
    request = tell_form.read(sent.view)
    case = tell_side(request, sent.actor, uow=uow, now=now)
    asked = questions_to(case, request, inquirer=reception.facilitator)
    if not asked:
        return None
    speaks = tongue_of_person(uow, case.workspace, sent.actor.person)
    shared = request.why_shared
    return more_form.more_form(case.id, request.revision + 1, asked, speaks, why_shared=shared)


def _told_more(sent: Submission, uow: UnitOfWork, now: datetime) -> None:
    tell_more(more_form.read(sent.view), sent.actor, uow=uow, now=now)


def _confirmed(sent: Submission, uow: UnitOfWork, now: datetime) -> None:
    frame.confirm_part(confirm_form.read(sent.view), sent.actor, uow=uow, now=now)


def _agenda_set(sent: Submission, uow: UnitOfWork, now: datetime) -> View | None:
    """Who confirms the terms last goes straight on to what matters, without opening it anew."""
    case_id = sent.view.word("case")
    agenda = uow.cases.get(case_id).agenda
    if agenda is None:
        return None
    request = agenda_form.read(sent.view, agenda)
    set_agenda.set_agenda(request, sent.actor, uow=uow, now=now)
    opened = open_case(case_id, sent.actor, uow=uow, now=now)
    goes_on = opened.step is Step.RATE and not opened.refused
    return step_form(opened, sent.actor.person) if goes_on else None


def _answered(sent: Submission, uow: UnitOfWork, now: datetime) -> None:
    answer_menu(menu_form.read(sent.view), sent.actor, uow=uow, now=now)


def _proposed_standstill(sent: Submission, uow: UnitOfWork, now: datetime) -> None:
    propose_standstill(standstill_form.read(sent.view), sent.actor, uow=uow, now=now)


def _signed(sent: Submission, uow: UnitOfWork, now: datetime) -> None:
    """The signature, and what its giver thinks of the way here where they said so."""
    request = sign_form.read(sent.view)
    case = sign.sign(request, sent.actor, uow=uow, now=now)
    if (felt := sign_form.felt_in(sent.view)) is not None:
        was_it_fair(case.id, Moment.SIGNED, felt, sent.actor, uow=uow, now=now)


def _renewed_revision(sent: Submission, uow: UnitOfWork, now: datetime) -> dict[str, int]:
    opened = open_case(sent.view.word("case"), sent.actor, uow=uow, now=now)
    return {"revision": opened.caucus.revision}


def _opened(reception: Reception, pressed: Click, case_id: str) -> Opened:
    return reception.read(lambda uow, now: open_case(case_id, pressed.actor, uow=uow, now=now))
