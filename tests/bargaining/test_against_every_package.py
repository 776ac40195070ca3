"""The solver against an oracle that tries every package."""

from collections import Counter
from dataclasses import replace

import pytest

from bot.bargaining.fairness import Rule, best, fair, score
from bot.bargaining.frontier import frontier
from bot.bargaining.problem import FrontierTooLarge, Problem
from tests.bargaining import oracle

SEEDS = range(2500)


def span(side: tuple[tuple[float, ...], ...]) -> float:
    return sum(max(term) - min(term) for term in side)


def test_the_frontier_is_what_nothing_betters() -> None:
    seen: Counter[str] = Counter()
    for seed in SEEDS:
        problem = oracle.random_problem(seed)
        found = frontier(problem)
        expected = oracle.efficient_worths(problem)
        got = {tuple(round(float(u), 7) + 0.0 for u in row) for row in found.worths}
        assert got == expected, seed
        assert len(found) == len(got), seed
        assert set(found.packages) <= set(oracle.feasible(problem)), seed
        seen[f"{problem.sides} sides"] += bool(got)
        seen["nothing feasible"] += not got
        seen["forbidden"] += bool(problem.forbidden and got)
        seen["never"] += bool(problem.never and got)
    assert min(seen.values()) > 100, seen


@pytest.mark.parametrize("rule", Rule)
def test_the_fair_package_is_the_best_by_its_rule(rule: Rule) -> None:
    reached = 0
    for seed in SEEDS:
        problem = oracle.random_problem(seed)
        solution = fair(problem, rule)
        packages = oracle.feasible(problem)
        assert (solution is None) == (not packages), seed
        if solution is None:
            continue
        reached += 1
        assert solution.package in packages
        assert rule in solution.rules
        check(problem, rule, solution.worths, seed)
    assert reached > 1500


def check(problem: Problem, rule: Rule, worths: tuple[float, ...], seed: int) -> None:
    gains = [u - d for u, d in zip(worths, problem.disagreement, strict=True)]
    if rule is Rule.NASH:
        product = 1.0
        for gain in gains:
            product *= max(gain, 0.0)
        most = most_gains(problem)
        if min(most) > 1e-6:
            assert product == pytest.approx(oracle.best_product(problem), abs=1e-9), seed
        return
    spans = [span(side) for side in problem.worths]
    units = most_gains(problem) if rule is Rule.KALAI_SMORODINSKY else spans
    if min(units) > 1e-6:
        smallest = min(g / u for g, u in zip(gains, units, strict=True))
        assert smallest == pytest.approx(oracle.best_smallest(problem, units), abs=1e-7), seed


def most_gains(problem: Problem) -> list[float]:
    unlimited = replace(problem, walk_aways=(None,) * problem.sides)
    every = [oracle.worths(problem, p) for p in oracle.feasible(unlimited)]
    return [max(u[s] for u in every) - problem.disagreement[s] for s in range(problem.sides)]


@pytest.mark.parametrize("rule", Rule)
def test_the_short_cut_finds_what_the_full_list_finds(rule: Rule) -> None:
    short = 0
    for seed in range(600):
        problem = oracle.random_problem(seed)
        if not oracle.feasible(problem):
            continue
        full = score(problem, rule=rule)
        part = score(problem, rule=rule, around=0.05, small=0)
        short += not part.complete
        one, other = best(full, rule), best(part, rule)
        assert one is not None
        assert other is not None
        assert part.shares[other] == pytest.approx(full.shares[one], abs=1e-7), seed
        rows = {tuple(round(float(u), 7) for u in row) for row in full.front.worths}
        assert {tuple(round(float(u), 7) for u in row) for row in part.front.worths} <= rows, seed
    assert short > 100


def test_a_frontier_past_the_stated_size_is_refused() -> None:
    side = tuple(tuple(2.0**-t * o for o in (0, 1)) for t in range(12))
    other = tuple(tuple(-u for u in term) for term in side)
    problem = Problem((side, other), (-10.0, -10.0))
    assert len(frontier(problem, max_points=5000)) == 4096
    with pytest.raises(FrontierTooLarge, match="more than 1000 packages"):
        frontier(problem, max_points=1000)
