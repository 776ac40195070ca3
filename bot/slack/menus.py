"""Menus that answer at the choice."""

from collections.abc import Sequence

from bot.slack.blocks import Element, Option
from bot.slack.text import plain


def overflow(action: str, options: Sequence[Option]) -> Element:
    """Three dots with at most five further ways behind them."""
    entries = [
        {
            "text": {"type": "plain_text", "text": plain(option.label, 75), "emoji": False},
            "value": option.value,
        }
        for option in options
    ]
    return {"type": "overflow", "action_id": action, "options": entries}
