"""Where two accounts name different amounts under one paper: an invoice, a credit note."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from bot.facilitator.builtin.account import Account
from bot.facilitator.builtin.differences import DiffersInAmount
from bot.facilitator.reading.papers import PaperAmount
from bot.facilitator.reading.quantities import BARE


def differing_amounts(accounts: Sequence[Account]) -> tuple[DiffersInAmount, ...]:
    """One amount each, not the same; money in two currencies is no difference in amount."""
    return tuple(
        DiffersInAmount(first, second, one.label, one.amount, theirs[key].amount)
        for first, second in combinations(accounts, 2)
        for theirs in [_only(second)]
        for key, one in _only(first).items()
        if key in theirs
        and one.amount.value != theirs[key].amount.value
        and (
            BARE in {one.amount.unit, theirs[key].amount.unit}
            or one.amount.unit == theirs[key].amount.unit
        )
    )


def _only(account: Account) -> Mapping[str, PaperAmount]:
    """The papers under which an account names one amount alone."""
    named: dict[str, dict[float, PaperAmount]] = {}
    for paper in account.papers:
        named.setdefault(paper.key, {})[paper.amount.value] = paper
    return {key: next(iter(p.values())) for key, p in named.items() if len(p) == 1}


def shared_numbers(accounts: Sequence[Account]) -> tuple[str, ...]:
    """The numbers of papers, lots and the like that every account names."""
    if len(accounts) < 2:
        return ()
    first, *others = accounts
    named = [{n.casefold() for n in a.numbers} for a in others]
    return tuple(n for n in first.numbers if all(n.casefold() in other for other in named))
