"""Rounds of proposals: three packages, answered blind by every side."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.mediation.people import SideId
from bot.mediation.terms import Package, Reasons

MAX_ROUNDS = 3

NASH = "Nash bargaining solution"
EXPECTED_NASH = "largest expected Nash product"
NEAREST_TO_NASH = "nearest to the Nash bargaining solution"


@dataclass(frozen=True, slots=True)
class Offer:
    """One package of a menu.

    rules: which of the three above it satisfies; none where nothing is claimed for it.
    reasons: "you give / you get" per side, in public words.
    uneven: whether the sides' shares differ by more than the stated tolerance.
    betters_all: whether every side gains by it against today, and none is left about where it is.
    shares: what each side gains of the most it could gain here, in per cent, rounded to tens: as
    much as both may know of each other's ratings, so that both can see how even it is.
    """

    package: Package
    reasons: Reasons
    rules: tuple[str, ...] = ()
    uneven: bool = False
    betters_all: bool = True
    shares: Mapping[SideId, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Round:
    """One menu put before every side. `accepted` is the offer's index once all accepted it."""

    number: int
    offers: tuple[Offer, ...]
    opened_at: datetime
    deadline: datetime
    accepted: int | None = None
    closed: bool = False


def settle(could_sign: Mapping[SideId, frozenset[int]]) -> int | None:
    """The offer (index) that every side could sign: the menu's first of them, None if none.

    The menu is ordered by the fairness rule, so that a choice among several favours nobody.
    """
    common = frozenset.intersection(*could_sign.values()) if could_sign else frozenset()
    return min(common, default=None)
