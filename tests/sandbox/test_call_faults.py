"""Calls that go wrong on demand, as an app on the official client meets them."""

from http.client import RemoteDisconnected
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.sandbox.call_faults import KINDS, CallFault, CallFaults
from bot.sandbox.opening import SHARED
from bot.sandbox.server import Sandbox
from tests.sandbox.apps import refusal

METHOD = "chat.postMessage"


@pytest.fixture
def once(shared_sandbox: Sandbox) -> WebClient:
    """A client that never tries again by itself."""
    shared_sandbox.stage.clear_faults()
    return WebClient(
        token=shared_sandbox.bot_token,
        base_url=shared_sandbox.base_url,
        timeout=5,
        retry_handlers=[],
    )


def post(client: WebClient, text: str) -> Any:
    return client.chat_postMessage(channel=SHARED, text=text)


def stands(sandbox: Sandbox, text: str) -> int:
    """How often a text stands in the channel."""
    return sum(m.text == text for m in sandbox.person("maria").screen(SHARED).messages)


def test_a_limited_call_says_how_long_to_wait_and_has_no_effect(
    shared_sandbox: Sandbox, once: WebClient
) -> None:
    shared_sandbox.stage.limit_calls(METHOD, seconds=7)
    with pytest.raises(SlackApiError) as limited:
        post(once, "limited")
    assert limited.value.response.status_code == 429
    assert limited.value.response.headers["Retry-After"] == "7"
    assert limited.value.response["error"] == "ratelimited"
    assert stands(shared_sandbox, "limited") == 0


def test_a_broken_call_answers_500_without_json(shared_sandbox: Sandbox, once: WebClient) -> None:
    shared_sandbox.stage.break_calls(METHOD)
    with pytest.raises(SlackApiError) as broken:
        post(once, "broken")
    assert broken.value.response.status_code == 500
    assert stands(shared_sandbox, "broken") == 0


def test_a_broken_call_may_have_had_its_effect(shared_sandbox: Sandbox, once: WebClient) -> None:
    shared_sandbox.stage.break_calls(METHOD, done=True)
    with pytest.raises(SlackApiError):
        post(once, "broken but there")
    assert stands(shared_sandbox, "broken but there") == 1


@pytest.mark.parametrize(("done", "there"), [(False, 0), (True, 1)])
def test_a_call_that_is_hung_up_on_gets_no_answer_at_all(
    shared_sandbox: Sandbox, once: WebClient, done: bool, there: int
) -> None:
    shared_sandbox.stage.hang_up(METHOD, done=done)
    with pytest.raises(RemoteDisconnected):
        post(once, f"hung up on {done}")
    assert stands(shared_sandbox, f"hung up on {done}") == there
    assert post(once, "the next call goes well")["ok"]


def test_a_late_answer_has_its_effect_at_once(shared_sandbox: Sandbox, once: WebClient) -> None:
    once.timeout = 1
    shared_sandbox.stage.delay_calls(METHOD, seconds=2)
    with pytest.raises(TimeoutError):
        post(once, "late")
    assert stands(shared_sandbox, "late") == 1


def test_a_late_answer_is_the_right_one(shared_sandbox: Sandbox, once: WebClient) -> None:
    shared_sandbox.stage.delay_calls("auth.test", seconds=0.05)
    assert once.auth_test()["user"] == "parley"


def test_a_refused_call_carries_slacks_code(shared_sandbox: Sandbox, once: WebClient) -> None:
    shared_sandbox.stage.refuse_calls(METHOD, "fatal_error")
    assert refusal(lambda: post(once, "refused")) == "fatal_error"
    assert stands(shared_sandbox, "refused") == 0


def test_so_many_calls_go_wrong_and_no_more(shared_sandbox: Sandbox, once: WebClient) -> None:
    stage = shared_sandbox.stage
    stage.refuse_calls(METHOD, "fatal_error", times=2)
    assert stage.faults_left(METHOD) == 2
    assert [refusal(lambda: post(once, "x")) for _ in range(3)] == [
        "fatal_error",
        "fatal_error",
        "",
    ]
    assert stage.faults_left(METHOD) == 0


def test_other_methods_go_well_meanwhile(shared_sandbox: Sandbox, once: WebClient) -> None:
    shared_sandbox.stage.break_calls(METHOD)
    assert once.auth_test()["ok"]
    assert shared_sandbox.stage.faults_left(METHOD) == 1


def test_faults_that_never_came_can_be_taken_back(shared_sandbox: Sandbox, once: WebClient) -> None:
    shared_sandbox.stage.break_calls(METHOD, times=9)
    shared_sandbox.stage.clear_faults()
    assert post(once, "all is well")["ok"]


def test_faults_come_in_the_order_in_which_they_were_asked_for() -> None:
    faults = CallFaults()
    first, second = CallFault("a", "broken", times=2), CallFault("a", "late")
    faults.plan(first)
    faults.plan(second)
    met = [faults.take("a") for _ in range(4)]
    assert [fault.kind if fault else "" for fault in met] == ["broken", "broken", "late", ""]


def test_a_kind_that_nobody_knows_is_not_taken() -> None:
    with pytest.raises(ValueError, match=", ".join(KINDS)):
        CallFault("a", "sad")  # type: ignore[arg-type]  # what a stage hand could send
