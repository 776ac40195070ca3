"""What the tests against a loopback Slack share."""

from collections.abc import Iterator

import pytest
from slack_sdk import WebClient

from bot.slack.client import slack_client
from tests.slack import loopback


@pytest.fixture(scope="session")
def loopback_server() -> Iterator[loopback.Loopback]:
    with loopback.running() as server:
        yield server


@pytest.fixture
def slack(loopback_server: loopback.Loopback) -> loopback.Loopback:
    loopback_server.forget()
    return loopback_server


@pytest.fixture
def client(slack: loopback.Loopback) -> WebClient:
    return slack_client("xoxb-test", slack.url, timeout_s=1, longest_wait_s=0.0)
