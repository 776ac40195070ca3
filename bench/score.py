"""How good menus are by the true worths: Nash ratios, efficiency, honest "no overlap"."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bench.packages import Outcome
from bench.scenarios import Scenario
from bot.bargaining.dominance import Floats
from bot.bargaining.fairness import Solution, fair
from bot.bargaining.frontier import frontier
from bot.bargaining.problem import Package, Problem

NEAR = 1e-9


@dataclass(frozen=True, slots=True)
class Score:
    """One scenario's marks. first, best: Nash ratios of the menu's first and best package.

    They are None where no package gives every side a gain, so that there is no ratio.
    improvable: whether the file's own deal can be bettered for one side at nobody's cost.
    """

    first: float | None
    best: float | None
    efficient: bool
    right_about_overlap: bool
    improvable: bool = False


def scored(scenario: Scenario, outcome: Outcome) -> Score:
    problem = scenario.problem
    fairest = fair(problem)
    top = product(problem, fairest)
    ratios = [nash_product(problem, p) / top if top > NEAR else 0.0 for p in outcome.menu]
    deal = scenario.human_deal
    return Score(
        first=(ratios[0] if ratios else 0.0) if top > NEAR else None,
        best=max(ratios, default=0.0) if top > NEAR else None,
        efficient=bool(outcome.menu) and is_efficient(problem, outcome.menu[0]),
        right_about_overlap=outcome.no_overlap == (fairest is None),
        improvable=deal is not None and can_be_bettered(problem, deal),
    )


def product(problem: Problem, solution: Solution | None) -> float:
    return 0.0 if solution is None else nash_product(problem, solution.package)


def nash_product(problem: Problem, package: Package) -> float:
    """The product of gains over no deal; 0 below a walk-away or where nobody may sign."""
    if not problem.allows(package):
        return 0.0
    worths = problem.worths_of(package)
    gains = [u - d for u, d in zip(worths, problem.disagreement, strict=True)]
    return math.prod(max(g, 0.0) for g in gains) if min(gains) >= -NEAR else 0.0


def is_efficient(problem: Problem, package: Package) -> bool:
    """Whether it is allowed, and no allowed package betters it for one side at nobody's cost."""
    return problem.allows(package) and not can_be_bettered(problem, package)


def can_be_bettered(problem: Problem, package: Package) -> bool:
    """Whether a package of the true frontier betters it for one side at nobody's cost."""
    own = np.array(problem.worths_of(package))
    worths = frontier(problem, above_bars=False).worths
    better = (worths >= own - NEAR).all(axis=1) & (worths > own + 1e-7).any(axis=1)
    return bool(better.any())


def summary(scores: Sequence[Score], outcomes: Sequence[Outcome]) -> str:
    """The figures of a run in a few lines."""
    level = outcomes[0].level if outcomes else "none"
    times = [o.ms for o in outcomes] or [0.0]
    lines = [f"{len(outcomes)} scenarios, level {level}"]
    if level == "settlement":
        lines.append(_settlements(scores, outcomes))
    else:
        lines += [
            _ratios("first package", [s.first for s in scores if s.first is not None]),
            _ratios("best of the menu", [s.best for s in scores if s.best is not None]),
            _share("first package efficient", [s.efficient for s in scores if s.first is not None]),
            _share("right about overlap", [s.right_about_overlap for s in scores]),
        ]
        taps = [max(o.taps) for o in outcomes] or [0]
        lines.append(f"taps a side       mean {np.mean(taps):.1f}  most {max(taps)}")
    lines.append(f"milliseconds      median {np.median(times):.1f}  most {max(times):.1f}")
    return "\n".join(lines)


def _settlements(scores: Sequence[Score], outcomes: Sequence[Outcome]) -> str:
    found = sum(s.improvable and bool(o.menu) for s, o in zip(scores, outcomes, strict=True))
    idle = sum(bool(o.menu) and not s.improvable for s, o in zip(scores, outcomes, strict=True))
    improvable = sum(s.improvable for s in scores)
    return f"improvable deals  {improvable}, found {found}, proposed on the others {idle}"


def _ratios(what: str, values: Sequence[float]) -> str:
    if not values:
        return f"{what}: no scenario has a gain for every side"
    ratios: Floats = np.array(values)
    return (
        f"{what:<17} mean {ratios.mean():.4f}  10th percentile {np.quantile(ratios, 0.1):.4f}"
        f"  minimum {ratios.min():.4f}  ({len(ratios)} with a gain for every side)"
    )


def _share(what: str, values: Sequence[bool]) -> str:
    return f"{what}: {sum(values)} of {len(values)}"
