"""The sandbox as a process of its own: it says where it is, and serves until it is stopped."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from slack_sdk import WebClient

from bot.sandbox.opening import SHARED
from bot.sandbox.person import Person
from bot.sandbox.wire import Wire
from tests.sandbox.apps import refusal


@contextmanager
def process(*more: str) -> Iterator[tuple[subprocess.Popen[str], dict[str, str]]]:
    """The sandbox's process and the three lines that it prints first."""
    command = [sys.executable, "-m", "bot.sandbox", "serve", "--port", "0", *more]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        told = dict(running.stdout.readline().strip().split("=", 1) for _ in range(3))
        try:
            yield running, told
        finally:
            if running.poll() is None:
                running.send_signal(signal.SIGINT)
                running.wait(timeout=10)


def test_a_process_says_where_it_is_and_which_tokens_it_takes(tmp_path: Path) -> None:
    manifest = tmp_path / "manifest.json"
    scopes = {"oauth_config": {"scopes": {"bot": ["chat:write"]}}}
    manifest.write_text(json.dumps(scopes))
    with process("--pace", "5", "--manifest", str(manifest)) as (running, told):
        assert set(told) == {"SLACK_BASE_URL", "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"}
        api = WebClient(token=told["SLACK_BOT_TOKEN"], base_url=told["SLACK_BASE_URL"])
        assert "chat:write" in str(api.auth_test().headers)
        api.chat_postMessage(channel=SHARED, text="one")
        limited = refusal(lambda: api.chat_postMessage(channel=SHARED, text="two"))
        assert limited == "ratelimited"
        address = told["SLACK_BASE_URL"].removesuffix("/api/")
        assert Person(Wire(address), "maria").screen(SHARED).text == "Parley: one"
    assert running.returncode == 0


def test_a_process_ends_cleanly_when_interrupted() -> None:
    with process() as (running, _):
        os.kill(running.pid, signal.SIGINT)
        assert running.wait(timeout=10) == 0
