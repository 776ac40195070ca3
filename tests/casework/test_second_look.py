"""What a side's answers leave unclear is asked once more: kindly, and of that side alone."""

import pytest

from bot.casework.packages import second_look
from bot.mediation.caucus import Choice, Preference, Ratings, Wish
from bot.mediation.terms import Agenda
from tests.casework.fakes import TERMS
from tests.mediation.parts import BUYER

AGENDA = Agenda(TERMS)
KEYS = [t.key for t in TERMS]
BEST = {
    (t.key, o): 5 if o == len(t.options) - 1 else 1 for t in TERMS for o in range(len(t.options))
}
AGAINST_THE_WAY = Ratings(wishes={KEYS[0]: Wish.MORE}, stars={(KEYS[0], 0): 5, (KEYS[0], 1): 1})


def asked_of(ratings: Ratings) -> str | None:
    return second_look(AGENDA, BUYER, ratings)


def test_answers_that_go_together_get_no_second_look() -> None:
    assert asked_of(Ratings()) is None
    assert asked_of(Ratings(matters=(KEYS[0], KEYS[1]))) is None


def test_an_order_against_the_points_names_both_terms() -> None:
    said = Ratings(matters=(KEYS[0], KEYS[1]), importance={KEYS[0]: 3, KEYS[1]: 9})
    question = asked_of(said)
    assert question is not None
    assert AGENDA.terms[0].name in question
    assert AGENDA.terms[1].name in question
    assert question.endswith("?")


def test_stars_against_the_wished_direction_name_the_term_and_what_counts() -> None:
    question = asked_of(AGAINST_THE_WAY)
    assert question is not None
    assert AGENDA.terms[0].name in question
    assert "Your stars are what counts" in question
    assert question.endswith("?")


def test_stars_against_what_the_library_took_for_granted_contradict_nobody() -> None:
    assert asked_of(Ratings(stars=AGAINST_THE_WAY.stars)) is None


def test_ratings_of_the_best_option_alone_are_asked_about_as_a_help() -> None:
    question = asked_of(Ratings(stars=BEST))
    assert question is not None
    assert "more room" in question


def test_a_tap_against_everything_else_is_asked_about() -> None:
    wishes = {(k, o): o + 1 for k, o in BEST if o < 5}
    worst = tuple(0 for _ in TERMS)
    best = tuple(len(t.options) - 1 for t in TERMS)
    odd = Preference(worst, best, Choice.FIRST)
    question = asked_of(Ratings(stars=wishes, preferences=(odd,)))
    assert question is not None
    assert "once more" in question


@pytest.mark.parametrize(
    "said",
    [
        Ratings(matters=(KEYS[0], KEYS[1]), importance={KEYS[0]: 3, KEYS[1]: 9}),
        Ratings(stars=BEST),
        AGAINST_THE_WAY,
    ],
)
def test_nobody_is_accused(said: Ratings) -> None:
    question = asked_of(said) or ""
    for word in ("wrong", "error", "inconsistent", "lie", "mistake", "!"):
        assert word not in question.casefold().replace("supplier", "")
