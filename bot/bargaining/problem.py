"""What is on the table, and what it is worth to each side.

BargainingError
├── Malformed          the numbers do not describe a problem; says where
└── FrontierTooLarge   more efficient packages than the stated size
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

Package = tuple[int, ...]
"""One option index per term."""

Worths = tuple[tuple[float, ...], ...]
"""One side's worth of each option of each term: [term][option]."""

Combination = frozenset[tuple[int, int]]
"""Options that cannot stand together, as (term, option)."""

TOLERANCE = 1e-9
"""Worths closer than this, as a part of a side's span, count as equal; sums over 40 terms err by
less."""

LARGEST = 1e12
"""Worths beyond this would lose the digits that tell two packages apart."""


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

    The bar of a side is the higher of the two: nobody signs below today's terms, nor below a
    limit of its own. Gains are counted from the disagreement point alone, so that a walk-away
    rules packages out but buys no larger part of the rest.

    Raises Malformed.
    """

    worths: tuple[Worths, ...]
    disagreement: tuple[float, ...]
    walk_aways: tuple[float | None, ...] = ()
    never: frozenset[tuple[int, int, int]] = frozenset()
    forbidden: tuple[Combination, ...] = ()

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
        marked = any((t, o) in chosen for _, t, o in self.never)
        return not marked and not any(pair <= chosen for pair in self.forbidden)

    def packages(self) -> Iterator[Package]:
        """All packages that are allowed, one after another; for small problems."""
        every = product(*(range(n) for n in self.options))
        return (p for p in every if self.allows(p))


def check_side(worths: Worths, today: Package) -> None:
    """Raise Malformed unless these are one side's worths and `today` is a package of them."""
    if len(today) != len(worths):
        raise Malformed("today: one option for each term is needed")
    for t, (term, held) in enumerate(zip(worths, today, strict=True)):
        if not 0 <= held < len(term):
            raise Malformed(f"today[{t}]: there is no option {held}")
        if not all(is_number(u) for u in term):
            raise Malformed(f"worths[{t}]: every worth has to be a number up to 10^12")


def _check(problem: Problem) -> None:
    worths = problem.worths
    if not 2 <= len(worths) <= 6:
        raise Malformed(f"worths: 2 to 6 sides are needed, not {len(worths)}")
    shape = tuple(len(term) for term in worths[0])
    if not shape or 0 in shape:
        raise Malformed("worths[0]: every term needs at least one option")
    for s, side in enumerate(worths):
        if tuple(len(term) for term in side) != shape:
            raise Malformed(f"worths[{s}]: its terms and options differ from those of side 0")
        for t, term in enumerate(side):
            if not all(is_number(u) for u in term):
                raise Malformed(f"worths[{s}][{t}]: every worth has to be a number up to 10^12")
    _check_bars(problem)
    _check_marks(problem, shape)


def _check_bars(problem: Problem) -> None:
    named = (("disagreement", problem.disagreement), ("walk_aways", problem.walk_aways))
    for name, values in named:
        if len(values) != len(problem.worths):
            raise Malformed(f"{name}: one value a side is needed")
        if not all((v is None and name == "walk_aways") or is_number(v) for v in values):
            raise Malformed(f"{name}: every value has to be a number up to 10^12")


def _check_marks(problem: Problem, shape: tuple[int, ...]) -> None:
    for s, t, o in problem.never:
        if not (0 <= s < problem.sides and 0 <= t < len(shape) and 0 <= o < shape[t]):
            raise Malformed(f"never: there is no side {s}, term {t}, option {o}")
    for i, pair in enumerate(problem.forbidden):
        if not pair or any(not (0 <= t < len(shape) and 0 <= o < shape[t]) for t, o in pair):
            raise Malformed(f"forbidden[{i}]: names a term or an option that is not there")


def is_package(package: Package, options: Sequence[int]) -> bool:
    """Whether it names one option of every term; options: how many each term has."""
    return len(package) == len(options) and all(
        0 <= o < n for o, n in zip(package, options, strict=True)
    )


def is_number(value: object) -> bool:
    """Whether it is a finite number, small enough to reckon with."""
    return isinstance(value, int | float) and abs(value) <= LARGEST
