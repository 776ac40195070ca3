"""The three shipped cases from start to end, by what people see; what they cost in taps, words."""

import pytest
from rich.console import Console

from bot.sandbox.play.course import play_case
from bot.sandbox.play.read_case import SHIPPED, shipped
from bot.sandbox.play.story import Story, Tally
from tests.flow.house import House

GOALS = {"five_days": (4, 25), "late_delivery": (35, 70), "raw_material": (34, 70)}
"""The most taps and words a person."""


def test_every_shipped_case_has_a_goal() -> None:
    assert {path.stem for path in SHIPPED.glob("*.yaml")} == set(GOALS)


@pytest.mark.parametrize("name", sorted(GOALS))
def test_a_shipped_case_ends_as_its_file_says_within_its_taps_and_words(
    house: House, name: str
) -> None:
    story = Story(Console(quiet=True))
    tallies = play_case(house.sandbox, shipped(name), story, f"{name.replace('_', '-')}-here")
    for one in tallies:
        print(f"{name}: {one.person}, {one.taps} taps, {one.words} words")
    most_taps, most_words = GOALS[name]
    assert [t for t in tallies if t.taps > most_taps or t.words > most_words] == []
    assert all(isinstance(t, Tally) and t.taps > 0 and t.words > 0 for t in tallies)
