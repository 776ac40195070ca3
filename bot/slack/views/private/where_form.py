"""In which channel, for those who start outside of one: one choice, no button."""

import json
from typing import Any

from bot.slack.blocks import View, context, conversation_choice, modal, section
from bot.slack.limits.cut import length
from bot.slack.text import in_parts, people
from bot.slack.views import actions as names

TITLE = "Raise an issue"
INTRO = "In which channel? Everybody there can read the case."
MOST_CARRIED = 2_900
"""A form carries 3,000 characters along, and some of what is typed is written as two."""
SHORT = "The form takes the first part of this along. All of it stands here, to copy:"
SETTINGS_INTRO = "Of which channel? It has a week of its own."


def where_form(typed: str = "") -> View:
    """Where to raise an issue. typed: what it is about, where that was said before."""
    carried = _carried(typed)
    form = _where(TITLE, INTRO, names.WHERE, {"typed": carried} if carried else None)
    if carried != typed:
        form["blocks"] += [context(people(SHORT)), *(section(p) for p in in_parts(typed))]
    return form


def _carried(typed: str) -> str:
    """As much of it as a form takes along."""
    most = len(typed)
    while length(json.dumps(typed[:most], ensure_ascii=False)) > MOST_CARRIED:
        most = most * 9 // 10
    return typed[:most]


def whose_settings() -> View:
    """Which channel's settings to open."""
    return _where("Settings", SETTINGS_INTRO, names.SETTINGS_WHERE)


def _where(title: str, intro: str, action: str, about: dict[str, Any] | None = None) -> View:
    blocks = [context(people(intro)), conversation_choice(action, "Choose a channel")]
    return modal(title, blocks, callback=names.WAITING, about=about)
