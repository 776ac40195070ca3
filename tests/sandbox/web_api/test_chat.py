"""What the app writes: taken, changed and taken back as Slack does it, refused as Slack does."""

from collections.abc import Iterator
from typing import Any

import pytest
from slack_sdk import WebClient

from bot.sandbox.opening import GRETA, JONAS, MARIA, SHARED, TOMAS
from bot.sandbox.options import Options
from bot.sandbox.server import Sandbox, running_sandbox
from bot.sandbox.world import BOT_ID, BOT_USER
from tests.sandbox.apps import refusal, web_client

JSON = dict[str, Any]
pytestmark = pytest.mark.filterwarnings("ignore:The top-level `text` argument is missing")
SECTION: JSON = {"type": "section", "text": {"type": "mrkdwn", "text": "A *card*"}}


def test_a_message_is_told_back_with_its_author_and_completed_blocks(api: WebClient) -> None:
    answer = api.chat_postMessage(channel=SHARED, text="Card", blocks=[SECTION])
    message = answer["message"]
    assert (message["user"], message["bot_id"]) == (BOT_USER, BOT_ID)
    assert message["blocks"][0]["block_id"]
    assert answer["ts"] == message["ts"]


def test_times_of_messages_only_go_up(api: WebClient) -> None:
    times = [api.chat_postMessage(channel=SHARED, text=str(n))["ts"] for n in range(5)]
    assert times == sorted(set(times))


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ({"channel": SHARED}, "no_text"),
        ({"channel": SHARED, "text": ""}, "no_text"),
        ({"channel": SHARED, "text": "x", "blocks": [{"type": "header"}]}, "invalid_blocks"),
        ({"channel": SHARED, "text": "x", "blocks": "{"}, "invalid_blocks_format"),
        ({"channel": SHARED, "text": "x" * 40_001}, "msg_too_long"),
        ({"channel": "C9", "text": "x"}, "channel_not_found"),
        ({"channel": "U9", "text": "x"}, "user_not_found"),
        ({"channel": SHARED, "text": "x", "thread_ts": "1.0"}, "thread_not_found"),
        (
            {"channel": SHARED, "text": "x", "metadata": {"event_type": 1}},
            "invalid_metadata_schema",
        ),
        (
            {"channel": SHARED, "text": "x", "metadata": {"event_type": "a"}},
            "invalid_metadata_schema",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_message_that_slack_refuses_is_refused(api: WebClient, message: JSON, code: str) -> None:
    assert refusal(lambda: api.api_call("chat.postMessage", json=message)) == code


def test_blocks_without_a_text_show_a_phone_nothing_of_use(api: WebClient) -> None:
    told = api.api_call("chat.postMessage", json={"channel": SHARED, "blocks": [SECTION]})
    assert told["message"]["text"] == "This content can't be displayed."


def test_metadata_too_large_is_refused(api: WebClient) -> None:
    metadata = {"event_type": "key", "event_payload": {"x": "y" * 16_000}}
    call = {"channel": SHARED, "text": "x", "metadata": metadata}
    assert refusal(lambda: api.api_call("chat.postMessage", json=call)) == "metadata_too_large"


def test_metadata_is_found_again_in_history(api: WebClient) -> None:
    metadata = {"event_type": "parley_post", "event_payload": {"key": "case-1:card"}}
    posted = api.chat_postMessage(channel=SHARED, text="Card", metadata=metadata)
    found = api.conversations_history(channel=SHARED, include_all_metadata=True)["messages"][0]
    assert (found["ts"], found["metadata"]) == (posted["ts"], metadata)
    silent = api.conversations_history(channel=SHARED)["messages"][0]
    assert "metadata" not in silent


def test_a_reply_to_a_reply_stands_in_the_same_thread(api: WebClient) -> None:
    root = api.chat_postMessage(channel=SHARED, text="Root")["ts"]
    reply = api.chat_postMessage(channel=SHARED, text="Reply", thread_ts=root)["ts"]
    again = api.chat_postMessage(channel=SHARED, text="Again", thread_ts=reply)
    assert again["message"]["thread_ts"] == root
    assert again["message"]["parent_user_id"] == BOT_USER


def test_an_update_with_text_alone_takes_the_blocks_away(api: WebClient) -> None:
    ts = api.chat_postMessage(channel=SHARED, text="Card", blocks=[SECTION])["ts"]
    after = api.chat_update(channel=SHARED, ts=ts, text="Plain")["message"]
    assert (after["text"], after["blocks"]) == ("Plain", [])
    assert after["edited"]["user"] == BOT_USER


def test_an_update_with_blocks_is_not_marked_as_edited(api: WebClient) -> None:
    ts = api.chat_postMessage(channel=SHARED, text="Card", blocks=[SECTION])["ts"]
    after = api.chat_update(channel=SHARED, ts=ts, text="Card 2", blocks=[SECTION])["message"]
    assert "edited" not in after


def test_an_update_of_metadata_alone_leaves_the_rest(api: WebClient) -> None:
    ts = api.chat_postMessage(channel=SHARED, text="Card", blocks=[SECTION])["ts"]
    metadata = {"event_type": "parley_post", "event_payload": {}}
    after = api.chat_update(channel=SHARED, ts=ts, metadata=metadata)["message"]
    assert (after["text"], len(after["blocks"])) == ("Card", 1)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"text": "x" * 4_001}, "msg_too_long"),
        ({"text": ""}, "no_text"),
        ({"text": "x", "blocks": [{"type": "section"}]}, "invalid_blocks"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_update_that_slack_refuses_is_refused(api: WebClient, change: JSON, code: str) -> None:
    ts = api.chat_postMessage(channel=SHARED, text="Card")["ts"]
    call = {"channel": SHARED, "ts": ts} | change
    assert refusal(lambda: api.api_call("chat.update", json=call)) == code


def test_only_its_own_messages_can_the_app_change(shared_sandbox: Sandbox, api: WebClient) -> None:
    ts = shared_sandbox.person("maria").post(SHARED, "Mine")
    assert refusal(lambda: api.chat_update(channel=SHARED, ts=ts, text="x")) == (
        "cant_update_message"
    )
    assert refusal(lambda: api.chat_delete(channel=SHARED, ts=ts)) == "cant_delete_message"


def test_a_deleted_message_is_gone(api: WebClient) -> None:
    ts = api.chat_postMessage(channel=SHARED, text="Short-lived")["ts"]
    api.chat_delete(channel=SHARED, ts=ts)
    assert refusal(lambda: api.chat_update(channel=SHARED, ts=ts, text="x")) == "message_not_found"


def test_an_ephemeral_message_is_seen_by_its_reader_alone(
    shared_sandbox: Sandbox, api: WebClient
) -> None:
    api.chat_postEphemeral(channel=SHARED, user=TOMAS.id, text="For Tomas only")
    assert "For Tomas only" in shared_sandbox.person("tomas").screen(SHARED).text
    assert "For Tomas only" not in shared_sandbox.person("maria").screen(SHARED).text
    history = api.conversations_history(channel=SHARED)["messages"]
    assert all(m["text"] != "For Tomas only" for m in history)


def test_an_ephemeral_message_needs_its_reader_in_the_channel(api: WebClient) -> None:
    call = {"channel": SHARED, "user": GRETA.id, "text": "x"}
    assert refusal(lambda: api.api_call("chat.postEphemeral", json=call)) == "user_not_in_channel"


def test_an_ephemeral_message_cannot_be_updated(api: WebClient) -> None:
    ts = api.chat_postEphemeral(channel=SHARED, user=MARIA.id, text="x")["message_ts"]
    assert refusal(lambda: api.chat_update(channel=SHARED, ts=ts, text="y")) == "message_not_found"


def test_a_permalink_leads_to_the_message_in_its_thread(api: WebClient) -> None:
    root = api.chat_postMessage(channel=SHARED, text="Root")["ts"]
    reply = api.chat_postMessage(channel=SHARED, text="Reply", thread_ts=root)["ts"]
    link = api.chat_getPermalink(channel=SHARED, message_ts=reply)["permalink"]
    assert f"/archives/{SHARED}/p{reply.replace('.', '')}?thread_ts={root}" in link


def test_an_own_person_can_be_written_to_directly(shared_sandbox: Sandbox, api: WebClient) -> None:
    posted = api.chat_postMessage(channel=JONAS.id, text="Only for you")
    jonas = shared_sandbox.person("jonas")
    assert posted["channel"] == jonas.direct()
    assert "Only for you" in jonas.screen(posted["channel"]).text


def test_an_external_person_cannot_be_written_to_directly(api: WebClient) -> None:
    assert refusal(lambda: api.chat_postMessage(channel=TOMAS.id, text="x")) == "channel_not_found"


@pytest.fixture
def paced() -> Iterator[Sandbox]:
    with running_sandbox(Options(pace=1.0)) as running:
        yield running


def test_at_slacks_pace_the_second_message_within_a_second_is_limited(paced: Sandbox) -> None:
    api = web_client(paced)
    api.chat_postMessage(channel=SHARED, text="one")
    assert refusal(lambda: api.chat_postMessage(channel=SHARED, text="two")) == "ratelimited"
    api.chat_postMessage(channel=MARIA.id, text="another channel has its own pace")
    paced.stage.set_pace(0)
    api.chat_postMessage(channel=SHARED, text="three")


def test_a_rate_limit_comes_as_429_with_the_time_to_wait(paced: Sandbox) -> None:
    api = web_client(paced)
    api.chat_postMessage(channel=SHARED, text="one")
    with pytest.raises(Exception, match="ratelimited") as limited:
        api.chat_postMessage(channel=SHARED, text="two")
    response = getattr(limited.value, "response", None)
    assert response is not None
    headers = {name.lower(): value for name, value in response.headers.items()}
    assert (response.status_code, headers["retry-after"]) == (429, "1")


def test_a_refused_message_does_not_use_up_the_pace(paced: Sandbox) -> None:
    api = web_client(paced)
    assert refusal(lambda: api.chat_postMessage(channel=SHARED, text="")) == "no_text"
    api.chat_postMessage(channel=SHARED, text="one")
