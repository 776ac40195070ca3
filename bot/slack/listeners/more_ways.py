"""What a mention's answer and the desk lead to beside cases, for everybody, where no command is."""

import re
from collections.abc import Callable
from datetime import datetime

from slack_bolt import Ack, App

from bot.casework.digest import digest
from bot.casework.list_cases import list_cases
from bot.casework.ports import UnitOfWork
from bot.mediation.people import ChannelId
from bot.mediation.refusals import MovedOn
from bot.slack.blocks import Rendered, View
from bot.slack.listeners.answering import answer_click
from bot.slack.listeners.desk import open_desk
from bot.slack.listeners.reception import Asked, Reception
from bot.slack.listeners.settings import open_settings
from bot.slack.payloads import Body, Click
from bot.slack.views import actions as names
from bot.slack.views.private.notices import shown
from bot.slack.views.shared.lists import case_list, help_here
from bot.slack.views.shared.messages import MORE, More, digest_message

READING = "Parley is still reading this channel. Please press that once more."


def register(app: App, reception: Reception) -> None:
    @app.action(re.compile(rf"{re.escape(names.MORE)}(\.|$)"))
    def chosen(ack: Ack, body: Body) -> None:
        answer_click(reception, ack, body, lambda pressed: _show(reception, pressed))

    @app.action(re.compile(re.escape(names.LIST)))
    def turned(ack: Ack, body: Body) -> None:
        answer_click(reception, ack, body, lambda pressed: _turn(reception, pressed))


def _here(pressed: Click) -> ChannelId:
    """The channel of the message; of a button on the desk, the one that it was opened in."""
    if pressed.modal is not None:
        return ChannelId(pressed.modal.word("channel"))
    return pressed.origin.channel


def _show(reception: Reception, pressed: Click) -> None:
    match pressed.value:
        case More.DESK:
            open_desk(reception, pressed)
        case More.SETTINGS:
            open_settings(reception, pressed.actor, pressed.trigger, pressed.origin)
        case More.WEEK:
            reception.present(
                Asked.by(pressed),
                lambda uow, now: shown(MORE[More.WEEK], _week(reception, pressed, uow, now)),
            )
        case More.CASES:
            look = _cases(reception, _here(pressed), 0)
            reception.present(Asked.by(pressed), look)
        case _:
            reception.show(pressed, shown(MORE[More.HELP], help_here()))


def _turn(reception: Reception, pressed: Click) -> None:
    """Another page of the open cases, in the modal where they stand, else in one of its own."""
    channel, _, page = pressed.value.partition(":")
    if not page.isdecimal():
        return
    listed = _cases(reception, ChannelId(channel), int(page))

    def look(uow: UnitOfWork, now: datetime) -> View:
        if channel not in {
            pressed.origin.channel,
            *uow.directory.channels_of(pressed.actor.person),
        }:
            raise MovedOn("This list is for who is in its channel.")
        return listed(uow, now)

    if pressed.modal is not None:
        reception.turn(pressed.modal.id, reception.read(look))
    else:
        reception.present(Asked.by(pressed), look)


def _cases(
    reception: Reception, channel: ChannelId, page: int
) -> Callable[[UnitOfWork, datetime], View]:
    def look(uow: UnitOfWork, _: datetime) -> View:
        found = list_cases(reception.workspace, channel, page, uow=uow)
        return shown(MORE[More.CASES], case_list(found))

    return look


def _week(reception: Reception, pressed: Click, uow: UnitOfWork, now: datetime) -> Rendered:
    workspace, here = reception.workspace, _here(pressed)
    if uow.partnerships.of_channel(workspace, here) is None:
        raise MovedOn(READING)
    return digest_message(digest(workspace, here, uow=uow, now=now, reader=pressed.actor.person))
