"""The people's door over plain HTTP: what it answers, for any page or tool that uses it."""

import json
import urllib.error
import urllib.request
from typing import Any

import pytest

from bot.sandbox.opening import SHARED
from bot.sandbox.people_api import GESTURES
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from tests.sandbox.apps import web_client
from tests.sandbox.modals import actions, button, modal, text_field
from tests.sandbox.recorder import Recorder

JSON = dict[str, Any]


def call(sandbox: Sandbox, path: str, body: JSON | None = None) -> tuple[int, JSON]:
    """The status and the body of an answer."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(f"{sandbox.address}{path}", data)
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=5) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as refused:
        return refused.code, json.load(refused)


def test_a_channel_is_told_message_by_message_with_its_controls(sandbox: Sandbox) -> None:
    blocks = [actions(button("Yes", "yes"))]
    web_client(sandbox).chat_postMessage(channel=SHARED, text="Choose", blocks=blocks)
    status, seen = call(sandbox, f"/people/maria/channel/{SHARED}")
    assert (status, seen["name"]) == (200, "northwind-baltic")
    control = seen["messages"][0]["controls"][0]
    assert (control["label"], control["kind"], control["action_id"]) == ("Yes", "button", "yes")


def test_a_gesture_answers_with_the_new_version_of_the_workspace(sandbox: Sandbox) -> None:
    _, before = call(sandbox, "/people/maria/channels")
    status, done = call(sandbox, "/people/maria/post", {"channel": SHARED, "text": "late"})
    assert status == 200
    assert done["ts"]
    assert done["version"] > before["version"]


@pytest.mark.parametrize(
    ("path", "body", "sentence"),
    [
        ("/people/zoe/channels", None, "Nobody here is called zoe."),
        ("/people/tomas/channel/C9", None, "You are not in this channel."),
        ("/people/maria/wallet", None, "There is no wallet to look at."),
        ("/people/maria/submit", {}, "No form is open on this screen."),
        ("/people/maria/close", {}, "No form is open on this screen."),
        (
            "/people/maria/act",
            {"channel": SHARED, "ts": "1.0", "block_id": "b", "action_id": "a"},
            "That message is not on the screen.",
        ),
        (
            "/people/maria/enter",
            {"home": True, "block_id": "b", "action_id": "a"},
            "Home has nothing on it yet.",
        ),
        ("/people/tomas/open_direct", {}, "You cannot write to this app from your workspace."),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(
    sandbox: Sandbox, path: str, body: JSON | None, sentence: str
) -> None:
    assert call(sandbox, path, body) == (409, {"refused": sentence})


def test_silence_of_the_app_is_told_apart_from_a_refusal(sandbox: Sandbox) -> None:
    status, told = call(sandbox, "/people/maria/global_shortcut", {"name": "any"})
    assert status == 504
    assert "trouble connecting" in told["no_answer"]


def test_every_gesture_has_a_hand_in_the_client() -> None:
    hands = {name for name in vars(Person) if not name.startswith("_")}
    others = {"act": "click", "enter": "fill", "open_direct": "direct"}
    assert {others.get(gesture, gesture) for gesture in GESTURES} <= hands


def test_an_open_form_is_told_with_what_it_holds(sandbox: Sandbox, recorder: Recorder) -> None:
    recorder.opens = modal(text_field("Why", initial_value="late"), title="Tell")
    call(sandbox, "/people/maria/global_shortcut", {"name": "any"})
    _, seen = call(sandbox, "/people/maria/modal")
    field = seen["view"]["controls"][0]
    assert (seen["view"]["title"], field["label"], field["value"]) == ("Tell", "Why", ["late"])
    assert call(sandbox, "/people/jonas/modal")[1]["view"] is None


def test_entering_what_is_there_already_changes_nothing(
    sandbox: Sandbox, recorder: Recorder
) -> None:
    recorder.opens = modal(text_field("Why", initial_value="late"))
    call(sandbox, "/people/maria/global_shortcut", {"name": "any"})
    target = {"block_id": "why", "action_id": "value"}
    same = call(sandbox, "/people/maria/enter", target | {"value": "late"})[1]
    other = call(sandbox, "/people/maria/enter", target | {"value": "later"})[1]
    assert (same["changed"], other["changed"]) == (False, True)
