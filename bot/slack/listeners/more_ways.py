"""What else the answer to a mention leads to, for everybody, where no command is."""

from datetime import datetime

from slack_bolt import Ack, App

from bot.casework.digest import digest
from bot.casework.ports import UnitOfWork
from bot.mediation.refusals import MovedOn
from bot.slack.blocks import Rendered
from bot.slack.listeners.answering import answer_click
from bot.slack.listeners.desk import open_desk
from bot.slack.listeners.reception import Reception
from bot.slack.listeners.settings import open_settings
from bot.slack.payloads import Body, Click
from bot.slack.views import actions as names
from bot.slack.views.private.notices import shown
from bot.slack.views.shared.lists import case_list, help_here
from bot.slack.views.shared.messages import MORE, More, digest_message

READING = "Parley is still reading this channel. Please press that once more."


def register(app: App, reception: Reception) -> None:
    @app.action(names.MORE)
    def chosen(ack: Ack, body: Body) -> None:
        answer_click(reception, ack, body, lambda pressed: _show(reception, pressed))


def _show(reception: Reception, pressed: Click) -> None:
    match pressed.value:
        case More.DESK:
            open_desk(reception, pressed)
        case More.SETTINGS:
            open_settings(reception, pressed.actor, pressed.trigger, pressed.origin)
        case More.WEEK:
            week = reception.read(lambda uow, now: _week(reception, pressed, uow, now))
            reception.show(pressed, shown(MORE[More.WEEK], week))
        case More.CASES:
            here = pressed.origin.channel
            cases = reception.read(lambda uow, now: uow.cases.of_channel(reception.workspace, here))
            reception.show(pressed, shown(MORE[More.CASES], case_list(cases)))
        case _:
            reception.show(pressed, shown(MORE[More.HELP], help_here()))


def _week(reception: Reception, pressed: Click, uow: UnitOfWork, now: datetime) -> Rendered:
    workspace, here = reception.workspace, pressed.origin.channel
    if uow.partnerships.of_channel(workspace, here) is None:
        raise MovedOn(READING)
    return digest_message(digest(workspace, here, uow=uow, now=now, reader=pressed.actor.person))
