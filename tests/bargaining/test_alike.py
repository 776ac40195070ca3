"""What a side has said the same of is worth the same, as far as is known."""

from dataclasses import replace

import pytest

from bot.bargaining.alike import alike
from bot.bargaining.answers import Answers, Compared
from bot.bargaining.belief import believe


def test_options_that_nothing_was_said_about_are_alike() -> None:
    assert alike(Answers((3, 1, 2))) == ((0, 1, 2), (4, 5))


def test_a_direction_or_an_order_tells_all_it_names_apart_and_not_the_rest() -> None:
    assert alike(Answers((3, 3), directions={0: 1})) == ((3, 4, 5),)
    assert alike(Answers((5,), orders={0: ((4,), (1, 2))})) == ((0, 3), (1, 2))


def test_equal_stars_are_alike_and_no_stars_are_not_three() -> None:
    said = Answers((4,), stars={(0, 0): 3, (0, 2): 3})
    assert alike(said) == ((0, 2), (1, 3))


def test_a_tap_tells_its_options_apart_where_its_packages_differ() -> None:
    silent = Answers((3, 3))
    between = replace(silent, compared=(Compared((0, 1), (1, 1), 1),))
    assert alike(between) == ((3, 4, 5),)
    against_none = replace(silent, compared=(Compared((0, 1), None, 1),))
    assert alike(against_none) == ((1, 2), (3, 5))


@pytest.mark.parametrize(
    ("term", "groups"), [(0, [(0, 1, 2, 3)]), (1, [(0, 1, 2)]), (2, [(0, 3), (1, 2)])]
)
def test_an_estimate_leaves_nothing_between_what_is_alike(
    term: int, groups: list[tuple[int, ...]]
) -> None:
    said = Answers((4, 3, 5), matters=(1,), stars={(2, 0): 2, (2, 3): 2, (2, 4): 5})
    worths = believe(said).estimate()[term]
    for group in groups:
        assert len({worths[o] for o in group}) == 1
