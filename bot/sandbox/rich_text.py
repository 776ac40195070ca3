"""Rich text and table cells, as Slack takes them from an app."""

from bot.sandbox import limits
from bot.sandbox.elements import ID
from bot.sandbox.schema import Check, anything, enum, integer, record, sequence, string, tagged

LONG = string(limits.MARKDOWN_TEXT)
STYLED = {"style": anything}


def _piece(kind: str, required: dict[str, Check], **optional: Check) -> dict[str, Check]:
    return {kind: record({"type": enum(kind), **required}, {**STYLED, **optional})}


PIECES = {
    **_piece("text", {"text": LONG}),
    **_piece("link", {"url": string(limits.URL)}, text=LONG, unsafe=anything),
    **_piece("user", {"user_id": ID}),
    **_piece("channel", {"channel_id": ID}),
    **_piece("usergroup", {"usergroup_id": ID}),
    **_piece("emoji", {"name": ID}, unicode=anything, skin_tone=anything, url=anything),
    **_piece("broadcast", {"range": enum("channel", "here", "everyone")}),
    **_piece(
        "date",
        {"timestamp": integer(0, 9_999_999_999), "format": LONG},
        url=anything,
        fallback=anything,
    ),
    **_piece("color", {"value": ID}),
}


def _part(kind: str, inside: Check, **optional: Check) -> dict[str, Check]:
    required = {"type": enum(kind), "elements": sequence(inside, 1_000, least=0)}
    return {kind: record(required, optional)}


SECTION = _part("rich_text_section", tagged(PIECES))
PARTS = {
    **SECTION,
    **_part(
        "rich_text_list",
        tagged(SECTION),
        style=enum("bullet", "ordered"),
        indent=anything,
        offset=anything,
        border=anything,
    ),
    **_part("rich_text_preformatted", tagged(PIECES), border=anything, language=anything),
    **_part("rich_text_quote", tagged(PIECES), border=anything),
}
RICH_TEXT = record(
    {"type": enum("rich_text"), "elements": sequence(tagged(PARTS), 1_000, least=0)},
    {"block_id": ID},
)
CELL_TEXT = string(limits.SECTION_TEXT, least=0)
CELL = tagged(
    {
        "raw_text": record(
            {"type": enum("raw_text"), "text": string(limits.SECTION_TEXT, least=0)}
        ),
        "raw_number": record({"type": enum("raw_number"), "value": anything}, {"text": anything}),
        "rich_text": RICH_TEXT,
    }
)
