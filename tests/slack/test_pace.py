"""About one message a second in each channel."""

import threading

import pytest

from bot.slack.pace import Pace
from tests.slack.clocks import Stopwatch


def paced(seconds: float) -> tuple[Pace, Stopwatch]:
    watch = Stopwatch()
    return Pace(seconds, monotonic=watch.monotonic, sleep=watch.sleep), watch


def test_the_first_post_to_a_channel_waits_for_nothing() -> None:
    pace, watch = paced(1.0)
    with pace.turn("C1"):
        pass
    assert watch.waited == []


def test_the_next_ones_wait_for_what_is_left_of_a_second() -> None:
    pace, watch = paced(1.0)
    for pause in (0.25, 0.0, 5.0):
        with pace.turn("C1"):
            watch.seconds += pause
    assert watch.waited == [0.75, 1.0]


def test_one_channel_does_not_wait_for_another() -> None:
    pace, watch = paced(1.0)
    for channel in ("C1", "C2", "C3"):
        with pace.turn(channel):
            pass
    assert watch.waited == []


def test_a_pace_of_zero_waits_for_nothing() -> None:
    pace, watch = paced(0.0)
    for _ in range(5):
        with pace.turn("C1"):
            pass
    assert watch.waited == []


def test_a_post_that_does_not_succeed_gives_the_turn_back() -> None:
    pace, watch = paced(1.0)
    with pytest.raises(ConnectionError), pace.turn("C1"):
        raise ConnectionError
    with pace.turn("C1"):
        pass
    assert watch.waited == [1.0]


def test_two_never_post_to_a_channel_at_the_same_time() -> None:
    pace, _ = paced(0.0)
    inside: list[int] = []
    most: list[int] = []

    def post() -> None:
        for _ in range(50):
            with pace.turn("C1"):
                inside.append(1)
                most.append(len(inside))
                inside.pop()

    threads = [threading.Thread(target=post) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(most) == 200
    assert max(most) == 1
