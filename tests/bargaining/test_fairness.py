"""Worked examples from the sources, with their intermediate values."""

import math
from itertools import combinations, product

import pytest

from bot.bargaining.fairness import Rule, best, fair, rules_of, score
from bot.bargaining.frontier import frontier
from bot.bargaining.problem import Problem
from tests.bargaining.made import additive, large, points


class TestBillAndJack:
    """Nash (1950), section "Examples": two boys trade what each owns, without money."""

    goods = ("book", "whip", "ball", "bat", "box", "pen", "toy", "knife", "hat")
    to_bill = (2, 2, 2, 2, 4, 10, 4, 6, 2)
    to_jack = (4, 2, 1, 2, 1, 1, 1, 2, 2)
    bills = 5  # the first five are Bill's

    def problem(self) -> Problem:
        """Option 1 of each good: it changes hands. No deal: everybody keeps what he has."""
        bill = [[0, -u] if g < self.bills else [0, u] for g, u in enumerate(self.to_bill)]
        jack = [[0, u] if g < self.bills else [0, -u] for g, u in enumerate(self.to_jack)]
        return Problem(additive(bill, jack), (0.0, 0.0))

    def test_bill_gives_book_whip_ball_and_bat_for_pen_toy_and_knife(self) -> None:
        solution = fair(self.problem())
        assert solution is not None
        traded = {g for g, o in zip(self.goods, solution.package, strict=True) if o}
        assert traded == {"book", "whip", "ball", "bat", "pen", "toy", "knife"}

    def test_bill_gains_twelve_and_jack_five(self) -> None:
        solution = fair(self.problem())
        assert solution is not None
        assert solution.worths == pytest.approx((12.0, 5.0))
        assert Rule.NASH in solution.rules


class TestMonotonicity:
    """Kalai and Smorodinsky (1975): two sets, the second everywhere as large as the first."""

    first = points((0, 1), (0.75, 0.75), (1, 0))
    second = points(*[(k / 100, 1 - 0.3 * k / 100) for k in range(101)])

    def test_nash_takes_the_corner_of_both_so_that_more_to_share_costs_the_second_side(
        self,
    ) -> None:
        one, other = fair(self.first), fair(self.second)
        assert one is not None
        assert other is not None
        assert one.worths == pytest.approx((0.75, 0.75))
        assert other.worths == pytest.approx((1.0, 0.7))
        assert other.worths[1] < one.worths[1]

    def test_kalai_smorodinsky_gives_both_more(self) -> None:
        one = fair(self.first, Rule.KALAI_SMORODINSKY)
        other = fair(self.second, Rule.KALAI_SMORODINSKY)
        assert one is not None
        assert other is not None
        assert one.worths == pytest.approx((0.75, 0.75))
        # The ideal point is (1, 1): 1 - 0.3 x = x gives x = 1 / 1.3, here on a grid of 0.01.
        assert other.worths[0] == pytest.approx(1 / 1.3, abs=0.01)
        assert other.worths[1] == pytest.approx(1 / 1.3, abs=0.01)


class TestAdjustedWinner:
    """Brams and Taylor (1996): the Trumps' divorce, 100 points a side over five goods."""

    donald = (
        10,
        40,
        10,
        38,
        2,
    )  # Connecticut estate, Palm Beach mansion, Plaza flat, triplex, cash
    ivana = (38, 20, 30, 10, 2)

    def problem(self) -> Problem:
        """The mansion, which changes hands in part, goes by fifteenths; the rest goes whole."""
        parts = [15 if good == 1 else 1 for good in range(5)]
        to_donald = [
            [points * (1 - k / n) for k in range(n + 1)]
            for points, n in zip(self.donald, parts, strict=True)
        ]
        to_ivana = [
            [points * k / n for k in range(n + 1)]
            for points, n in zip(self.ivana, parts, strict=True)
        ]
        return Problem(additive(to_donald, to_ivana), (0.0, 0.0))

    def test_each_first_takes_what_it_values_more(self) -> None:
        taken = [d > i for d, i in zip(self.donald, self.ivana, strict=True)]
        assert taken == [False, True, False, True, False]
        assert sum(d for d, won in zip(self.donald, taken, strict=True) if won) == 78
        assert sum(i for i, won in zip(self.ivana, taken, strict=True) if not won) == 70

    @pytest.mark.parametrize("rule", [Rule.EGALITARIAN, Rule.KALAI_SMORODINSKY])
    def test_two_fifteenths_of_the_mansion_make_both_equal(self, rule: Rule) -> None:
        # 78 - 40 x = 70 + 20 x gives x = 2 / 15, and 72 2/3 points to each.
        solution = fair(self.problem(), rule)
        assert solution is not None
        assert solution.package == (1, 2, 1, 0, 1)
        assert solution.worths == pytest.approx((72 + 2 / 3, 72 + 2 / 3))


class TestCampsite:
    """CaSiNo (Chawla et al., 2021): three units each of food, water and firewood, worth 5, 4 and 3
    a unit by each side's own order."""

    def problem(self, one: tuple[int, ...], other: tuple[int, ...]) -> Problem:
        mine = [[u * k for k in range(4)] for u in one]
        yours = [[u * (3 - k) for k in range(4)] for u in other]
        return Problem(additive(mine, yours), (0.0, 0.0))

    def test_opposite_orders_trade_first_for_last_and_split_the_middle(self) -> None:
        solution = fair(self.problem((5, 4, 3), (3, 4, 5)))
        assert solution is not None
        assert solution.package[0] == 3
        assert solution.package[2] == 0
        assert sorted(solution.worths) == [19.0, 23.0]

    def test_equal_orders_leave_eighteen_points_each_at_most(self) -> None:
        solution = fair(self.problem((5, 4, 3), (5, 4, 3)))
        assert solution is not None
        assert math.prod(solution.worths) == max(
            a * (36 - a) for a in {5 * i + 4 * j + 3 * k for i, j, k in product(range(4), repeat=3)}
        )


def test_a_side_that_can_gain_nothing_leaves_the_rest_to_the_others() -> None:
    problem = points((0, 1, 4), (0, 3, 3), (0, 4, 1))
    solution = fair(problem)
    assert solution is not None
    assert solution.worths == (0.0, 3.0, 3.0)
    assert solution.shares[0] == 1.0


def test_where_no_package_meets_every_bar_there_is_no_fair_one() -> None:
    assert fair(points((1, 0), (0, 1), disagreement=(0.6, 0.6))) is None


def test_a_tie_goes_to_the_larger_smallest_share() -> None:
    solution = fair(points((1, 12), (3, 4), (4, 3), (12, 1)))
    assert solution is not None
    assert min(solution.worths) == 3.0


def test_a_walk_away_that_rules_out_nothing_of_interest_changes_nothing() -> None:
    problem = points((1, 12), (3, 4), (4, 3), (12, 1))
    limited = Problem(problem.worths, problem.disagreement, walk_aways=(2.0, None))
    assert fair(limited) == fair(problem)


def test_a_result_names_every_rule_that_it_satisfies_and_no_other() -> None:
    scored = score(TestMonotonicity.second)
    for rule in Rule:
        index = best(scored, rule)
        assert index is not None
        assert rule in rules_of(scored, index)
    nash, smorodinsky = best(scored, Rule.NASH), best(scored, Rule.KALAI_SMORODINSKY)
    assert nash is not None
    assert Rule.KALAI_SMORODINSKY not in rules_of(scored, nash)
    assert nash != smorodinsky


@pytest.mark.parametrize(("sides", "terms", "options"), [(2, 40, 10), (3, 10, 5)])
def test_of_too_many_packages_to_list_no_change_of_two_terms_betters_the_fair_one(
    sides: int, terms: int, options: int
) -> None:
    problem = large(sides, terms, options, seed=4)
    solution = fair(problem)
    assert solution is not None
    product_found = math.prod(solution.worths)
    tried = 0
    for s, t in combinations(range(terms), 2):
        for a, b in product(range(options), repeat=2):
            changed = list(solution.package)
            changed[s], changed[t] = a, b
            worths = [
                w
                - side[s][solution.package[s]]
                - side[t][solution.package[t]]
                + side[s][a]
                + side[t][b]
                for w, side in zip(solution.worths, problem.worths, strict=True)
            ]
            assert math.prod(worths) <= product_found * (1 + 1e-9)
            tried += 1
    assert tried > 1000


def test_an_efficient_package_of_many_terms_is_told_as_one_of_the_whole_frontier() -> None:
    problem = large(2, 7, 4, seed=2)
    whole = {tuple(row) for row in frontier(problem).worths.round(7).tolist()}
    part = score(problem, small=0, around=0.05)
    assert not part.complete
    assert {tuple(row) for row in part.front.worths.round(7).tolist()} <= whole
