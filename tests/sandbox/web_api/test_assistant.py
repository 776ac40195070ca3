"""What the app is at, and what it suggests to ask: alone with one person, within Slack's limits."""

from typing import Any

import pytest
from slack_sdk import WebClient

from bot.sandbox.opening import MARIA, SHARED
from bot.sandbox.server import Sandbox
from tests.sandbox.apps import refusal

PROMPT = {"title": "What waits?", "message": "What waits for me?"}


@pytest.fixture
def direct(shared_sandbox: Sandbox) -> str:
    return shared_sandbox.person(MARIA.id).direct()


def test_a_status_is_for_a_thread_of_a_direct_conversation(
    shared_sandbox: Sandbox, api: WebClient, direct: str
) -> None:
    api.assistant_threads_setStatus(channel_id=direct, thread_ts="1.1", status="is looking…")
    assert shared_sandbox.stage.statuses(direct)[-1] == "is looking…"
    elsewhere = refusal(
        lambda: api.assistant_threads_setStatus(channel_id=SHARED, thread_ts="1.1", status="x")
    )
    assert elsewhere == "channel_not_supported"


@pytest.mark.parametrize("prompts", [[], [PROMPT] * 5, [{"title": "Only a title"}]])
def test_one_to_four_whole_prompts_are_taken(
    shared_sandbox: Sandbox, api: WebClient, direct: str, prompts: list[Any]
) -> None:
    api.assistant_threads_setSuggestedPrompts(channel_id=direct, prompts=[PROMPT] * 4)
    assert shared_sandbox.stage.prompts(direct) == [(PROMPT["title"], PROMPT["message"])] * 4
    code = refusal(
        lambda: api.assistant_threads_setSuggestedPrompts(channel_id=direct, prompts=prompts)
    )
    assert code == "invalid_arguments"
