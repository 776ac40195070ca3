"""Text that grows in one message: for whom, how far, and that it ends by itself."""

from typing import Any

import pytest
from slack_sdk import WebClient

from bot.sandbox.opening import HOST, MARIA, SHARED
from bot.sandbox.options import Options
from bot.sandbox.server import Sandbox, running_sandbox
from tests.sandbox.apps import refusal, web_client

JSON = dict[str, Any]
SECTION: JSON = {"type": "section", "text": {"type": "mrkdwn", "text": "Below"}}
FOR_MARIA = {"recipient_user_id": MARIA.id, "recipient_team_id": HOST.id}


def root(api: WebClient, channel: str = SHARED) -> str:
    return str(api.chat_postMessage(channel=channel, text="A question")["ts"])


def started(api: WebClient, text: str = "Three ", **more: Any) -> str:
    """A stream for Maria in the shared channel; its ts."""
    given = {"thread_ts": root(api), "markdown_text": text, **FOR_MARIA, **more}
    return str(api.chat_startStream(channel=SHARED, **given)["ts"])


def shown(sandbox: Sandbox, ts: str) -> str:
    messages = sandbox.person("maria").screen(SHARED).messages
    return next(m.text for m in messages if m.ts == ts)


def test_a_stream_grows_and_then_stands(shared_sandbox: Sandbox, api: WebClient) -> None:
    ts = started(api)
    api.chat_appendStream(channel=SHARED, ts=ts, markdown_text="trades ")
    assert shown(shared_sandbox, ts) == "Three trades "
    api.chat_stopStream(channel=SHARED, ts=ts, markdown_text="for you.")
    assert shown(shared_sandbox, ts) == "Three trades for you."
    late = refusal(lambda: api.chat_appendStream(channel=SHARED, ts=ts, markdown_text="!"))
    assert late == "message_not_in_streaming_state"


def test_the_clients_own_helper_streams(shared_sandbox: Sandbox, api: WebClient) -> None:
    stream = api.chat_stream(channel=SHARED, thread_ts=root(api), buffer_size=1, **FOR_MARIA)
    stream.append(markdown_text="One. ")
    stream.append(markdown_text="Two. ")
    stream.stop(markdown_text="Three.")
    assert shown(shared_sandbox, str(stream.ts)) == "One. Two. Three."


def test_blocks_stand_below_the_text_once_it_has_stopped(
    shared_sandbox: Sandbox, api: WebClient
) -> None:
    ts = started(api, "Words")
    metadata = {"event_type": "parley", "event_payload": {"key": "k"}}
    api.chat_stopStream(channel=SHARED, ts=ts, blocks=[SECTION], metadata=metadata)
    assert shown(shared_sandbox, ts) == "Words\nBelow"
    found = api.conversations_replies(channel=SHARED, ts=ts, include_all_metadata=True)
    assert found["messages"][0]["metadata"] == metadata


def test_a_stream_ends_by_itself_and_is_finished_by_an_update(
    shared_sandbox: Sandbox, api: WebClient
) -> None:
    ts = started(api)
    shared_sandbox.stage.end_streams()
    for call in (
        lambda: api.chat_appendStream(channel=SHARED, ts=ts, markdown_text="x"),
        lambda: api.chat_stopStream(channel=SHARED, ts=ts),
    ):
        assert refusal(call) == "message_not_in_streaming_state"
    assert shown(shared_sandbox, ts) == "Three "
    api.chat_update(channel=SHARED, ts=ts, text="Three trades.")
    assert shown(shared_sandbox, ts) == "Three trades."


def test_how_long_a_stream_lives_can_be_chosen() -> None:
    with running_sandbox(Options(stream_seconds=0.0)) as sandbox:
        api = web_client(sandbox)
        ts = started(api)
        call = refusal(lambda: api.chat_appendStream(channel=SHARED, ts=ts, markdown_text="x"))
        assert call == "message_not_in_streaming_state"


def test_what_still_streams_takes_no_update(api: WebClient) -> None:
    ts = started(api)
    conflict = refusal(lambda: api.chat_update(channel=SHARED, ts=ts, text="x"))
    assert conflict == "streaming_state_conflict"
    assert api.chat_appendStream(channel=SHARED, ts=ts, markdown_text="x")["ok"]


@pytest.mark.parametrize("missing", FOR_MARIA)
def test_a_stream_in_a_channel_is_for_somebody(api: WebClient, missing: str) -> None:
    for_whom: Any = {name: who for name, who in FOR_MARIA.items() if name != missing}
    call = refusal(lambda: api.chat_startStream(channel=SHARED, thread_ts=root(api), **for_whom))
    assert call == f"missing_{missing}"


def test_a_stream_to_one_person_alone_is_a_reply(api: WebClient) -> None:
    direct = str(api.conversations_open(users=MARIA.id)["channel"]["id"])
    without = {"channel": direct, "markdown_text": "x"}
    assert refusal(lambda: api.api_call("chat.startStream", json=without)) == "invalid_arguments"
    ts = api.chat_startStream(channel=direct, thread_ts=root(api, direct), markdown_text="x")["ts"]
    assert api.chat_stopStream(channel=direct, ts=str(ts))["ok"]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({}, "no_text"),
        ({"markdown_text": "x" * 12_001}, "msg_too_long"),
        ({"chunks": [{"type": "song"}]}, "invalid_chunks"),
        ({"chunks": "["}, "invalid_chunks"),
        ({"chunks": {"type": "markdown_text"}}, "invalid_chunks"),
    ],
)
def test_what_cannot_be_appended_is_refused(api: WebClient, more: JSON, code: str) -> None:
    call = {"channel": SHARED, "ts": started(api), **more}
    assert refusal(lambda: api.api_call("chat.appendStream", json=call)) == code


def test_only_the_apps_own_streams_are_appended_to(shared_sandbox: Sandbox, api: WebClient) -> None:
    ts = shared_sandbox.person("maria").post(SHARED, "mine")
    call = refusal(lambda: api.chat_appendStream(channel=SHARED, ts=ts, markdown_text="x"))
    assert call == "message_not_owned_by_app"
    plain = refusal(lambda: api.chat_appendStream(channel=SHARED, ts=root(api), markdown_text="x"))
    assert plain == "message_not_in_streaming_state"
