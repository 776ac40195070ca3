"""Settling a round: only what every side could sign, and no side counts more than another."""

from hypothesis import given
from hypothesis import strategies as st

from bot.mediation.people import SideId
from bot.mediation.proposals import MAX_ROUNDS, settle

A, B, C = SideId("a"), SideId("b"), SideId("c")
answers = st.dictionaries(
    st.sampled_from([A, B, C]), st.frozensets(st.integers(0, 2)), min_size=2, max_size=3
)


def test_three_rounds_are_the_most() -> None:
    assert MAX_ROUNDS == 3


def test_the_offer_that_all_could_sign_is_settled() -> None:
    assert settle({A: frozenset({0, 2}), B: frozenset({2})}) == 2


def test_of_several_the_menus_first_is_taken() -> None:
    assert settle({A: frozenset({2, 1}), B: frozenset({1, 2})}) == 1


def test_without_a_common_one_nothing_is_settled() -> None:
    assert settle({A: frozenset({0}), B: frozenset({1})}) is None
    assert settle({A: frozenset({0, 1, 2}), B: frozenset()}) is None
    assert settle({}) is None


@given(answers)
def test_what_is_settled_every_side_could_sign_and_nothing_earlier_could_all(
    could_sign: dict[SideId, frozenset[int]],
) -> None:
    settled = settle(could_sign)
    common = [n for n in range(3) if all(n in signs for signs in could_sign.values())]
    assert settled == (common[0] if common else None)


@given(answers, st.permutations([A, B, C]))
def test_it_does_not_matter_which_side_is_which(
    could_sign: dict[SideId, frozenset[int]], names: list[SideId]
) -> None:
    renamed = dict(zip(names, could_sign.values(), strict=False))
    assert settle(renamed) == settle(could_sign)
    assert settle(dict(reversed(could_sign.items()))) == settle(could_sign)


@given(answers)
def test_one_decline_of_everything_is_enough(could_sign: dict[SideId, frozenset[int]]) -> None:
    assert settle({**could_sign, C: frozenset()}) is None
