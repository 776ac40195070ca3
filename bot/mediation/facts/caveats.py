"""What both sides should know of a count of order lines: what was left out, assumed, or doubled."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from bot.mediation.facts.rows import OrderLines
from bot.mediation.facts.sayings import Saying, say
from bot.mediation.facts.table import shortened

FAR = 366
"""Days between two days of one row from which one of them looks mistyped."""
MOST_REASONS = 3
_EXPONENT = re.compile(r"\d(?:[.,]\d+)?E\+\d+", re.I | re.A)


def caveats(read: OrderLines, today: date | None) -> tuple[Saying, ...]:
    """Short notes, each with how many rows it is about and the first of their lines."""
    if not read.lines:
        return (*read.notes, *_left_out(read, today))
    return (
        say("note.met"),
        *read.notes,
        *_left_out(read, today),
        *_doubled(read),
        *_assumed(read),
        *_excluded(read),
        *_booked(read),
    )


def _left_out(read: OrderLines, today: date | None) -> Iterator[Saying]:
    yield from read.table.about("note.nothing", read.nothing)
    yield from read.table.about("note.not_due", read.not_due, day=today)


def _doubled(read: OrderLines) -> Iterator[Saying]:
    table = read.table
    yield from table.about("note.same", [row for row in read.at if row in read.repeats])
    first: dict[tuple[str, str], int] = {}
    several: dict[tuple[str, str], int] = {}
    for row, line in zip(read.at, read.lines, strict=True):
        key = (line.order, line.line)
        if line.line and first.setdefault(key, row) != row and row not in read.repeats:
            several.setdefault(key, row)
    yield from table.about("note.parts", list(several.values()))


def _assumed(read: OrderLines) -> Iterator[Saying]:
    table = read.table
    orders, delivered = table.column("order"), table.column("delivered")
    yield from table.about("note.carried", [n for n in read.at if not orders[n]])
    if (short := next(filter(_EXPONENT.fullmatch, orders), None)) is not None:
        yield say("note.shortened", text=shortened(short))
    lines = list(zip(read.at, read.lines, strict=True))
    far = {
        days for days in {(x.due, x.appointment, x.arrived) for x in read.lines} if _is_far(days)
    }
    yield from table.about("note.not_come", [n for n, x in lines if x.arrived is None])
    yield from table.about(
        "note.unknown", [n for n, x in lines if x.arrived is not None and not delivered[n]]
    )
    yield from table.about(
        "note.far", [n for n, x in lines if (x.due, x.appointment, x.arrived) in far] if far else []
    )


def _is_far(days: tuple[date | None, ...]) -> bool:
    noted = [d for d in days if d is not None]
    return (max(noted) - min(noted)).days > FAR


def usual_reasons(read: OrderLines) -> tuple[str, ...]:
    """People's own words for why a row should not count, the most frequent ones."""
    return tuple(text for text, _ in _reasons(read).most_common(MOST_REASONS))


def _reasons(read: OrderLines) -> Counter[str]:
    return Counter(line.exclusion for line in read.lines if line.exclusion)


def _excluded(read: OrderLines) -> Iterator[Saying]:
    reasons = _reasons(read)
    if not reasons:
        return
    usual = reasons.most_common(MOST_REASONS)
    told = [say("note.reason", text=shortened(text), count=n) for text, n in usual]
    if rest := reasons.total() - sum(n for _, n in usual):
        told.append(say("note.others", count=rest))
    yield say("note.excluded", count=reasons.total(), reasons=tuple(told))


def _booked(read: OrderLines) -> Iterator[Saying]:
    without = sum(line.appointment is None for line in read.lines)
    if without == len(read.lines):
        yield say("note.no_booking")
    elif without:
        yield say("note.some_booked", count=without, of=len(read.lines))
