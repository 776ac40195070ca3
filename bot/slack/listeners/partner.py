"""How the sides work: the question at the end of a case, and shared goals."""

import re
from collections.abc import Callable
from datetime import datetime

from slack_bolt import Ack, App

from bot.casework.get_to_know import (
    Acquaintance,
    acquaintances,
    agree_goal,
    drop_goal,
    propose_goal,
    tell_about_us,
)
from bot.casework.ports import UnitOfWork
from bot.mediation.partner import Topic
from bot.mediation.people import PartnershipId
from bot.mediation.refusals import MovedOn
from bot.slack.blocks import View
from bot.slack.listeners.answering import answer_click, answer_form, saving
from bot.slack.listeners.reception import Asked, Reception
from bot.slack.payloads import Body, Click, Submission
from bot.slack.views import actions as names
from bot.slack.views.private import partner_form


def register(app: App, reception: Reception) -> None:
    def do(action: str, act: Callable[[Reception, Click], None]) -> None:
        def pressed(ack: Ack, body: Body) -> None:
            answer_click(reception, ack, body, lambda found: act(reception, found))

        app.action(action)(pressed)

    do(names.ABOUT_US, _ask)
    do(f"{names.ABOUT_US}.again", _ask)
    do(names.PARTNER, _show)
    do(f"{names.GOAL}.new", _ask_goal)
    app.action(re.compile(re.escape(names.GOAL) + r"\.(agree|drop)$"))(
        lambda ack, body: answer_click(reception, ack, body, lambda p: _goal(reception, p))
    )

    @app.view(names.ABOUT_FORM)
    def told(ack: Ack, body: Body) -> None:
        answer_form(reception, ack, body, saving(reception, _told))

    @app.view(names.GOAL_FORM)
    def proposed(ack: Ack, body: Body) -> None:
        answer_form(reception, ack, body, saving(reception, _proposed))


def _ask(reception: Reception, pressed: Click) -> None:
    partnership, _, topic = pressed.value.partition(":")
    if topic not in set(Topic):
        return

    def look(uow: UnitOfWork, now: datetime) -> View:
        said = _found(reception, pressed, partnership, uow).own.said.get(Topic(topic), "")
        return partner_form.about_form(PartnershipId(partnership), Topic(topic), said)

    reception.present(Asked.by(pressed), look)


def _ask_goal(reception: Reception, pressed: Click) -> None:
    reception.show(pressed, partner_form.goal_form(PartnershipId(pressed.value)))


def _show(reception: Reception, pressed: Click) -> None:
    reception.present(Asked.by(pressed), _view_of(reception, pressed, pressed.value))


def _goal(reception: Reception, pressed: Click) -> None:
    partnership, _, number = pressed.value.partition(":")
    if not number.isdecimal():
        return
    use_case = agree_goal if pressed.action.endswith(".agree") else drop_goal
    reception.commit(
        pressed.claim,
        lambda uow, now: use_case(
            PartnershipId(partnership), int(number), pressed.actor, uow=uow, now=now
        ),
    )
    if pressed.modal is not None:
        look = _view_of(reception, pressed, partnership)
        reception.turn(pressed.modal.id, reception.read(look))


def _view_of(
    reception: Reception, pressed: Click, partnership: str
) -> Callable[[UnitOfWork, datetime], View]:
    return lambda uow, _: partner_form.partner_view(_found(reception, pressed, partnership, uow))


def _found(reception: Reception, pressed: Click, partnership: str, uow: UnitOfWork) -> Acquaintance:
    held = acquaintances(reception.workspace, pressed.actor, uow=uow)
    found = next((a for a in held if a.partnership.id == partnership), None)
    if found is None:
        raise MovedOn("You are on no side here, so there is nothing to show.")
    return found


def _told(sent: Submission, uow: UnitOfWork, now: datetime) -> None:
    tell_about_us(partner_form.read(sent.view), sent.actor, uow=uow, now=now)


def _proposed(sent: Submission, uow: UnitOfWork, now: datetime) -> None:
    partnership, goal = partner_form.read_goal(sent.view)
    propose_goal(partnership, goal, sent.actor, uow=uow, now=now)
