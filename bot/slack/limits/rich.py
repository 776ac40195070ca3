"""The table of Slack's limits, for rich text, and how much there is to read in a block."""

from collections.abc import Iterator, Mapping
from typing import Final

from bot.slack.limits.atoms import ID, URL
from bot.slack.limits.cut import length
from bot.slack.limits.rules import (
    FLAG,
    GONE,
    Also,
    ByType,
    Each,
    Json,
    Name,
    Rule,
    Shape,
    one_of,
    whole,
)

BLOCK: Final[Mapping[str, Rule]] = {"block_id": ID}

RICH_TEXT: Final = 10_000
"""Slack documents no limit of its own for rich text; the one over a whole message is near."""

_STYLED: Final = Shape({}, dict.fromkeys(("bold", "italic", "strike", "code"), FLAG))
_LEAF: Final = ByType(
    {
        "text": Shape({"type": one_of("text"), "text": Name(3_000)}, {"style": _STYLED}),
        "link": Shape(
            {"type": one_of("link"), "url": URL}, {"text": Name(3_000), "style": _STYLED}
        ),
        "user": Shape({"type": one_of("user"), "user_id": Name(40)}, {"style": _STYLED}),
        "channel": Shape({"type": one_of("channel"), "channel_id": Name(40)}),
        "emoji": Shape({"type": one_of("emoji"), "name": Name(100)}, {"unicode": Name(100)}),
    }
)
"""Mentions of groups and of everybody are left out on purpose: Parley pings neither."""

_LEAVES: Final = Each(_LEAF, 50)
_RICH_SECTION: Final = Shape({"type": one_of("rich_text_section"), "elements": _LEAVES})
_RICH_PARTS: Final = ByType(
    {
        "rich_text_section": _RICH_SECTION,
        "rich_text_preformatted": Shape(
            {"type": one_of("rich_text_preformatted"), "elements": _LEAVES},
            {"border": whole(0, 1)},
        ),
        "rich_text_quote": Shape(
            {"type": one_of("rich_text_quote"), "elements": _LEAVES}, {"border": whole(0, 1)}
        ),
        "rich_text_list": Shape(
            {
                "type": one_of("rich_text_list"),
                "style": one_of("bullet", "ordered"),
                "elements": Each(_RICH_SECTION, 30),
            },
            {"indent": whole(0, 8), "offset": whole(0, 1_000), "border": whole(0, 1)},
        ),
    }
)


def words_in(tree: Json) -> int:
    """How many characters people could read in a tree, in UTF-16 units."""
    if isinstance(tree, list):
        return sum(map(words_in, tree))
    if not isinstance(tree, dict):
        return 0
    own = sum(length(v) for k, v in tree.items() if k in _READ and isinstance(v, str))
    return own + sum(words_in(v) for v in tree.values())


_READ: Final = frozenset({"text", "alt_text", "caption", "initial_value"})


def _too_much(rich: Json) -> Iterator[str]:
    if words_in(rich) > RICH_TEXT:
        yield f".elements: have more than {RICH_TEXT} characters"


def _enough(rich: Json) -> Json:
    parts = list(rich["elements"])
    while parts and words_in(parts) > RICH_TEXT:
        parts.pop()
    return {**rich, "elements": parts} if parts else GONE


RICH: Final = Also(
    Shape({"type": one_of("rich_text"), "elements": Each(_RICH_PARTS, 30)}, BLOCK),
    _too_much,
    _enough,
)
