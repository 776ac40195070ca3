"""One topic for each case that ended; three goals, shared by both or by nobody."""

import pytest

from bot.mediation.partner import MOST_GOALS, AboutUs, Goals, Topic
from bot.mediation.people import SideId
from bot.mediation.refusals import MovedOn, NotEntitled

A, B = SideId("a"), SideId("b")
BOTH = frozenset({A, B})


def test_nothing_is_asked_before_a_case_has_ended() -> None:
    assert AboutUs().next_topic(0) is None


def test_one_topic_is_asked_for_each_case_and_never_twice() -> None:
    held, asked = AboutUs(), []
    for ended in range(1, 10):
        topic = held.next_topic(ended)
        if topic is not None:
            asked.append(topic)
            held = held.with_words(topic, "" if ended % 2 else "words")
            assert held.next_topic(ended) is None
    assert asked == list(Topic)


def test_a_goal_is_shared_once_every_side_has_said_so() -> None:
    goals = Goals().proposed("98 % on time by June", A)
    assert goals.shared(BOTH) == ()
    with pytest.raises(NotEntitled):
        goals.agreed(0, A)
    assert goals.agreed(0, B).shared(BOTH) == ("98 % on time by June",)


def test_there_are_three_at_the_most_and_none_twice() -> None:
    goals = Goals()
    for n in range(MOST_GOALS):
        goals = goals.proposed(f"Goal {n}", A)
    with pytest.raises(MovedOn, match="Three goals"):
        goals.proposed("One more", B)
    with pytest.raises(MovedOn, match="already"):
        goals.proposed("goal 1", B)


def test_either_side_takes_one_away() -> None:
    goals = Goals().proposed("One", A).proposed("Two", B).without(0)
    assert [g.text for g in goals.held] == ["Two"]
    with pytest.raises(MovedOn, match="taken away"):
        goals.agreed(1, A)
