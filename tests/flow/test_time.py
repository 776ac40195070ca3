"""Time passes for a real bot, told by a file: what comes round comes once, through deaths too."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.sandbox.play.bot_process import CLOCK, end_bot, set_clock, start_bot, wait_until_ready
from bot.sandbox.play.hands import Hands
from bot.sandbox.server import running_sandbox
from bot.slack.manifest import manifest
from tests.flow.house import House, Place

THURSDAY = datetime(2026, 12, 24, 9, tzinfo=UTC)
WEEK = "This week in this channel"


class Traveller:
    """A bot whose clock is set, and which can die."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.at(THURSDAY)
        self.start()

    def at(self, moment: datetime) -> None:
        set_clock(self.house.folder, moment)

    def start(self) -> None:
        self.process = start_bot(self.house.sandbox, self.house.folder, pace=0, env=CLOCK)
        wait_until_ready(self.house.sandbox, self.process, self.house.folder)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def rows_are_planned(self) -> None:
        """Wait for a tick that has seen the channel."""
        until = time.monotonic() + 20
        wanted = "SELECT count(*) FROM due WHERE round = 'channel_week'"
        while time.monotonic() < until:
            with closing(sqlite3.connect(self.house.folder / "parley.db")) as database:
                if database.execute(wanted).fetchone()[0]:
                    return
            time.sleep(0.1)
        raise AssertionError("no row was planned")


@pytest.fixture
def traveller(tmp_path: Path) -> Iterator[Traveller]:
    with running_sandbox() as sandbox:
        sandbox.stage.declare_app(manifest())
        made = Traveller(House(sandbox, tmp_path))
        yield made
        end_bot(made.process)


def sees_digests(place: Place, count: int) -> None:
    """Wait until so many stand in the channel, and no more."""
    until = time.monotonic() + 20
    while place.count(WEEK, place.tomas) < count and time.monotonic() < until:
        time.sleep(0.1)
    assert place.count(WEEK, place.tomas) == count


def test_the_digest_comes_on_monday_once_and_late_where_the_bot_was_dead(
    traveller: Traveller,
) -> None:
    place = traveller.house.place().raised()
    traveller.at(THURSDAY + timedelta(hours=2))
    traveller.rows_are_planned()
    traveller.at(THURSDAY + timedelta(days=4, hours=1))
    sees_digests(place, 1)
    traveller.kill()
    traveller.at(THURSDAY + timedelta(days=19))
    traveller.start()
    sees_digests(place, 2)
    traveller.kill()
    traveller.start()
    traveller.at(THURSDAY + timedelta(days=25, hours=1))
    sees_digests(place, 3)


def test_reminders_reach_the_owner_alone_or_by_name_and_what_stays_open_is_passed_on(
    traveller: Traveller,
) -> None:
    place = traveller.house.place().to_agreement()
    traveller.at(THURSDAY + timedelta(hours=2))
    traveller.rows_are_planned()
    traveller.at(THURSDAY + timedelta(days=14, hours=1))
    direct = place.maria.direct()
    place.maria.wait_for("Due today", direct, 20)
    called = place.sees(place.tomas, "@Tomas Berg There is something for you on My desk.")
    assert "Due today" not in called.text
    traveller.at(THURSDAY + timedelta(days=20, hours=1))
    place.sees(place.tomas, "still open")


def test_two_bots_on_one_database_tell_a_week_once_and_one_goes_on_when_the_other_dies(
    traveller: Traveller,
) -> None:
    place = traveller.house.place().raised()
    house = traveller.house
    beside = start_bot(house.sandbox, house.folder, pace=0, env=CLOCK)
    try:
        wait_for_sockets(house, 2)
        traveller.at(THURSDAY + timedelta(hours=2))
        traveller.rows_are_planned()
        traveller.at(THURSDAY + timedelta(days=4, hours=1))
        sees_digests(place, 1)
        traveller.at(THURSDAY + timedelta(days=11, hours=1))
        traveller.kill()
        sees_digests(place, 2)
        assert beside.poll() is None
        traveller.at(THURSDAY + timedelta(days=6))
        traveller.at(THURSDAY + timedelta(days=18, hours=1))
        sees_digests(place, 3)
    finally:
        end_bot(beside)


def wait_for_sockets(house: House, count: int) -> None:
    until = time.monotonic() + 30
    while house.sandbox.stage.sockets() < count and time.monotonic() < until:
        time.sleep(0.1)
    assert house.sandbox.stage.sockets() == count


def test_once_a_review_has_come_each_side_says_by_the_same_taps_that_it_still_fits(
    traveller: Traveller,
) -> None:
    place = traveller.house.place().to_packages()
    place.both(Hands.answer)
    place.opens(place.tomas, "Read and sign")
    place.tomas.pick_date("Look at it again on", f"{THURSDAY + timedelta(days=20):%Y-%m-%d}")
    assert place.tomas.submit() == {}
    place.at_work()[0].sign()
    place.sees(place.maria, "Signed by every side")
    traveller.at(THURSDAY + timedelta(days=20, hours=2))
    spent = []
    for person in (place.maria, place.tomas):
        before = person.taps
        assert "Does this agreement still fit?" in place.opens(person, "Change or contest").text
        person.press("It still fits")
        spent.append(person.taps - before)
    assert spent == [2, 2]
    place.sees(place.tomas, "Both sides say that the agreement still fits.")
