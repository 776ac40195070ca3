"""A form holds what was entered, else what was preset, and keeps it when the app updates it."""

import itertools
from typing import Any

import pytest

from bot.sandbox.state import VALUES, carried_over, completed, elements, initial, state_values
from tests.sandbox.worlds import SELECT, WHAT

JSON = dict[str, Any]
OPTIONS = SELECT["options"]


def in_input(element: JSON, block_id: str = "b") -> JSON:
    label = {"type": "plain_text", "text": "Label"}
    return {"type": "input", "block_id": block_id, "label": label, "element": element}


@pytest.mark.parametrize(
    ("element", "state"),
    [
        ({"type": "plain_text_input"}, {"value": None}),
        ({"type": "plain_text_input", "initial_value": "a"}, {"value": "a"}),
        ({"type": "number_input", "initial_value": "3"}, {"value": "3"}),
        ({"type": "static_select"}, {"selected_option": None}),
        (
            {"type": "radio_buttons", "initial_option": OPTIONS[0]},
            {"selected_option": OPTIONS[0]},
        ),
        ({"type": "checkboxes"}, {"selected_options": []}),
        (
            {"type": "multi_static_select", "initial_options": OPTIONS},
            {"selected_options": OPTIONS},
        ),
        ({"type": "users_select", "initial_user": "U1"}, {"selected_user": "U1"}),
        ({"type": "multi_users_select"}, {"selected_users": []}),
        ({"type": "conversations_select"}, {"selected_conversation": None}),
        ({"type": "datepicker", "initial_date": "2026-12-01"}, {"selected_date": "2026-12-01"}),
        ({"type": "timepicker"}, {"selected_time": None}),
        ({"type": "datetimepicker", "initial_date_time": 7}, {"selected_date_time": 7}),
    ],
    ids=str,
)
def test_an_untouched_field_holds_what_was_preset(element: JSON, state: JSON) -> None:
    assert initial(element) == {"type": element["type"], **state}


def test_every_kind_of_field_has_a_value() -> None:
    for kind in VALUES:
        assert len(initial({"type": kind})) == 2


def test_the_state_has_every_field_by_block_and_action() -> None:
    blocks = [WHAT, {"type": "actions", "block_id": "more", "elements": [SELECT]}]
    entered = {("what", "text"): {"type": "plain_text_input", "value": "late"}}
    assert state_values(blocks, entered) == {
        "what": {"text": {"type": "plain_text_input", "value": "late"}},
        "more": {"kind": {"type": "static_select", "selected_option": None}},
    }


def test_buttons_have_no_state() -> None:
    button = {"type": "button", "action_id": "go", "text": {"type": "plain_text", "text": "Go"}}
    blocks = [{"type": "actions", "block_id": "b", "elements": [button]}]
    assert state_values(blocks, {}) == {}
    assert [e["action_id"] for _, e in elements(blocks)] == ["go"]


def test_an_updated_field_with_both_ids_keeps_what_was_typed() -> None:
    typed = {("what", "text"): {"type": "plain_text_input", "value": "late"}}
    changed = in_input({"type": "plain_text_input", "action_id": "text"}, "what")
    assert carried_over([WHAT], typed, [changed]) == typed


def test_a_new_preset_value_is_ignored_in_a_field_that_kept_both_ids() -> None:
    before = in_input({"type": "plain_text_input", "action_id": "t", "initial_value": "old"})
    after = in_input({"type": "plain_text_input", "action_id": "t", "initial_value": "new"})
    kept = carried_over([before], {}, [after])
    assert state_values([after], kept)["b"]["t"]["value"] == "old"


def test_a_field_with_a_new_block_id_begins_anew() -> None:
    typed = {("b", "t"): {"type": "plain_text_input", "value": "typed"}}
    before = in_input({"type": "plain_text_input", "action_id": "t"}, "b")
    after = in_input({"type": "plain_text_input", "action_id": "t"}, "b2")
    assert carried_over([before], typed, [after]) == {}


def test_a_field_that_changed_its_kind_begins_anew() -> None:
    typed = {("b", "t"): {"type": "plain_text_input", "value": "typed"}}
    before = in_input({"type": "plain_text_input", "action_id": "t"})
    after = in_input({"type": "number_input", "action_id": "t", "is_decimal_allowed": True})
    assert carried_over([before], typed, [after]) == {}


def test_missing_ids_are_filled_in_and_given_ones_kept() -> None:
    serials = map(str, itertools.count(1))
    blocks = [
        {"type": "divider"},
        in_input({"type": "plain_text_input"}, "mine"),
        {
            "type": "section",
            "text": {"type": "mrkdwn", "text": "x"},
            "accessory": {"type": "button", "text": {"type": "plain_text", "text": "Go"}},
        },
    ]
    done = completed(blocks, serial=lambda: next(serials))
    assert [block["block_id"] for block in done] == ["1", "mine", "3"]
    assert done[1]["element"]["action_id"] == "2"
    assert done[2]["accessory"]["action_id"] == "4"


def test_texts_get_slacks_defaults_and_the_given_blocks_stay_as_they_were() -> None:
    given = [in_input({"type": "plain_text_input", "action_id": "t"})]
    done = completed(given, serial=lambda: "x")
    assert done[0]["label"]["emoji"] is True
    assert (done[0]["optional"], done[0]["dispatch_action"]) == (False, False)
    assert "emoji" not in given[0]["label"]
