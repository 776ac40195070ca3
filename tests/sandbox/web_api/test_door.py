"""The door: who may call what, and how the answers look, whichever way a call is encoded."""

import json
import urllib.request
from typing import Any

import pytest
from slack_sdk import WebClient

from bot.sandbox.opening import SHARED
from bot.sandbox.options import AppManifest
from bot.sandbox.server import Sandbox, running_sandbox
from tests.sandbox.apps import refusal, web_client

JSON = dict[str, Any]


def raw(sandbox: Sandbox, method: str, body: bytes | None, content_type: str) -> JSON:
    headers = {"Authorization": f"Bearer {sandbox.bot_token}", "Content-Type": content_type}
    request = urllib.request.Request(f"{sandbox.base_url}{method}", body, headers)
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(request, timeout=5) as answer:
        told: JSON = json.load(answer)
    return told


def test_a_wrong_token_is_refused(shared_sandbox: Sandbox) -> None:
    assert refusal(web_client(shared_sandbox, "xoxb-other").auth_test) == "invalid_auth"


def test_no_token_is_refused(shared_sandbox: Sandbox) -> None:
    nobody = WebClient(base_url=shared_sandbox.base_url)
    assert refusal(nobody.auth_test) == "not_authed"


def test_an_unknown_method_is_refused(api: WebClient) -> None:
    assert refusal(lambda: api.api_call("chat.shout")) == "unknown_method"


def test_each_token_opens_its_own_methods(shared_sandbox: Sandbox, api: WebClient) -> None:
    app = web_client(shared_sandbox, shared_sandbox.app_token)
    assert refusal(app.auth_test) == "not_allowed_token_type"
    wrong = refusal(lambda: api.apps_connections_open(app_token=shared_sandbox.bot_token))
    assert wrong == "not_allowed_token_type"


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b'{"channel": "C0SHARED001"}', "application/json"),
        (b'{"channel": "C0SHARED001"}', "application/json;charset=utf-8"),
        (b"channel=C0SHARED001", "application/x-www-form-urlencoded"),
    ],
)
def test_json_and_forms_are_taken_alike(
    shared_sandbox: Sandbox, body: bytes, content_type: str
) -> None:
    answer = raw(shared_sandbox, "conversations.info", body, content_type)
    assert answer["channel"]["id"] == SHARED


def test_a_call_may_come_as_get(shared_sandbox: Sandbox) -> None:
    answer = raw(shared_sandbox, "conversations.info?channel=C0SHARED001", None, "text/plain")
    assert answer["channel"]["id"] == SHARED


def test_blocks_in_a_form_come_as_a_json_string(shared_sandbox: Sandbox) -> None:
    body = b"channel=C0SHARED001&text=x&blocks=%5B%7B%22type%22%3A%22divider%22%7D%5D"
    answer = raw(shared_sandbox, "chat.postMessage", body, "application/x-www-form-urlencoded")
    assert answer["message"]["blocks"][0]["type"] == "divider"


@pytest.mark.parametrize(
    ("body", "code"),
    [(b"{", "invalid_json"), (b"[]", "json_not_object")],
)
def test_unreadable_json_is_refused(shared_sandbox: Sandbox, body: bytes, code: str) -> None:
    answer = raw(shared_sandbox, "chat.postMessage", body, "application/json")
    assert (answer["ok"], answer["error"]) == (False, code)


def test_the_scopes_of_the_manifest_come_in_a_header() -> None:
    with running_sandbox(manifest=AppManifest(scopes=("chat:write", "commands"))) as sandbox:
        answer = web_client(sandbox).auth_test()
    headers = {name.lower(): value for name, value in answer.headers.items()}
    assert headers["x-oauth-scopes"] == "chat:write,commands"


def test_a_missing_argument_is_named(api: WebClient) -> None:
    answer = api.api_call  # conversations_info of slack-sdk always sends a channel
    assert refusal(lambda: answer("conversations.info")) == "invalid_arguments"


def test_a_number_that_is_none_is_refused(api: WebClient) -> None:
    call = {"channel": SHARED, "limit": "many"}
    assert refusal(lambda: api.api_call("conversations.history", params=call)) == (
        "invalid_arguments"
    )
