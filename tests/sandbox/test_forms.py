"""A form takes what Slack's client takes, and says what the client says."""

from dataclasses import replace
from typing import Any

import pytest

from bot.sandbox.entities import View
from bot.sandbox.forms import REQUIRED, action_of, entry, find, press_of, sends_actions, unfinished
from bot.sandbox.opening import MARIA
from bot.sandbox.refusals import PersonRefused
from tests.sandbox.worlds import ACTIONS, BUTTON, MODAL, SELECT, opened, text_object, world_at

JSON = dict[str, Any]
TICKS = {"type": "checkboxes", "options": SELECT["options"]}


def form(element: JSON, value: Any, *, optional: bool = False) -> View:
    """A form with one field, holding `value` under its state key."""
    block = {"type": "input", "block_id": "b", "label": text_object("L"), "optional": optional}
    block["element"] = element | {"action_id": "a"}
    view = opened(world_at(), MARIA.id)
    entered = {("b", "a"): {"type": element["type"], "value": value}} if value is not None else {}
    return replace(view, definition=MODAL | {"blocks": [block]}, entered=entered)


TEXT: JSON = {"type": "plain_text_input"}
NUMBER: JSON = {"type": "number_input", "is_decimal_allowed": False}


def test_a_text_is_held_as_typed() -> None:
    assert entry(TEXT, "<!channel> & co 🙂 שלום")["value"] == "<!channel> & co 🙂 שלום"


def test_an_emptied_text_field_holds_nothing() -> None:
    assert entry(TEXT, "") == {"type": "plain_text_input", "value": None}


def test_a_field_takes_characters_up_to_its_limit() -> None:
    short = TEXT | {"max_length": 5}
    assert entry(short, "12345")["value"] == "12345"
    with pytest.raises(PersonRefused, match="at most 5 characters"):
        entry(short, "123456")


def test_a_field_without_a_limit_takes_3000_characters() -> None:
    assert len(entry(TEXT, "x" * 3_000)["value"]) == 3_000
    with pytest.raises(PersonRefused, match="at most 3000"):
        entry(TEXT, "x" * 3_001)


def test_a_one_line_field_takes_one_line() -> None:
    with pytest.raises(PersonRefused, match="one line"):
        entry(TEXT, "one\ntwo")
    assert entry(TEXT | {"multiline": True}, "one\ntwo")["value"] == "one\ntwo"


def test_an_option_is_chosen_by_its_label() -> None:
    assert entry(SELECT, "Price")["selected_option"]["value"] == "price"


def test_an_option_that_is_not_offered_cannot_be_chosen() -> None:
    with pytest.raises(PersonRefused, match="not among the options: Delivery, Price"):
        entry(SELECT, "Colour")


def test_several_options_are_ticked_by_their_labels() -> None:
    assert len(entry(TICKS, ["Price", "Delivery"])["selected_options"]) == 2
    assert entry(TICKS, [])["selected_options"] == []


def test_an_escaped_label_is_chosen_as_it_reads() -> None:
    option = {"text": text_object("Price &amp; terms"), "value": "p"}
    assert entry({"type": "static_select", "options": [option]}, "Price & terms")


def test_people_are_picked_by_id() -> None:
    assert entry({"type": "users_select"}, "U1")["selected_user"] == "U1"
    assert entry({"type": "multi_users_select"}, "U1")["selected_users"] == ["U1"]
    assert entry({"type": "multi_users_select"}, ["U1", "U2"])["selected_users"] == ["U1", "U2"]


def test_pickers_offer_dates_and_times_only() -> None:
    assert entry({"type": "datepicker"}, "2026-12-01")["selected_date"] == "2026-12-01"
    with pytest.raises(PersonRefused):
        entry({"type": "datepicker"}, "1 December")
    with pytest.raises(PersonRefused):
        entry({"type": "timepicker"}, "24:00")
    assert entry({"type": "datetimepicker"}, "7")["selected_date_time"] == 7
    with pytest.raises(PersonRefused):
        entry({"type": "datetimepicker"}, "tomorrow")


def test_a_rich_text_is_held_as_rich_text() -> None:
    held = entry({"type": "rich_text_input"}, "Hello")
    assert held["rich_text_value"]["elements"][0]["elements"][0]["text"] == "Hello"


def test_a_required_field_must_be_filled() -> None:
    assert unfinished(form(TEXT, None)) == {"b": REQUIRED}
    assert unfinished(form(TEXT, None, optional=True)) == {}
    assert unfinished(form(TEXT, "x")) == {}


@pytest.mark.parametrize(
    ("element", "value", "told"),
    [
        (TEXT | {"min_length": 3}, "ab", "at least 3 characters"),
        (NUMBER, "two", "enter a number"),
        (NUMBER, "2.5", "enter a number"),
        (NUMBER | {"min_value": "5"}, "4", "at least 5"),
        (NUMBER | {"max_value": "5"}, "6", "at most 5"),
        ({"type": "email_text_input"}, "maria", "valid email"),
        ({"type": "url_text_input"}, "northwind", "valid URL"),
    ],
    ids=str,
)
def test_a_malformed_value_is_told_before_the_form_is_sent(
    element: JSON, value: str, told: str
) -> None:
    assert told in unfinished(form(element, value))["b"]


@pytest.mark.parametrize(
    ("element", "value"),
    [
        (NUMBER | {"is_decimal_allowed": True}, "-2.5"),
        ({"type": "email_text_input"}, "m@a.b"),
        ({"type": "url_text_input"}, "https://a.b"),
    ],
    ids=str,
)
def test_a_wellformed_value_passes(element: JSON, value: str) -> None:
    assert unfinished(form(element, value)) == {}


def test_a_press_sends_the_buttons_value_and_text() -> None:
    action = press_of(ACTIONS, BUTTON, "")
    assert (action["value"], action["action_id"], action["block_id"]) == (
        "case-1",
        "tell_side",
        "case:1",
    )


def test_an_overflow_menu_sends_the_entry_that_was_chosen() -> None:
    menu = {"type": "overflow", "action_id": "more", "options": SELECT["options"]}
    action = press_of(ACTIONS, menu, "price")
    assert action["selected_option"]["text"]["text"] == "Price"


def test_feedback_buttons_send_the_value_pressed() -> None:
    element = {"type": "feedback_buttons", "action_id": "fb"}
    assert press_of(ACTIONS, element, "good")["value"] == "good"


def test_a_choice_sends_what_was_chosen() -> None:
    action = action_of(ACTIONS, SELECT, entry(SELECT, "Price"))
    assert action["selected_option"]["value"] == "price"
    assert action["placeholder"]["text"] == "Choose one"


def test_fields_in_input_blocks_keep_quiet_unless_told_otherwise() -> None:
    assert sends_actions({"type": "actions"})
    assert not sends_actions({"type": "input", "dispatch_action": False})
    assert sends_actions({"type": "input", "dispatch_action": True})


def test_what_is_not_on_the_screen_cannot_be_touched() -> None:
    assert find([ACTIONS], "case:1", "tell_side") == (ACTIONS, BUTTON)
    with pytest.raises(PersonRefused, match="no longer on the screen"):
        find([ACTIONS], "case:1", "other")
