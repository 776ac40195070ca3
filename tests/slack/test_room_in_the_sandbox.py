"""The room against a Slack that somebody else wrote: letters, calls by name, pictures."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from slack_sdk import WebClient

from bot.casework.files import FileRef
from bot.casework.letters import Do, Letter, Line
from bot.casework.room import RoomUnavailable
from bot.casework.shown import Origin
from bot.mediation.case import Case
from bot.mediation.people import ChannelId, PersonId
from bot.mediation.stages import Stage
from bot.sandbox.opening import MARIA, SHARED, TOMAS
from bot.sandbox.options import AppManifest
from bot.sandbox.seen import SeenMessage
from bot.sandbox.server import Sandbox, running_sandbox
from bot.slack.client import slack_client
from bot.slack.directory import SlackDirectory
from bot.slack.manifest import manifest
from bot.slack.pace import Pace
from bot.slack.poster import Poster
from bot.slack.room import SlackRoom
from tests.slack import samples
from tests.slack.pictures.test_month_picture import MONTH
from tests.slack.stores import CountingStore, fresh_store

CHANNEL = ChannelId(SHARED)
LETTER = Letter("A promise of yours", (Line("Due today: 97 % (case 3).", Do.DONE, "c3", "k1"),))


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with running_sandbox(manifest=AppManifest.parse(manifest())) as running:
        yield running


@pytest.fixture
def store(tmp_path: Path) -> CountingStore:
    return fresh_store(tmp_path)


@pytest.fixture
def client(sandbox: Sandbox) -> WebClient:
    return slack_client(sandbox.bot_token, sandbox.base_url)


@pytest.fixture
def room(client: WebClient, store: CountingStore) -> SlackRoom:
    return SlackRoom(client, Poster(client, store, Pace(0)), SlackDirectory(client), store)


def test_a_letter_reaches_one_person_once(sandbox: Sandbox, room: SlackRoom) -> None:
    for _ in range(2):
        assert room.deliver("reminders:1", PersonId(MARIA.id), LETTER)
    maria = sandbox.person(MARIA.id)
    screen = maria.screen(maria.direct())
    assert sum("Due today" in message.text for message in screen.messages) == 1
    assert "Mark as done" in screen.buttons


def test_a_thread_whose_message_is_gone_is_an_empty_one(sandbox: Sandbox, room: SlackRoom) -> None:
    maria = sandbox.person(MARIA.id)
    ts = maria.post(SHARED, "Late again.")
    assert [m.text for m in room.thread(CHANNEL, ts)] == ["Late again."]
    maria.delete(SHARED, ts)
    assert room.thread(CHANNEL, ts) == ()


def test_who_is_external_cannot_be_written_to_and_is_called_in_the_channel(
    sandbox: Sandbox, room: SlackRoom
) -> None:
    assert not room.deliver("reminders:2", PersonId(TOMAS.id), LETTER)
    for _ in range(2):
        room.call("reminders:2:C", CHANNEL, "", PersonId(TOMAS.id), LETTER)
    screen = sandbox.person(TOMAS.id).screen(CHANNEL)
    (seen,) = [m for m in screen.messages if "something for you on My desk" in m.text]
    assert "Tomas" in seen.text
    assert "Due today" not in screen.text, "what one side owes is not told to the other"


def until_ready(act: Callable[[], None]) -> None:
    """Again and again, as a job does, while Slack still works on the file."""
    for _ in range(200):
        with suppress(RoomUnavailable):
            return act()
    raise AssertionError("the file was never ready")


def test_the_months_picture_stands_in_the_channel_once_with_its_words(
    sandbox: Sandbox, room: SlackRoom, store: CountingStore
) -> None:
    key, month = "month:C:2026-06", replace(MONTH, channel=CHANNEL)
    until_ready(lambda: room.show_month(key, month))
    with store() as uow:
        held = uow.outbox.find(f"file:{key}")
    room.show_month(key, month)
    with store() as uow:
        assert uow.outbox.find(f"file:{key}") == held, "it was uploaded once"
    screen = sandbox.person(TOMAS.id).screen(CHANNEL)
    assert sum("from 2 to 4" in m.text for m in screen.messages) == 1


def test_a_file_is_uploaded_anew_and_linked_in_the_thread_once(
    sandbox: Sandbox, room: SlackRoom, client: WebClient
) -> None:
    thread = sandbox.person(MARIA.id).post(SHARED, "What shows it?")
    given = client.files_upload_v2(filename="may.csv", content="a,b", request_file_info=False)
    file = FileRef(str(given["files"][0]["id"]), "may.csv")
    told = "Baltic Packaging shows that this is done: a report"
    links = {room.share_file("evidence:1", CHANNEL, thread, file, told) for _ in range(2)}
    (link,) = links
    assert file.id not in link, "the attached one can be opened by nobody else"
    shown = sandbox.person(TOMAS.id).thread(CHANNEL, thread).messages
    (message,) = [m for m in shown if told in m.text]
    assert "may.csv" in message.text


def menu(sandbox: Sandbox, case_id: str) -> Case:
    """A case with packages on the table, in a thread of its own."""
    thread = sandbox.person(MARIA.id).post(SHARED, "Late again.")
    held = samples.case(Stage.PROPOSED)
    return replace(held, id=case_id, channel=CHANNEL, thread_ts=thread)


def card_of(sandbox: Sandbox, case: Case) -> SeenMessage:
    (card,) = [
        m for m in sandbox.person(TOMAS.id).thread(CHANNEL, case.thread_ts).messages if m.buttons
    ]
    return card


ALT = "What each side gains, of the most that it could gain here."
HEADS = "Term | Today | Package A | Package B | Package C"


def test_the_menu_stands_on_the_card_as_a_table_with_a_picture_of_the_balance(
    sandbox: Sandbox, room: SlackRoom, store: CountingStore
) -> None:
    case = menu(sandbox, "menu-1")
    until_ready(lambda: room.show_case(case))
    shown = card_of(sandbox, case)
    assert HEADS in shown.text
    assert ALT in shown.text
    key = f"balance:{case.id}:{case.rounds[0].number}"
    held = room.uploads.find(key)
    room.show_case(replace(case, version=case.version + 1))
    assert room.uploads.find(key) == held, "it was uploaded once"


def test_where_slack_takes_no_table_the_card_says_the_same_in_words(
    sandbox: Sandbox, room: SlackRoom
) -> None:
    case = menu(sandbox, "menu-2")
    sandbox.stage.refuse_calls("chat.postMessage", "invalid_blocks")
    sandbox.stage.refuse_calls("chat.update", "invalid_blocks")
    until_ready(lambda: room.show_case(case))
    shown = card_of(sandbox, case)
    assert HEADS not in shown.text
    assert "On-time target: 96 % (today 95 %)" in shown.text
    assert "about 70 %" in shown.text
    assert ALT in shown.text, "the picture is no less shown"


def test_where_slack_takes_no_file_the_card_does_without_its_picture(
    sandbox: Sandbox, room: SlackRoom
) -> None:
    case = menu(sandbox, "menu-3")
    sandbox.stage.refuse_calls("files.getUploadURLExternal", "missing_scope")
    room.show_case(case)
    shown = card_of(sandbox, case)
    assert HEADS in shown.text
    assert ALT not in shown.text


def test_a_picture_that_is_not_ready_keeps_the_card_from_nobody(
    sandbox: Sandbox, room: SlackRoom
) -> None:
    case = menu(sandbox, "menu-4")
    sandbox.stage.refuse_calls("chat.update", "invalid_blocks", 2)
    with pytest.raises(RoomUnavailable) as raised:
        room.show_case(case)
    assert not raised.value.permanent, "it is tried again"
    assert ALT not in card_of(sandbox, case).text
    room.show_case(case)
    assert ALT in card_of(sandbox, case).text


def test_the_desk_is_cleared_for_another_parley_and_comes_back(
    sandbox: Sandbox, room: SlackRoom
) -> None:
    maria = sandbox.person(MARIA.id)
    room.clear_desk(CHANNEL, "The one of Borealis serves.", 0)
    assert sandbox.stage.pinned(SHARED) == [], "where none stands, none is posted"
    room.pin_desk(CHANNEL, 0, "en")
    (desk,) = sandbox.stage.pinned(SHARED)
    assert "My desk" in maria.screen(SHARED).buttons
    for _ in range(2):
        room.clear_desk(CHANNEL, "The one of Borealis serves.", 1)
    assert sandbox.stage.pinned(SHARED) == []
    cleared = maria.screen(SHARED).find("The one of Borealis serves.")
    assert "My desk" not in {c.label for c in cleared.controls}
    room.pin_desk(CHANNEL, 2, "en")
    assert sandbox.stage.pinned(SHARED) == [desk], "the same message has its button again"
    assert "My desk" in maria.screen(SHARED).buttons


def test_in_a_thread_stands_one_answer_to_mentions_under_the_last_of_them(
    sandbox: Sandbox, room: SlackRoom
) -> None:
    thread = sandbox.person(MARIA.id).post(SHARED, "Late again.")
    for number in range(3):
        sandbox.person(MARIA.id).post(SHARED, f"please help {number}", thread)
        origin = Origin(CHANNEL, thread, thread)
        for _ in range(2):
            room.offer_ways_in(f"ways-in:{thread}:{number}", origin, to=PersonId(""), language="en")
    seen = sandbox.person(TOMAS.id).thread(CHANNEL, thread).messages
    assert [m.author == "Parley" for m in seen] == [False, False, False, False, True]
