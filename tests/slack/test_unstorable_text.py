"""Half an emoji and zeros come in from clients; what is read of them can be stored everywhere."""

import json

import pytest

from bot.slack.payloads import said
from bot.slack.payloads.values import Values, text_in

CUT = json.loads('"Late again \\ud83d"')


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (CUT, "Late again \ufffd"),
        ("a\x00b", "a\ufffdb"),
        ("🙂 متأخر 你好\u200b\n\t", "🙂 متأخر 你好\u200b\n\t"),
        ("", ""),
        (None, ""),
    ],
)
def test_what_cannot_be_stored_is_replaced_and_nothing_else(typed: str | None, read: str) -> None:
    assert text_in(typed) == read
    text_in(typed).encode()  # raises for half an emoji


def test_forms_and_messages_are_read_so() -> None:
    assert Values({"title": {"title": {"value": CUT}}}).text("title") == "Late again \ufffd"
    event = {"channel": "C1", "user": "U1", "ts": "1.1", "text": CUT}
    assert said({"event_id": "Ev1", "event": event}).text == "Late again \ufffd"
