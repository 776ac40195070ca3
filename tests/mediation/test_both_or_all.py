"""Two sides are both, three to six are all; nobody reads of a side that is not there."""

import pytest

from bot.mediation.both_or_all import MORE, TWO, both_or_all

SAID = "{Both} sides agree, {neither} side waits for {others}, and {name} tells {another}."


def test_two_sides_are_both_and_more_are_all() -> None:
    two = both_or_all(SAID, "ab", name="Ann")
    assert two == (
        "Both sides agree, neither side waits for the other side, and Ann tells the other side."
    )
    for count in (3, 6):
        assert both_or_all(SAID, "a" * count, name="{both}") == (
            "All sides agree, no side waits for the other sides, and {both} tells another side."
        )


def test_every_word_has_both_forms() -> None:
    assert set(TWO) == set(MORE)
    assert all(TWO[word] != MORE[word] for word in TWO)


def test_a_word_that_is_not_known_is_refused() -> None:
    with pytest.raises(KeyError):
        both_or_all("{sundry}", "ab")
