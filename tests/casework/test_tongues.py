"""What Parley says by itself has the same sentences, with the same gaps, in every language."""

from datetime import date
from string import Formatter

import pytest

from bot.casework.tongues import TONGUES, Tongue, language_of, tongue
from bot.mediation.issues import IssueKind
from bot.mediation.stages import ENDS, Stage

ENGLISH = TONGUES["en"]
EVERY = pytest.mark.parametrize("spoken", TONGUES.values(), ids=lambda t: t.code)


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@EVERY
def test_every_sentence_is_there_with_the_same_gaps(spoken: Tongue) -> None:
    assert set(spoken.sayings) == set(ENGLISH.sayings)
    for key, text in spoken.sayings.items():
        theirs = gaps(ENGLISH.sayings[key])
        assert gaps(text) == theirs, key
        assert text.strip()
        assert "!" not in text


@EVERY
def test_a_week_a_year_and_every_stage_and_kind_have_their_words(spoken: Tongue) -> None:
    assert (len(set(spoken.weekdays)), len(set(spoken.months))) == (7, 12)
    over = ENDS | {Stage.AGREED, Stage.FULFILLED}
    assert set(spoken.steps) == set(Stage) - over
    assert set(spoken.kinds) == set(IssueKind) - {IssueKind.OTHER}


@pytest.mark.parametrize("key", [k for k in ENGLISH.sayings if k not in {"and"}])
def test_spanish_is_not_english(key: str) -> None:
    assert TONGUES["es"].sayings[key] != ENGLISH.sayings[key] or gaps(ENGLISH.sayings[key])


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
