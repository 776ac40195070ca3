"""Blocks that not every Slack takes yet. Who shows one says the same in plainer blocks, too."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from bot.slack.blocks import Block, Rendered, actions, button
from bot.slack.text import plain

NOTHING_THERE = "–"
YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Streamed:
    """An answer: the parts of its text in Markdown, what stands below, and all of it in blocks."""

    parts: tuple[str, ...]
    below: tuple[Block, ...]
    whole: Rendered


def table(rows: Sequence[Sequence[str]], *, bold: Container[tuple[int, int]] = ()) -> Block:
    """A table whose first row heads its columns. bold: cells by row and column, from 0."""
    cells = [
        [_cell(text, bold=not r or (r, c) in bold) for c, text in enumerate(row)]
        for r, row in enumerate(rows)
    ]
    return {
        "type": "table",
        "rows": cells,
        "column_settings": [{"is_wrapped": True} for _ in rows[0]],
    }


def feedback(action: str, helped: str, missed: str) -> Block:
    """Two thumbs, each with its words for who cannot see them. Its value is yes or no."""
    buttons: Block = {"type": "feedback_buttons", "action_id": action}
    for name, label, value in (("positive", helped, YES), ("negative", missed, NO)):
        words = {"type": "plain_text", "text": plain(label, 75), "emoji": False}
        pressed = {"text": words, "value": value, "accessibility_label": plain(label, 75)}
        buttons[f"{name}_button"] = pressed
    return {"type": "context_actions", "block_id": action, "elements": [buttons]}


def plain_feedback(action: str, helped: str, missed: str) -> Block:
    """The same as two buttons, for modals and wherever the other is not taken."""
    yes, no = button(helped, f"{action}.{YES}", YES), button(missed, f"{action}.{NO}", NO)
    return actions(yes, no, block_id=action)


def _cell(text: str, *, bold: bool) -> Block:
    shown = plain(text, 200) or NOTHING_THERE
    if not bold:
        return {"type": "raw_text", "text": shown}
    words = {"type": "text", "text": shown, "style": {"bold": True}}
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [words]}]}
