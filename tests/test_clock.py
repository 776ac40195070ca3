"""The clock that a file sets, for trials on this machine."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.clock import RandomIds, SystemClock, ToldClock
from bot.sandbox.play.bot_process import CLOCK, set_clock

THEN = datetime(2026, 12, 31, 23, 59, tzinfo=UTC)
A_MOMENT = timedelta(minutes=1)


def told(folder: Path) -> ToldClock:
    return ToldClock(folder / CLOCK["PARLEY_CLOCK_FILE"])


def test_without_a_file_it_is_the_real_time(tmp_path: Path) -> None:
    real = SystemClock().now()
    assert real <= told(tmp_path).now() <= real + A_MOMENT


def test_it_runs_on_from_the_time_that_it_was_told(tmp_path: Path) -> None:
    set_clock(tmp_path, THEN)
    clock = told(tmp_path)
    first = clock.now()
    assert THEN <= first <= THEN + A_MOMENT
    assert clock.now() >= first


def test_it_can_be_set_again_forwards_and_back(tmp_path: Path) -> None:
    clock = told(tmp_path)
    for moment in (THEN, THEN + timedelta(days=90), THEN - timedelta(days=1)):
        set_clock(tmp_path, moment)
        assert moment <= clock.now() <= moment + A_MOMENT


def test_any_zone_is_read_and_utc_is_given(tmp_path: Path) -> None:
    set_clock(tmp_path, datetime.fromisoformat("2027-01-01T00:59:00+01:00"))
    now = told(tmp_path).now()
    assert now.tzinfo is UTC
    assert now - THEN < A_MOMENT


def test_a_file_from_the_future_does_not_turn_it_back(tmp_path: Path) -> None:
    set_clock(tmp_path, THEN)
    ahead = (datetime.now(UTC) + timedelta(hours=1)).timestamp()
    os.utime(tmp_path / "clock", (ahead, ahead))
    assert told(tmp_path).now() == THEN


def test_what_is_no_time_is_refused_aloud(tmp_path: Path) -> None:
    (tmp_path / "clock").write_text("tomorrow")
    with pytest.raises(ValueError, match="tomorrow"):
        told(tmp_path).now()


def test_ids_differ_and_hold_no_letters_that_are_mistaken() -> None:
    ids = RandomIds()
    made = {ids.fresh() for _ in range(100)}
    assert len(made) == 100
    assert not set("".join(made)) & set("lo01")
    assert len(ids.salt()) == 32
