"""The rating form and its either/or questions, page by page in one modal."""

import re
from dataclasses import replace
from datetime import datetime

from slack_bolt import Ack, App

from bot.casework.membership import Actor
from bot.casework.next_step import Step, open_case
from bot.casework.own_answers import open_answer
from bot.casework.ports import UnitOfWork
from bot.casework.rate_terms import (
    Told,
    answer_question,
    ask_to_look,
    choose_again,
    finish_rating,
    keep_as_it_is,
    next_page,
    rate_terms,
)
from bot.casework.shown import LookAgain, Saved
from bot.mediation.case import Case
from bot.mediation.refusals import MovedOn, NotEntitled
from bot.mediation.terms import Agenda
from bot.slack.blocks import View
from bot.slack.listeners.answering import answer_click, answer_form
from bot.slack.listeners.reception import Reception
from bot.slack.payloads import Body, Click, Submission, submission
from bot.slack.views import actions as names
from bot.slack.views.private import look_view, question_form, rating_form
from bot.slack.views.private.notices import saved


def register(app: App, reception: Reception) -> None:
    @app.view(names.RATE_FORM)
    def rated(ack: Ack, body: Body) -> None:
        answer_form(
            reception, ack, body, lambda sent: _rate(reception, sent), renew=_renewed_revision
        )

    @app.action(names.FINE_TUNE)
    def fine_tune(ack: Ack, body: Body) -> None:
        answer_click(reception, ack, body, lambda pressed: _fine_tune(reception, pressed))

    @app.action(re.compile(re.escape(names.QUESTION)))
    def answered(ack: Ack, body: Body) -> None:
        answer_click(reception, ack, body, lambda pressed: _answer(reception, pressed))

    @app.action(re.compile(re.escape(names.LOOK)))
    def looked(ack: Ack, body: Body) -> None:
        answer_click(reception, ack, body, lambda pressed: _look(reception, pressed))

    @app.view_closed(names.QUESTION_FORM)
    @app.view_closed(names.RATE_FORM)
    def closed(ack: Ack, body: Body) -> None:
        found = submission(body)
        _finish(reception, found.actor, found.view.word("case"))
        ack()


def _rate(reception: Reception, sent: Submission) -> View:
    def work(uow: UnitOfWork, now: datetime) -> Told:
        uow.claim(sent.contents)
        agenda = _agenda(uow.cases.get(sent.view.word("case")))
        return rate_terms(rating_form.read(sent.view, agenda), sent.actor, uow=uow, now=now)

    return _page(reception, sent.actor, reception.commit(sent.claim, work))


def _fine_tune(reception: Reception, pressed: Click) -> None:
    """The longer form, with what was chosen in the short one."""
    if pressed.view is None:
        return
    view = pressed.view
    opened = reception.read(
        lambda uow, now: open_case(pressed.value, pressed.actor, uow=uow, now=now)
    )
    if opened.refused:
        raise NotEntitled(opened.refused)
    chosen = rating_form.read(view, _agenda(opened.case)).ratings
    held = opened.caucus.ratings
    if held is not None:
        chosen = replace(held, matters=chosen.matters, nevers=chosen.nevers)
    caucus = replace(opened.caucus, ratings=chosen)
    reception.turn(view.id, rating_form.fine_form(replace(opened, caucus=caucus)))


def _answer(reception: Reception, pressed: Click) -> None:
    request = question_form.read(pressed.value)
    if request is None:
        case_id = question_form.case_of(pressed.value)
        following = saved(_finish(reception, pressed.actor, case_id, pressed.claim))
    else:
        told = reception.commit(
            pressed.claim,
            lambda uow, now: answer_question(request, pressed.actor, uow=uow, now=now),
        )
        following = _page(reception, pressed.actor, told)
    if pressed.view is not None:
        reception.turn(pressed.view.id, following)


def _look(reception: Reception, pressed: Click) -> None:
    """Everything stays as it is; or what it was about is there again, to be changed."""
    case_id, pair = look_view.read(pressed.value)
    if pressed.action != look_view.AGAIN:
        told = reception.commit(
            pressed.claim, lambda uow, now: keep_as_it_is(case_id, pressed.actor, uow=uow, now=now)
        )
        following = _page(reception, pressed.actor, told)
    elif pair is not None:
        asked = reception.commit(
            pressed.claim,
            lambda uow, now: choose_again(case_id, pair, pressed.actor, uow=uow, now=now),
        )
        following = question_form.question_form(asked)
    else:
        opened = reception.read(
            lambda uow, now: open_case(case_id, pressed.actor, uow=uow, now=now)
        )
        opened = open_answer(opened, Step.RATE)
        following = rating_form.fine_form(opened, tell_when_closed=True)
    if pressed.view is not None:
        reception.turn(pressed.view.id, following)


def _finish(reception: Reception, actor: Actor, case_id: str, claim: str = "") -> Saved:
    """This side has said enough."""

    def work(uow: UnitOfWork, now: datetime) -> Saved:
        return finish_rating(case_id, actor, uow=uow, now=now)

    return reception.commit(claim, work)


def _renewed_revision(sent: Submission, uow: UnitOfWork, now: datetime) -> dict[str, int]:
    opened = open_case(sent.view.word("case"), sent.actor, uow=uow, now=now)
    return {"revision": opened.caucus.revision}


def _page(reception: Reception, actor: Actor, told: Told) -> View:
    """A question, a second look, or thanks once the side counts as rated.

    The solver runs in no transaction.
    """
    following = next_page(told)
    if isinstance(following, Saved):
        _finish(reception, actor, told.case.id)
        return saved(following)
    if isinstance(following, LookAgain):
        reception.commit("", lambda uow, now: ask_to_look(told.case.id, actor, uow=uow, now=now))
        return look_view.look_view(following)
    return question_form.question_form(following)


def _agenda(case: Case) -> Agenda:
    if case.agenda is None:
        raise MovedOn("There are no terms on the table yet. Please look again in a moment.")
    return case.agenda
