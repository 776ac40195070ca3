"""What should come of a quarter, worked out from the calendar alone, in another way than the code.

A promise is a row of spans: from when to when it was undone, for which day, and whether something
was missing. Everything that people are told follows from the spans and from nine in the morning.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
WEEK = timedelta(days=7)
MOST = 7
FIRST = 2
"""How pressing the first of the reminders of a promise is."""
MISSING = "Something is missing: {what} ({who}, case {case})."
SUPPLIERS = {"C1": "berlin", "C2": "tokyo"}
SUFFIX = " If it is done, say so; if not, ask for another day."
MISSING_SUFFIX = " What it is stands on the card; when it is there, mark this as done again."


def noon(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time(), UTC) + 12 * HOUR


def short(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b}"


@dataclass(frozen=True)
class Span:
    """Undone from one noon to another, which is not its last moment; None where it stays so."""

    due: date
    since: datetime
    until: datetime | None = None
    missing: date | None = None

    def holds(self, at: datetime) -> bool:
        return self.since <= at and (self.until is None or at < self.until)

    @property
    def late_from(self) -> date:
        return max(self.due, self.missing or self.due)


@dataclass(frozen=True)
class Owed:
    """A promise over the quarter. shown: from when to when it waits for the other side's word.

    kept: when that came. done: when, and for which day.
    """

    channel: str
    key: str
    what: str
    owner: str
    side: str
    spans: tuple[Span, ...]
    shown: tuple[tuple[datetime, datetime | None], ...] = ()
    kept: tuple[datetime, ...] = ()
    done: tuple[tuple[datetime, date], ...] = ()
    recurs: bool = False

    def span_at(self, at: datetime) -> Span | None:
        return next((s for s in self.spans if s.holds(at)), None)

    @property
    def number(self) -> int:
        return int(self.channel[1])

    @property
    def other(self) -> str:
        return SUPPLIERS[self.channel] if self.side.endswith("-host") else "host"

    def named(self, words: str) -> str:
        return f"{words}: {self.what} ({self.other}, case {self.number})."

    def was_done(self, by: str) -> str:
        return f"{by} has done: {self.what} (case {self.number})."

    @property
    def lacks(self) -> str:
        return MISSING.format(what=self.what, who=self.other, case=self.number)


@dataclass(frozen=True)
class Calendar:
    """One reader's or channel's days: a zone and the days off."""

    zone: str
    off: frozenset[date]

    @cached_property
    def tz(self) -> ZoneInfo:
        return ZoneInfo(self.zone)

    def works(self, day: date) -> bool:
        return day.weekday() not in (5, 6) and day not in self.off

    def near(self, day: date, count: int) -> date:
        """For 0 the day, or the last working day before it; for n the n-th working day after."""
        if count == 0:
            return next(d for n in range(40) if self.works(d := day - n * DAY))
        later = [d for n in range(1, 60) if self.works(d := day + n * DAY)]
        return later[count - 1]

    def before(self, day: date, count: int) -> date:
        earlier = [d for n in range(1, 60) if self.works(d := day - n * DAY)]
        return earlier[count - 1]

    def nine(self, day: date) -> datetime:
        """Nine in the morning there, by counting hours rather than by asking for the time."""
        at = datetime.combine(day - DAY, datetime.min.time(), UTC)
        while (at.astimezone(self.tz).date(), at.astimezone(self.tz).hour) != (day, 9):
            at += HOUR
        return at

    def day(self, at: datetime) -> date:
        return at.astimezone(self.tz).date()

    def mondays(self, start: date, end: date) -> list[datetime]:
        days = [start + n * DAY for n in range((end - start).days)]
        on = [d if self.works(d) else self.near(d, 1) for d in days if d.weekday() == 0]
        return [self.nine(d) for d in on if self.nine(d).date() < end]

    def first_mondays(self, start: date, end: date) -> list[datetime]:
        found = self.mondays(start, end)
        return [at for at in found if (self.day(at) - self.day(at).weekday() * DAY).day <= 7]


def notices(owed: Owed, own: Calendar) -> Iterator[tuple[datetime, int, date, str]]:
    """When its owner is told, how pressing it is, for which day, and in which words."""
    for span in owed.spans:
        on = own.near(span.due, 0)
        today = "Due today" if on == span.due else f"Due {short(span.due)}"
        late = owed.named(f"Was due {short(span.due)}") + SUFFIX
        if span.missing:
            late = owed.lacks + MISSING_SUFFIX
        for day, rank, words in (
            (own.near(span.late_from, 1), 0, late),
            (on, 1, owed.named(today)),
            (own.before(on, 2), 2, owed.named(f"Due {short(span.due)}")),
        ):
            if span.holds(at := own.nine(day)):
                yield at, rank, span.due, words


def week_of_person(
    person: str, side_names: dict[str, str], owed: list[Owed], own: Calendar, at: datetime
) -> list[str]:
    """Every line of somebody's week. side_names: the names of the sides that are not theirs."""
    today = own.day(at)
    mine = [o for o in owed if o.owner == person]
    told = sorted(
        (
            (rank, due, o.number, n, words)
            for n, o in enumerate(mine)
            for when, rank, due, words in notices(o, own)
            if when == at
        ),
    )
    said = {mine[n].key + mine[n].channel for *_, n, _ in told}
    open_now = [
        (span.due, o.number, n, o, span)
        for n, o in enumerate(mine)
        if o.key + o.channel not in said and (span := o.span_at(at))
    ]
    late, soon = [], []
    for due, _, _, o, span in sorted(open_now, key=lambda found: found[:3]):
        if span.missing:
            late.append(o.lacks)
        elif span.late_from < today:
            late.append(o.named(f"Was due {short(due)}"))
        elif due <= today + WEEK:
            soon.append(o.named(f"Due {short(due)}"))
    done = [
        (o.spans[-1].due, o.number, n, o.was_done(side_names[o.side]))
        for n, o in enumerate(owed)
        if o.side in side_names and any(s <= at and (u is None or at < u) for s, u in o.shown)
    ]
    return [*(t[-1] for t in told), *late, *soon, *(d[-1] for d in sorted(done))]


def week_of_channel(
    channel: str, owed: list[Owed], there: Calendar, at: datetime, since: datetime, signed: datetime
) -> list[str]:
    """Every line of a channel's week, in order."""
    here, today = [o for o in owed if o.channel == channel], there.day(at)
    kept = sum(any(since <= k <= at for k in o.kept) for o in here)
    lines = []
    if kept:
        many = f"{kept} commitments were kept this week. Thank you."
        lines.append("One commitment was kept this week. Thank you." if kept == 1 else many)
    open_now = [(o, span) for o in here if (span := o.span_at(at))]
    for o, span in open_now:
        if span.missing:
            lines.append(f"Something is missing: {o.what}.")
        elif span.due < today:
            lines.append(f"Past its day ({span.due.day} {span.due:%b}): {o.what}.")
    for o, span in open_now:
        if not span.missing and today <= span.due <= today + WEEK:
            lines.append(f"Due {span.due.day} {span.due:%b}: {o.what}.")
    if since <= signed <= at:
        lines.append(f"Agreed: “Deal {channel}”.")
    return lines


def picture(channel: str, owed: list[Owed], at: datetime) -> tuple[int, int]:
    """How many were done in time, and how many late, in the twelve weeks before."""
    counted = [0, 0]
    for o in (o for o in owed if o.channel == channel):
        done = [(when, due) for when, due in o.done if when <= at]
        for when, due in done if o.recurs else done[-1:]:
            if at - 12 * WEEK < when:
                counted[when.date() > due] += 1
    return counted[0], counted[1]
