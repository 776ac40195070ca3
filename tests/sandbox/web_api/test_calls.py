"""The arguments of a call mean the same however they were sent."""

from typing import Any

import pytest

from bot.sandbox.refusals import SlackRefusal
from bot.sandbox.web_api.calls import Arguments, decode, page

JSON = dict[str, Any]
FORM = "application/x-www-form-urlencoded"


def test_a_form_and_json_give_the_same_arguments() -> None:
    form = decode(FORM, {}, b"channel=C1&limit=5&inclusive=true&users=U1%2CU2")
    json = decode(
        "application/json",
        {},
        b'{"channel": "C1", "limit": 5, "inclusive": true, "users": ["U1", "U2"]}',
    )
    for call in (form, json):
        assert call.text("channel") == "C1"
        assert call.number("limit", 1) == 5
        assert call.flag("inclusive") is True
        assert call.names("users") == ["U1", "U2"]


def test_the_query_counts_too_and_the_body_wins() -> None:
    call = decode(FORM, {"channel": "C1", "ts": "1"}, b"ts=2")
    assert (call.text("channel"), call.text("ts")) == ("C1", "2")


def test_what_is_null_is_not_there() -> None:
    call = decode("application/json", {}, b'{"thread_ts": null, "text": "x"}')
    assert "thread_ts" not in call
    assert "text" in call
    assert call.text("thread_ts", "none") == "none"


def test_an_empty_field_of_a_form_is_there_and_empty() -> None:
    assert decode(FORM, {}, b"text=").text("text", "default") == ""


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        (True, True),
        ("true", True),
        ("1", True),
        (1, True),
        ("false", False),
        ("0", False),
        (0, False),
        ("", False),
        (False, False),
    ],
)
def test_flags_are_read_as_the_sdk_sends_them(value: Any, meant: bool) -> None:
    assert Arguments({"flag": value}).flag("flag") is meant


def test_structures_come_as_such_or_as_strings() -> None:
    assert Arguments({"blocks": [{"type": "divider"}]}).structure("blocks")
    assert Arguments({"blocks": '[{"type": "divider"}]'}).structure("blocks")
    assert Arguments({}).structure("blocks") is None
    with pytest.raises(SlackRefusal, match="invalid_blocks_format"):
        Arguments({"blocks": "["}).structure("blocks", "invalid_blocks_format")


def test_a_required_argument_is_missed_by_name() -> None:
    with pytest.raises(SlackRefusal, match="missing required field: channel"):
        Arguments({"channel": ""}).required("channel")


def test_a_list_is_cut_into_pages_that_join_without_a_seam() -> None:
    items: list[JSON] = [{"n": n} for n in range(7)]
    seen: list[JSON] = []
    cursor = ""
    for _ in range(4):
        found, cursor = page(items, Arguments({"cursor": cursor, "limit": 2}), default=100)
        seen += found
    assert (seen, cursor) == (items, "")


@pytest.mark.parametrize("cursor", ["next", "-1", "1.5"])
def test_a_made_up_cursor_is_refused(cursor: str) -> None:
    with pytest.raises(SlackRefusal, match="invalid_cursor"):
        page([{"n": 1}], Arguments({"cursor": cursor}), default=1)


def test_a_list_that_fits_has_no_cursor() -> None:
    items: list[JSON] = [{"n": 1}]
    assert page(items, Arguments({}), default=1) == (items, "")
    assert page([], Arguments({}), default=1) == ([], "")
