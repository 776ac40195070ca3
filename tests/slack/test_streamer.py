"""Answers alone with Parley: they stream where Slack streams, else they stand there whole, once."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from slack_sdk import WebClient

from bot.casework.my_desk import Desk
from bot.casework.ports import Sent
from bot.casework.room import RoomUnavailable
from bot.casework.shown import Alone, Asked, Origin, TradesShown
from bot.mediation.people import ChannelId
from bot.mediation.terms import Trade
from bot.sandbox.opening import MARIA
from bot.sandbox.options import AppManifest
from bot.sandbox.seen import SeenMessage
from bot.sandbox.server import Sandbox, running_sandbox
from bot.slack.client import slack_client
from bot.slack.directory import SlackDirectory
from bot.slack.manifest import PROMPTS, manifest
from bot.slack.pace import Pace
from bot.slack.poster import Poster
from bot.slack.room import SlackRoom
from bot.slack.streamer import BEGUN, BETTER, FINISHED, THINKING
from tests.slack.stores import CountingStore, fresh_store

TRADES = TradesShown(
    (
        Trade("a", "b", "a week", "a month", "We could pay sooner."),
        Trade("c", "d", "a margin", "a plan", "We could share *forecasts*."),
    )
)
NOT_STREAMING = "message_not_in_streaming_state"


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with running_sandbox(manifest=AppManifest.parse(manifest())) as running:
        yield running


@pytest.fixture
def store(tmp_path: Path) -> CountingStore:
    return fresh_store(tmp_path)


@pytest.fixture
def client(sandbox: Sandbox) -> WebClient:
    return slack_client(sandbox.bot_token, sandbox.base_url, tries_again=0)


@pytest.fixture
def room(client: WebClient, store: CountingStore) -> SlackRoom:
    return SlackRoom(client, Poster(client, store, Pace(0)), SlackDirectory(client), store)


@pytest.fixture
def asked(sandbox: Sandbox) -> Iterator[Origin]:
    """A question of Maria's, and afterwards a Slack without faults."""
    maria = sandbox.person(MARIA.id)
    direct = maria.direct()
    yield Origin(ChannelId(direct), "", maria.post(direct, "payment days"))
    sandbox.stage.clear_faults()


def answers(sandbox: Sandbox, asked: Origin) -> list[SeenMessage]:
    thread = sandbox.person(MARIA.id).thread(asked.channel, asked.message_ts)
    return [m for m in thread.messages if m.author == "Parley"]


def answer(room: SlackRoom, asked: Origin) -> None:
    room.answer_direct(
        f"direct:{asked.message_ts}", asked, Alone(Desk(), Asked.TRADES, "en", TRADES)
    )


def is_whole(message: SeenMessage) -> bool:
    return (
        message.text.startswith("Here is what could be traded.")
        and "We could pay sooner." in message.text
        and "We could share" in message.text
        and message.buttons == ("Raise an issue", "This helps", "This does not help")
    )


def revision(store: CountingStore, asked: Origin) -> int:
    with store() as uow:
        held = uow.outbox.find(f"direct:{asked.message_ts}")
    assert held is not None
    return held.revision


def test_who_waits_sees_that_an_answer_is_under_way(
    sandbox: Sandbox, room: SlackRoom, asked: Origin
) -> None:
    room.begin_answer(asked)
    assert sandbox.stage.statuses(asked.channel)[-1] == THINKING


def test_a_status_that_slack_does_not_take_stops_nothing(
    sandbox: Sandbox, room: SlackRoom, asked: Origin
) -> None:
    sandbox.stage.refuse_calls("assistant.threads.setStatus", "missing_scope")
    room.begin_answer(asked)
    assert sandbox.stage.faults_left("assistant.threads.setStatus") == 0


def test_first_questions_are_suggested_where_slack_takes_them(
    sandbox: Sandbox, room: SlackRoom, asked: Origin
) -> None:
    sandbox.stage.refuse_calls("assistant.threads.setSuggestedPrompts", "missing_scope")
    room.suggest_prompts(asked.channel)
    assert sandbox.stage.prompts(asked.channel) == []
    room.suggest_prompts(asked.channel)
    assert sandbox.stage.prompts(asked.channel) == [(p["title"], p["message"]) for p in PROMPTS]


def test_an_answer_streams_under_its_question_and_stands_there_once(
    sandbox: Sandbox, room: SlackRoom, store: CountingStore, asked: Origin
) -> None:
    sandbox.stage.refuse_calls("chat.postMessage", "not_wanted_here")
    for _ in range(2):
        answer(room, asked)
    (told,) = answers(sandbox, asked)
    assert is_whole(told)
    assert sandbox.stage.faults_left("chat.postMessage") == 1, "nothing was posted"
    assert revision(store, asked) == FINISHED


def test_better_words_come_into_the_answer_that_stands_and_stay_there(
    sandbox: Sandbox, room: SlackRoom, store: CountingStore, asked: Origin
) -> None:
    answer(room, asked)
    better = replace(TRADES, trades=(replace(TRADES.trades[0], words="How about this?"),))
    key = f"direct:{asked.message_ts}"
    room.better_answer(key, asked, Alone(Desk(), Asked.TRADES, "en", better))
    answer(room, asked)
    (told,) = answers(sandbox, asked)
    assert "How about this?" in told.text
    assert revision(store, asked) == BETTER


def test_where_slack_does_not_stream_the_answer_is_posted(
    sandbox: Sandbox, room: SlackRoom, asked: Origin
) -> None:
    sandbox.stage.refuse_calls("chat.startStream", "method_not_supported_for_channel_type")
    for _ in range(2):
        answer(room, asked)
    (told,) = answers(sandbox, asked)
    assert is_whole(told)


@pytest.mark.parametrize("method", ["chat.appendStream", "chat.stopStream"])
def test_a_stream_that_has_died_is_finished_by_an_update(
    sandbox: Sandbox, room: SlackRoom, store: CountingStore, asked: Origin, method: str
) -> None:
    sandbox.stage.refuse_calls(method, NOT_STREAMING)
    answer(room, asked)
    (told,) = answers(sandbox, asked)
    assert is_whole(told)
    assert revision(store, asked) == FINISHED


def test_a_stream_left_behind_by_a_crash_is_taken_up_by_its_first_words(
    sandbox: Sandbox, room: SlackRoom, client: WebClient, store: CountingStore, asked: Origin
) -> None:
    client.chat_startStream(
        channel=asked.channel,
        thread_ts=asked.message_ts,
        markdown_text="Here is what could be traded.",
    )
    key = f"direct:{asked.message_ts}"
    with store() as uow:
        uow.outbox.put(Sent(key, asked.channel, asked.message_ts, None, BEGUN))
        uow.commit()
    answer(room, asked)
    (told,) = answers(sandbox, asked)
    assert is_whole(told)


def test_a_start_whose_answer_is_lost_shows_one_answer_in_the_end(
    sandbox: Sandbox, room: SlackRoom, asked: Origin
) -> None:
    sandbox.stage.hang_up("chat.startStream", done=True)
    with pytest.raises(RoomUnavailable) as raised:
        answer(room, asked)
    assert not raised.value.permanent
    answer(room, asked)
    (told,) = answers(sandbox, asked)
    assert is_whole(told)


def test_a_stream_that_ended_by_itself_takes_the_answer_after_all(
    sandbox: Sandbox, room: SlackRoom, client: WebClient, store: CountingStore, asked: Origin
) -> None:
    begun = client.chat_startStream(
        channel=asked.channel, thread_ts=asked.message_ts, markdown_text="Here is"
    )
    key = f"direct:{asked.message_ts}"
    with store() as uow:
        uow.outbox.put(Sent(key, asked.channel, asked.message_ts, str(begun["ts"]), BEGUN))
        uow.commit()
    sandbox.stage.end_streams()
    answer(room, asked)
    (told,) = answers(sandbox, asked)
    assert is_whole(told)


def test_where_slack_takes_no_thumbs_two_buttons_ask_the_same(
    sandbox: Sandbox, room: SlackRoom, asked: Origin
) -> None:
    sandbox.stage.refuse_calls("chat.stopStream", "invalid_blocks")
    sandbox.stage.refuse_calls("chat.update", "invalid_blocks")
    answer(room, asked)
    (told,) = answers(sandbox, asked)
    assert is_whole(told)
    assert [c.kind for c in told.controls] == ["button"] * 3
