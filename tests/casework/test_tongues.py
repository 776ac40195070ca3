"""What Parley says by itself has the same sentences, with the same gaps, in every language."""

from datetime import date
from string import Formatter
from types import ModuleType

import pytest

from bot.casework.tongues import (
    TONGUES,
    Tongue,
    case_en,
    case_es,
    channel_en,
    channel_es,
    desk_en,
    desk_es,
    en,
    es,
    form_en,
    form_es,
    language_of,
    thread_en,
    thread_es,
    tongue,
)
from bot.mediation.both_or_all import TWO
from bot.mediation.issues import IssueKind
from bot.mediation.stages import ENDS, Stage

ENGLISH = TONGUES["en"]
EVERY = pytest.mark.parametrize("spoken", TONGUES.values(), ids=lambda t: t.code)


SIDE_WORDS = {word for key in TWO for word in (key, key.capitalize())}
"""Each language has its own way to speak of two sides or more."""


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name} - SIDE_WORDS


@EVERY
def test_every_sentence_is_there_with_the_same_gaps(spoken: Tongue) -> None:
    assert set(spoken.sayings) == set(ENGLISH.sayings)
    for key, text in spoken.sayings.items():
        theirs = gaps(ENGLISH.sayings[key])
        assert gaps(text) == theirs, key
        assert text.strip()
        assert "!" not in text


@pytest.mark.parametrize(
    "parts",
    [
        (en, case_en, thread_en, channel_en, desk_en, form_en),
        (es, case_es, thread_es, channel_es, desk_es, form_es),
    ],
    ids=["en", "es"],
)
def test_no_sentence_takes_the_place_of_another_modules(parts: tuple[ModuleType, ...]) -> None:
    keys = [key for part in parts for key in part.SAYINGS]
    assert len(keys) == len(set(keys)) > 250


@EVERY
def test_a_week_a_year_and_every_stage_and_kind_have_their_words(spoken: Tongue) -> None:
    assert (len(set(spoken.weekdays)), len(set(spoken.months))) == (7, 12)
    over = ENDS | {Stage.AGREED, Stage.FULFILLED}
    assert set(spoken.steps) == set(Stage) - over
    assert set(spoken.kinds) == set(IssueKind) - {IssueKind.OTHER}


@pytest.mark.parametrize("key", [k for k in ENGLISH.sayings if k not in {"and", "and.before_i"}])
def test_spanish_is_not_english(key: str) -> None:
    assert TONGUES["es"].sayings[key] != ENGLISH.sayings[key] or gaps(ENGLISH.sayings[key])


@EVERY
@pytest.mark.parametrize("sides", ["ab", "abc"])
def test_every_word_for_so_many_sides_is_known(spoken: Tongue, sides: str) -> None:
    for key, text in spoken.sayings.items():
        values = dict.fromkeys(gaps(text), "x")
        assert "{" not in spoken.of(sides, key, **values)


def test_names_are_listed_as_each_language_does() -> None:
    assert ENGLISH.listed(["Acme", "Iberia"]) == "Acme and Iberia"
    assert tongue("es").listed(["Acme", "Norte", "Sur"]) == "Acme, Norte y Sur"
    assert tongue("es").listed(["Acme", "Iberia"]) == "Acme e Iberia"
    assert tongue("es").listed(["Acme", "Hielos del Sur"]) == "Acme y Hielos del Sur"
    assert ENGLISH.listed([]) == ""


def test_days_are_said_as_people_say_them() -> None:
    day = date(2026, 12, 4)
    assert (ENGLISH.weekday(day), ENGLISH.day(day)) == ("Fri 4 Dec", "4 Dec")
    assert (tongue("es").weekday(day), tongue("es").day(day)) == ("vie 4 dic", "4 dic")


def test_one_and_many_are_said_apart() -> None:
    assert ENGLISH.count("kept", 1) == "One commitment was kept this week. Thank you."
    assert ENGLISH.count("kept", 3) == "3 commitments were kept this week. Thank you."


def test_a_language_without_words_here_is_english() -> None:
    assert tongue("fi") is tongue("") is ENGLISH
    with pytest.raises(KeyError):
        ENGLISH.say("no such sentence")


@pytest.mark.parametrize(
    ("locales", "spoken"),
    [
        (["es-ES"], "es"),
        (["es-MX", "es-ES", "en-GB"], "es"),
        (["es-ES", "en-US"], "en"),
        (["es-ES", "de-DE"], "en"),
        (["de-DE", "fi-FI"], "en"),
        (["", ""], "en"),
        ([], "en"),
    ],
)
def test_the_language_of_a_channel_is_what_most_of_it_speaks(
    locales: list[str], spoken: str
) -> None:
    assert language_of(locales) == spoken
