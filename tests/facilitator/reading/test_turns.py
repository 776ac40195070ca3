"""A turn of phrase is found as whole words, with open endings and gaps inside one sentence."""

import pytest

from bot.facilitator.library import load_library
from bot.facilitator.reading.lexicon import LANGUAGES, load_lexicon
from bot.facilitator.reading.turns import turns_in


@pytest.mark.parametrize(
    ("turn", "text", "found"),
    [
        ("pay us later", "They PAY us\n later.", True),
        ("pay us later", "They repay us later.", False),
        ("pay*", "They are paying.", True),
        ("order* … changed", "The orders from Monday were changed.", True),
        ("order* … changed", "We have the orders. They were changed.", False),
        ("order* … changed", "The orders " + "x" * 50 + " changed.", False),
        ("sort* … by hand", "We sorted 2.000 parts by hand.", True),
        ("% more", "6% more", True),
        ("% more", "6 % moreover", False),
    ],
)
def test_a_turn_is_found_where_people_use_it(turn: str, text: str, found: bool) -> None:
    assert bool(turns_in(text, {"any": [turn]})) is found


def test_what_is_said_in_two_ways_counts_twice() -> None:
    turns = {"price": ["dearer", "% more"], "volume": ["fewer"]}
    assert turns_in("It is dearer, 6 % more.", turns) == {"price": 2}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_of_the_library_has_turns_in_every_language(language: str) -> None:
    turns = load_lexicon(language).turns
    assert set(turns) == set(load_library().entries)
    assert all(turns.values())
