"""What misreporting gains a side and costs the other, through the solver's whole way.

One side of every scenario reports falsely, each side in its turn, while the others are honest.
Differences are in true worth of the first package, on the 0 to 1 scale, against everybody honest.
Sharpened: importance and worths squared before they are rounded. All-or-nothing: the best option
has five stars and every other one. Inflated: the walk-away raised, in two designs. In the plain
one a named walk-away is the point from which gains are counted; in ours it is a bar alone, and
gains are counted from what holds today, which both sides know.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bench.packages import people_of
from bench.people import Person
from bench.scenarios import Scenario
from bot.bargaining.answers import Answers
from bot.bargaining.belief import believe
from bot.bargaining.fairness import fair
from bot.bargaining.problem import Package, Problem

INFLATED = (0.1, 0.2, 0.3)

Report = Callable[[Person, tuple[int, ...]], Answers]


@dataclass(frozen=True, slots=True)
class Effect:
    """Mean differences in true worth. lost: how often there was no deal, though honestly one."""

    what: str
    gains: float
    costs: float
    lost: int
    runs: int

    def __str__(self) -> str:
        return (
            f"{self.what:<38} gains {self.gains:+.3f}  costs the other {self.costs:+.3f}  "
            f"deal lost {self.lost} of {self.runs}"
        )


def honest(person: Person, options: tuple[int, ...]) -> Answers:
    return Answers(options, importance=person.importance(), stars=person.stars())


def sharpened(person: Person, options: tuple[int, ...]) -> Answers:
    weights = np.array(person.weights)
    top = float(weights.max()) or 1.0
    squared = tuple(
        (term - term.min()) ** 2 * (w / top) / (float(term.max() - term.min()) or 1.0)
        for term, w in zip(person.felt, person.weights, strict=True)
    )
    return honest(replace(person, felt=squared), options)


def all_or_nothing(person: Person, options: tuple[int, ...]) -> Answers:
    stars = {
        (t, o): 5 if value == term.max() else 1
        for t, term in enumerate(person.felt)
        for o, value in enumerate(term)
    }
    return Answers(options, importance=person.importance(), stars=stars)


def effects(scenarios: Sequence[Scenario]) -> tuple[Effect, ...]:
    """Every way of misreporting, over all scenarios of two sides that honest people settle."""
    usable = [s for s in scenarios if len(s.worths) == 2 and len(s.options) > 1]
    found = [
        _ratings("sharpened ratings", usable, sharpened),
        _ratings("all-or-nothing ratings", usable, all_or_nothing),
    ]
    for by in INFLATED:
        found.append(_limits(f"walk-away +{by}, gains counted from it", usable, by, plain=True))
        found.append(_limits(f"walk-away +{by}, a bar alone", usable, by, plain=False))
    return tuple(found)


def _ratings(what: str, scenarios: Sequence[Scenario], report: Report) -> Effect:
    def told(scenario: Scenario, liar: int | None) -> Package | None:
        people = _people(scenario)
        answers = [
            (report if side == liar else honest)(p, scenario.options)
            for side, p in enumerate(people)
        ]
        worths = tuple(believe(a).estimate() for a in answers)
        return _fair(Problem(worths, scenario.walk_aways, forbidden=scenario.forbidden))

    return _effect(what, scenarios, told)


def _limits(what: str, scenarios: Sequence[Scenario], by: float, *, plain: bool) -> Effect:
    def told(scenario: Scenario, liar: int | None) -> Package | None:
        worths = tuple(believe(honest(p, scenario.options)).estimate() for p in _people(scenario))
        stated = tuple(w + by if side == liar else w for side, w in enumerate(scenario.walk_aways))
        if plain:
            return _fair(Problem(worths, stated, forbidden=scenario.forbidden))
        return _fair(Problem(worths, scenario.walk_aways, stated, forbidden=scenario.forbidden))

    return _effect(what, scenarios, told)


def _effect(
    what: str,
    scenarios: Sequence[Scenario],
    told: Callable[[Scenario, int | None], Package | None],
) -> Effect:
    gains, costs, lost = [], [], 0
    for scenario in scenarios:
        before = told(scenario, None)
        if before is None:
            continue
        true = scenario.problem.worths_of(before)
        for liar in range(2):
            after = told(scenario, liar)
            lost += after is None
            worths = scenario.walk_aways if after is None else scenario.problem.worths_of(after)
            gains.append(worths[liar] - true[liar])
            costs.append(true[1 - liar] - worths[1 - liar])
    return Effect(what, float(np.mean(gains)), float(np.mean(costs)), lost, len(gains))


def _people(scenario: Scenario) -> tuple[Person, ...]:
    return people_of(scenario, noise=0.0, seed=1)


def _fair(problem: Problem) -> Package | None:
    solution = fair(problem)
    return None if solution is None else solution.package
