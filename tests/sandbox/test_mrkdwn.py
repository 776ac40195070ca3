"""Markup is shown as readers see it, notifies whom it names, and typed text is never markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.mrkdwn import escape, pinged, pinged_in_blocks, shown, unescape

NAMES = {"U1": "Maria", "C1": "northwind-baltic"}


def name(some_id: str) -> str:
    return NAMES.get(some_id, some_id)


def seen(text: str, zone: str = "UTC") -> str:
    return shown(text, names=name, zone=zone)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("<@U1> hello", "@Maria hello"),
        ("<@U9>", "@U9"),
        ("<#C1>", "#northwind-baltic"),
        ("<#C1|other>", "#other"),
        ("<!channel> all", "@channel all"),
        ("<!subteam^S1|@buyers>", "@buyers"),
        ("<https://a.b/c|the plan>", "the plan"),
        ("<https://a.b/c>", "https://a.b/c"),
        ("<mailto:m@a.b>", "m@a.b"),
        ("a &lt; b &amp; c &gt; d", "a < b & c > d"),
        ("&lt;!channel&gt;", "<!channel>"),
        ("&amp;lt;", "&lt;"),
        ("*bold* and _slanted_ and ~gone~", "bold and slanted and gone"),
        ("*_both_*", "both"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("snake_case_name", "snake_case_name"),
        ("`code`", "code"),
    ],
)
def test_a_text_is_shown_as_its_reader_sees_it(text: str, read: str) -> None:
    assert seen(text) == read


def test_a_date_is_told_in_the_readers_zone() -> None:
    text = "<!date^1764061260^{date_num} {time}|by Tuesday>"
    assert seen(text) == "2025-11-25 09:01"
    assert seen(text, "Europe/Riga") == "2025-11-25 11:01"


def test_a_date_that_makes_no_sense_is_told_by_its_fallback() -> None:
    assert seen("<!date^soon^{date}|soon>") == "soon"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("<@U1> and <@U2|tom>", ["U1", "U2"]),
        ("<!channel> <!here> <!everyone>", ["channel", "here", "everyone"]),
        ("<!subteam^S1|@buyers>", ["S1"]),
        ("&lt;!channel&gt; &lt;@U1&gt;", []),
        ("@channel @maria", []),
        ("<!date^1^{date}|x> <#C1> <https://a.b>", []),
    ],
)
def test_only_unescaped_mentions_notify(text: str, who: list[str]) -> None:
    assert list(pinged(text)) == who


@given(st.text())
def test_what_a_person_types_is_read_back_unchanged_and_notifies_nobody(typed: str) -> None:
    assert unescape(escape(typed)) == typed
    assert list(pinged(escape(typed))) == []


def test_blocks_notify_through_mrkdwn_but_not_through_plain_text() -> None:
    section = {"type": "section", "text": {"type": "mrkdwn", "text": "<!here>"}}
    header = {"type": "header", "text": {"type": "plain_text", "text": "<!channel>"}}
    markdown = {"type": "markdown", "text": "<@U2>"}
    assert list(pinged_in_blocks([section, header, markdown])) == ["here", "U2"]


def test_blocks_notify_through_the_mentions_of_rich_text() -> None:
    pieces = [{"type": "user", "user_id": "U1"}, {"type": "broadcast", "range": "channel"}]
    pieces.append({"type": "text", "text": "<@U9>"})
    section = {"type": "rich_text_section", "elements": pieces}
    assert list(pinged_in_blocks([{"type": "rich_text", "elements": [section]}])) == [
        "U1",
        "channel",
    ]


def test_fields_context_and_tables_notify_too() -> None:
    field = {"type": "mrkdwn", "text": "<@U1>"}
    blocks = [
        {"type": "section", "fields": [field]},
        {"type": "context", "elements": [field]},
        {"type": "card", "body": field},
    ]
    assert list(pinged_in_blocks(blocks)) == ["U1", "U1", "U1"]
