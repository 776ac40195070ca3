"""Who wants the same message changed waits in one line."""

import threading

import pytest

from bot.slack.blocks import Rendered
from bot.slack.queues import Queues, Wish


def wish(revision: int) -> Wish:
    return Wish(revision, Rendered(f"revision {revision}", ()))


def test_the_newest_wish_is_seen_by_whoever_holds_the_desk() -> None:
    queues = Queues()
    seen: list[int] = []

    def come(revision: int) -> None:
        with queues.at("card:1", wish(revision)) as queue:
            seen.append(queue.newest.revision)

    with queues.at("card:1", wish(1)) as queue:
        others = [threading.Thread(target=come, args=(n,)) for n in (3, 2)]
        for thread in others:
            thread.start()
        while queues.waiting("card:1") < 3:
            threading.Event().wait(0.001)
        assert queue.newest.revision == 3
    for thread in others:
        thread.join()
    assert seen == [3, 3]


def test_a_desk_goes_with_the_last_one() -> None:
    queues = Queues()
    with queues.at("card:1", wish(7)):
        assert queues.waiting("card:1") == 1
    assert queues.waiting("card:1") == 0
    with queues.at("card:1", wish(2)) as queue:
        assert queue.newest.revision == 2


def test_a_fault_leaves_the_desk_free() -> None:
    queues = Queues()
    with pytest.raises(ConnectionError), queues.at("card:1", wish(1)):
        raise ConnectionError
    with queues.at("card:1", wish(1)):
        assert queues.waiting("card:1") == 1


def test_different_messages_do_not_wait_for_each_other() -> None:
    queues = Queues()
    with queues.at("card:1", wish(1)), queues.at("card:2", wish(1)) as queue:
        assert queue.newest.revision == 1
