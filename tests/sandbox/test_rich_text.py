"""Rich text and table cells are taken in Slack's shape only."""

from typing import Any

import pytest

from bot.sandbox.blocks import block_faults

JSON = dict[str, Any]


def taken(block: JSON) -> bool:
    return block_faults([block], surface="message") == []


def rich(*parts: JSON) -> JSON:
    return {"type": "rich_text", "elements": list(parts)}


def section(*pieces: JSON) -> JSON:
    return {"type": "rich_text_section", "elements": list(pieces)}


def table(*rows: list[JSON]) -> JSON:
    return {"type": "table", "rows": list(rows)}


TEXT = {"type": "text", "text": "late"}
PIECES: list[JSON] = [
    TEXT,
    TEXT | {"style": {"bold": True}},
    {"type": "link", "url": "https://a.b", "text": "here"},
    {"type": "user", "user_id": "U1"},
    {"type": "channel", "channel_id": "C1"},
    {"type": "usergroup", "usergroup_id": "S1"},
    {"type": "emoji", "name": "scales"},
    {"type": "broadcast", "range": "here"},
    {"type": "date", "timestamp": 1764061260, "format": "{date}"},
    {"type": "color", "value": "#ffffff"},
]


@pytest.mark.parametrize("piece", PIECES, ids=lambda p: str(p["type"]))
def test_each_kind_of_piece_is_taken(piece: JSON) -> None:
    assert taken(rich(section(piece)))


@pytest.mark.parametrize(
    "piece",
    [
        {"type": "text"},
        {"type": "text", "text": ""},
        {"type": "link", "text": "no address"},
        {"type": "user", "user": "U1"},
        {"type": "broadcast", "range": "world"},
        {"type": "date", "timestamp": "soon", "format": "{date}"},
        {"type": "image"},
        "late",
    ],
    ids=str,
)
def test_a_malformed_piece_is_refused(piece: Any) -> None:
    assert not taken(rich(section(piece)))


@pytest.mark.parametrize(
    "part",
    [
        section(),
        {"type": "rich_text_list", "style": "bullet", "elements": [section(TEXT)], "indent": 1},
        {"type": "rich_text_preformatted", "elements": [TEXT]},
        {"type": "rich_text_quote", "elements": [TEXT], "border": 1},
    ],
    ids=lambda p: str(p["type"]),
)
def test_each_kind_of_part_is_taken(part: JSON) -> None:
    assert taken(rich(part))


@pytest.mark.parametrize(
    "part",
    [
        {"type": "rich_text_list", "style": "numbered", "elements": [section(TEXT)]},
        {"type": "rich_text_list", "style": "bullet", "elements": [TEXT]},
        {"type": "rich_text_section"},
        {"type": "rich_text_table", "elements": []},
        TEXT,
    ],
    ids=str,
)
def test_a_malformed_part_is_refused(part: JSON) -> None:
    assert not taken(rich(part))


def test_a_cell_is_text_a_number_or_rich_text() -> None:
    text, empty = {"type": "raw_text", "text": "45"}, {"type": "raw_text", "text": ""}
    assert taken(table([text, empty, rich(section(TEXT))]))
    assert not taken(table([{"type": "mrkdwn", "text": "*45*"}]))
    assert not taken(table(["45"]))  # type: ignore[list-item]  # what an app might send


def test_a_data_table_takes_numbers_and_needs_a_caption() -> None:
    heading = [{"type": "raw_text", "text": "Days"}]
    rows = [heading, [{"type": "raw_number", "value": 45, "text": "45"}]]
    assert taken({"type": "data_table", "caption": "Terms", "rows": rows})
    assert not taken({"type": "data_table", "rows": rows})
