"""What one side said about the terms, in taps. Anything may be missing."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.bargaining.problem import Malformed, Package


@dataclass(frozen=True, slots=True)
class Compared:
    """An either/or tap: `preference` is 1 for the first package, -1 for the second, 0 for either."""

    first: Package
    second: Package
    preference: int


@dataclass(frozen=True, slots=True)
class Answers:
    """One side's answers over terms with `options[term]` options.

    matters: terms, the one that matters most first; those not named matter less than those named.
    directions: term -> 1 where later options are better for this side, -1 where earlier ones are.
    importance: term -> 0 to 10. stars: (term, option) -> 1 to 5.
    never: (term, option) that this side can never do.
    """

    options: tuple[int, ...]
    matters: tuple[int, ...] = ()
    directions: Mapping[int, int] = field(default_factory=dict)
    importance: Mapping[int, int] = field(default_factory=dict)
    stars: Mapping[tuple[int, int], int] = field(default_factory=dict)
    compared: tuple[Compared, ...] = ()
    never: frozenset[tuple[int, int]] = frozenset()

    def __post_init__(self) -> None:
        terms = range(len(self.options))
        named = {*self.matters, *self.directions, *self.importance}
        if not named <= set(terms) or len(set(self.matters)) != len(self.matters):
            raise Malformed("answers: a term is named twice or is not on the table")
        for t, o in {*self.stars, *self.never}:
            if t not in terms or not 0 <= o < self.options[t]:
                raise Malformed(f"answers: there is no option {o} of term {t}")
        if any(not 0 <= i <= 10 for i in self.importance.values()):
            raise Malformed("answers: importance goes from 0 to 10")
        if any(not 1 <= s <= 5 for s in self.stars.values()):
            raise Malformed("answers: stars go from 1 to 5")
