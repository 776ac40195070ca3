"""The same parts against a Slack that somebody else wrote, and what people see there."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from slack_sdk import WebClient

from bot.casework.room import RoomUnavailable
from bot.doctor.slack import slack_findings
from bot.mediation.people import ChannelId, PersonId
from bot.sandbox.opening import GRETA, INES, JONAS, MARIA, SHARED, TOMAS, WITH_GUEST
from bot.sandbox.options import AppManifest
from bot.sandbox.server import Sandbox, running_sandbox
from bot.slack.blocks import Rendered, section
from bot.slack.client import calling, slack_client
from bot.slack.directory import SlackDirectory
from bot.slack.manifest import manifest
from bot.slack.pace import Pace
from bot.slack.poster import Poster
from bot.slack.text import Mrkdwn
from tests.slack.stores import CountingStore, fresh_store

CHANNEL = ChannelId(SHARED)
CARD = "card:case-1"


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with running_sandbox(manifest=AppManifest.parse(manifest())) as running:
        yield running


@pytest.fixture
def client(sandbox: Sandbox) -> WebClient:
    return slack_client(sandbox.bot_token, sandbox.base_url)


@pytest.fixture
def store(tmp_path: Path) -> CountingStore:
    return fresh_store(tmp_path)


@pytest.fixture
def poster(client: WebClient, store: CountingStore) -> Poster:
    return Poster(client, store, Pace(0))


def shown(words: str) -> Rendered:
    return Rendered(words, (section(Mrkdwn(words)),))


def forget_the_answer(store: CountingStore, key: str) -> None:
    """As after a crash between Slack's answer and its record."""
    with store() as uow:
        sent = uow.outbox.find(key)
        assert sent is not None
        uow.outbox.put(replace(sent, ts=None))
        uow.commit()


def seen_by(sandbox: Sandbox, who: str, words: str) -> list[str]:
    screen = sandbox.person(who).screen(SHARED)
    return [m.text for m in screen.messages if words in m.text]


class TestPoster:
    def test_a_card_is_seen_by_both_sides_and_changes_in_its_place(
        self, sandbox: Sandbox, poster: Poster
    ) -> None:
        first = poster.keep(CARD, CHANNEL, None, shown("Late deliveries: raised"), 1)
        assert poster.keep(CARD, CHANNEL, None, shown("Late deliveries: agreed"), 2) == first
        for who in ("maria", "tomas"):
            assert seen_by(sandbox, who, "Late deliveries") == ["Late deliveries: agreed"]

    @pytest.mark.parametrize("in_thread", [False, True])
    def test_after_a_crash_it_is_found_again(
        self, sandbox: Sandbox, poster: Poster, store: CountingStore, in_thread: bool
    ) -> None:
        words = f"A price rise of 6 %, in a thread: {in_thread}"
        thread = sandbox.person("maria").post(SHARED, "Let us talk") if in_thread else None
        key = f"card:crash-{in_thread}"
        first = poster.keep(key, CHANNEL, thread, shown(words), 1)
        forget_the_answer(store, key)
        assert poster.keep(key, CHANNEL, thread, shown(words), 1) == first
        if thread is None:
            assert seen_by(sandbox, "ines", words) == [words]
        else:
            told = sandbox.person("ines").thread(SHARED, thread).messages
            assert [m.text for m in told] == ["Let us talk", words]

    def test_a_card_that_is_gone_is_posted_anew(
        self, sandbox: Sandbox, poster: Poster, client: WebClient
    ) -> None:
        first = poster.keep("card:gone", CHANNEL, None, shown("Payment terms: raised"), 1)
        calling(client.chat_delete, channel=SHARED, ts=first)
        second = poster.keep("card:gone", CHANNEL, None, shown("Payment terms: framed"), 2)
        assert second != first
        assert seen_by(sandbox, "jonas", "Payment terms") == ["Payment terms: framed"]

    def test_words_for_one_person_are_seen_by_nobody_else(
        self, sandbox: Sandbox, poster: Poster
    ) -> None:
        poster.ephemeral(CHANNEL, PersonId(TOMAS.id), shown("Your side was heard"))
        assert seen_by(sandbox, "tomas", "Your side was heard") == ["Your side was heard"]
        assert seen_by(sandbox, "maria", "Your side was heard") == []

    def test_far_too_much_is_taken_all_the_same(self, sandbox: Sandbox, poster: Poster) -> None:
        rows = [section(Mrkdwn(f"row {n} " + "&amp; <@U0MARIA0001> 😀 " * 400)) for n in range(60)]
        poster.keep("card:long", CHANNEL, None, Rendered("Very long. " * 1_000, tuple(rows)), 1)
        assert "There is more to this than fits here." in sandbox.person("ines").screen(SHARED).text


class TestDirectory:
    def test_both_organisations_and_their_people(self, client: WebClient) -> None:
        directory = SlackDirectory(client)
        assert directory.teams(CHANNEL) == (
            ("T0NORTHWIND", "Northwind Foods"),
            ("T0BALTIC000", "Baltic Packaging"),
        )
        teams = {p.id: p.team_id for p in directory.people(CHANNEL)}
        assert teams == {m.id: m.team_id for m in (MARIA, JONAS, TOMAS, INES)}

    def test_a_guest_and_a_channel_of_one_organisation(self, client: WebClient) -> None:
        directory = SlackDirectory(client)
        assert [team for team, _ in directory.teams(ChannelId(WITH_GUEST))] == ["T0NORTHWIND"]
        guests = [p.id for p in directory.people(ChannelId(WITH_GUEST)) if p.is_guest]
        assert guests == [GRETA.id]

    def test_a_channel_without_parley(self, sandbox: Sandbox, client: WebClient) -> None:
        away = sandbox.stage.add_channel("elsewhere", [MARIA.id], private=True, with_app=False)
        with pytest.raises(RoomUnavailable) as raised:
            SlackDirectory(client).people(ChannelId(away))
        assert raised.value.permanent


def test_the_doctor_finds_nothing_to_mend(sandbox: Sandbox) -> None:
    found = tuple(slack_findings(sandbox.bot_token, sandbox.app_token, sandbox.base_url))
    assert [f.sentence for f in found if f.is_fault] == []
    assert len(found) == 3
