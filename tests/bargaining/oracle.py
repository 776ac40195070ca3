"""The answers by trying every package: slow, plain, and written apart from the solver."""

import math
import random
from itertools import product

from bot.bargaining.problem import Package, Problem

NEAR = 1e-9


def feasible(problem: Problem) -> list[Package]:
    """Every package that no mark rules out and that meets every bar."""
    shape = [len(term) for term in problem.worths[0]]
    marked = {(t, o) for _, t, o in problem.never}
    found = []
    for package in product(*(range(n) for n in shape)):
        chosen = set(enumerate(package))
        if chosen & marked or any(c <= chosen for c in problem.forbidden):
            continue
        limits = zip(problem.disagreement, problem.walk_aways, strict=True)
        bars = [d if w is None else max(d, w) for d, w in limits]
        if all(u >= b - NEAR for u, b in zip(worths(problem, package), bars, strict=True)):
            found.append(package)
    return found


def worths(problem: Problem, package: Package) -> tuple[float, ...]:
    return tuple(math.fsum(side[t][o] for t, o in enumerate(package)) for side in problem.worths)


def efficient_worths(problem: Problem) -> set[tuple[float, ...]]:
    """Worths, rounded, of the packages that no feasible package betters."""
    points = {tuple(round(u, 7) for u in worths(problem, p)) for p in feasible(problem)}
    return {p for p in points if not any(_betters(q, p) for q in points)}


def best_product(problem: Problem) -> float:
    """The largest product of gains over no deal."""
    return max(
        math.prod(
            max(u - d, 0.0) for u, d in zip(worths(problem, p), problem.disagreement, strict=True)
        )
        for p in feasible(problem)
    )


def best_smallest(problem: Problem, units: list[float]) -> float:
    """The largest smallest gain, each side's gain in its own unit."""
    return max(
        min(
            (u - d) / unit
            for u, d, unit in zip(worths(problem, p), problem.disagreement, units, strict=True)
        )
        for p in feasible(problem)
    )


def _betters(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one != other and all(a >= b for a, b in zip(one, other, strict=True))


def random_problem(seed: int) -> Problem:
    """A small problem with marks, ties, zero weights and single options, the same for a seed."""
    rng = random.Random(seed)
    sides = rng.choice([2, 2, 2, 3, 3, 4])
    shape = [rng.choice([1, 2, 3, 4]) for _ in range(rng.choice([1, 2, 3, 4]))]
    grid = rng.choice([0, 0, 4])
    values = tuple(
        tuple(tuple(_value(rng, grid) * weight for _ in range(n)) for n, weight in side)
        for side in [
            [(n, rng.choice([0.0, 1.0, rng.random()])) for n in shape] for _ in range(sides)
        ]
    )
    options = [(t, o) for t, n in enumerate(shape) for o in range(n)]
    never = {(rng.randrange(sides), *rng.choice(options)) for _ in range(rng.choice([0, 0, 1, 2]))}
    forbidden = tuple(
        frozenset(rng.sample(options, min(len(options), rng.choice([1, 2, 2, 3]))))
        for _ in range(rng.choice([0, 0, 1, 3]))
    )
    most = [sum(max(term) for term in side) for side in values]
    return Problem(
        worths=values,
        disagreement=tuple(m * rng.choice([0.0, 0.1, 0.3]) for m in most),
        walk_aways=tuple(rng.choice([None, None, m * 0.4]) for m in most),
        never=frozenset(never),
        forbidden=forbidden,
    )


def _value(rng: random.Random, grid: int) -> float:
    return rng.randrange(grid + 1) / grid if grid else rng.random()
