"""Just clarify: its forms and buttons."""

from datetime import datetime

from slack_bolt import Ack, App

from bot.casework.clarify import add_line, clear_up, open_clarification
from bot.casework.hours import language_of_person
from bot.casework.membership import side_of
from bot.casework.ports import UnitOfWork
from bot.casework.shown import Origin
from bot.mediation.clarification import Outcome
from bot.mediation.refusals import MovedOn
from bot.slack.blocks import View
from bot.slack.listeners.answering import answer_click, answer_form, saving
from bot.slack.listeners.reception import Asked, Reception
from bot.slack.listeners.ways_in import prepare
from bot.slack.payloads import Body, Click, Submission
from bot.slack.views import actions as names
from bot.slack.views.private import clarify_form


def register(app: App, reception: Reception) -> None:
    def opened(sent: Submission, uow: UnitOfWork, now: datetime) -> None:
        request = clarify_form.read(sent.view, workspace=reception.workspace)
        open_clarification(request, sent.actor, uow=uow, now=now, ids=reception.ids)

    @app.view(names.CLARIFY_FORM)
    def asked(ack: Ack, body: Body) -> None:
        answer_form(reception, ack, body, saving(reception, opened))

    @app.view(names.LINE_FORM)
    def written(ack: Ack, body: Body) -> None:
        answer_form(reception, ack, body, saving(reception, _line_added))

    @app.action(names.LINE)
    def line(ack: Ack, body: Body) -> None:
        answer_click(reception, ack, body, lambda pressed: _open_line(reception, pressed))

    @app.action(names.CLEARED)
    def cleared(ack: Ack, body: Body) -> None:
        answer_click(reception, ack, body, lambda pressed: _clear(reception, pressed))

    @app.action(names.MAKE_CASE)
    def make_case(ack: Ack, body: Body) -> None:
        answer_click(reception, ack, body, lambda pressed: _make_case(reception, pressed))


def _line_added(sent: Submission, uow: UnitOfWork, now: datetime) -> None:
    found = sent.view.word("clarification")
    add_line(found, sent.view.values.text("line"), sent.actor, uow=uow, now=now)


def _open_line(reception: Reception, pressed: Click) -> None:
    def look(uow: UnitOfWork, now: datetime) -> View:
        found = uow.clarifications.get(pressed.value)
        side = side_of(uow, found.partnership, pressed.actor, channel=found.channel, now=now)
        if found.outcome is not Outcome.OPEN:
            raise MovedOn("The lines are already shown together, in the thread.")
        language = language_of_person(uow, found.workspace, pressed.actor.person)
        return clarify_form.line_form(found, side.id, language)

    reception.present(Asked.by(pressed), look)


def _clear(reception: Reception, pressed: Click) -> None:
    reception.commit(
        pressed.claim,
        lambda uow, now: clear_up(pressed.value, pressed.actor, uow=uow, now=now),
    )


def _make_case(reception: Reception, pressed: Click) -> None:
    found = reception.read(lambda uow, now: uow.clarifications.get(pressed.value))
    if found.outcome in {Outcome.CLEARED_UP, Outcome.CASE}:
        raise MovedOn("This clarification has already ended.")
    origin = Origin(found.channel, found.thread_ts, found.about.ts)
    prepare(
        reception, "prepare_raise", pressed.actor, pressed.trigger, origin, clarification=found.id
    )
