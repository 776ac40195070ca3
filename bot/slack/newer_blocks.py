"""Blocks that not every Slack takes yet. Who shows one says the same in plainer blocks, too."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from bot.slack.blocks import Block, Rendered
from bot.slack.text import plain

NOTHING_THERE = "–"


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


def _cell(text: str, *, bold: bool) -> Block:
    shown = plain(text, 200) or NOTHING_THERE
    if not bold:
        return {"type": "raw_text", "text": shown}
    words = {"type": "text", "text": shown, "style": {"bold": True}}
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [words]}]}
