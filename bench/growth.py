"""How the solver's time grows with terms and options, and its plot."""

import resource
import tracemalloc
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import numpy as np

from bot.bargaining.fairness import fair
from bot.bargaining.problem import FrontierTooLarge, Problem

TWO_SIDES = ((2, 10), (5, 10), (10, 10), (15, 10), (20, 10), (30, 10), (40, 10))
THREE_SIDES = ((2, 5), (4, 5), (6, 5), (8, 5), (9, 5), (9, 6), (10, 5))
REPEATS = 5


@dataclass(frozen=True, slots=True)
class Point:
    """One size. seconds: the median of a few problems. answered: of how many in all."""

    sides: int
    terms: int
    options: int
    seconds: float
    memory: float
    answered: int
    tried: int

    @property
    def packages(self) -> float:
        return float(self.options) ** self.terms

    def __str__(self) -> str:
        return (
            f"{self.sides} sides, {self.terms:>2} terms of {self.options:>2}: "
            f"{self.packages:8.1e} packages  {1000 * self.seconds:7.2f} ms  "
            f"{self.memory:6.2f} MB  {self.answered} of {self.tried} answered"
        )


def random_problem(sides: int, terms: int, options: int, seed: int) -> Problem:
    """Additive worths: uneven weights, options in order, the sides mostly opposed."""
    rng = np.random.default_rng(seed)
    worths = []
    for side in range(sides):
        weights = rng.dirichlet(np.ones(terms))
        curves = np.sort(rng.uniform(size=(terms, options)), axis=1)
        turned = rng.uniform(size=terms) < (0.2 if side % 2 == 0 else 0.8)
        curves[turned] = curves[turned, ::-1]
        worths.append(tuple(tuple(map(float, w * c)) for w, c in zip(weights, curves, strict=True)))
    return Problem(tuple(worths), (0.0,) * sides)


def grow(sides: int, sizes: Sequence[tuple[int, int]]) -> Iterator[Point]:
    for terms, options in sizes:
        problems = [random_problem(sides, terms, options, seed) for seed in range(REPEATS)]
        times, answered = [], 0
        for problem in problems:
            start = perf_counter()
            with suppress(FrontierTooLarge):
                answered += fair(problem) is not None
            times.append(perf_counter() - start)
        memory = peak_memory(problems[0])
        yield Point(sides, terms, options, float(np.median(times)), memory, answered, REPEATS)


def peak_memory(problem: Problem) -> float:
    """The most memory that solving takes at a time, in MB, as Python and numpy allot it."""
    tracemalloc.start()
    with suppress(FrontierTooLarge):
        fair(problem)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def process_memory() -> float:
    """The most memory that this process has held, in MB; Linux counts it in KiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def draw(points: Sequence[Point], path: Path) -> None:
    """Time against the number of packages, both logarithmic, one line per number of sides."""
    from matplotlib.figure import Figure  # here alone, so that figures need no plot library

    figure = Figure(figsize=(7, 4), layout="constrained")
    axes = figure.subplots()
    for sides, marker in ((2, "o"), (3, "s")):
        line = [p for p in points if p.sides == sides]
        axes.loglog(
            [p.packages for p in line],
            [1000 * p.seconds for p in line],
            marker=marker,
            label=f"{sides} sides",
        )
    axes.set_xlabel("packages on the table")
    axes.set_ylabel("milliseconds to the exact Nash package")
    axes.grid(alpha=0.3)
    axes.legend()
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, dpi=140)
