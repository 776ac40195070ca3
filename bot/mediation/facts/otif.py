"""On time in full: the same rows, counted by each of the definitions that people use."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import product


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
    """One count. share: 0 to 1, None where there was nothing to count."""

    counted: Counted
    day: Day
    with_exclusions: bool
    met: int
    of: int

    @property
    def share(self) -> float | None:
        return self.met / self.of if self.of else None

    @property
    def formula(self) -> str:
        """The count in plain figures: "619 of 660 order lines by appointment date = 93.8 %"."""
        if self.share is None:
            return f"no {self.counted} to count"
        left_out = "" if self.with_exclusions else ", excluded ones left out"
        counted = f"{self.met} of {self.of} {self.counted} by {self.day}{left_out}"
        return f"{counted} = {100 * self.share:.1f} %"


def count(lines: Sequence[OrderLine], counted: Counted, day: Day, *, with_exclusions: bool) -> Otif:
    """OTIF of the lines by one definition.

    with_exclusions: whether lines that somebody wants excluded are counted all the same. An
    order is left out only if all of its lines are.
    """
    return _tally(lines, [x.is_met(day) for x in lines], counted, day, with_exclusions)


def every(lines: Sequence[OrderLine]) -> tuple[Otif, ...]:
    """Every definition on the same rows; without exclusions in the rows, four instead of eight."""
    choices = (True, False) if any(x.exclusion for x in lines) else (True,)
    met = {day: [x.is_met(day) for x in lines] for day in Day}
    return tuple(
        _tally(lines, met[day], counted, day, choice)
        for counted, day, choice in product(Counted, Day, choices)
    )


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
