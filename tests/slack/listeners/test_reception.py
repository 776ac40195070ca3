"""A modal for who waits: soon, whatever the database does."""

import threading
from datetime import datetime

import pytest
from slack_sdk import WebClient

from bot.casework.ports import UnitOfWork
from bot.casework.shown import Origin
from bot.mediation.refusals import MovedOn
from bot.slack.blocks import View
from bot.slack.listeners.reception import ATTEMPTS, UNREAD, WAITS_MS, Asked, Reception
from bot.slack.views.private.notices import notice
from tests.casework.world import ANNA, CHANNEL, WORKSPACE
from tests.slack.listeners.front import Front
from tests.slack.shown import read

ASKED = Asked(ANNA, "1.2.3", Origin(CHANNEL))
READY = notice("Case 3", "Here it is.")


@pytest.fixture
def reception(front: Front, client: WebClient) -> Reception:
    world = front.world
    return Reception(WORKSPACE, world.store, world.clock, world.ids, client, world.words)


class Slow:
    """Reads only once it is let. It then raises `fault` where there is one."""

    def __init__(self, fault: Exception | None = None) -> None:
        self.let = threading.Event()
        self.fault = fault

    def __call__(self, uow: UnitOfWork, now: datetime) -> View:
        self.let.wait(10)
        if self.fault:
            raise self.fault
        return READY


def finish(reception: Reception, slow: Slow) -> None:
    slow.let.set()
    reception.readers.shutdown(wait=True)


def test_what_is_read_soon_opens_whole(front: Front, reception: Reception) -> None:
    reception.present(ASKED, lambda uow, now: READY)
    assert read(front.opened()) == read(READY)
    assert front.slack.calls_to("views.update") == []


def test_what_takes_long_opens_at_once_and_comes_when_it_is_there(
    front: Front, reception: Reception
) -> None:
    slow = Slow()
    reception.present(ASKED, slow)
    assert "One moment…" in read(front.opened())
    finish(reception, slow)
    assert read(front.turned()) == read(READY)


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [(MovedOn("This case has moved on."), "This case has moved on."), (OSError("away"), UNREAD)],
)
def test_a_late_fault_is_said_in_the_modal(
    front: Front, reception: Reception, fault: Exception, sentence: str
) -> None:
    slow = Slow(fault)
    reception.present(ASKED, slow)
    finish(reception, slow)
    assert sentence in read(front.turned())


def test_all_attempts_to_keep_something_end_before_the_trigger_does() -> None:
    assert ATTEMPTS * WAITS_MS < 2_000
