"""The next page of an open modal: after the one that its form was answered with, never before."""

from typing import Any

import pytest
from slack_sdk import WebClient

from bot.casework.room import RoomUnavailable
from bot.slack import pages
from bot.slack.blocks import modal, section
from bot.slack.text import people

PAGE = modal("Counted", [section(people("Four ways side by side."))], callback="notice")


def watched(monkeypatch: pytest.MonkeyPatch, refuses: str = "") -> list[str]:
    """What is done, in order."""
    done: list[str] = []

    def turned(*_: Any, **__: Any) -> dict[str, Any]:
        done.append("turned")
        if refuses:
            raise RoomUnavailable(refuses, permanent=True)
        return {}

    monkeypatch.setattr(pages, "calling", turned)
    monkeypatch.setattr("time.sleep", lambda _: done.append("waited"))
    return done


@pytest.mark.parametrize(
    ("after_answer", "in_order"), [(True, ["waited", "turned"]), (False, ["turned"])]
)
def test_a_page_lets_the_one_that_a_form_was_answered_with_come_first(
    monkeypatch: pytest.MonkeyPatch, after_answer: bool, in_order: list[str]
) -> None:
    done = watched(monkeypatch)
    assert pages.turn_page(WebClient(), "V1", PAGE, after_answer=after_answer)
    assert done == in_order


def test_a_modal_that_was_closed_is_left_alone_and_any_other_fault_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    watched(monkeypatch, refuses="not_found")
    assert not pages.turn_page(WebClient(), "V1", PAGE)
    watched(monkeypatch, refuses="internal_error")
    with pytest.raises(RoomUnavailable):
        pages.turn_page(WebClient(), "V1", PAGE)
