"""Slack's Web API: bounded waiting, and faults that say whether to try again."""

import socket

import pytest
from slack_sdk import WebClient
from slack_sdk.http_retry.response import HttpResponse
from slack_sdk.http_retry.state import RetryState

from bot.casework.room import RoomUnavailable
from bot.slack.client import RateLimitHandler, calling, slack_client, unrepeated
from tests.slack.loopback import Loopback, Reply

LIMITED = Reply({"ok": False, "error": "ratelimited"}, 429, {"Retry-After": "0"})
LIMITED_FOR_LONG = Reply({"ok": False, "error": "ratelimited"}, 429, {"Retry-After": "60"})
BROKEN = Reply("<html>out of order</html>", 500)


def fault(client: WebClient, method: str = "auth_test") -> RoomUnavailable:
    with pytest.raises(RoomUnavailable) as raised:
        calling(getattr(client, method))
    return raised.value


def test_an_answer_comes_back_as_a_dict(slack: Loopback, client: WebClient) -> None:
    slack.answer("auth.test", {"ok": True, "team_id": "T1"})
    assert calling(client.auth_test) == {"ok": True, "team_id": "T1"}
    assert slack.calls[0].bearer == "xoxb-test"


@pytest.mark.parametrize(
    "code",
    ["channel_not_found", "not_in_channel", "is_archived", "invalid_auth", "account_inactive"],
)
def test_what_will_not_change_is_permanent(slack: Loopback, client: WebClient, code: str) -> None:
    slack.refuse("auth.test", code)
    raised = fault(client)
    assert (raised.code, raised.permanent) == (code, True)
    assert len(slack.calls) == 1


@pytest.mark.parametrize("code", ["internal_error", "fatal_error", "service_unavailable"])
def test_what_may_pass_is_not(slack: Loopback, client: WebClient, code: str) -> None:
    slack.refuse("auth.test", code)
    raised = fault(client)
    assert (raised.code, raised.permanent) == (code, False)


def test_a_rate_limit_is_waited_for(slack: Loopback, client: WebClient) -> None:
    slack.answer("auth.test", LIMITED, LIMITED, {"ok": True})
    assert calling(client.auth_test)["ok"]


def test_but_only_so_often_and_never_for_long(slack: Loopback, client: WebClient) -> None:
    slack.answer("auth.test", LIMITED)
    assert (fault(client).code, fault(client).permanent) == ("ratelimited", False)
    assert len(slack.calls) == 6
    slack.answer("auth.test", LIMITED_FOR_LONG)
    assert fault(client).code == "ratelimited"
    assert len(slack.calls) == 7


@pytest.mark.parametrize(
    ("headers", "waits_s"),
    [({"retry-after": ["2"]}, 2.0), ({"Retry-After": ["soon"]}, 1.0), ({}, 1.0)],
)
def test_the_wait_is_the_one_that_slack_asks_for(
    headers: dict[str, list[str]], waits_s: float
) -> None:
    waited: list[float] = []
    handler = RateLimitHandler(5.0, waited.append)
    response = HttpResponse(status_code=429, headers=headers)  # type: ignore[arg-type]  # as the SDK fills it
    handler.prepare_for_next_attempt(state=_fresh(), request=None, response=response)  # type: ignore[arg-type]  # unused
    assert waited == [waits_s]


def _fresh() -> RetryState:
    return RetryState()


def test_a_fault_of_slacks_own_is_tried_again(slack: Loopback, client: WebClient) -> None:
    slack.answer("auth.test", BROKEN, {"ok": True})
    assert calling(client.auth_test)["ok"]
    assert len(slack.calls) == 2


def test_while_somebody_waits_nothing_is_tried_again(slack: Loopback) -> None:
    hasty = slack_client("xoxb-test", slack.url, 1, longest_wait_s=0.0, tries_again=0)
    for reply in (BROKEN, Reply(close=True)):
        slack.calls.clear()
        slack.answer("auth.test", reply)
        assert not fault(hasty).permanent
        assert len(slack.calls) == 1


def test_a_fault_that_stays_says_which(slack: Loopback, client: WebClient) -> None:
    slack.answer("auth.test", Reply("<html>bad gateway</html>", 502))
    raised = fault(client)
    assert (raised.code, raised.permanent) == ("http_502", False)


def test_an_answer_that_nobody_can_read_is_no_success(slack: Loopback, client: WebClient) -> None:
    for body in ("<html>sign in to the wireless network</html>", '{"ok": tr'):
        slack.answer("auth.test", Reply(body))
        raised = fault(client)
        assert (raised.code, raised.permanent) == ("unreadable_answer", False)


def test_slack_that_does_not_answer_is_given_up(slack: Loopback) -> None:
    slack.answer("auth.test", Reply(wait_s=0.4), {"ok": True})
    hasty = slack_client("xoxb-test", slack.url, timeout_s=1)
    hasty.timeout = 0.1  # type: ignore[assignment]  # the SDK types whole seconds, and passes any on
    raised = fault(hasty)
    assert (raised.code, raised.permanent) == ("timeout", False)


def test_slack_out_of_reach_may_come_back() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    nowhere = unrepeated(slack_client("xoxb-test", f"http://127.0.0.1:{port}/api/"))
    raised = fault(nowhere)
    assert (raised.code, raised.permanent) == ("unreachable", False)


def test_posting_is_not_repeated_when_nobody_knows_whether_it_was_done(
    slack: Loopback, client: WebClient
) -> None:
    for reply in (BROKEN, Reply(close=True)):
        slack.calls.clear()
        slack.answer("chat.postMessage", reply)
        with pytest.raises(RoomUnavailable) as raised:
            calling(unrepeated(client).chat_postMessage, channel="C1", text="Hello")
        assert not raised.value.permanent
        assert len(slack.calls) == 1


def test_but_a_rate_limit_says_that_it_was_not_done(slack: Loopback, client: WebClient) -> None:
    slack.answer("chat.postMessage", LIMITED, {"ok": True, "ts": "1.2"})
    assert calling(unrepeated(client).chat_postMessage, channel="C1", text="Hi")["ts"] == "1.2"


def test_the_token_is_in_no_fault(slack: Loopback, client: WebClient) -> None:
    slack.refuse("auth.test", "invalid_auth")
    raised = fault(client)
    assert "xoxb" not in f"{raised!r} {raised.__cause__!r} {raised.__cause__}"


@pytest.mark.parametrize(
    ("code", "closed"),
    [
        ("is_archived", True),
        ("cant_dm_bot", True),
        ("user_disabled", True),
        ("invalid_blocks", False),
        ("invalid_auth", False),
        ("internal_error", False),
    ],
)
def test_a_closed_door_is_told_from_a_mistake(
    slack: Loopback, client: WebClient, code: str, closed: bool
) -> None:
    slack.refuse("auth.test", code)
    assert fault(client).closed is closed
