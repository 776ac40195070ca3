"""What does not go together is asked again; what does is left alone."""

from dataclasses import replace

from bot.bargaining.answers import Answers, Compared
from bot.bargaining.consistency import Kind, rechecks

RATED = Answers(
    (3, 3, 3),
    matters=(0, 1),
    importance={0: 10, 1: 6, 2: 2},
    stars={(t, o): (1, 3, 5)[o] for t in range(3) for o in range(3)},
)


def kinds(answers: Answers) -> set[Kind]:
    return {r.kind for r in rechecks(answers)}


def test_answers_that_go_together_are_left_alone() -> None:
    fitting = Compared((2, 0, 0), (0, 0, 2), 1)
    assert rechecks(RATED) == ()
    assert rechecks(replace(RATED, compared=(fitting,))) == ()
    assert rechecks(Answers((3, 3))) == ()


def test_a_term_named_first_with_clearly_less_importance_is_asked_about() -> None:
    (found,) = rechecks(replace(RATED, matters=(1, 0)))
    assert found.kind is Kind.ORDER
    assert found.terms == (1, 0)
    assert found.surprise == 0.4


def test_stars_against_a_terms_direction_are_asked_about() -> None:
    (found,) = rechecks(Answers((4, 4), directions={0: 1}, stars={(0, 0): 5, (0, 3): 1}))
    assert found.kind is Kind.STARS
    assert found.terms == (0,)
    assert found.surprise == 1.0


def test_stars_against_an_order_of_options_are_asked_about() -> None:
    stars = {(0, 0): 4, (0, 1): 1, (0, 2): 1, (0, 3): 2}
    (found,) = rechecks(Answers((4,), orders={0: ((3,), (0,), (1, 2))}, stars=stars))
    assert (found.kind, found.surprise) == (Kind.STARS, 0.5)
    (unnamed,) = rechecks(Answers((4,), orders={0: ((3,),)}, stars=stars))
    assert unnamed.kind is Kind.STARS


def test_one_star_apart_and_tied_options_are_no_matter() -> None:
    near = {(0, 0): 3, (0, 1): 2, (0, 2): 5}
    assert rechecks(Answers((3,), directions={0: 1}, stars=near)) == ()
    tied = {(0, 0): 1, (0, 1): 5, (0, 2): 5}
    assert rechecks(Answers((3,), orders={0: ((0, 1, 2),)}, stars=tied)) == ()


def test_one_point_apart_is_no_matter() -> None:
    assert rechecks(replace(RATED, matters=(1, 0), importance={0: 7, 1: 6})) == ()


def test_tied_terms_may_have_any_importance() -> None:
    assert rechecks(replace(RATED, matters=((0, 1),))) == ()


def test_a_tap_against_all_else_is_asked_about_with_its_terms() -> None:
    odd = Compared((0, 0, 2), (2, 0, 0), 1)
    (found,) = rechecks(replace(RATED, compared=(odd,)))
    assert found.kind is Kind.TAP
    assert found.tap == odd
    assert found.terms == (0, 2)
    assert found.surprise > 0.9


def test_either_is_never_asked_about() -> None:
    assert rechecks(replace(RATED, compared=(Compared((0, 0, 2), (2, 0, 0), 0),))) == ()


def test_a_tap_against_no_deal_is_checked_too() -> None:
    odd = Compared((2, 2, 2), None, -1)
    assert kinds(replace(RATED, compared=(odd,), no_deal=0.1)) == {Kind.TAP}


def test_only_the_best_option_counting_in_most_terms_is_asked_about() -> None:
    steep = {(t, o): 5 if o == 2 else 1 for t in range(3) for o in range(3)}
    (found,) = rechecks(replace(RATED, stars=steep))
    assert found.kind is Kind.ALL_OR_NOTHING
    assert found.terms == (0, 1, 2)


def test_one_such_term_or_terms_of_two_options_are_no_matter() -> None:
    one = {**RATED.stars, (0, 0): 1, (0, 1): 1, (0, 2): 5}
    assert rechecks(replace(RATED, stars=one)) == ()
    yes_or_no = {(t, o): 5 if o else 1 for t in range(3) for o in range(2)}
    assert rechecks(Answers((2, 2, 2), stars=yes_or_no)) == ()


def test_the_most_surprising_comes_first() -> None:
    odd = Compared((0, 0, 2), (2, 0, 0), 1)
    found = rechecks(replace(RATED, matters=(1, 0), compared=(odd,)))
    assert [r.kind for r in found] == [Kind.TAP, Kind.ORDER]
