"""A small app on the real slack-bolt, connected to a sandbox as the bot would be."""

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.sandbox.server import Sandbox

JSON = dict[str, Any]
Wiring = Callable[[App], None]


def plain(text: str) -> JSON:
    return {"type": "plain_text", "text": text}


def web_client(sandbox: Sandbox, token: str = "") -> WebClient:
    return WebClient(token=token or sandbox.bot_token, base_url=sandbox.base_url, timeout=5)


@contextmanager
def connected_app(sandbox: Sandbox, wire: Wiring) -> Iterator[App]:
    """An app whose listeners `wire` adds, connected until the block ends."""
    logger = logging.getLogger("sandbox-app")
    logger.setLevel(logging.CRITICAL)
    app = App(
        token=sandbox.bot_token,
        client=web_client(sandbox),
        process_before_response=True,
        logger=logger,
    )
    wire(app)
    # A dropped connection is noticed at the next ping, by default only after ten seconds.
    handler = SocketModeHandler(app, sandbox.app_token, logger=logger, ping_interval=0.3)
    handler.connect()  # type: ignore[no-untyped-call]  # slack-bolt does not annotate it
    try:
        yield app
    finally:
        # The client takes a second or more to end its threads. Once it has hung up and will
        # not come back, nobody needs to wait for that.
        handler.client.auto_reconnect_enabled = False
        sandbox.stage.drop_sockets()
        threading.Thread(target=_end, args=[handler], daemon=True).start()


def _end(handler: SocketModeHandler) -> None:
    try:
        handler.close()  # type: ignore[no-untyped-call]
    except AttributeError:
        # Both ends hung up at once, which the client takes ill the first time.
        handler.close()  # type: ignore[no-untyped-call]


def refusal(call: Callable[[], Any]) -> str:
    """The code with which Slack refuses a call, "" when it is taken."""
    try:
        call()
    except SlackApiError as refused:
        return str(refused.response["error"])
    return ""


def eventually(wish: Callable[[], bool], seconds: float = 5.0) -> None:
    """Return as soon as `wish` holds. Raises AssertionError after the time."""
    deadline = time.monotonic() + seconds
    while not wish():
        assert time.monotonic() < deadline, f"not so within {seconds} s"
        time.sleep(0.02)
