"""Even swaps, from one side's own worths alone (Hammond, Keeney and Raiffa, 1998)."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.bargaining.problem import Malformed, Worths
from bot.bargaining.swaps import cheapest_gives, dearest_gains, even_swaps

# Payment days (30, 45, 60) and price (0 %, -1 %, -2 %), as a seller sees them; today 45 and -1 %.
SELLER: Worths = ((0.30, 0.15, 0.0), (0.5, 0.34, 0.0))
TODAY = (1, 1)


def test_fifteen_days_less_are_worth_about_as_much_as_one_percent_of_price() -> None:
    gains = {s.get: s for s in even_swaps(SELLER, TODAY)}
    assert gains[1, 0].give == (0, 2)
    assert round(gains[1, 0].gap, 9) == 0.01


def test_a_swap_that_leaves_the_side_worse_off_is_none() -> None:
    assert (0, 0) not in {s.get for s in even_swaps(SELLER, TODAY)}


def test_what_it_values_most_and_what_costs_it_least_come_first() -> None:
    assert [(m.term, m.option) for m in dearest_gains(SELLER, TODAY)] == [(1, 0), (0, 0)]
    assert [(m.term, m.option) for m in cheapest_gives(SELLER, TODAY)] == [(0, 2), (1, 2)]
    assert [(m.term, m.option) for m in dearest_gains(SELLER, TODAY, limit=1)] == [(1, 0)]


def test_who_has_the_best_of_everything_has_nothing_to_gain() -> None:
    assert dearest_gains(SELLER, (0, 0)) == ()
    assert even_swaps(SELLER, (0, 0)) == ()
    assert cheapest_gives(SELLER, (2, 2)) == ()


def test_what_a_side_can_never_do_is_neither_given_nor_got() -> None:
    never = {(0, 2), (1, 0)}
    assert even_swaps(SELLER, TODAY, never=never) == ()
    assert [(m.term, m.option) for m in dearest_gains(SELLER, TODAY, never=never)] == [(0, 0)]
    assert [(m.term, m.option) for m in cheapest_gives(SELLER, TODAY, never=never)] == [(1, 2)]


def test_a_swap_leads_to_no_forbidden_combination() -> None:
    apart = frozenset({(0, 2), (1, 0)})
    assert even_swaps(SELLER, TODAY)[0].get == (1, 0)
    assert even_swaps(SELLER, TODAY, forbidden=(apart,)) == ()
    beside_today = frozenset({(0, 1), (1, 0)})
    gains = dearest_gains(SELLER, TODAY, forbidden=(beside_today,))
    assert [(m.term, m.option) for m in gains] == [(0, 0)]
    assert cheapest_gives(SELLER, TODAY, forbidden=(frozenset({(0, 2), (1, 1)}),))[0].term == 1
    # What the other move leaves behind is no longer there to stand together with.
    assert even_swaps(SELLER, TODAY, forbidden=(beside_today,))[0].get == (1, 0)


@pytest.mark.parametrize(
    ("worths", "today"),
    [
        (SELLER, (1,)),
        (SELLER, (1, 3)),
        (SELLER, (-1, 0)),
        (((math.nan, 1.0), (0.0, 1.0)), (0, 0)),
        (((math.inf, 1.0), (0.0, 1.0)), (0, 0)),
    ],
)
def test_what_describes_no_side_is_refused(worths: Worths, today: tuple[int, ...]) -> None:
    for asked in (even_swaps, dearest_gains, cheapest_gives):
        with pytest.raises(Malformed):
            asked(worths, today)


sides = st.lists(
    st.lists(st.floats(0, 1), min_size=1, max_size=4).map(tuple), min_size=1, max_size=4
).map(tuple)


@given(sides, st.data())
def test_every_swap_is_against_today_within_a_sides_own_worths(
    worths: Worths, data: st.DataObject
) -> None:
    today = tuple(data.draw(st.integers(0, len(term) - 1)) for term in worths)
    for swap in even_swaps(worths, today):
        assert swap.get[0] != swap.give[0]
        gain = worths[swap.get[0]][swap.get[1]] - worths[swap.get[0]][today[swap.get[0]]]
        cost = worths[swap.give[0]][today[swap.give[0]]] - worths[swap.give[0]][swap.give[1]]
        assert gain > 0
        assert cost > 0
        assert abs(swap.gap - (gain - cost)) < 1e-12
        assert swap.gap >= -1e-9
    assert all(m.worth > 0 for m in dearest_gains(worths, today))
    assert all(m.worth <= 0 for m in cheapest_gives(worths, today))
