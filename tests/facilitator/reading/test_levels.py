"""A number is a level where the sentence says so, and not because it stands in one."""

import pytest

from bot.facilitator.library import load_library
from bot.facilitator.reading.levels import Level, is_nothing
from bot.facilitator.reading.lexicon import load_lexicon
from bot.facilitator.reading.topics import FigureReader

LIBRARY, LEXICON = load_library(), load_lexicon("en")
READER = FigureReader(LIBRARY, LEXICON)


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("The 4 % penalty is a lot, today it is 2 %.", [Level.HELD, Level.TODAYS]),
        ("Free time at the dock is 2 hours.", [Level.HELD]),
        ("We have a minimum order of 6 pallets today.", [Level.TODAYS]),
        ("The truck waited 5 hours today.", [Level.NONE]),
        ("OTIF is 93 % so far.", [Level.NONE]),
        ("We want a penalty of 1 %.", [Level.NONE]),
        ("Waiting time was 6 hours.", [Level.NONE]),
        ("The price increase is 6 %.", [Level.NONE]),
    ],
)
def test_how_a_number_is_said_to_hold(text: str, levels: list[Level]) -> None:
    assert [f.level for f in READER.read(text)] == levels


@pytest.mark.parametrize(
    ("option", "is_without"),
    [("none", True), ("no cap", True), ("ninguna", True), ("0 %", True), ("0.5 %", False),
     ("notice", False), ("30 days", False), ("nonetheless", False)],
)  # fmt: skip
def test_to_do_without_is_an_option_of_its_own(option: str, is_without: bool) -> None:
    assert is_nothing(option) is is_without
