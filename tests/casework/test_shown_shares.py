"""What each side gains is told in tens, and never against the order of the packages."""

import random
from math import prod

from bot.casework.shown_shares import in_tens


def test_each_share_is_rounded_to_the_nearest_ten() -> None:
    shown = in_tens([(0.74, 0.66), (0.55, 0.04)], first_has_most=False)
    assert shown[0] == (70, 70)
    assert shown[1][1] == 0


def test_a_package_that_only_rounding_lifts_above_the_first_is_rounded_down() -> None:
    shares = [(0.64, 0.64), (0.72, 0.56)]
    assert prod(shares[0]) > prod(shares[1])
    assert in_tens(shares, first_has_most=False) == ((60, 60), (70, 60))
    assert in_tens(shares, first_has_most=True) == ((60, 60), (70, 50))


def test_the_first_is_rounded_up_where_that_is_nearer() -> None:
    assert in_tens([(0.649, 0.8), (0.7, 0.71)], first_has_most=True) == ((70, 80), (70, 70))
    shown = in_tens([(0.649, 0.75), (0.7, 0.69)], first_has_most=True)
    assert prod(shown[0]) >= prod(shown[1])


def test_the_order_that_is_stated_is_the_order_that_is_shown() -> None:
    turned, rng = 0, random.Random(1)
    for _ in range(200):
        sides = rng.randint(2, 4)
        packages = [tuple(rng.uniform(0, 1) ** 0.3 for _ in range(sides)) for _ in range(3)]
        packages.sort(key=prod, reverse=True)
        shown = in_tens(packages, first_has_most=True)
        assert all(prod(row) <= prod(shown[0]) for row in shown)
        for row, shares in zip(shown, packages, strict=True):
            assert all(abs(s / 100 - share) < 0.1 for s, share in zip(row, shares, strict=True))
        turned += shown != in_tens(packages, first_has_most=False)
    assert turned > 5


def test_equal_shares_of_a_package_are_told_alike_whoever_comes_first() -> None:
    packages = [(0.65, 0.65, 0.8), (0.75, 0.55, 0.76)]
    shown = in_tens(packages, first_has_most=True)
    assert shown[0][0] == shown[0][1]
    turned = in_tens([p[::-1] for p in packages], first_has_most=True)
    assert [row[::-1] for row in turned] == list(shown)
