"""Even swaps, from one side's own worths alone (Hammond, Keeney and Raiffa, 1998)."""

from dataclasses import dataclass

from bot.bargaining.problem import Package, Worths


@dataclass(frozen=True, slots=True)
class Swap:
    """A gain on one term and a concession on another, both against today.

    get, give: (term, option). gap: worth of the gain less worth of the concession, on the
    side's own scale; above 0 the side is better off.
    """

    get: tuple[int, int]
    give: tuple[int, int]
    gap: float


def even_swaps(worths: Worths, today: Package, *, limit: int = 3) -> tuple[Swap, ...]:
    """Swaps that leave this side no worse off, the most even first, each gain named once."""
    change = {
        (t, o): worth - term[today[t]]
        for t, term in enumerate(worths)
        for o, worth in enumerate(term)
        if o != today[t]
    }
    gains = {move: c for move, c in change.items() if c > 0}
    concessions = {move: -c for move, c in change.items() if c < 0}
    found: list[Swap] = []
    for get, gain in sorted(gains.items(), key=lambda item: (-item[1], item[0])):
        even = [
            Swap(get, give, gain - cost)
            for give, cost in concessions.items()
            if give[0] != get[0] and cost <= gain + 1e-9
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


def dearest_gains(worths: Worths, today: Package, *, limit: int = 3) -> tuple[Move, ...]:
    """The gains that this side values most, one a term."""
    best = [max(_moves(worths, today, t), key=lambda m: m.worth, default=None) for t in _of(worths)]
    gains = [m for m in best if m is not None and m.worth > 0]
    return tuple(sorted(gains, key=lambda m: (-m.worth, m.term))[:limit])


def cheapest_gives(worths: Worths, today: Package, *, limit: int = 3) -> tuple[Move, ...]:
    """The concessions that cost this side least, one a term; what costs nothing comes first."""
    least = [
        max(
            (m for m in _moves(worths, today, t) if m.worth <= 0),
            key=lambda m: m.worth,
            default=None,
        )
        for t in _of(worths)
    ]
    gives = [m for m in least if m is not None]
    return tuple(sorted(gives, key=lambda m: (-m.worth, m.term))[:limit])


def _moves(worths: Worths, today: Package, term: int) -> list[Move]:
    held = worths[term][today[term]]
    return [Move(term, o, u - held) for o, u in enumerate(worths[term]) if o != today[term]]


def _of(worths: Worths) -> range:
    return range(len(worths))
