"""A date in numbers alone that two sides read as two days: "5/6"."""

from collections.abc import Callable, Sequence
from itertools import combinations

from bot.facilitator.builtin.account import Account
from bot.facilitator.builtin.differences import ReadsAs
from bot.facilitator.reading.lexicon import Contrast
from bot.facilitator.reading.moments import Moment, written_dates

_KEY = "How a date is written"


def differing_dates(accounts: Sequence[Account], say: Callable[..., str]) -> tuple[ReadsAs, ...]:
    """Where one side names the day that a date is with the day first, the other the other one."""
    found: list[ReadsAs] = []
    for first, second in combinations(accounts, 2):
        written = {m.key: m for a in (first, second) for m in written_dates(a.told)}
        for date in written.values():
            ours, theirs = _read(date, first), _read(date, second)
            if ours and theirs and ours.key != theirs.key:
                contrast = Contrast(say("date_subject", date=date.label), (), (), _KEY)
                found.append(ReadsAs(contrast, first, second, ours.label, theirs.label))
    return tuple(found)


def _read(date: Moment, account: Account) -> Moment | None:
    """The one day of the two that a date may be which the account names in words."""
    one, other = (int(n) for n in date.key.partition(" ")[2].split("/"))
    meant = {f"{one:02}-{other:02}", f"{other:02}-{one:02}"}
    named = {m.key: m for m in account.moments if m.key in meant}
    return next(iter(named.values())) if len(named) == 1 else None
