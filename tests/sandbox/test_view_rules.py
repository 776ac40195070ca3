"""Views are taken up to Slack's limits, and refused one step beyond."""

from typing import Any

import pytest

from bot.sandbox.refusals import SlackRefusal
from bot.sandbox.view_rules import check_view, view_faults

JSON = dict[str, Any]


def plain(text: str) -> JSON:
    return {"type": "plain_text", "text": text}


def modal(**more: Any) -> JSON:
    return {"type": "modal", "title": plain("Title"), "blocks": []} | more


def field(**more: Any) -> JSON:
    element = {"type": "plain_text_input"} | more
    return {"type": "input", "label": plain("What?"), "element": element}


@pytest.mark.parametrize(
    ("name", "most"),
    [("private_metadata", 3_000), ("callback_id", 255), ("external_id", 255)],
)
def test_a_hidden_text_is_taken_up_to_its_limit(name: str, most: int) -> None:
    assert view_faults(modal(**{name: "x" * most}), "modal") == []
    assert view_faults(modal(**{name: "x" * (most + 1)}), "modal")


@pytest.mark.parametrize("name", ["title", "submit", "close"])
def test_a_modals_own_texts_have_24_characters(name: str) -> None:
    assert view_faults(modal(**{name: plain("x" * 24)}), "modal") == []
    assert view_faults(modal(**{name: plain("x" * 25)}), "modal")


def test_a_modal_with_a_field_needs_a_submit_button() -> None:
    assert view_faults(modal(blocks=[field()]), "modal") == [
        "[ERROR] missing required field: submit [json-pointer:/view]"
    ]
    assert view_faults(modal(blocks=[field()], submit=plain("Send")), "modal") == []


@pytest.mark.parametrize(
    "view",
    [
        None,
        [],
        {},
        {"type": "modal", "blocks": []},
        {"type": "home", "title": plain("x"), "blocks": []},
        modal(title="bare"),
        modal(blocks=None),
        modal(blocks=[{"type": "section"}]),
        modal(colour="red"),
        modal(notify_on_close="yes"),
    ],
    ids=str,
)
def test_a_malformed_modal_is_refused(view: Any) -> None:
    assert view_faults(view, "modal")


def test_a_home_has_blocks_and_no_title() -> None:
    assert view_faults({"type": "home", "blocks": []}, "home") == []
    assert view_faults({"type": "home", "blocks": [], "title": plain("x")}, "home")


def test_only_one_field_takes_the_focus() -> None:
    blocks = [field(focus_on_load=True), field(focus_on_load=True)]
    assert view_faults(modal(blocks=blocks, submit=plain("Send")), "modal")


def test_a_refused_view_is_invalid_arguments_with_every_message() -> None:
    with pytest.raises(SlackRefusal, match="invalid_arguments") as refused:
        check_view({"type": "modal"}, "modal")
    assert len(refused.value.messages) >= 2


def test_a_view_of_more_than_250_kilobytes_is_too_large() -> None:
    option = {"text": plain("t" * 75), "value": "v" * 150}
    select = {"type": "static_select", "options": [option] * 100}
    blocks = [{"type": "actions", "elements": [select]}] * 9
    with pytest.raises(SlackRefusal, match="view_too_large"):
        check_view(modal(blocks=blocks), "modal")
    check_view(modal(blocks=blocks[:8]), "modal")
