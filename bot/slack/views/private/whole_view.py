"""All of a text that was shortened where it stands, for whoever may read it."""

from collections.abc import Sequence

from bot.slack.blocks import Block, View, modal, section
from bot.slack.text import bold, in_parts, lines
from bot.slack.views import actions as names
from bot.slack.views.shared.passages import Passage


def whole_view(title: str, passages: Sequence[Passage]) -> View:
    return modal(title, whole(passages), callback=names.NOTICE)


def whole(passages: Sequence[Passage]) -> list[Block]:
    """Each passage under its label, over as many blocks as it takes; the empty ones left out."""
    blocks: list[Block] = []
    for passage in passages:
        for number, part in enumerate(in_parts(passage.text)):
            blocks.append(section(part if number else lines(bold(passage.label), part)))
    return blocks
