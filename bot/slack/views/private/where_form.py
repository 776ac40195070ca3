"""Where to raise an issue, for those who start outside a channel: one choice, no button."""

from bot.slack.blocks import View, context, conversation_choice, modal
from bot.slack.text import people
from bot.slack.views import actions as names

TITLE = "Raise an issue"
INTRO = "In which channel? Everybody there can read the case."


def where_form() -> View:
    blocks = [context(people(INTRO)), conversation_choice(names.WHERE, "Choose a channel")]
    return modal(TITLE, blocks, callback=names.WAITING)
