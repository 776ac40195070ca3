"""Our exact Nash package against NegMAS's, on the largest problems that both can do.

NegMAS (Mohammad, Nakadai and Greenwald, 2021) is an extra of the benchmark alone:
`pip install negmas`. Without it the comparison is left out, and the benchmark says so.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from time import perf_counter

from bench.growth import random_problem
from bot.bargaining.fairness import fair
from bot.bargaining.problem import Problem

SIZES = ((2, 4, 10), (2, 5, 10), (2, 6, 9), (3, 5, 6), (3, 6, 7), (3, 6, 9))
"""Sides, terms, options: up to half a million packages, a minute or so of NegMAS's time."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Seconds of both on one problem, the least of three tries.

    product: NegMAS's product of gains as a part of ours.
    """

    sides: int
    packages: int
    ours: float
    theirs: float
    product: float

    @property
    def ratio(self) -> float:
        return self.theirs / self.ours

    def __str__(self) -> str:
        return (
            f"NegMAS, {self.sides} sides, {self.packages} packages: theirs "
            f"{1000 * self.theirs:.1f} ms, ours {1000 * self.ours:.2f} ms, {self.ratio:.0f} times; "
            f"their product of gains is {self.product:.4f} of ours"
        )


class NotInstalled(Exception):
    """NegMAS is not here; `str()` says how to get it."""


def compared() -> Iterator[Compared]:
    """Both on problems of growing size. Raises NotInstalled."""
    try:
        import_module("negmas")
    except ImportError as missing:
        raise NotInstalled("NegMAS is not installed (pip install negmas)") from missing
    for sides, terms, options in SIZES:
        problem = random_problem(sides, terms, options, seed=11)
        ours, mine = _timed(lambda p: math.prod(_solved(p)), problem)
        theirs, other = _timed(_nash_product, problem)
        yield Compared(sides, options**terms, ours, theirs, other / mine)


def _timed(solve: Callable[[Problem], float], problem: Problem) -> tuple[float, float]:
    """The least seconds of three tries, and what was found."""
    times = []
    for _ in range(3):
        start = perf_counter()
        found = solve(problem)
        times.append(perf_counter() - start)
    return min(times), found


def _solved(problem: Problem) -> tuple[float, ...]:
    solution = fair(problem)
    assert solution is not None  # no deal is worth 0 here, and every package more
    return solution.worths


def _nash_product(problem: Problem) -> float:
    """The Nash product by NegMAS: its frontier, then its Nash point."""
    negmas = import_module("negmas")
    functions = import_module("negmas.preferences")
    values = import_module("negmas.preferences.value_fun")
    operations = import_module("negmas.preferences.ops")
    issues = [negmas.make_issue(list(range(n)), f"term{t}") for t, n in enumerate(problem.options)]
    sides = [
        functions.LinearAdditiveUtilityFunction(
            values=[values.TableFun(dict(enumerate(term))) for term in side],
            weights=[1.0] * len(side),
            issues=issues,
            reserved_value=0.0,
        )
        for side in problem.worths
    ]
    frontier, _ = operations.pareto_frontier(sides, issues=issues)
    points = operations.nash_points(sides, frontier, issues=issues)
    return math.prod(float(worth) for worth in points[0][0])
