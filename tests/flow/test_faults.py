"""Slack on a bad day: limits, broken answers, cut lines, slowness. Nothing lost, nothing twice."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import pytest

from bot.sandbox.person import Person
from bot.sandbox.play.hands import PATIENCE_S
from bot.sandbox.seen import Screen
from tests.flow.house import HOST, House, Place, at_once

SAW = "What happened, as you saw it"
WANTS = "What would you like to come of this"
LOADING = "One moment…"
LATE = "That took too long to open"
POST = "chat.postMessage"
UPDATE = "chat.update"
OPEN = "views.open"


@pytest.fixture(autouse=True)
def clear_skies(house: House) -> Iterator[None]:
    """No fault is left over for the next test."""
    yield
    house.sandbox.stage.clear_faults()


@pytest.fixture
def no_fault(house: House) -> Iterator[None]:
    """The bot's log tells of no fault more than before."""
    before = house.faults
    yield
    assert house.faults == before, house.log[-3_000:]


def raise_it(place: Place) -> None:
    """Send the form for a case."""
    place.form_to_raise()
    place.maria.choose("Your side", "We buy, or our goods are carried")
    assert place.maria.submit() == {}


def tells(place: Place) -> None:
    """Tomas tells his side."""
    place.opens(place.tomas, "Tell your side")
    place.tomas.fill(SAW, "The trucks stood at the gate.")
    place.tomas.fill(WANTS, "An answer.")
    assert place.tomas.submit() == {}


def cards(screen: Screen) -> int:
    return sum(m.text.startswith("Case ") for m in screen.messages)


def one_card(place: Place) -> None:
    assert cards(place.maria.screen(place.channel)) == 1


FAULTS = {
    "limited": lambda stage, method: stage.limit_calls(method, 2, seconds=1),
    "broken": lambda stage, method: stage.break_calls(method, 2),
    "broken after its work": lambda stage, method: stage.break_calls(method, done=True),
    "cut off": lambda stage, method: stage.hang_up(method, 2),
    "cut off after its work": lambda stage, method: stage.hang_up(method, done=True),
    "refused for now": lambda stage, method: stage.refuse_calls(method, "internal_error", 2),
}


@pytest.mark.usefixtures("no_fault")
class TestACardStandsOnce:
    @pytest.mark.parametrize("fault", FAULTS)
    def test_though_posting_it_went_wrong(self, place: Place, fault: str) -> None:
        FAULTS[fault](place.house.sandbox.stage, POST)
        raise_it(place)
        place.sees_button(place.tomas, "Tell your side")
        tells(place)
        place.sees(place.maria, "Northwind Foods tells its side")
        one_card(place)

    @pytest.mark.parametrize("fault", FAULTS)
    def test_and_shows_the_newest_though_updating_it_went_wrong(
        self, place: Place, fault: str
    ) -> None:
        place.raised()
        FAULTS[fault](place.house.sandbox.stage, UPDATE)
        tells(place)
        place.sees(place.maria, "Northwind Foods tells its side")
        one_card(place)

    def test_though_slack_answered_late(self, place: Place) -> None:
        place.house.sandbox.stage.delay_calls(POST, seconds=5.5)
        raise_it(place)
        place.sees_button(place.tomas, "Tell your side")
        tells(place)
        place.sees(place.maria, "Northwind Foods tells its side")
        one_card(place)


@pytest.mark.usefixtures("no_fault")
class TestWhoWaits:
    """Somebody who pressed a button sees a form, or a sentence on what to do."""

    @pytest.mark.parametrize("code", ["expired_trigger_id", "internal_error", "ratelimited"])
    def test_is_told_when_the_form_could_not_be_opened(self, place: Place, code: str) -> None:
        place.raised()
        place.house.sandbox.stage.refuse_calls(OPEN, code)
        place.tomas.click("Tell your side", channel=place.channel)
        place.sees(place.tomas, LATE)
        assert LATE not in place.maria.screen(place.channel).text
        assert SAW in place.opens(place.tomas, "Tell your side").labels

    @pytest.mark.parametrize("fault", ["limited", "broken", "cut off"])
    def test_is_told_when_slack_was_away(self, place: Place, fault: str) -> None:
        place.raised()
        FAULTS[fault](place.house.sandbox.stage, OPEN)
        place.tomas.click("Tell your side", channel=place.channel)
        place.sees(place.tomas, LATE)
        place.house.sandbox.stage.clear_faults()
        assert SAW in place.opens(place.tomas, "Tell your side").labels

    def test_is_told_after_a_shortcut_too(self, place: Place) -> None:
        ts = place.write()
        place.house.sandbox.stage.refuse_calls(OPEN, "expired_trigger_id")
        place.maria.message_shortcut("Raise an issue", place.channel, ts)
        place.sees(place.maria, LATE)

    def test_is_told_after_a_command_too(self, place: Place) -> None:
        place.house.sandbox.stage.refuse_calls(OPEN, "expired_trigger_id")
        place.maria.command("/parley", "raise late", place.channel)
        place.sees(place.maria, LATE)

    @pytest.mark.parametrize("fault", FAULTS)
    def test_gets_the_form_though_filling_it_went_wrong_at_first(
        self, place: Place, fault: str
    ) -> None:
        FAULTS[fault](place.house.sandbox.stage, "views.update")
        assert place.form_to_raise().value("What happened")

    @pytest.mark.parametrize("method", ["conversations.members", "conversations.replies"])
    @pytest.mark.parametrize("fault", ["limited", "broken", "cut off"])
    def test_gets_the_form_though_reading_the_thread_went_wrong_at_first(
        self, place: Place, method: str, fault: str
    ) -> None:
        FAULTS[fault](place.house.sandbox.stage, method)
        assert place.form_to_raise().value("What happened")

    def test_gets_the_form_among_twenty_four_at_once_though_slack_answers_slowly(
        self, place: Place
    ) -> None:
        stage = place.house.sandbox.stage
        team = stage.ids()["organisations"][HOST]
        people = [place.house.person(f"Kim {n}", team=team) for n in range(24)]
        for one in people:
            stage.add_to_channel(place.channel, one.id)
        stage.delay_calls(OPEN, len(people), seconds=1.2)

        def asks(one: Person) -> None:
            one.command("/parley", "raise late", place.channel)

        heard = at_once(*[partial(asks, one) for one in people])
        assert heard == [None] * len(people)
        assert all(one.modal() for one in people)

    def test_finds_home_though_publishing_it_was_overtaken(self, place: Place) -> None:
        place.house.sandbox.stage.refuse_calls("views.publish", "hash_conflict")
        place.maria.open_home()
        place.maria.wait_for_home("What waits for you", PATIENCE_S)


@contextmanager
def writing(house: House) -> Iterator[None]:
    """Another process has the database to itself, for writing, until the block ends."""
    held = sqlite3.connect(house.folder / "parley.db", isolation_level=None, timeout=10)
    held.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        held.execute("ROLLBACK")
        held.close()


@pytest.mark.usefixtures("no_fault")
class TestABusyDatabase:
    def test_keeps_nobody_from_a_form_or_a_list(self, place: Place) -> None:
        place.raised()
        place.answer_to(place.tomas, "Tell your side")
        place.tomas.close(everything=True)
        with writing(place.house):
            place.tomas.click("Tell your side", channel=place.channel)
            assert SAW in place.tomas.form().labels
            place.maria.command("/parley", "list", place.channel)
            assert "1 open case" in place.maria.screen(place.channel).text

    def test_is_said_to_who_wants_something_kept(self, place: Place) -> None:
        place.raised()
        with writing(place.house):
            place.maria.click("Withdraw", channel=place.channel)
            assert "writing at this moment" in place.maria.form().text
            place.maria.close(everything=True)
            place.maria.command("/parley", "raise late", place.channel)
            assert "writing at this moment" in place.maria.form().text


@pytest.mark.usefixtures("no_fault")
class TestTheLine:
    def test_a_dropped_connection_is_made_anew_and_what_came_meanwhile_is_answered(
        self, place: Place
    ) -> None:
        stage = place.house.sandbox.stage
        stage.drop_sockets()
        place.tomas.mention(place.channel, "please help", place.write())
        place.sees_button(place.tomas, "Raise an issue")
        assert place.count("How can I help") == 1

    def test_a_connection_that_slack_asks_to_renew_loses_nothing(self, place: Place) -> None:
        stage = place.house.sandbox.stage
        stage.refresh_sockets()
        place.tomas.mention(place.channel, "please help", place.write())
        place.sees_button(place.tomas, "Raise an issue")
        assert place.count("How can I help") == 1
