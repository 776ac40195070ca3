"""Just clarify: its forms and buttons."""

from datetime import datetime

from slack_bolt import Ack, App

from bot.casework.clarify import add_line, clear_up, open_clarification
from bot.casework.membership import side_of
from bot.casework.ports import UnitOfWork
from bot.casework.room import Origin
from bot.mediation.clarification import Outcome
from bot.mediation.refusals import MovedOn
from bot.slack.blocks import View
from bot.slack.listeners.answering import answer_click, answer_form
from bot.slack.listeners.desk import Desk
from bot.slack.listeners.ways_in import prepare
from bot.slack.payloads import Body, Click, Submission
from bot.slack.views import actions as names
from bot.slack.views.private import clarify_form


def register(app: App, desk: Desk) -> None:
    def opened(sent: Submission, uow: UnitOfWork, now: datetime) -> None:
        request = clarify_form.read(sent.view, workspace=desk.workspace)
        open_clarification(request, sent.actor, uow=uow, now=now, ids=desk.ids)

    @app.view(names.CLARIFY_FORM)
    def asked(ack: Ack, body: Body) -> None:
        answer_form(desk, ack, body, opened)

    @app.view(names.LINE_FORM)
    def written(ack: Ack, body: Body) -> None:
        answer_form(desk, ack, body, _line_added)

    @app.action(names.LINE)
    def line(ack: Ack, body: Body) -> None:
        answer_click(desk, ack, body, lambda pressed: _open_line(desk, pressed))

    @app.action(names.CLEARED)
    def cleared(ack: Ack, body: Body) -> None:
        answer_click(desk, ack, body, lambda pressed: _clear(desk, pressed))

    @app.action(names.MAKE_CASE)
    def make_case(ack: Ack, body: Body) -> None:
        answer_click(desk, ack, body, lambda pressed: _make_case(desk, pressed))


def _line_added(sent: Submission, uow: UnitOfWork, now: datetime) -> None:
    found = sent.view.word("clarification")
    add_line(found, sent.view.values.text("line"), sent.actor, uow=uow, now=now)


def _open_line(desk: Desk, pressed: Click) -> None:
    def work(uow: UnitOfWork, now: datetime) -> View:
        found = uow.clarifications.get(pressed.value)
        side = side_of(uow, found.partnership, pressed.actor, now=now)
        if found.outcome is not Outcome.OPEN:
            raise MovedOn("Both lines are already shown together, in the thread.")
        return clarify_form.line_form(found, side.id)

    view = desk.commit("", work)
    desk.open(pressed.trigger, view, origin=pressed.origin, person=pressed.actor.person)


def _clear(desk: Desk, pressed: Click) -> None:
    desk.commit(
        pressed.claim,
        lambda uow, now: clear_up(pressed.value, pressed.actor, uow=uow, now=now),
    )


def _make_case(desk: Desk, pressed: Click) -> None:
    found = desk.commit("", lambda uow, now: uow.clarifications.get(pressed.value))
    if found.outcome in {Outcome.CLEARED_UP, Outcome.CASE}:
        raise MovedOn("This clarification has already ended.")
    origin = Origin(found.channel, found.thread_ts, found.about.ts)
    prepare(desk, "prepare_raise", pressed.actor, pressed.trigger, origin, clarification=found.id)
