"""Time passes for a real bot, told by a file: what comes round comes once, through deaths too."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.sandbox.play.bot_process import CLOCK, end_bot, set_clock, start_bot, wait_until_ready
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


@pytest.fixture
def traveller(tmp_path: Path) -> Iterator[Traveller]:
    with running_sandbox() as sandbox:
        sandbox.stage.declare_app(manifest())
        made = Traveller(House(sandbox, tmp_path))
        yield made
        end_bot(made.process)


def test_the_digest_comes_on_monday_once_and_late_where_the_bot_was_dead(
    traveller: Traveller,
) -> None:
    place: Place = traveller.house.place().raised()
    traveller.at(THURSDAY + timedelta(hours=2))
    traveller.at(THURSDAY + timedelta(days=4, hours=1))
    place.sees(place.tomas, WEEK)
    traveller.kill()
    traveller.at(THURSDAY + timedelta(days=19))
    traveller.start()
    place.tomas.wait_until(
        lambda: place.count(WEEK, place.tomas) == 2, "the digest that was missed"
    )
    traveller.kill()
    traveller.start()
    traveller.at(THURSDAY + timedelta(days=19, hours=1))
    assert place.count(WEEK, place.tomas) == 2
