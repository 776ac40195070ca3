"""Simulated people, who answer from a scenario's true worths.

Noise is normal, on the 0 to 1 scale, added to every worth before it is rounded or compared: once
to each worth for all that is rated or ordered, and afresh to every comparison.
"""

from dataclasses import dataclass

import numpy as np

from bot.bargaining.answers import Compared, Groups
from bot.bargaining.dominance import Floats
from bot.bargaining.problem import Package, Worths

SAME = 1e-9


@dataclass(frozen=True, slots=True)
class Person:
    """One side. felt: worths as the person feels them when rating; `comparing` adds noise anew."""

    worths: Worths
    walk_away: float
    felt: tuple[Floats, ...]
    noise: float
    comparing: np.random.Generator

    @property
    def weights(self) -> list[float]:
        """Each term's span of worth."""
        return [float(term.max() - term.min()) for term in self.felt]

    def importance(self) -> dict[int, int]:
        top = max(self.weights)
        if top <= 0:
            return dict.fromkeys(range(len(self.weights)), 0)
        return {
            t: max(1, round(10 * w / top)) if w > SAME else 0 for t, w in enumerate(self.weights)
        }

    def stars(self) -> dict[tuple[int, int], int]:
        found = {}
        for t, term in enumerate(self.felt):
            values = term - term.min()
            top = values.max()
            for o, v in enumerate(values):
                found[t, o] = 1 + round(4 * float(v) / float(top)) if top > SAME else 1
        return found

    def term_order(self) -> Groups:
        return _groups(self.weights)

    def option_orders(self) -> dict[int, Groups]:
        return {t: _groups([float(v) for v in term]) for t, term in enumerate(self.felt)}

    def compare(self, first: Package, second: Package | None) -> Compared:
        gap = self._worth(first) - (self.walk_away if second is None else self._worth(second))
        preference = 0 if abs(gap) <= SAME else (1 if gap > 0 else -1)
        return Compared(first, second, preference)

    def _worth(self, package: Package) -> float:
        true = sum(self.worths[t][o] for t, o in enumerate(package))
        return true + (self.comparing.normal(0, self.noise) if self.noise else 0.0)


def person(worths: Worths, walk_away: float, *, noise: float, seed: int) -> Person:
    rng = np.random.default_rng(seed)
    felt = tuple(
        np.array(term) + (rng.normal(0, noise, len(term)) if noise else 0.0) for term in worths
    )
    return Person(worths, walk_away, felt, noise, rng)


def _groups(values: list[float]) -> Groups:
    """Indexes from the largest value to the smallest, equal ones together."""
    order = sorted(range(len(values)), key=lambda i: (-values[i], i))
    groups: list[list[int]] = []
    for i in order:
        if groups and values[groups[-1][-1]] - values[i] <= SAME:
            groups[-1].append(i)
        else:
            groups.append([i])
    return tuple(tuple(sorted(g)) for g in groups)
