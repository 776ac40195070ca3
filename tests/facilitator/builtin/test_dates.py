"""A date in numbers is read as two days only where each side names one of the two."""

import pytest

from bot.facilitator import builtin_facilitator, load_library
from bot.mediation.issues import GapKind
from tests.facilitator.examples import brief

BUILTIN = builtin_facilitator(load_library())


def told(first: str, second: str) -> tuple[GapKind, tuple[str, ...]]:
    common = BUILTIN.frame(brief(first=(first, "", ""), second=(second, "", ""))).value
    return common.gap, common.understood_differently


def test_each_side_reads_its_own_day() -> None:
    gap, (sentence,) = told("The note said 3/4, so 3 April.", "We shipped it for March 4.")
    assert gap is GapKind.INTERPRETATION
    assert sentence == "What “3/4” stands for: for Brightmart, 3 April; for Nordpack, March 4."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The note said 3/4, so 3 April.", "It was for 3 April."),
        ("The note said 3/4.", "It was for March 4."),
        ("It was for 3 April.", "It was for March 4."),
        ("The note said 3/4, so 3 April.", "It was for 9 May."),
    ],
)
def test_else_nothing_is_read_into_it(first: str, second: str) -> None:
    assert told(first, second)[1] == ()
