"""A standstill holds once every side has agreed, and until the end of its day."""

from datetime import date, timedelta

import pytest

from bot.mediation.people import SideId
from bot.mediation.refusals import MovedOn, NotEntitled
from bot.mediation.standstill import Standstill

A, B = SideId("a"), SideId("b")
FRIDAY = date(2026, 3, 6)
PROPOSED = Standstill("No deductions.", FRIDAY, A, frozenset({A}))


def test_proposed_by_one_side_it_does_not_hold_yet() -> None:
    assert not PROPOSED.holds(frozenset({A, B}), FRIDAY)


def test_it_holds_until_the_end_of_its_day() -> None:
    agreed = PROPOSED.agreed(B, FRIDAY)
    assert agreed.holds(frozenset({A, B}), FRIDAY)
    assert not agreed.holds(frozenset({A, B}), FRIDAY + timedelta(days=1))


def test_the_side_that_proposed_it_has_said_so_already() -> None:
    with pytest.raises(NotEntitled, match="the others are still to say"):
        PROPOSED.agreed(A, FRIDAY)


def test_nobody_agrees_to_a_day_that_has_passed() -> None:
    with pytest.raises(MovedOn, match="has passed"):
        PROPOSED.agreed(B, FRIDAY + timedelta(days=1))


def test_with_three_sides_all_have_to_agree() -> None:
    three = frozenset({A, B, SideId("c")})
    two = PROPOSED.agreed(B, FRIDAY)
    assert not two.holds(three, FRIDAY)
    assert two.agreed(SideId("c"), FRIDAY).holds(three, FRIDAY)
