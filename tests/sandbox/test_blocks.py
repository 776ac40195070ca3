"""Blocks are taken up to Slack's limits, and refused one step beyond, with every fault."""

from collections.abc import Callable
from typing import Any

import pytest

from bot.sandbox.blocks import Surface, block_faults, check_message_blocks
from bot.sandbox.refusals import SlackRefusal

JSON = dict[str, Any]
Sized = Callable[[int], JSON]


def plain(text: str) -> JSON:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> JSON:
    return {"type": "mrkdwn", "text": text}


def button(text: str = "Go", **more: Any) -> JSON:
    return {"type": "button", "text": plain(text)} | more


def actions(*elements: JSON, **more: Any) -> JSON:
    return {"type": "actions", "elements": list(elements)} | more


def section(text: str = "Hello", **more: Any) -> JSON:
    return {"type": "section", "text": mrkdwn(text)} | more


def ask(element: JSON, **more: Any) -> JSON:
    return {"type": "input", "label": plain("What?"), "element": element} | more


def option(text: str = "One", value: str = "1", **more: Any) -> JSON:
    return {"text": plain(text), "value": value} | more


def options(count: int) -> list[JSON]:
    return [option(f"Option {n}", str(n)) for n in range(count)]


def confirm(**more: Any) -> JSON:
    whole = {"title": plain("Sure?"), "text": plain("Really?")}
    return whole | {"confirm": plain("Yes"), "deny": plain("No")} | more


def x(count: int) -> str:
    return "x" * count


CELL = {"type": "raw_text", "text": "cell"}
RICH = {"type": "rich_text", "elements": []}
CARD = {"type": "card", "title": plain("One")}


def data_table(rows: list[list[JSON]], **more: Any) -> JSON:
    return {"type": "data_table", "caption": "Terms", "rows": rows} | more


MESSAGE_LIMITS: dict[str, tuple[Sized, int]] = {
    "section text": (lambda n: section(x(n)), 3_000),
    "section field": (lambda n: {"type": "section", "fields": [mrkdwn(x(n))]}, 2_000),
    "section fields": (lambda n: {"type": "section", "fields": [mrkdwn("f")] * n}, 10),
    "header": (lambda n: {"type": "header", "text": plain(x(n))}, 150),
    "context elements": (lambda n: {"type": "context", "elements": [mrkdwn("c")] * n}, 10),
    "actions elements": (lambda n: actions(*[button()] * n), 25),
    "button text": (lambda n: actions(button(x(n))), 75),
    "button value": (lambda n: actions(button(value=x(n))), 2_000),
    "button url": (lambda n: actions(button(url=x(n))), 3_000),
    "action_id": (lambda n: actions(button(action_id=x(n))), 255),
    "block_id": (lambda n: section(block_id=x(n)), 255),
    "confirm title": (lambda n: actions(button(confirm=confirm(title=plain(x(n))))), 100),
    "confirm text": (lambda n: actions(button(confirm=confirm(text=plain(x(n))))), 300),
    "confirm button": (lambda n: actions(button(confirm=confirm(deny=plain(x(n))))), 30),
    "overflow": (lambda n: actions({"type": "overflow", "options": options(n)}), 5),
    "select options": (lambda n: actions({"type": "static_select", "options": options(n)}), 100),
    "radio options": (lambda n: actions({"type": "radio_buttons", "options": options(n)}), 10),
    "checkboxes": (lambda n: actions({"type": "checkboxes", "options": options(n)}), 10),
    "option text": (
        lambda n: actions({"type": "static_select", "options": [option(x(n))]}),
        75,
    ),
    "option value": (
        lambda n: actions({"type": "static_select", "options": [option(value=x(n))]}),
        150,
    ),
    "option description": (
        lambda n: actions({"type": "radio_buttons", "options": [option(description=plain(x(n)))]}),
        75,
    ),
    "placeholder": (
        lambda n: actions({"type": "users_select", "placeholder": plain(x(n))}),
        150,
    ),
    "input label": (lambda n: ask({"type": "plain_text_input"}, label=plain(x(n))), 2_000),
    "input hint": (lambda n: ask({"type": "plain_text_input"}, hint=plain(x(n))), 2_000),
    "initial text": (lambda n: ask({"type": "plain_text_input", "initial_value": x(n)}), 3_000),
    "markdown": (lambda n: {"type": "markdown", "text": x(n)}, 12_000),
    "image alt": (lambda n: {"type": "image", "image_url": "https://a.b", "alt_text": x(n)}, 2_000),
    "image url": (lambda n: {"type": "image", "image_url": x(n), "alt_text": "a"}, 3_000),
    "table rows": (lambda n: {"type": "table", "rows": [[CELL]] * n}, 100),
    "table columns": (lambda n: {"type": "table", "rows": [[CELL] * n]}, 20),
    "card body": (lambda n: {"type": "card", "body": mrkdwn(x(n))}, 200),
    "card buttons": (lambda n: {"type": "card", "actions": [button()] * n}, 3),
    "carousel": (lambda n: {"type": "carousel", "elements": [CARD] * n}, 10),
    "data table rows": (lambda n: data_table([[CELL]] * n), 101),
    "data table page": (lambda n: data_table([[CELL]] * 2, page_size=n), 100),
}


@pytest.mark.parametrize("name", MESSAGE_LIMITS)
def test_a_limit_is_taken_when_reached_and_refused_when_passed(name: str) -> None:
    sized, most = MESSAGE_LIMITS[name]
    assert block_faults([sized(most)], surface="message") == []
    assert block_faults([sized(most + 1)], surface="message")


@pytest.mark.parametrize(("surface", "most"), [("message", 50), ("modal", 100), ("home", 100)])
def test_a_surface_takes_so_many_blocks(surface: Surface, most: int) -> None:
    assert block_faults([section()] * most, surface=surface) == []
    assert block_faults([section()] * (most + 1), surface=surface)


@pytest.mark.parametrize(
    "block",
    [
        {"type": "sektion"},
        {"type": "section"},
        {"type": "section", "text": "bare"},
        section(colour="red"),
        section(""),
        section(accessory={"type": "plain_text_input"}),
        actions(),
        actions({"type": "plain_text_input"}),
        actions({"type": "multi_users_select"}),
        actions(button(style="default")),
        actions({"type": "button"}),
        actions({"type": "button", "text": mrkdwn("*Go*")}),
        actions({"type": "static_select"}),
        actions({"type": "static_select", "options": options(1), "option_groups": []}),
        actions({"type": "datepicker", "initial_date": "1.12.2026"}),
        ask({"type": "plain_text_input", "max_length": 3_001}),
        ask({"type": "plain_text_input", "min_length": 5, "max_length": 4}),
        ask({"type": "plain_text_input", "max_length": 3, "initial_value": "four"}),
        ask({"type": "number_input"}),
        ask({"type": "button", "text": plain("Go")}),
        {"type": "input", "element": {"type": "plain_text_input"}},
        {"type": "image", "alt_text": "nothing to show"},
        {"type": "image", "image_url": "https://a.b"},
        {"type": "alert", "text": mrkdwn("only in modals")},
        {"type": "data_table", "rows": [[]]},
        data_table([[CELL]]),
        data_table([[CELL], [CELL, CELL]]),
        data_table([[RICH], [CELL]]),
        data_table([[CELL], [CELL]], page_size=0),
        {"type": "card"},
        "not an object",
    ],
    ids=str,
)
def test_a_malformed_block_is_refused(block: Any) -> None:
    assert block_faults([block], surface="message")


@pytest.mark.parametrize("kind", ["static_select", "radio_buttons"])
def test_a_preselected_option_must_be_offered(kind: str) -> None:
    element = {"type": kind, "options": options(2)}
    assert (
        block_faults([actions(element | {"initial_option": options(2)[1]})], surface="modal") == []
    )
    assert block_faults(
        [actions(element | {"initial_option": option("Other", "9")})], surface="modal"
    )


def test_preselected_checkboxes_must_all_be_offered() -> None:
    element = {"type": "checkboxes", "options": options(3)}
    ticked = element | {"initial_options": [options(3)[0], option("Other", "9")]}
    assert block_faults([actions(ticked)], surface="modal")


def test_a_preselected_option_may_stand_in_a_group() -> None:
    groups = [{"label": plain("All"), "options": options(2)}]
    element = {"type": "static_select", "option_groups": groups, "initial_option": options(2)[0]}
    assert block_faults([actions(element)], surface="modal") == []


def test_block_ids_are_unique_in_a_message() -> None:
    faults = block_faults([section(block_id="a"), section(block_id="a")], surface="message")
    assert faults == ["[ERROR] block_id 'a' already exists [json-pointer:/blocks/1/block_id]"]


def test_action_ids_are_unique_in_a_block_and_may_repeat_in_another() -> None:
    twice = actions(button(action_id="go"), button(action_id="go"))
    assert block_faults([twice], surface="message")
    apart = [actions(button(action_id="go")), actions(button(action_id="go"))]
    assert block_faults(apart, surface="message") == []


@pytest.mark.parametrize("kind", ["markdown", "table", "card", "carousel", "plan"])
def test_some_blocks_stand_in_messages_only(kind: str) -> None:
    block = {"type": kind}
    misplaced = f"[ERROR] unsupported type: {kind} [json-pointer:/blocks/0/type]"
    assert misplaced in block_faults([block], surface="modal")
    assert misplaced in block_faults([block], surface="home")
    assert misplaced not in block_faults([block], surface="message")


def test_an_alert_stands_in_modals_only() -> None:
    alert = {"type": "alert", "text": mrkdwn("Mind the deadline.")}
    assert block_faults([alert], surface="modal") == []
    assert block_faults([alert], surface="home")


def test_markdown_is_counted_over_the_whole_message() -> None:
    halves = [{"type": "markdown", "text": x(6_001)}, {"type": "markdown", "text": x(6_000)}]
    assert block_faults(halves, surface="message")


def test_a_message_has_one_table_and_any_number_of_data_tables() -> None:
    table = {"type": "table", "rows": [[CELL]]}
    assert block_faults([table], surface="message") == []
    assert block_faults([table, table], surface="message")
    assert block_faults([data_table([[CELL]] * 2)] * 2, surface="message") == []


def test_blocks_that_are_no_list_are_refused() -> None:
    assert block_faults({"type": "section"}, surface="message")


def test_a_refusal_of_blocks_carries_slacks_code_and_every_message() -> None:
    with pytest.raises(SlackRefusal) as refused:
        check_message_blocks([section(x(3_001)), {"type": "header"}])
    answer = refused.value.as_answer()
    assert answer["error"] == "invalid_blocks"
    assert len(answer["errors"]) == len(answer["response_metadata"]["messages"]) == 2
