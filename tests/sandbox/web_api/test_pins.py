"""A message is pinned once, and taken off once."""

from slack_sdk import WebClient

from bot.sandbox.opening import SHARED
from bot.sandbox.server import Sandbox
from tests.sandbox.apps import refusal


def test_a_pin_stands_once_and_goes_once(shared_sandbox: Sandbox, api: WebClient) -> None:
    ts = api.chat_postMessage(channel=SHARED, text="here")["ts"]
    assert refusal(lambda: api.pins_remove(channel=SHARED, timestamp=ts)) == "no_pin"
    api.pins_add(channel=SHARED, timestamp=ts)
    assert refusal(lambda: api.pins_add(channel=SHARED, timestamp=ts)) == "already_pinned"
    assert shared_sandbox.stage.pinned(SHARED) == [ts]
    api.pins_remove(channel=SHARED, timestamp=ts)
    assert shared_sandbox.stage.pinned(SHARED) == []
