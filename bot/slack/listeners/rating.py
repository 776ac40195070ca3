"""The rating form and its either/or questions, page by page in one modal."""

import re
from dataclasses import replace
from datetime import datetime

from slack_bolt import Ack, App

from bot.casework.next_step import open_case
from bot.casework.ports import UnitOfWork
from bot.casework.rate_terms import answer_question, finish_rating, rate_terms
from bot.casework.room import QuestionForm, Saved
from bot.mediation.case import Case
from bot.mediation.refusals import MovedOn, NotEntitled
from bot.mediation.terms import Agenda
from bot.slack.blocks import View
from bot.slack.listeners.answering import answer_click, answer_form
from bot.slack.listeners.reception import Reception
from bot.slack.payloads import Body, Click, Submission, submission
from bot.slack.views import actions as names
from bot.slack.views.private import question_form, rating_form
from bot.slack.views.private.notices import saved

THANKS = Saved("Thank you", "Your answers are kept, for your side alone.")


def register(app: App, reception: Reception) -> None:
    @app.view(names.RATE_FORM)
    def rated(ack: Ack, body: Body) -> None:
        answer_form(reception, ack, body, _save, renew=_renewed_revision)

    @app.action(names.FINE_TUNE)
    def fine_tune(ack: Ack, body: Body) -> None:
        answer_click(reception, ack, body, lambda pressed: _fine_tune(reception, pressed))

    @app.action(re.compile(re.escape(names.QUESTION)))
    def answered(ack: Ack, body: Body) -> None:
        answer_click(reception, ack, body, lambda pressed: _answer(reception, pressed))

    @app.view_closed(names.QUESTION_FORM)
    def closed(ack: Ack, body: Body) -> None:
        _finish(reception, submission(body))
        ack()


def _save(sent: Submission, uow: UnitOfWork, now: datetime) -> View:
    agenda = _agenda(uow.cases.get(sent.view.word("case")))
    request = rating_form.read(sent.view, agenda)
    return _page(rate_terms(request, sent.actor, uow=uow, now=now))


def _fine_tune(reception: Reception, pressed: Click) -> None:
    """The longer form, with what was chosen in the short one."""
    if pressed.view is None:
        return
    view = pressed.view
    opened = reception.commit(
        "", lambda uow, now: open_case(pressed.value, pressed.actor, uow=uow, now=now)
    )
    if opened.refused:
        raise NotEntitled(opened.refused)
    chosen = rating_form.read(view, _agenda(opened.case)).ratings
    held = opened.caucus.ratings
    if held is not None:
        chosen = replace(chosen, wishes=held.wishes, importance=held.importance, stars=held.stars)
    caucus = replace(opened.caucus, ratings=chosen)
    reception.turn(view.id, rating_form.fine_form(replace(opened, caucus=caucus)))


def _answer(reception: Reception, pressed: Click) -> None:
    request = question_form.read(pressed.value)

    def work(uow: UnitOfWork, now: datetime) -> View:
        if request is None:
            finish_rating(question_form.case_of(pressed.value), pressed.actor, uow=uow, now=now)
            return saved(THANKS)
        return _page(answer_question(request, pressed.actor, uow=uow, now=now))

    following = reception.commit(pressed.claim, work)
    if pressed.view is not None:
        reception.turn(pressed.view.id, following)


def _finish(reception: Reception, sent: Submission) -> None:
    """A closed question means: that is enough."""
    case_id = sent.view.word("case")

    def work(uow: UnitOfWork, now: datetime) -> None:
        finish_rating(case_id, sent.actor, uow=uow, now=now)

    reception.commit("", work)


def _renewed_revision(sent: Submission, uow: UnitOfWork, now: datetime) -> dict[str, int]:
    opened = open_case(sent.view.word("case"), sent.actor, uow=uow, now=now)
    return {"revision": opened.caucus.revision}


def _page(following: QuestionForm | Saved) -> View:
    if isinstance(following, Saved):
        return saved(following)
    return question_form.question_form(following)


def _agenda(case: Case) -> Agenda:
    if case.agenda is None:
        raise MovedOn("There are no terms on the table yet. Please look again in a moment.")
    return case.agenda
