"""In which channel, for those who start outside of one: one choice, no button."""

from typing import Any

from bot.slack.blocks import View, context, conversation_choice, modal
from bot.slack.text import people
from bot.slack.views import actions as names

TITLE = "Raise an issue"
INTRO = "In which channel? Everybody there can read the case."
MOST_TYPED = 1_400
"""A form carries 3,000 characters along, and some of these are written as two."""
SETTINGS_INTRO = "Of which channel? It has a week of its own."


def where_form(typed: str = "") -> View:
    """Where to raise an issue. typed: what it is about, where that was said before."""
    return _where(TITLE, INTRO, names.WHERE, {"typed": typed[:MOST_TYPED]} if typed else None)


def whose_settings() -> View:
    """Which channel's settings to open."""
    return _where("Settings", SETTINGS_INTRO, names.SETTINGS_WHERE)


def _where(title: str, intro: str, action: str, about: dict[str, Any] | None = None) -> View:
    blocks = [context(people(intro)), conversation_choice(action, "Choose a channel")]
    return modal(title, blocks, callback=names.WAITING, about=about)
