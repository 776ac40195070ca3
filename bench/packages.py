"""Run scenarios through the solver's whole way, as the bot takes it, with simulated people."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from time import perf_counter

import numpy as np

from bench.forms import EITHER_OR, Level, filled_in
from bench.people import Person, person
from bench.scenarios import Scenario
from bot.bargaining.answers import Answers, Compared
from bot.bargaining.belief import Belief, believe
from bot.bargaining.menu import Menu, NoOverlap, propose_menu
from bot.bargaining.problem import Package
from bot.bargaining.proposal import propose
from bot.bargaining.question import next_question
from bot.bargaining.settlement import improvements


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one scenario. taps: per side, those of the quick form counted in."""

    name: str
    level: Level
    menu: tuple[Package, ...]
    taps: tuple[int, ...]
    no_overlap: bool
    ms: float

    def as_json(self) -> dict[str, object]:
        return {
            "name": self.name,
            "level": self.level,
            "menu": [list(package) for package in self.menu],
            "taps": list(self.taps),
            "no_overlap": self.no_overlap,
            "ms": round(self.ms, 3),
        }


def run(
    scenarios: Sequence[Scenario], level: Level, *, taps: int, noise: float, seed: int = 1
) -> Iterator[Outcome]:
    """One outcome a scenario. taps: the most either/or questions a side. noise: in worth."""
    for place, scenario in enumerate(scenarios):
        start = perf_counter()
        found, asked = _solved(scenario, level, taps=taps, noise=noise, seed=seed + 1000 * place)
        ms = 1000 * (perf_counter() - start)
        if isinstance(found, NoOverlap):
            yield Outcome(scenario.name, level, (), asked, True, ms)
        else:
            yield Outcome(scenario.name, level, found, asked, False, ms)


def _solved(
    scenario: Scenario, level: Level, *, taps: int, noise: float, seed: int
) -> tuple[tuple[Package, ...] | NoOverlap, tuple[int, ...]]:
    nobody = (0,) * len(scenario.worths)
    if level == "settlement":
        return _settled(scenario), nobody
    if level == "full":
        return _packages(propose_menu(scenario.problem)), nobody
    people = people_of(scenario, noise=noise, seed=seed)
    others = len(people) - 1
    told = [interviewed(p, scenario.options, level, taps=taps, others=others) for p in people]
    menu = propose(tuple(belief for belief, _ in told), forbidden=scenario.forbidden)
    return _packages(menu), tuple(count for _, count in told)


def people_of(scenario: Scenario, *, noise: float, seed: int) -> tuple[Person, ...]:
    return tuple(
        person(worths, walk_away, noise=noise, seed=seed + side)
        for side, (worths, walk_away) in enumerate(
            zip(scenario.worths, scenario.walk_aways, strict=True)
        )
    )


def interviewed(
    someone: Person, options: tuple[int, ...], level: Level, *, taps: int, others: int = 1
) -> tuple[Belief, int]:
    """What is believed about a person after its form and the questions that pay, with its taps."""
    answers, count = filled_in(someone, options, level)
    belief = believe(answers)
    questions = {"taps": taps, "quick": min(taps, EITHER_OR)}.get(level, 0)
    for _ in range(questions):
        question = next_question(
            belief, today=_worst(belief), asked=answers.compared, others=others
        )
        if question is None:
            break
        tap = someone.compare(question.first, question.second)
        answers = _with_tap(answers, tap)
        belief = believe(answers)
        count += 1
    return belief, count


def _with_tap(answers: Answers, tap: Compared) -> Answers:
    return replace(answers, compared=(*answers.compared, tap))


def _worst(belief: Belief) -> Package:
    """What a question leaves alone is shown at its least, since the files name no today."""
    return tuple(int(np.argmin(term)) for term in belief.estimate())


def _settled(scenario: Scenario) -> tuple[Package, ...]:
    if scenario.human_deal is None:
        return ()
    offers = improvements(scenario.problem, scenario.human_deal)
    return tuple(offer.package for offer in offers)


def _packages(menu: Menu | NoOverlap) -> tuple[Package, ...] | NoOverlap:
    return menu if isinstance(menu, NoOverlap) else tuple(o.package for o in menu.offers)
