"""What is left of earlier versions on people's screens: said so, with where to go on."""

import re

from slack_bolt import Ack, App

from bot.mediation.refusals import Refusal
from bot.slack.listeners.answering import answer_click, answer_form
from bot.slack.listeners.reception import NOT_NOW, Reception
from bot.slack.payloads import Body, Click, Submission, shortcut
from bot.slack.views.private.notices import notice

OLD_BUTTON = (
    "This button is from an earlier message. The case's card in its thread has the ones that "
    "work, and so has My desk."
)
OLD_PAGE = (
    "This form is from an earlier version, so nothing of it was sent. What you wrote stands "
    "below, to copy; open the form anew from the case's card."
)
OLD_SHORTCUT = "Parley does not know this shortcut any more. `/parley help` shows what it can do."
OLD_COMMAND = "Parley answers to `/parley`. `/parley help` shows what it can do."

_ANYTHING = re.compile("")


def register(app: App, reception: Reception) -> None:
    """After all other listeners: these take whatever no other one took."""

    def turn_away(pressed: Click) -> None:
        raise Refusal(OLD_BUTTON)

    def give_back(sent: Submission) -> None:
        raise Refusal(OLD_PAGE)

    @app.action(_ANYTHING)
    def unknown_button(ack: Ack, body: Body) -> None:
        answer_click(reception, ack, body, turn_away)

    @app.view(_ANYTHING)
    def unknown_form(ack: Ack, body: Body) -> None:
        answer_form(reception, ack, body, give_back)

    @app.view_closed(_ANYTHING)
    def closed(ack: Ack) -> None:
        ack()

    @app.shortcut(_ANYTHING)
    def unknown_shortcut(ack: Ack, body: Body) -> None:
        found = shortcut(body)
        view = notice(NOT_NOW, OLD_SHORTCUT)
        reception.open(found.trigger, view, origin=found.origin, person=found.actor.person)
        ack()

    @app.command(_ANYTHING)
    def unknown_command(ack: Ack) -> None:
        ack(text=OLD_COMMAND)

    @app.event(_ANYTHING)
    def unused_event() -> None:
        """Subscribed to by an older manifest, say. Nothing to do."""
