"""What stands on a screen is found by what it says, and what does not is missed aloud."""

from typing import Any

import pytest

from bot.sandbox.reading import Control
from bot.sandbox.refusals import PersonRefused
from bot.sandbox.seen import Form, Screen, SeenMessage, by_label, the_one

JSON = dict[str, Any]


def control(label: str, kind: str = "button", **more: Any) -> Control:
    return Control(label, kind, f"block-{label}", f"action-{label}", **more)


def message(ts: str, text: str, *controls: Control) -> SeenMessage:
    return SeenMessage(
        ts=ts,
        channel="C1",
        author="Maria",
        author_id="U1",
        text=text,
        notification=text,
        thread_ts="",
        ephemeral=False,
        edited=False,
        reactions=(),
        controls=controls,
    )


SCREEN = Screen(
    (
        message("1", "First card", control("Yes")),
        message("2", "Second card", control("Yes"), control("No")),
        message("3", "Third, without buttons"),
    )
)


def test_the_newest_message_with_a_text_is_found() -> None:
    assert SCREEN.find("card").ts == "2"
    with pytest.raises(PersonRefused, match="No message on the screen says “fourth”"):
        SCREEN.find("fourth")


def test_the_newest_message_with_a_button_is_found() -> None:
    assert SCREEN.with_button("Yes").ts == "2"
    with pytest.raises(PersonRefused, match="The buttons there: Yes, No"):
        SCREEN.with_button("Maybe")


def test_a_screen_is_read_from_top_to_bottom() -> None:
    assert SCREEN.text.splitlines()[0] == "Maria: First card"
    assert SCREEN.buttons == ("Yes", "Yes", "No")


def test_an_empty_screen_has_no_buttons() -> None:
    with pytest.raises(PersonRefused, match="The buttons there: none"):
        Screen(()).with_button("Yes")


def test_fields_are_no_buttons() -> None:
    seen = message("1", "x", control("Kind", "static_select"), control("Go"))
    assert seen.buttons == ("Go",)


def test_one_of_several_is_named_by_its_place() -> None:
    same = [control("Choose", value=("a",)), control("Choose", value=("b",))]
    assert the_one(same, "Choose", 1).value == ("b",)
    with pytest.raises(PersonRefused, match="2 called “Choose”"):
        the_one(same, "Choose")
    with pytest.raises(PersonRefused, match="2 called “Choose”"):
        the_one(same, "Choose", 2)


def form(**more: Any) -> JSON:
    raw: JSON = {"id": "V1", "title": "T", "text": "", "submit": "Send", "close": "Cancel"}
    controls = [control("Why", "plain_text_input", value=("late",)), control("More")]
    return raw | {"controls": [c.as_json() for c in controls], "errors": {}} | more


def test_a_form_has_its_fields_and_buttons_apart() -> None:
    parsed = Form.parse(form())
    assert (parsed.labels, parsed.buttons) == (("Why",), ("More",))
    assert parsed.value("Why") == "late"
    with pytest.raises(PersonRefused, match="no “More” there, only: Why"):
        parsed.field("More")


def test_errors_are_told_by_label() -> None:
    parsed = Form.parse(form(errors={"block-Why": "Say more."}))
    assert parsed.errors == {"Why": "Say more."}
    assert by_label({"unknown": "x"}, parsed.controls) == {"unknown": "x"}


def test_a_message_is_parsed_with_its_controls() -> None:
    raw: JSON = {
        "ts": "1",
        "channel": "C1",
        "author": "Maria",
        "author_id": "U1",
        "text": "x",
        "notification": "x",
        "thread_ts": "",
        "ephemeral": True,
        "edited": False,
        "reactions": [":scales: Tomas"],
        "controls": [control("Yes").as_json()],
    }
    seen = SeenMessage.parse(raw)
    assert (seen.buttons, seen.reactions, seen.ephemeral) == (("Yes",), (":scales: Tomas",), True)
