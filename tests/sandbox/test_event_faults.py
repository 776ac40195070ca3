"""Events that come twice, late or out of order, as an app on the official client meets them."""

import pytest

from bot.sandbox.event_faults import EventFaults
from bot.sandbox.opening import SHARED
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from tests.sandbox.apps import eventually
from tests.sandbox.recorder import Recorder


@pytest.fixture
def maria(sandbox: Sandbox) -> Person:
    return sandbox.person("maria")


def texts(recorder: Recorder, count: int) -> list[str]:
    return [body["event"]["text"] for body in recorder.wait("message", count)]


def test_an_event_that_comes_twice_has_the_same_id(
    sandbox: Sandbox, recorder: Recorder, maria: Person
) -> None:
    sandbox.stage.repeat_events("message")
    maria.post(SHARED, "twice")
    first, second = recorder.wait("message", 2)
    assert first["event_id"] == second["event_id"]
    assert first["event"]["ts"] == second["event"]["ts"]
    eventually(lambda: len(sandbox.stage.attempts("message")) == 2)
    assert [a["number"] for a in sandbox.stage.attempts("message")] == [0, 0]


def test_only_so_many_events_come_twice(
    sandbox: Sandbox, recorder: Recorder, maria: Person
) -> None:
    sandbox.stage.repeat_events("message")
    maria.post(SHARED, "twice")
    recorder.wait("message", 2)
    maria.post(SHARED, "once")
    assert texts(recorder, 3) == ["twice", "twice", "once"]


def test_events_kept_back_come_late_and_in_their_order(
    sandbox: Sandbox, recorder: Recorder, maria: Person
) -> None:
    sandbox.stage.hold_events("message")
    for text in ("one", "two"):
        maria.post(SHARED, text)
    maria.react(SHARED, maria.post(SHARED, "three"), "scales")
    recorder.wait("reaction_added")
    assert "message" not in recorder.kinds()
    assert sandbox.stage.release_events() == 3
    assert texts(recorder, 3) == ["one", "two", "three"]


def test_events_can_come_in_the_opposite_order(
    sandbox: Sandbox, recorder: Recorder, maria: Person
) -> None:
    sandbox.stage.hold_events("message")
    for text in ("one", "two", "three"):
        maria.post(SHARED, text)
    sandbox.stage.release_events(backwards=True)
    assert texts(recorder, 3) == ["three", "two", "one"]


def test_once_released_nothing_is_kept_back(
    sandbox: Sandbox, recorder: Recorder, maria: Person
) -> None:
    sandbox.stage.hold_events("message")
    assert sandbox.stage.release_events() == 0
    maria.post(SHARED, "at once")
    assert texts(recorder, 1) == ["at once"]


def test_an_event_kept_back_is_not_sent_twice_as_well() -> None:
    faults = EventFaults()
    faults.repeat("message", 1)
    faults.hold("message")
    assert faults.due("message", {"n": 1}) == []
    assert faults.due("app_mention", {"n": 2}) == [{"n": 2}]
    assert faults.release(backwards=False) == [{"n": 1}]
    assert faults.due("message", {"n": 3}) == [{"n": 3}, {"n": 3}]
