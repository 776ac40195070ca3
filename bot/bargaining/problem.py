"""What is on the table, and what it is worth to each side.

BargainingError
├── Malformed          the numbers do not describe a problem; says where
└── FrontierTooLarge   more efficient packages than the stated size
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product

Package = tuple[int, ...]
"""One option index per term."""

Worths = tuple[tuple[float, ...], ...]
"""One side's worth of each option of each term: [term][option]."""

TOLERANCE = 1e-9
"""Worths closer than this count as equal; sums over 40 terms err by less."""


class BargainingError(Exception):
    """The solver has no answer; `str()` says why."""


class Malformed(BargainingError):
    """The numbers do not describe a bargaining problem."""


class FrontierTooLarge(BargainingError):
    """The frontier grew past the stated size, so that it cannot be listed exactly."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Additive worths of 2 to 6 sides over the same terms.

    worths: [side][term][option], finite, on any scale of the side's own.
    disagreement: worth of no deal per side, on the same scale; the reference of every gain.
    walk_aways: the least worth per side that it would sign, None where it named none.
    never: (side, term, option) that a side can never do.
    forbidden: sets of (term, option) that cannot stand together.
    """

    worths: tuple[Worths, ...]
    disagreement: tuple[float, ...]
    walk_aways: tuple[float | None, ...] = ()
    never: frozenset[tuple[int, int, int]] = frozenset()
    forbidden: tuple[frozenset[tuple[int, int]], ...] = field(default=())

    def __post_init__(self) -> None:
        if not self.walk_aways:
            object.__setattr__(self, "walk_aways", (None,) * len(self.worths))
        _check(self)

    @property
    def sides(self) -> int:
        return len(self.worths)

    @property
    def options(self) -> tuple[int, ...]:
        """How many options each term has."""
        return tuple(len(term) for term in self.worths[0])

    @property
    def bars(self) -> tuple[float, ...]:
        """The least worth per side: no deal, or the walk-away where that is higher."""
        return tuple(
            d if w is None else max(d, w)
            for d, w in zip(self.disagreement, self.walk_aways, strict=True)
        )

    def worth(self, side: int, package: Package) -> float:
        return math.fsum(self.worths[side][t][o] for t, o in enumerate(package))

    def worths_of(self, package: Package) -> tuple[float, ...]:
        return tuple(self.worth(s, package) for s in range(self.sides))

    def allows(self, package: Package) -> bool:
        """Whether no `never` mark and no forbidden combination stands against it."""
        chosen = set(enumerate(package))
        marked = any((s, t, o) in self.never for t, o in chosen for s in range(self.sides))
        return not marked and not any(pair <= chosen for pair in self.forbidden)

    def meets_bars(self, package: Package) -> bool:
        return all(
            u >= bar - TOLERANCE for u, bar in zip(self.worths_of(package), self.bars, strict=True)
        )

    def packages(self) -> Iterator[Package]:
        """All packages that are allowed, one after another; for small problems and oracles."""
        every = product(*(range(n) for n in self.options))
        return (p for p in every if self.allows(p))


def _check(problem: Problem) -> None:
    sides, shape = len(problem.worths), tuple(len(term) for term in problem.worths[0])
    if not 2 <= sides <= 6:
        raise Malformed(f"worths: 2 to 6 sides are needed, not {sides}")
    if not shape or 0 in shape:
        raise Malformed("worths[0]: every term needs at least one option")
    for s, side in enumerate(problem.worths):
        if tuple(len(term) for term in side) != shape:
            raise Malformed(f"worths[{s}]: its terms and options differ from those of side 0")
        _check_numbers(f"worths[{s}]", [u for term in side for u in term])
    _check_length("disagreement", problem.disagreement, sides)
    _check_length("walk_aways", problem.walk_aways, sides)
    for s, t, o in problem.never:
        if not (0 <= s < sides and _is_there(shape, t, o)):
            raise Malformed(f"never: there is no side {s}, term {t}, option {o}")
    for i, pair in enumerate(problem.forbidden):
        if not pair or not all(_is_there(shape, t, o) for t, o in pair):
            raise Malformed(f"forbidden[{i}]: names a term or an option that is not there")


def _check_length(name: str, values: Sequence[float | None], sides: int) -> None:
    if len(values) != sides:
        raise Malformed(f"{name}: one value a side is needed")
    _check_numbers(name, values)


def _check_numbers(name: str, values: Sequence[float | None]) -> None:
    if not all(v is None or math.isfinite(v) for v in values):
        raise Malformed(f"{name}: every value has to be a finite number")


def _is_there(shape: tuple[int, ...], term: int, option: int) -> bool:
    return 0 <= term < len(shape) and 0 <= option < shape[term]
