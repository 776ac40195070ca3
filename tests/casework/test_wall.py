"""The caucus wall, over many cases played at random: private words reach their own side alone."""

import logging
from collections import Counter

import pytest

from bot.mediation.stages import Stage
from tests.casework.walk import Walk

MANY = 250
"""Cases a part; there are four parts, so that two processes share them."""


def check(seed: int) -> Walk:
    walk = Walk(seed).play()
    public = walk.seen_by_all()
    assert "Late in May" in public, "the search reads what it should"
    for side, other in (("a", "b"), ("b", "a")):
        theirs = walk.seen_by(other)
        for canary in walk.told[side]:
            assert canary not in public, (seed, walk.steps)
            assert canary not in theirs, (seed, walk.steps)
    return walk


@pytest.mark.parametrize("part", range(4))
def test_no_private_word_reaches_the_channel_the_other_side_or_a_prompt(
    part: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    ends: Counter[Stage] = Counter()
    canaries = found_at_home = 0
    for seed in range(part * MANY, (part + 1) * MANY):
        walk = check(seed)
        ends[walk.world.case(walk.case.id).stage] += 1
        canaries += sum(len(told) for told in walk.told.values())
        found_at_home += any(c in walk.seen_by("b") for c in walk.told["b"])
    assert "canary" not in caplog.text
    assert canaries > 4 * MANY
    assert found_at_home > MANY / 2, "a side does find its own words again"
    for stage in (Stage.AGREED, Stage.NO_OVERLAP, Stage.WITHDRAWN, Stage.CLEARED_UP):
        assert ends[stage], f"no case came as far as {stage}: {ends}"


@pytest.mark.parametrize("seed", range(12))
def test_other_private_words_change_nothing_that_anybody_else_sees(seed: int) -> None:
    """The inference wall: the same steps with other secrets leave the same public traces."""
    one, other = Walk(seed, "canary").play(), Walk(seed, "different-words-altogether").play()
    assert one.steps == other.steps
    assert one.seen_by_all() == other.seen_by_all()


def test_what_waits_on_a_line_is_private_until_both_lines_are_in() -> None:
    walk = Walk(3)
    walk.clarify()
    assert walk.told["a"]
    public = walk.seen_by_all()
    assert not any(line in public for line in walk.told["a"])
