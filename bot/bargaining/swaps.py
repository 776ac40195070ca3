"""Even swaps, from one side's own worths alone (Hammond, Keeney and Raiffa, 1998)."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.bargaining.problem import Combination, Package, Worths, check_side

Option = tuple[int, int]
"""One value of a term, as (term, option)."""


@dataclass(frozen=True, slots=True)
class Swap:
    """A gain on one term and a concession on another, both against today.

    get, give: (term, option). gap: worth of the gain less worth of the concession, on the
    side's own scale; above 0 the side is better off.
    """

    get: tuple[int, int]
    give: tuple[int, int]
    gap: float


def even_swaps(
    worths: Worths,
    today: Package,
    *,
    limit: int = 3,
    never: Collection[Option] = frozenset(),
    forbidden: Collection[Combination] = (),
) -> tuple[Swap, ...]:
    """Swaps that leave this side no worse off, the most even first, each gain named once.

    never: options that this side can never do. forbidden: options that cannot stand together; no
    swap leads to a package that holds such a combination. Raises Malformed.
    """
    check_side(worths, today)
    change = {(m.term, m.option): m.worth for m in _all_moves(worths, today, never)}
    gains = {move: c for move, c in change.items() if c > 0}
    concessions = {move: -c for move, c in change.items() if c < 0}
    found: list[Swap] = []
    for get, gain in sorted(gains.items(), key=lambda item: (-item[1], item[0])):
        even = [
            Swap(get, give, gain - cost)
            for give, cost in concessions.items()
            if give[0] != get[0]
            and cost <= gain + 1e-9
            and _can_stand(today, (get, give), forbidden)
        ]
        if even and get[0] not in {s.get[0] for s in found}:
            found.append(min(even, key=lambda s: (s.gap, s.give)))
    return tuple(sorted(found, key=lambda s: (s.gap, s.get)))[:limit]


@dataclass(frozen=True, slots=True)
class Move:
    """One option in place of today's. worth: how much more it is worth to this side, or less."""

    term: int
    option: int
    worth: float


def dearest_gains(
    worths: Worths,
    today: Package,
    *,
    limit: int = 3,
    never: Collection[Option] = frozenset(),
    forbidden: Collection[Combination] = (),
) -> tuple[Move, ...]:
    """The gains that this side values most, one a term; see `even_swaps`. Raises Malformed."""
    check_side(worths, today)
    gains = [m for m in _all_moves(worths, today, never, forbidden) if m.worth > 0]
    return _best_of_each(gains, limit)


def cheapest_gives(
    worths: Worths,
    today: Package,
    *,
    limit: int = 3,
    never: Collection[Option] = frozenset(),
    forbidden: Collection[Combination] = (),
) -> tuple[Move, ...]:
    """The concessions that cost this side least, one a term; what costs nothing comes first.

    See `even_swaps`. Raises Malformed.
    """
    check_side(worths, today)
    gives = [m for m in _all_moves(worths, today, never, forbidden) if m.worth <= 0]
    return _best_of_each(gives, limit)


def _best_of_each(moves: list[Move], limit: int) -> tuple[Move, ...]:
    """The move worth most of every term, those worth most first."""
    ranked = sorted(moves, key=lambda m: (-m.worth, m.term, m.option))
    first = {m.term: m for m in reversed(ranked)}
    return tuple(sorted(first.values(), key=lambda m: (-m.worth, m.term)))[:limit]


def _all_moves(
    worths: Worths,
    today: Package,
    never: Collection[Option],
    forbidden: Collection[Combination] = (),
) -> list[Move]:
    """Every option in place of today's that this side can do and that can stand by itself."""
    return [
        Move(t, o, worth - term[today[t]])
        for t, term in enumerate(worths)
        for o, worth in enumerate(term)
        if o != today[t] and (t, o) not in never and _can_stand(today, ((t, o),), forbidden)
    ]


def _can_stand(
    today: Package, moves: tuple[Option, ...], forbidden: Collection[Combination]
) -> bool:
    """Whether today's package with these moves holds no forbidden combination."""
    chosen = set({**dict(enumerate(today)), **dict(moves)}.items())
    return not any(pair <= chosen for pair in forbidden)
