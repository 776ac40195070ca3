"""A person reads text, not markup, and every control by the label that stands on it."""

from typing import Any

import pytest

from bot.sandbox.reading import Reader, body_text, controls, held_labels, lines, offered
from tests.sandbox.modals import EVERYTHING, actions, button, field, option, plain
from tests.sandbox.worlds import SELECT

JSON = dict[str, Any]
READER = Reader({"U1": "Maria Lopez", "C1": "northwind-baltic"}, "Europe/Riga")


def mrkdwn(text: str) -> JSON:
    return {"type": "mrkdwn", "text": text}


def cell(text: str) -> JSON:
    return {"type": "raw_text", "text": text}


def read(*blocks: JSON) -> list[str]:
    return [line for line in lines(blocks, READER) if line]


def with_ids(*blocks: JSON) -> list[JSON]:
    return [{"block_id": f"b{n}"} | block for n, block in enumerate(blocks)]


def labels(*blocks: JSON) -> list[str]:
    return [c.label for c in controls(with_ids(*blocks), {}, READER)]


@pytest.mark.parametrize(
    ("block", "text"),
    [
        ({"type": "section", "text": mrkdwn("*Late* &lt;4 days&gt;")}, ["Late <4 days>"]),
        ({"type": "section", "fields": [plain("a"), mrkdwn("_b_")]}, ["a", "b"]),
        ({"type": "header", "text": plain("Terms &amp; dates")}, ["Terms & dates"]),
        ({"type": "context", "elements": [mrkdwn("<@U1>"), plain("now")]}, ["@Maria Lopez", "now"]),
        ({"type": "divider"}, []),
        ({"type": "markdown", "text": "plain *words*"}, ["plain words"]),
        ({"type": "image", "title": plain("Balance"), "alt_text": "Even"}, ["Balance", "Even"]),
        ({"type": "alert", "text": mrkdwn("Mind the date")}, ["Mind the date"]),
        ({"type": "card", "title": plain("A"), "body": mrkdwn("*B*")}, ["A", "B"]),
        (
            {"type": "carousel", "elements": [{"type": "card", "title": plain("One")}]},
            ["One"],
        ),
        ({"type": "task_card", "task_id": "1", "title": "Draft"}, ["Draft"]),
        (
            {
                "type": "data_table",
                "caption": "Terms",
                "rows": [
                    [{"type": "raw_text", "text": "Days"}, {"type": "raw_text", "text": "45"}]
                ],
            },
            ["Terms", "Days | 45"],
        ),
    ],
    ids=lambda value: str(value.get("type")) if isinstance(value, dict) else "",
)
def test_a_block_is_read_as_its_text(block: JSON, text: list[str]) -> None:
    assert read(block) == text


def test_rich_text_is_read_with_names() -> None:
    pieces = [
        {"type": "text", "text": "Ask "},
        {"type": "user", "user_id": "U1"},
        {"type": "text", "text": " in "},
        {"type": "channel", "channel_id": "C1"},
        {"type": "emoji", "name": "wave"},
        {"type": "link", "url": "https://a.b", "text": "here"},
        {"type": "broadcast", "range": "here"},
    ]
    section = {"type": "rich_text_section", "elements": pieces}
    assert read({"type": "rich_text", "elements": [section]}) == [
        "Ask @Maria Lopez in #northwind-baltic:wave:here@here"
    ]


def test_a_list_in_rich_text_is_read_with_all_its_points() -> None:
    def point(text: str) -> JSON:
        return {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}

    listed = {"type": "rich_text_list", "elements": [point("one"), point("two")]}
    assert read({"type": "rich_text", "elements": [listed]}) == ["onetwo"]


def test_the_text_under_blocks_is_not_read_and_a_bare_one_is() -> None:
    section = {"type": "section", "text": mrkdwn("what the blocks say")}
    assert body_text("what a phone says", [section], READER) == "what the blocks say"
    assert body_text("*only* a text", [], READER) == "only a text"


def test_an_image_beside_a_section_is_read_by_its_alt_text() -> None:
    image = {"type": "image", "image_url": "https://a.b", "alt_text": "A pair of scales"}
    section = {"type": "section", "text": mrkdwn("Balance"), "accessory": image}
    assert read(section) == ["Balance", "A pair of scales"]


def test_buttons_are_named_by_their_text() -> None:
    assert labels(actions(button("Yes"), button("No"))) == ["Yes", "No"]
    assert labels({"type": "section", "text": mrkdwn("x"), "accessory": button("Open")}) == ["Open"]


def test_the_entries_of_a_menu_are_named_one_by_one() -> None:
    menu = {"type": "overflow", "action_id": "m", "options": [option("Edit"), option("Withdraw")]}
    assert labels(actions(menu)) == ["Edit", "Withdraw"]


def test_feedback_buttons_are_two() -> None:
    feedback = {
        "type": "feedback_buttons",
        "action_id": "f",
        "positive_button": {"text": plain("Good"), "value": "1"},
        "negative_button": {"text": plain("Bad"), "value": "0"},
    }
    assert labels({"type": "context_actions", "elements": [feedback]}) == ["Good", "Bad"]


def test_a_card_in_a_carousel_has_its_buttons() -> None:
    card = {"type": "card", "block_id": "c", "actions": [button("Choose A")]}
    assert labels({"type": "carousel", "elements": [card]}) == ["Choose A"]


def test_a_field_is_named_by_its_label_or_by_the_text_beside_it_or_by_its_placeholder() -> None:
    assert labels(field("Kind", SELECT)) == ["Kind"]
    assert labels({"type": "section", "text": mrkdwn("*Who*"), "accessory": SELECT}) == ["Who"]
    assert labels(actions(SELECT)) == ["Choose one"]


def test_a_field_tells_whether_it_must_be_filled() -> None:
    must, may = controls(
        with_ids(
            field("A", {"type": "plain_text_input"}, optional=False),
            field("B", {"type": "plain_text_input"}, optional=True),
        ),
        {},
        READER,
    )
    assert (must.optional, may.optional) == (False, True)


def test_a_field_tells_where_the_cursor_stands() -> None:
    blocks = with_ids(
        field("A", {"type": "plain_text_input", "focus_on_load": True}),
        field("B", {"type": "plain_text_input"}),
    )
    assert [c.focused for c in controls(blocks, {}, READER)] == [True, False]


def test_every_kind_of_field_is_read() -> None:
    kinds = {c.kind for c in controls(with_ids(*EVERYTHING["blocks"]), {}, READER)}
    assert len(kinds) == 11


@pytest.mark.parametrize(
    ("held", "told"),
    [
        ({"type": "plain_text_input", "value": None}, ()),
        ({"type": "plain_text_input", "value": "late"}, ("late",)),
        ({"type": "static_select", "selected_option": option("Price")}, ("Price",)),
        (
            {"type": "checkboxes", "selected_options": [option("A"), option("B")]},
            ("A", "B"),
        ),
        ({"type": "checkboxes", "selected_options": []}, ()),
        ({"type": "users_select", "selected_user": "U1"}, ("Maria Lopez",)),
        ({"type": "multi_channels_select", "selected_channels": ["C1"]}, ("northwind-baltic",)),
        ({"type": "datepicker", "selected_date": "2026-12-01"}, ("2026-12-01",)),
    ],
    ids=str,
)
def test_what_a_field_holds_is_told_by_its_labels(held: JSON, told: tuple[str, ...]) -> None:
    assert held_labels(held, READER) == told


def test_grouped_options_are_offered_together() -> None:
    groups = [
        {"label": plain("G"), "options": [option("A")]},
        {"label": plain("H"), "options": [option("B")]},
    ]
    texts = [o["text"]["text"] for o in offered({"type": "static_select", "option_groups": groups})]
    assert texts == ["A", "B"]
