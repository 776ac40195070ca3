"""Walk-aways: tested by a tap, never raised by one, never below today's terms."""

from bot.bargaining.answers import Compared
from bot.bargaining.limits import held, probe, worth

WORTHS = ((0.0, 0.2, 0.4), (0.0, 0.1, 0.3, 0.6))
TODAY = (0, 1)


def test_a_limit_is_probe_a_package_half_way_to_it_with_few_changes() -> None:
    package = probe(WORTHS, TODAY, 0.7)
    assert package is not None
    assert 0.1 < worth(WORTHS, package) < 0.7
    assert abs(worth(WORTHS, package) - 0.4) < 0.11
    assert package == (0, 2) or package == (2, 0)


def test_a_limit_at_or_near_todays_terms_needs_no_test() -> None:
    assert probe(WORTHS, TODAY, 0.1) is None
    assert probe(WORTHS, TODAY, 0.15) is None
    assert probe(WORTHS, TODAY, -1.0) is None


def test_who_would_sign_below_its_limit_has_a_lower_one() -> None:
    below = (0, 2)
    for tap in (Compared(below, TODAY, 1), Compared(below, None, 1), Compared(TODAY, below, -1)):
        assert held(WORTHS, 0.7, (tap,), TODAY) == worth(WORTHS, below)


def test_who_would_not_keeps_it() -> None:
    for tap in (
        Compared((0, 2), TODAY, -1),
        Compared((0, 2), TODAY, 0),
        Compared((0, 2), (1, 2), 1),
        Compared(TODAY, None, -1),
    ):
        assert held(WORTHS, 0.7, (tap,), TODAY) == 0.7


def test_no_tap_raises_a_limit() -> None:
    assert held(WORTHS, 0.2, (Compared((2, 3), TODAY, 1),), TODAY) == 0.2


def test_a_limit_is_never_below_todays_terms() -> None:
    assert held(WORTHS, 0.0, (), TODAY) == 0.1
    assert held(WORTHS, 0.7, (Compared((0, 0), TODAY, 1),), TODAY) == 0.1


def test_many_terms_are_looked_through_in_reach_of_today() -> None:
    worths = tuple(tuple(0.01 * o for o in range(10)) for _ in range(12))
    package = probe(worths, (0,) * 12, 1.0)
    assert package is not None
    assert 0 < worth(worths, package) < 1.0
