"""Settings: opened by `/parley settings` or a button, kept by one form."""

from collections.abc import Callable
from datetime import datetime

from slack_bolt import Ack, App

from bot.casework.membership import Actor
from bot.casework.ports import UnitOfWork
from bot.casework.set_habits import set_habits, settings_of
from bot.casework.shown import Origin
from bot.mediation.people import ChannelId
from bot.slack.blocks import View
from bot.slack.listeners.answering import answer_click, answer_form, saving
from bot.slack.listeners.reception import Asked, Reception
from bot.slack.payloads import Body, Click, Submission
from bot.slack.views import actions as names
from bot.slack.views.private import settings_form
from bot.slack.views.private.home import CHOOSE
from bot.slack.views.private.where_form import whose_settings


def register(app: App, reception: Reception) -> None:
    def save(sent: Submission, uow: UnitOfWork, now: datetime) -> View:
        request = settings_form.read(sent.view)
        workspace = reception.workspace
        following = set_habits(request, sent.actor, workspace=workspace, uow=uow, now=now)
        return settings_form.saved_view(*following)

    @app.view(names.SETTINGS_FORM)
    def sent(ack: Ack, body: Body) -> None:
        answer_form(reception, ack, body, saving(reception, save))

    def act(pressed: Click) -> None:
        if pressed.value == CHOOSE:
            reception.show(pressed, whose_settings())
            return
        if pressed.modal is None:
            _from_outside(reception, pressed)
            return
        origin = Origin(ChannelId(pressed.modal.word("channel")))
        asked = Asked(pressed.actor, pressed.trigger, origin, over=True)
        reception.present(asked, _form(reception, pressed.actor, origin))

    def chosen(pressed: Click) -> None:
        if pressed.view is not None and pressed.value:
            look = _form(reception, pressed.actor, Origin(ChannelId(pressed.value)))
            reception.turn(pressed.view.id, reception.read(look))

    @app.action(names.SETTINGS_WHERE)
    def where(ack: Ack, body: Body) -> None:
        answer_click(reception, ack, body, chosen)

    @app.action(names.SETTINGS)
    def pressed(ack: Ack, body: Body) -> None:
        answer_click(reception, ack, body, act)


def _from_outside(reception: Reception, pressed: Click) -> None:
    """From a message, of its channel; from Home, of the channel that the button names."""
    here = pressed.origin.channel or ChannelId(pressed.value)
    open_settings(reception, pressed.actor, pressed.trigger, Origin(here))


def open_settings(reception: Reception, actor: Actor, trigger: str, origin: Origin) -> None:
    """The form, for somebody of a side in this channel."""
    asked = Asked(actor, trigger, origin)
    reception.present(asked, _form(reception, actor, origin))


def _form(
    reception: Reception, actor: Actor, origin: Origin
) -> Callable[[UnitOfWork, datetime], View]:
    def look(uow: UnitOfWork, now: datetime) -> View:
        found = settings_of(reception.workspace, origin.channel, actor, uow=uow, now=now)
        return settings_form.settings_form(found)

    return look
