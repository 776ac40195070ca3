"""What one side said about the terms, in taps. Anything may be missing."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.bargaining.problem import Malformed, Package, is_number, is_package

Groups = tuple[tuple[int, ...], ...]
"""An order with ties: the best group first; whatever is not named comes after all that is."""


@dataclass(frozen=True, slots=True)
class Compared:
    """An either/or tap between two packages, or with `second` None between one and no deal.

    preference: 1 for the first, -1 for the second, 0 for either.
    """

    first: Package
    second: Package | None
    preference: int


@dataclass(frozen=True, slots=True)
class Answers:
    """One side's answers over terms with `options[term]` options.

    matters: terms, the one that matters most first, ties as a tuple; those not named matter less.
    directions: term -> 1 where later options are better for this side, -1 where earlier ones are.
    orders: term -> its options, best first, where a direction does not tell; goes before it.
    importance: term -> 0 to 10. stars: (term, option) -> 1 to 5.
    compared: either/or taps. They may contradict each other and everything else.
    never: (term, option) that this side can never do.
    no_deal: worth of no deal as a part of the best package's, where it is known as a number.

    Raises Malformed.
    """

    options: tuple[int, ...]
    matters: tuple[int | tuple[int, ...], ...] = ()
    directions: Mapping[int, int] = field(default_factory=dict)
    orders: Mapping[int, Groups] = field(default_factory=dict)
    importance: Mapping[int, int] = field(default_factory=dict)
    stars: Mapping[tuple[int, int], int] = field(default_factory=dict)
    compared: tuple[Compared, ...] = ()
    never: frozenset[tuple[int, int]] = frozenset()
    no_deal: float | None = None

    def __post_init__(self) -> None:
        _check_terms(self)
        _check_options(self)
        for tap in self.compared:
            if tap.preference not in (-1, 0, 1):
                raise Malformed("answers: a preference is 1, -1 or 0")
            for package in (tap.first, tap.second):
                if package is not None and not is_package(package, self.options):
                    raise Malformed("answers: a tap compares what is not on the table")
        if self.no_deal is not None and not is_number(self.no_deal):
            raise Malformed("answers: the worth of no deal has to be a number up to 10^12")

    @property
    def ranking(self) -> Groups:
        """`matters` with every entry as a group."""
        return tuple((m,) if isinstance(m, int) else m for m in self.matters)

    def order_of(self, term: int) -> Groups | None:
        """A term's options, best first, None where nothing was said about them."""
        if term in self.orders:
            return self.orders[term]
        rising = tuple((o,) for o in range(self.options[term]))
        direction = self.directions.get(term, 0)
        if direction == 0:
            return None
        return rising[::-1] if direction > 0 else rising


def _check_terms(answers: Answers) -> None:
    terms = range(len(answers.options))
    if not answers.options or any(n < 1 for n in answers.options):
        raise Malformed("answers: a term is needed, and every term needs at least one option")
    ranked = [t for group in answers.ranking for t in group]
    named = {*ranked, *answers.directions, *answers.orders, *answers.importance}
    if not named <= set(terms) or len(set(ranked)) != len(ranked):
        raise Malformed("answers: a term is named twice or is not on the table")
    if any(d not in (-1, 0, 1) for d in answers.directions.values()):
        raise Malformed("answers: a direction is 1, -1 or 0")
    if any(not 0 <= i <= 10 for i in answers.importance.values()):
        raise Malformed("answers: importance goes from 0 to 10")


def _check_options(answers: Answers) -> None:
    for t, o in {*answers.stars, *answers.never}:
        if not 0 <= t < len(answers.options) or not 0 <= o < answers.options[t]:
            raise Malformed(f"answers: there is no option {o} of term {t}")
    if any(not 1 <= s <= 5 for s in answers.stars.values()):
        raise Malformed("answers: stars go from 1 to 5")
    for t, groups in answers.orders.items():
        ordered = [o for group in groups for o in group]
        fits = all(0 <= o < answers.options[t] for o in ordered)
        if not fits or len(set(ordered)) != len(ordered):
            raise Malformed(f"answers: the order of term {t} names an option twice or none of its")
