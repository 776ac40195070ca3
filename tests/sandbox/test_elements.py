"""Every interactive element is taken where Slack takes it, with what Slack takes, and not else."""

from typing import Any

import pytest

from bot.sandbox.blocks import Surface, block_faults
from tests.sandbox.modals import option, plain

JSON = dict[str, Any]
OPTIONS = [option("One"), option("Two")]
CONFIRM = {
    "title": plain("Sure?"),
    "text": plain("x"),
    "confirm": plain("Yes"),
    "deny": plain("No"),
}

VALID: dict[str, JSON] = {
    "button": {"text": plain("Go"), "style": "danger", "confirm": CONFIRM, "value": "v"},
    "overflow": {"options": OPTIONS, "confirm": CONFIRM},
    "checkboxes": {"options": OPTIONS, "initial_options": OPTIONS[:1]},
    "radio_buttons": {"options": OPTIONS, "initial_option": OPTIONS[1]},
    "static_select": {"options": OPTIONS, "placeholder": plain("Pick")},
    "external_select": {"min_query_length": 2},
    "users_select": {"initial_user": "U1"},
    "conversations_select": {"default_to_current_conversation": True, "filter": {}},
    "channels_select": {"initial_channel": "C1"},
    "multi_static_select": {"options": OPTIONS, "max_selected_items": 2},
    "multi_external_select": {"initial_options": OPTIONS},
    "multi_users_select": {"initial_users": ["U1", "U2"]},
    "multi_conversations_select": {"initial_conversations": ["C1"]},
    "multi_channels_select": {"initial_channels": ["C1"]},
    "datepicker": {"initial_date": "2026-12-01", "placeholder": plain("Day")},
    "timepicker": {"initial_time": "14:30", "timezone": "Europe/Riga"},
    "datetimepicker": {"initial_date_time": 1764061260},
    "plain_text_input": {"multiline": True, "min_length": 0, "max_length": 3_000},
    "number_input": {"is_decimal_allowed": True, "min_value": "0", "max_value": "10"},
    "email_text_input": {"initial_value": "m@a.b"},
    "url_text_input": {"placeholder": plain("https://")},
    "rich_text_input": {"focus_on_load": True},
}
PRESSED = {"button", "overflow"}
TYPED = {k for k in VALID if k.endswith("_input")}
MULTI = {k for k in VALID if k.startswith("multi_")}


def element(kind: str, **more: Any) -> JSON:
    return {"type": kind, "action_id": "a"} | VALID[kind] | more


def in_actions(one: JSON) -> JSON:
    return {"type": "actions", "elements": [one]}


def in_section(one: JSON) -> JSON:
    return {"type": "section", "text": plain("x"), "accessory": one}


def in_input(one: JSON) -> JSON:
    return {"type": "input", "label": plain("L"), "element": one}


def taken(block: JSON, surface: Surface = "modal") -> bool:
    return block_faults([block], surface=surface) == []


@pytest.mark.parametrize("kind", VALID)
def test_an_element_stands_in_actions_unless_it_is_typed_in_or_takes_several(kind: str) -> None:
    assert taken(in_actions(element(kind))) == (kind not in TYPED | MULTI)


@pytest.mark.parametrize("kind", VALID)
def test_an_element_stands_beside_a_section_unless_it_is_typed_in(kind: str) -> None:
    assert taken(in_section(element(kind))) == (kind not in TYPED)


@pytest.mark.parametrize("kind", VALID)
def test_an_element_stands_in_an_input_unless_it_is_pressed(kind: str) -> None:
    assert taken(in_input(element(kind))) == (kind not in PRESSED)


@pytest.mark.parametrize("kind", VALID)
def test_an_element_takes_no_key_that_slack_does_not_know(kind: str) -> None:
    for place in (in_actions, in_section, in_input):
        assert not taken(place(element(kind, colour="red")))


@pytest.mark.parametrize("kind", VALID)
def test_an_element_may_do_without_an_action_id_but_not_with_an_empty_one(kind: str) -> None:
    place = in_actions if kind in PRESSED else in_input
    bare = element(kind)
    del bare["action_id"]
    assert taken(place(bare))
    assert not taken(place(element(kind, action_id="")))


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("button", {"text": plain("")}),
        ("button", {"text": {"type": "mrkdwn", "text": "*Go*"}}),
        ("button", {"style": "green"}),
        ("button", {"value": 7}),
        ("button", {"confirm": {"title": plain("only")}}),
        ("overflow", {"options": []}),
        ("checkboxes", {"options": [{"text": plain("no value")}]}),
        ("checkboxes", {"initial_options": [option("Three")]}),
        ("radio_buttons", {"initial_option": option("Three")}),
        ("static_select", {"options": None}),
        ("static_select", {"option_groups": [{"label": plain("G"), "options": OPTIONS}]}),
        ("static_select", {"initial_option": {"text": plain("One"), "value": "other"}}),
        ("external_select", {"min_query_length": "two"}),
        ("users_select", {"initial_user": ""}),
        ("conversations_select", {"filter": {"only": "mine"}}),
        ("multi_static_select", {"max_selected_items": 0}),
        ("multi_users_select", {"initial_users": "U1"}),
        ("datepicker", {"initial_date": "2026-12-1"}),
        ("timepicker", {"initial_time": "2 pm"}),
        ("datetimepicker", {"initial_date_time": "tomorrow"}),
        ("plain_text_input", {"max_length": 0}),
        ("plain_text_input", {"multiline": "yes"}),
        ("plain_text_input", {"min_length": 10, "max_length": 9}),
        ("plain_text_input", {"max_length": 2, "initial_value": "abc"}),
        ("plain_text_input", {"dispatch_action_config": {"trigger_actions_on": ["on_blur"]}}),
        ("number_input", {"is_decimal_allowed": "no"}),
        ("number_input", {"min_value": 3}),
        ("email_text_input", {"initial_value": ""}),
    ],
    ids=str,
)
def test_a_malformed_element_is_refused(kind: str, change: JSON) -> None:
    place = in_actions if kind in PRESSED else in_input
    assert taken(place(element(kind)))
    assert not taken(place(element(kind) | change))


@pytest.mark.parametrize("kind", ["static_select", "multi_static_select"])
def test_options_may_come_in_groups(kind: str) -> None:
    grouped = element(kind, option_groups=[{"label": plain("G"), "options": OPTIONS}])
    del grouped["options"]
    assert taken(in_input(grouped))


def test_a_description_under_an_option_may_be_marked_up_in_radio_buttons_only() -> None:
    marked = option("One") | {"description": {"type": "mrkdwn", "text": "*why*"}}
    assert taken(in_input(element("radio_buttons", options=[marked], initial_option=marked)))
    assert not taken(in_input(element("static_select", options=[marked])))


def test_a_menus_entry_may_lead_to_an_address_and_a_selects_may_not() -> None:
    leading = option("Docs") | {"url": "https://a.b"}
    assert taken(in_actions(element("overflow", options=[leading])))
    assert not taken(in_actions(element("static_select", options=[leading])))
