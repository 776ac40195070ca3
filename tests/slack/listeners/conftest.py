"""A front for each test: a channel that two sides share, and a Slack that notes every call."""

import pytest
from slack_sdk import WebClient

from tests.casework.world import memory_world
from tests.slack.listeners.front import Front
from tests.slack.loopback import Loopback


@pytest.fixture
def front(slack: Loopback, client: WebClient) -> Front:
    return Front(memory_world(), slack, client)
