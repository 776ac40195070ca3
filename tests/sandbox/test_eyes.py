"""Eyes see what comes, as soon as it comes, and say what they saw when it does not."""

import threading

import pytest

from bot.sandbox.opening import SHARED
from bot.sandbox.person import Person
from bot.sandbox.refusals import PersonRefused
from bot.sandbox.server import Sandbox
from tests.sandbox.apps import web_client
from tests.sandbox.modals import actions, button, modal
from tests.sandbox.recorder import Recorder


@pytest.fixture
def maria(sandbox: Sandbox) -> Person:
    return sandbox.person("maria")


def test_a_person_knows_the_own_name_and_organisation(sandbox: Sandbox, maria: Person) -> None:
    tomas = sandbox.person("U0TOMAS0001")
    assert (maria.name, maria.external) == ("Maria Lopez", False)
    assert (tomas.name, tomas.external, tomas.team) == ("Tomas Berg", True, "T0BALTIC000")


def test_something_that_comes_later_is_seen(sandbox: Sandbox, maria: Person) -> None:
    tomas = sandbox.person("tomas")
    later = threading.Timer(0.1, lambda: tomas.post(SHARED, "we warned you"))
    later.start()
    screen = maria.wait_for("we warned you", SHARED)
    later.join()
    assert screen.messages[-1].author == "Tomas Berg"


def test_a_wish_may_be_about_the_whole_screen(maria: Person) -> None:
    maria.post(SHARED, "one")
    maria.post(SHARED, "two")
    assert maria.wait_for(lambda screen: len(screen.messages) == 2, SHARED).text.endswith("two")


def test_a_form_that_is_updated_is_waited_for_by_its_new_title(
    sandbox: Sandbox, recorder: Recorder, maria: Person
) -> None:
    recorder.opens = modal(title="Loading…")
    maria.global_shortcut("any")
    api = web_client(sandbox)
    ready = modal(actions(button("Go")), title="Ready")
    change = threading.Timer(0.1, lambda: api.views_update(view_id=recorder.view_id, view=ready))
    change.start()
    assert maria.wait_for_modal("Ready").buttons == ("Go",)
    change.join()


def test_waiting_in_vain_for_a_form_says_so(maria: Person) -> None:
    with pytest.raises(AssertionError, match="Maria Lopez waited for a form with 'Raise'"):
        maria.wait_for_modal("Raise", timeout=0.05)
    with pytest.raises(PersonRefused, match="No form is open"):
        maria.form()


def test_waiting_in_vain_for_home_or_a_button_says_so(maria: Person) -> None:
    with pytest.raises(AssertionError, match="on Home"):
        maria.wait_for_home("My desk", timeout=0.05)
    with pytest.raises(AssertionError, match="Maria Lopez waited"):
        maria.wait_for_button("Yes", SHARED, timeout=0.05)


def test_a_refusal_ends_the_wait_at_once(sandbox: Sandbox) -> None:
    with pytest.raises(PersonRefused, match="not in this channel"):
        sandbox.person("greta").wait_for("anything", SHARED)
