"""The table of Slack's limits, for blocks and views. See `elements` for what stands in them."""

from collections.abc import Iterator, Mapping
from typing import Final

from bot.slack.limits.atoms import ID, URL
from bot.slack.limits.elements import (
    CONTEXT_ACTIONS,
    IMAGE,
    INPUTS,
    MODAL_INPUTS,
    PICKS,
    PRESSED,
    SEVERAL,
)
from bot.slack.limits.rich import BLOCK, RICH, words_in
from bot.slack.limits.rules import (
    FLAG,
    GONE,
    Also,
    ByType,
    Each,
    Else,
    Is,
    Json,
    Line,
    Name,
    Rule,
    Shape,
    Words,
    one_of,
    whole,
)

MESSAGE_BLOCKS: Final = 50
VIEW_BLOCKS: Final = 100
VIEW_BYTES: Final = 250_000
NOTICE_MOST: Final = 4_000
"""Of a message's top-level text: what Slack advises, and all that `chat.update` takes."""

MESSAGE_WEIGHT: Final = 13_000
BLOCK_WEIGHT: Final = 125
"""Slack's limit over a whole message is not documented. Measured by others: about 13,200
characters, a divider alone counting for 125 of them (slackapi/bolt-js, issue 2509)."""

MARKDOWN_TEXT: Final = 12_000
"""Of all the markdown blocks of a message together."""

TABLE_TEXT: Final = 10_000
COLUMNS: Final = 20


_SECTION: Final = Shape(
    {"type": one_of("section")},
    {
        **BLOCK,
        "text": Words(3_000),
        "fields": Each(Words(2_000), 10),
        "accessory": ByType({**PICKS, **SEVERAL, **PRESSED, "image": IMAGE}),
        "expand": FLAG,
    },
    any_of=("text", "fields"),
)
_ACTIONS: Final = Shape(
    {
        "type": one_of("actions"),
        "elements": Each(ByType({**PICKS, **PRESSED}), 25, key="action_id"),
    },
    BLOCK,
)
_CONTEXT: Final = Shape(
    {
        "type": one_of("context"),
        "elements": Each(
            ByType({"image": IMAGE, "mrkdwn": Words(3_000), "plain_text": Words(3_000)}), 10
        ),
    },
    BLOCK,
)
_IMAGE_SHAPE: Final = Shape(
    {"type": one_of("image"), "alt_text": Line(2_000)},
    {
        **BLOCK,
        "title": Words(2_000, plain=True),
        "image_url": URL,
        "slack_file": Shape({"id": Line(255)}),
    },
    any_of=("image_url", "slack_file"),
)
_IMAGE_BLOCK: Final = Also(
    _IMAGE_SHAPE,
    lambda b: iter([".slack_file: not beside image_url"] if {*_IMAGE_SHAPE.any_of} <= {*b} else []),
    lambda b: {k: v for k, v in b.items() if k != "slack_file"},
)


def _input(elements: ByType) -> Shape:
    words = Words(2_000, plain=True)
    return Shape(
        {"type": one_of("input"), "label": words, "element": elements},
        {**BLOCK, "hint": words, "optional": FLAG, "dispatch_action": FLAG},
    )


_CARD: Final = Shape(
    {"type": one_of("card")},
    {
        **BLOCK,
        "hero_image": IMAGE,
        "icon": IMAGE,
        "title": Words(150),
        "subtitle": Words(150),
        "body": Words(200),
        "actions": Each(ByType({"button": PRESSED["button"]}), 3, key="action_id"),
    },
    any_of=("hero_image", "title", "actions", "body"),
)

_NO_CELL: Final[Mapping[str, Json]] = {"type": "raw_text", "text": "–"}
_CELL: Final = Else(
    ByType(
        {
            "raw_text": Shape({"type": one_of("raw_text"), "text": Line(2_000)}),
            "raw_number": Shape(
                {
                    "type": one_of("raw_number"),
                    "value": Is("a number", lambda v: type(v) in (int, float) and abs(v) < 1e15),
                },
                {"text": Line(200)},
            ),
            "rich_text": RICH,
        }
    ),
    _NO_CELL,
)
_COLUMN: Final = Else(
    Shape({}, {"align": one_of("left", "center", "right"), "is_wrapped": FLAG}), {}
)


def _uneven(table: Json) -> Iterator[str]:
    rows = table["rows"]
    if len({len(row) for row in rows}) > 1:
        yield ".rows: are not all of the same length"
    if table["type"] == "data_table" and any(c["type"] == "rich_text" for c in rows[0]):
        yield ".rows[0]: has formatted text, and a heading takes none"
    if words_in(rows) > TABLE_TEXT:
        yield f".rows: have more than {TABLE_TEXT} characters"


def _evened(table: Json) -> Json:
    wide = max(map(len, table["rows"]))
    rows = [[*row, *[dict(_NO_CELL) for _ in range(wide - len(row))]] for row in table["rows"]]
    if table["type"] == "data_table":
        rows[0] = [dict(_NO_CELL) if c["type"] == "rich_text" else c for c in rows[0]]
    least = 2 if table["type"] == "data_table" else 1
    while len(rows) > least and words_in(rows) > TABLE_TEXT:
        rows.pop()
    return GONE if words_in(rows) > TABLE_TEXT else {**table, "rows": rows}


def _table(
    kind: str, least: int, most: int, needs: Mapping[str, Rule], may: Mapping[str, Rule]
) -> Rule:
    rows = Each(Each(_CELL, COLUMNS), most, least)
    shape = Shape({"type": one_of(kind), "rows": rows, **needs}, {**BLOCK, **may})
    return Also(shape, _uneven, _evened)


_EVERYWHERE: Final[Mapping[str, Rule]] = {
    "section": _SECTION,
    "actions": _ACTIONS,
    "context": _CONTEXT,
    "header": Shape({"type": one_of("header"), "text": Words(150, plain=True)}, BLOCK),
    "divider": Shape({"type": one_of("divider")}, BLOCK),
    "image": _IMAGE_BLOCK,
    "input": _input(INPUTS),
    "rich_text": RICH,
}
MESSAGE_KINDS: Final = ByType(
    {
        **_EVERYWHERE,
        "markdown": Shape({"type": one_of("markdown"), "text": Line(MARKDOWN_TEXT)}, BLOCK),
        "card": _CARD,
        "context_actions": CONTEXT_ACTIONS,
        "carousel": Shape(
            {"type": one_of("carousel"), "elements": Each(ByType({"card": _CARD}), 10)}, BLOCK
        ),
        "table": _table("table", 1, 100, {}, {"column_settings": Each(_COLUMN, COLUMNS)}),
        "data_table": _table(
            "data_table",
            2,
            101,
            {"caption": Line(200)},
            {"page_size": whole(1, 100), "row_header_column_index": whole(0, COLUMNS - 1)},
        ),
    }
)
HOME_KINDS: Final = ByType(_EVERYWHERE)
MODAL_KINDS: Final = ByType(
    {
        **_EVERYWHERE,
        "input": _input(MODAL_INPUTS),
        "alert": Shape(
            {"type": one_of("alert"), "text": Words(200)},
            {**BLOCK, "level": one_of("default", "info", "warning", "error", "success")},
        ),
    }
)

_VIEW_PARTS: Final[Mapping[str, Rule]] = {
    "private_metadata": Name(3_000, least=0),
    "callback_id": ID,
    "external_id": ID,
}
VIEWS: Final = ByType(
    {
        "modal": Shape(
            {
                "type": one_of("modal"),
                "title": Words(24, plain=True),
                "blocks": Each(MODAL_KINDS, VIEW_BLOCKS),
            },
            {
                **_VIEW_PARTS,
                "submit": Words(24, plain=True),
                "close": Words(24, plain=True),
                "clear_on_close": FLAG,
                "notify_on_close": FLAG,
                "submit_disabled": FLAG,
            },
        ),
        "home": Shape(
            {"type": one_of("home"), "blocks": Each(HOME_KINDS, VIEW_BLOCKS)}, _VIEW_PARTS
        ),
    }
)
