"""On time in full: the same rows, counted by each of the definitions that people use."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import product

from bot.mediation.facts.sayings import Saying, say
from bot.mediation.facts.shown import percent


class Counted(StrEnum):
    """What is counted: an order is met only if all of its lines are."""

    LINES = "order lines"
    ORDERS = "orders"


class Day(StrEnum):
    """Which day a delivery is measured against."""

    DELIVERY = "delivery date"
    APPOINTMENT = "appointment date"


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One line of an order.

    due: the delivery date that was agreed. appointment: the booked day at the dock, None where
    none was booked; then `due` counts. arrived: None while it has not come. exclusion: why the
    line should not count ("strike"), "" for an ordinary line.
    """

    order: str
    line: str
    due: date
    appointment: date | None
    arrived: date | None
    ordered: float
    delivered: float
    exclusion: str = ""

    def is_met(self, day: Day) -> bool:
        """On the day or before it, and at least what was ordered."""
        wanted = self.due if day is Day.DELIVERY else (self.appointment or self.due)
        on_time = self.arrived is not None and self.arrived <= wanted
        return on_time and self.delivered >= self.ordered


@dataclass(frozen=True, slots=True)
class Otif:
    """One count. share: 0 to 1, None where there was nothing to count.

    once: whether rows that are the same in every cell were counted once.
    """

    counted: Counted
    day: Day
    with_exclusions: bool
    met: int
    of: int
    once: bool = False

    @property
    def share(self) -> float | None:
        return self.met / self.of if self.of else None

    @property
    def way(self) -> Saying:
        """ "order lines by appointment date, excluded ones left out"."""
        return say(
            "otif.way",
            counted=say(self.counted),
            day=say(self.day),
            left_out=say("none" if self.with_exclusions else "otif.left_out"),
            once=say("otif.once" if self.once else "none"),
        )

    @property
    def formula(self) -> Saying:
        """The count in plain figures: "619 of 660 order lines by appointment date = 93.8 %"."""
        if not self.of:
            return say("otif.none", counted=say(self.counted))
        share = percent(self.met, self.of)
        return say("otif.formula", met=self.met, of=self.of, way=self.way, share=share)


def count(lines: Sequence[OrderLine], counted: Counted, day: Day, *, with_exclusions: bool) -> Otif:
    """OTIF of the lines by one definition.

    with_exclusions: whether lines that somebody wants excluded are counted all the same. An
    order is left out only if all of its lines are.
    """
    return _tally(lines, [x.is_met(day) for x in lines], counted, day, with_exclusions)


def every(lines: Sequence[OrderLine], once: Sequence[OrderLine] = ()) -> tuple[Otif, ...]:
    """Every definition on the same rows: as many as the rows tell apart, two to twelve.

    once: the lines without those that repeat another one in every cell, where there are such.
    Without exclusions in the rows, or appointments, nothing is counted with and without.
    """
    days = tuple(Day) if any(x.appointment for x in lines) else (Day.DELIVERY,)
    choices = (True, False) if any(x.exclusion for x in lines) else (True,)
    met = {day: [x.is_met(day) for x in lines] for day in days}
    found = [
        _tally(lines, met[day], counted, day, choice)
        for counted, day, choice in product(Counted, days, choices)
    ]
    if once:
        met = {day: [x.is_met(day) for x in once] for day in days}
        found += [
            replace(_tally(once, met[day], Counted.LINES, day, choice), once=True)
            for day, choice in product(days, choices)
        ]
    return tuple(found)


def _tally(
    lines: Sequence[OrderLine],
    met: Sequence[bool],
    counted: Counted,
    day: Day,
    with_exclusions: bool,
) -> Otif:
    kept = [
        (line.order, is_met)
        for line, is_met in zip(lines, met, strict=True)
        if with_exclusions or not line.exclusion
    ]
    if counted is Counted.LINES:
        return Otif(counted, day, with_exclusions, sum(is_met for _, is_met in kept), len(kept))
    orders: dict[str, bool] = {}
    for order, is_met in kept:
        orders[order] = is_met and orders.get(order, True)
    return Otif(counted, day, with_exclusions, sum(orders.values()), len(orders))
