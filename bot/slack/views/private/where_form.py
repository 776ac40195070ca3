"""In which channel, for those who start outside of one: one choice, no button."""

from bot.slack.blocks import View, context, conversation_choice, modal
from bot.slack.text import people
from bot.slack.views import actions as names

TITLE = "Raise an issue"
INTRO = "In which channel? Everybody there can read the case."
SETTINGS_INTRO = "Of which channel? It has a week of its own."


def where_form() -> View:
    """Where to raise an issue."""
    return _where(TITLE, INTRO, names.WHERE)


def whose_settings() -> View:
    """Which channel's settings to open."""
    return _where("Settings", SETTINGS_INTRO, names.SETTINGS_WHERE)


def _where(title: str, intro: str, action: str) -> View:
    blocks = [context(people(intro)), conversation_choice(action, "Choose a channel")]
    return modal(title, blocks, callback=names.WAITING)
