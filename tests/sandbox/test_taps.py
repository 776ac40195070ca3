"""Taps and words are counted as a person would count them."""

import pytest

from bot.sandbox.opening import SHARED, TOMAS
from bot.sandbox.person import Person
from bot.sandbox.refusals import PersonRefused
from bot.sandbox.server import Sandbox
from tests.sandbox.apps import web_client
from tests.sandbox.modals import actions, button, field, modal, option, text_field
from tests.sandbox.recorder import JSON, Recorder


@pytest.fixture
def maria(sandbox: Sandbox) -> Person:
    return sandbox.person("maria")


def open_form(recorder: Recorder, person: Person, *blocks: JSON) -> None:
    recorder.opens = modal(*blocks)
    person.global_shortcut("any")
    person.taps = 0


def test_looking_costs_nothing(maria: Person) -> None:
    maria.screen(SHARED)
    maria.channels()
    maria.modal()
    assert (maria.taps, maria.words) == (0, 0)


def test_words_are_what_stands_between_spaces(maria: Person) -> None:
    maria.post(SHARED, "  98 %,   not 95 %  ")
    assert (maria.taps, maria.words) == (0, 5)


def test_typing_into_a_field_is_a_tap_and_its_words(recorder: Recorder, maria: Person) -> None:
    open_form(recorder, maria, text_field("Why"))
    maria.fill("Why", "the trucks came late")
    assert (maria.taps, maria.words) == (1, 4)


def test_typing_where_the_cursor_stands_needs_no_tap(recorder: Recorder, maria: Person) -> None:
    open_form(recorder, maria, text_field("Why", focus_on_load=True), text_field("What"))
    maria.fill("Why", "late")
    assert maria.taps == 0
    maria.fill("What", "trucks")
    assert maria.taps == 1
    maria.fill("Why", "late again")
    assert maria.taps == 2


def test_the_cursor_has_left_once_something_else_was_touched(
    recorder: Recorder, maria: Person
) -> None:
    open_form(recorder, maria, text_field("Why", focus_on_load=True), text_field("What"))
    maria.fill("What", "trucks")
    maria.fill("Why", "late")
    assert maria.taps == 2


def test_leaving_a_prefilled_field_as_it_is_costs_nothing(
    recorder: Recorder, maria: Person
) -> None:
    open_form(recorder, maria, text_field("Why", initial_value="late"))
    maria.fill("Why", "late")
    assert (maria.taps, maria.words) == (0, 0)


def test_each_box_that_changes_is_a_tap(recorder: Recorder, maria: Person) -> None:
    boxes = [option("A"), option("B"), option("C")]
    element = {"type": "checkboxes", "options": boxes, "initial_options": boxes[:1]}
    open_form(recorder, maria, field("Which", element))
    maria.check("Which", "A", "B", "C")
    assert maria.taps == 2
    maria.check("Which", "C")
    assert maria.taps == 4


def test_each_person_picked_is_a_tap(recorder: Recorder, maria: Person) -> None:
    open_form(recorder, maria, field("Who", {"type": "multi_users_select"}))
    maria.pick_person("Who", maria.id, TOMAS.id)
    assert maria.taps == 2


def test_sending_and_closing_are_taps(recorder: Recorder, maria: Person) -> None:
    open_form(recorder, maria)
    maria.submit()
    assert maria.taps == 1
    open_form(recorder, maria)
    maria.close()
    assert maria.taps == 1


def test_a_press_that_slack_refuses_costs_nothing(sandbox: Sandbox, maria: Person) -> None:
    web_client(sandbox).chat_postMessage(
        channel=SHARED, text="x", blocks=[actions(button("Yes"), button("No"))]
    )
    with pytest.raises(PersonRefused):
        maria.click("Maybe", channel=SHARED)
    assert maria.taps == 0


def test_one_of_several_like_buttons_is_pressed_by_its_place(
    sandbox: Sandbox, recorder: Recorder, maria: Person
) -> None:
    blocks = [actions(button("Choose", "a"), button("Choose", "b"))]
    web_client(sandbox).chat_postMessage(channel=SHARED, text="x", blocks=blocks)
    maria.click("Choose", channel=SHARED, which=1)
    assert recorder.wait("block_actions")[0]["actions"][0]["action_id"] == "b"
    assert maria.taps == 1


def test_two_people_are_counted_apart(sandbox: Sandbox, maria: Person) -> None:
    maria.post(SHARED, "two words")
    assert (maria.words, sandbox.person("tomas").words) == (2, 0)
