"""Slack's Web API: a client that gives up in time, and faults that say whether to try again."""

import http.client
import logging
import re
import time
from collections.abc import Callable
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_handlers import (
    ConnectionErrorRetryHandler,
    ServerErrorRetryHandler,
)
from slack_sdk.http_retry.handler import RetryHandler
from slack_sdk.http_retry.request import HttpRequest
from slack_sdk.http_retry.response import HttpResponse
from slack_sdk.http_retry.state import RetryState
from slack_sdk.web import SlackResponse

from bot.casework.room import RoomUnavailable

PASSING = frozenset(
    {
        "accesslimited",
        "fatal_error",
        "hash_conflict",
        "internal_error",
        "message_limit_exceeded",
        "rate_limited",
        "ratelimited",
        "request_timeout",
        "service_unavailable",
        "streaming_state_conflict",
        "team_added_to_org",
    }
)
"""Slack's codes after which the same call can succeed later. All its others stay as they are."""

CLOSED = frozenset(
    {
        "cannot_dm_bot",
        "cant_dm_bot",
        "channel_not_found",
        "is_archived",
        "not_in_channel",
        "restricted_action",
        "restricted_action_read_only_channel",
        "user_disabled",
        "user_not_found",
        "user_not_in_channel",
        "user_not_visible",
    }
)
"""Slack's codes for a channel or a person that Parley cannot reach, as things stand there."""

LONGEST_WAIT_S = 30.0
TRIES_AGAIN = 2

_CODE = re.compile(r"[a-z0-9_:.]{1,80}", re.IGNORECASE)
_log = logging.getLogger(__name__)


class RateLimitHandler(RetryHandler):
    """Waits as long as Slack asks, at most twice, and not at all beyond a bound.

    longest_wait_s: a caller with somebody waiting sets it low and hears of the limit at once.
    """

    def __init__(self, longest_wait_s: float, sleep: Callable[[float], None] = time.sleep) -> None:
        super().__init__(max_retry_count=TRIES_AGAIN)
        self.longest_wait_s = longest_wait_s
        self._sleep = sleep

    def _can_retry(
        self,
        *,
        state: RetryState,
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> bool:
        limited = response is not None and response.status_code == 429
        return limited and _asked_wait_s(response) <= self.longest_wait_s

    def prepare_for_next_attempt(
        self,
        *,
        state: RetryState,
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> None:
        state.next_attempt_requested = True
        self._sleep(_asked_wait_s(response))
        state.increment_current_attempt()


def slack_client(
    token: str,
    base_url: str = "https://slack.com/api/",
    timeout_s: int = 5,
    *,
    longest_wait_s: float = LONGEST_WAIT_S,
    tries_again: int = TRIES_AGAIN,
) -> WebClient:
    """A client for calls that may be repeated: reading, and bringing up to date.

    Connection faults and Slack's own are tried again, rate limits waited for. Bolt copies all
    of this into the client that it makes for each request. tries_again: 0 where somebody waits,
    since the pauses between tries add up to about three seconds.
    """
    return WebClient(
        token,
        base_url=base_url,
        timeout=timeout_s,
        retry_handlers=[
            ConnectionErrorRetryHandler(max_retry_count=tries_again),
            ServerErrorRetryHandler(max_retry_count=tries_again),
            RateLimitHandler(longest_wait_s),
        ],
    )


def unrepeated(client: WebClient) -> WebClient:
    """The same client for calls that must not happen twice, such as posting.

    After a broken connection nobody knows whether the message stands there, so the caller looks
    before it posts again. A rate limit is an answer: that one is waited for.
    """
    limits = [h for h in client.retry_handlers if isinstance(h, RateLimitHandler)]
    return WebClient(
        client.token,
        base_url=client.base_url,
        timeout=client.timeout,
        ssl=client.ssl,
        proxy=client.proxy,
        headers=dict(client.headers),
        retry_handlers=list(limits),
    )


def calling(method: Callable[..., SlackResponse], **arguments: Any) -> dict[str, Any]:
    """Slack's answer to one call, as a dict.

    Raises RoomUnavailable with Slack's code, or `timeout`, `unreachable`, `unreadable_answer`,
    `http_5xx`; `permanent` is true where the same call would fail again.
    """
    try:
        answer = method(**arguments)
    except SlackApiError as refusal:
        raise _refused(refusal) from refusal
    except TimeoutError as fault:
        raise RoomUnavailable("timeout", permanent=False) from fault
    except (OSError, http.client.HTTPException) as fault:
        late = isinstance(getattr(fault, "reason", None), TimeoutError)
        raise RoomUnavailable("timeout" if late else "unreachable", permanent=False) from fault
    except ValueError as fault:
        raise RoomUnavailable("unreadable_answer", permanent=False) from fault
    return answer.data if isinstance(answer.data, dict) else {}


def _refused(refusal: SlackApiError) -> RoomUnavailable:
    status = int(getattr(refusal.response, "status_code", 200) or 200)
    held = refusal.response.get("error") if not isinstance(refusal.response, str) else None
    code = str(held or "")
    if status == 429:
        return RoomUnavailable("ratelimited", permanent=False)
    if status >= 500:
        return RoomUnavailable(f"http_{status}", permanent=False)
    if not _CODE.fullmatch(code):
        return RoomUnavailable("unreadable_answer", permanent=False)
    _log.info("slack refused a call: %s", code)
    return RoomUnavailable(code, permanent=code not in PASSING, closed=code in CLOSED)


def _asked_wait_s(response: HttpResponse | None) -> float:
    """Of the header Retry-After, in seconds; 1 where it is missing or no number."""
    headers = response.headers if response is not None else {}
    held = next((v for k, v in headers.items() if k.lower() == "retry-after"), None)
    first = held[0] if isinstance(held, list) and held else held
    try:
        return max(0.0, float(str(first)))
    except ValueError:
        return 1.0
