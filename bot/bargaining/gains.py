"""Sharing the gain of a joint project: a split, the payments that bring it about, and its range.

Where money can change hands the Nash solution gives every side, on top of what it has without the
project, an equal part of the net gain (Nash, 1953); the Kalai-Smorodinsky and egalitarian ones
agree, since each side could at most have it all. Payments then make up the difference between
what a side nets by itself and its part.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.bargaining.problem import Malformed

MOST = 1e15
"""Amounts beyond this would lose their cents."""


class Outlook(StrEnum):
    """Low: small gains at high costs. High: large gains at low costs."""

    LOW = "low"
    LIKELY = "likely"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Range:
    """An amount of money as low, likely and high; Raises Malformed if it is not in that order."""

    low: float
    likely: float
    high: float

    def __post_init__(self) -> None:
        if not all(abs(x) <= MOST for x in (self.low, self.likely, self.high)):
            raise Malformed("an amount has to be a number up to 10^15")
        if not self.low <= self.likely <= self.high:
            raise Malformed("an amount's low, likely and high have to rise")


@dataclass(frozen=True, slots=True)
class Stake:
    """What one side puts into a project and expects out of it, all in one currency.

    costs: money spent. resources: people and equipment, at what they cost. gains: before payments.
    """

    costs: Range
    resources: Range
    gains: Range

    def net(self, outlook: Outlook) -> float:
        if outlook is Outlook.LOW:
            return self.gains.low - self.costs.high - self.resources.high
        if outlook is Outlook.HIGH:
            return self.gains.high - self.costs.low - self.resources.low
        return self.gains.likely - self.costs.likely - self.resources.likely


@dataclass(frozen=True, slots=True)
class Payment:
    """An amount above 0 from one side to another (indexes)."""

    payer: int
    payee: int
    amount: float


@dataclass(frozen=True, slots=True)
class GainShare:
    """A split of a project's net gain, per side, and how it holds between the low and high case.

    shared: what each side nets if payments follow the measured gain: equal parts in every case.
    fixed: what each side nets if the likely case's payments are agreed once and for all.
    payments: per case, those that bring `shared` about; the likely ones are those of `fixed`.
    """

    shared: Mapping[Outlook, tuple[float, ...]]
    fixed: Mapping[Outlook, tuple[float, ...]]
    payments: Mapping[Outlook, tuple[Payment, ...]]

    def loses(self, outlook: Outlook) -> tuple[int, ...]:
        """The sides that would net less than nothing with the payments fixed."""
        return tuple(s for s, net in enumerate(self.fixed[outlook]) if net < 0)


@dataclass(frozen=True, slots=True)
class NoGain:
    """The project is not expected to net anything in the likely case; `net` is what it would."""

    net: float


def share_gain(stakes: tuple[Stake, ...]) -> GainShare | NoGain:
    """The fair split of a project's net gain among two or more sides. Raises Malformed."""
    if len(stakes) < 2:
        raise Malformed("stakes: two sides or more are needed")
    nets = {outlook: tuple(s.net(outlook) for s in stakes) for outlook in Outlook}
    likely = math.fsum(nets[Outlook.LIKELY])
    if likely <= 0:
        return NoGain(likely)
    parts = {o: math.fsum(net) / len(stakes) for o, net in nets.items()}
    payments = {o: _payments([parts[o] - n for n in net]) for o, net in nets.items()}
    received = [parts[Outlook.LIKELY] - n for n in nets[Outlook.LIKELY]]
    return GainShare(
        shared={o: (part,) * len(stakes) for o, part in parts.items()},
        fixed={
            o: tuple(n + r for n, r in zip(net, received, strict=True)) for o, net in nets.items()
        },
        payments=payments,
    )


def _payments(receives: list[float]) -> tuple[Payment, ...]:
    """Few payments after which every side has received its amount: the largest debts first."""
    left = list(receives)
    tiny = 1e-9 * max(1.0, *(abs(x) for x in receives))
    found: list[Payment] = []
    for _ in receives:
        payer = min(range(len(left)), key=lambda s: (left[s], s))
        payee = max(range(len(left)), key=lambda s: (left[s], -s))
        amount = min(-left[payer], left[payee])
        if amount <= tiny:
            break
        found.append(Payment(payer, payee, amount))
        left[payer] += amount
        left[payee] -= amount
    return tuple(found)
