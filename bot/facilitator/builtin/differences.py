"""How two accounts may differ, as values: in numbers, days, times, faults and readings."""

from dataclasses import dataclass

from bot.facilitator.builtin.account import Account
from bot.facilitator.library import Entry
from bot.facilitator.reading.lexicon import Contrast
from bot.facilitator.reading.moments import Moment
from bot.facilitator.reading.quantities import Quantity
from bot.facilitator.reading.topics import Standing


@dataclass(frozen=True, slots=True)
class Differs:
    """A number on which two accounts differ. entry is None for a plain count."""

    first: Account
    second: Account
    standing: Standing
    entry: Entry | None
    ours: Quantity
    theirs: Quantity


@dataclass(frozen=True, slots=True)
class DiffersInDay:
    """Two accounts that name two days, or hours, of one event; "" for one without a name."""

    first: Account
    second: Account
    ours: Moment
    theirs: Moment
    event: str = ""


@dataclass(frozen=True, slots=True)
class DiffersInTime:
    """One account tells how late something was, the other that it was on time."""

    late: Account
    on_time: Account
    by: Quantity


@dataclass(frozen=True, slots=True)
class DiffersInDelay:
    """Two accounts that tell of something late, each by another time."""

    first: Account
    second: Account
    ours: Quantity
    theirs: Quantity


@dataclass(frozen=True, slots=True)
class DiffersInFault:
    """One account counts what had a fault, the other found none, or a rate of its own."""

    faulty: Account
    sound: Account
    count: Quantity
    rate: Quantity | None = None


@dataclass(frozen=True, slots=True)
class DiffersInAmount:
    """Two accounts that name two amounts under one paper."""

    first: Account
    second: Account
    paper: str
    ours: Quantity
    theirs: Quantity


@dataclass(frozen=True, slots=True)
class ReadsAs:
    """Two accounts that understand the same thing differently."""

    contrast: Contrast
    first: Account
    second: Account
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Accounts laid side by side: where they differ, and how."""

    accounts: tuple[Account, ...]
    figures: tuple[Differs, ...]
    days: tuple[DiffersInDay, ...]
    readings: tuple[ReadsAs, ...]
    lateness: tuple[DiffersInTime, ...] = ()
    faults: tuple[DiffersInFault, ...] = ()
    delays: tuple[DiffersInDelay, ...] = ()
    amounts: tuple[DiffersInAmount, ...] = ()

    @property
    def differs_in_fact(self) -> bool:
        """Whether a document or a count could tell."""
        plain = self.figures or self.days or self.lateness or self.delays
        return bool(plain or self.faults or self.amounts)
