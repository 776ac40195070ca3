"""Whatever is said about figures is said in every language, with the same things in it."""

from datetime import date
from string import Formatter

import pytest

from bot.mediation.facts.headings import ORDER_LINES, SERIES, STAYS
from bot.mediation.facts.sayings import WORDS, Number, Saying, refuse, say

ENGLISH = WORDS["en"]


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", sorted(set(WORDS) - {"en"}))
def test_every_language_says_the_same(language: str) -> None:
    words = WORDS[language]
    assert set(words) == set(ENGLISH)
    assert {key for key in words if fields(words[key]) != fields(ENGLISH[key])} == set()


def test_every_column_that_is_known_has_a_name() -> None:
    columns = {f"column.{name}" for known in (ORDER_LINES, STAYS, SERIES) for name in known}
    assert columns <= set(ENGLISH)


@pytest.mark.parametrize("text", [t for words in WORDS.values() for t in words.values()])
def test_no_sentence_shouts_or_speaks_of_an_error(text: str) -> None:
    assert "!" not in text
    assert "error" not in text.casefold()


def test_numbers_and_days_are_written_as_their_reader_does() -> None:
    saying = say("equals", left=Number("1,234.5"), right=date(2026, 1, 4))
    assert saying.said("en") == "1,234.5 = 4 Jan 2026"
    assert saying.said("es") == "1.234,5 = 4 ene 2026"
    assert saying.said("fi") == saying.said("en")


@pytest.mark.parametrize(("count", "days"), [(1, "1 day late"), (0, "0 days late")])
def test_one_is_told_from_many(count: int, days: str) -> None:
    assert say("days.late", count=count).said("en") == days


def test_what_people_wrote_is_never_taken_for_a_place_to_fill() -> None:
    assert say("no_day", text="{count}").said("en").startswith("“{count}”")


def test_a_refusal_stands_at_its_field_in_each_language() -> None:
    refusal = refuse("rows", "at", line=3, column="due", what=Saying("no_day", (("text", "soon"),)))
    assert refusal.field == "rows"
    assert str(refusal) == "Line 3, column “due”: “soon” is no date, like 2026-11-03."
    assert refusal.said("es") == "Línea 3, columna “due”: “soon” no es una fecha, como 2026-11-03."
