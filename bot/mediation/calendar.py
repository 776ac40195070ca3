"""Days and hours as people keep them: working days, and when something that comes round is due.

Everything is computed in a person's or a channel's own zone and handed on in UTC. An hour that a
clock skips in spring is due when the clock has moved on; one that comes twice in autumn is due
the first time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

SATURDAY = 5
DAY = timedelta(days=1)
LONGEST_BREAK = 31
"""Days off in a row, at the most; whoever is away for longer still has days to be reached on."""


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """Monday to Friday, without these days off."""

    off: frozenset[date] = frozenset()

    def has(self, day: date) -> bool:
        return day.weekday() < SATURDAY and day not in self.off

    def from_(self, day: date) -> date:
        """This day where it is worked on, else the next one that is."""
        return next((d for d in _days(day, 1) if self.has(d)), day)

    def until(self, day: date) -> date:
        """This day where it is worked on, else the last one before that is."""
        return next((d for d in _days(day, -1) if self.has(d)), day)

    def moved(self, day: date, count: int) -> date:
        """So many working days later, or earlier where `count` is below 0."""
        step = 1 if count > 0 else -1
        for _ in range(abs(count)):
            day = (self.from_ if step > 0 else self.until)(day + step * DAY)
        return day


@dataclass(frozen=True, slots=True)
class Hours:
    """When somebody is reached: an hour of the day, a day of the week (0 is Monday), a zone."""

    zone: str = "UTC"
    hour: int = 9
    weekday: int = 0
    days: WorkingDays = WorkingDays()

    def today(self, now: datetime) -> date:
        return now.astimezone(zone_of(self.zone)).date()

    def at(self, day: date) -> datetime:
        """The hour of this day, UTC."""
        return datetime.combine(day, time(self.hour), zone_of(self.zone)).astimezone(UTC)

    def next_day(self, after: datetime) -> datetime:
        """The hour of the next working day, strictly after."""
        days = _days(self.today(after), 1)
        return next(at for d in days if self.days.has(d) and (at := self.at(d)) > after)

    def next_week(self, after: datetime) -> datetime:
        """Once a week: on the weekday, or the next working day where that one is off."""
        monday = _monday(self.today(after)) - 7 * DAY
        weeks = (monday + (7 * n + self.weekday) * DAY for n in range(LONGEST_BREAK))
        return next(at for d in weeks if (at := self.at(self.days.from_(d))) > after)

    def next_month(self, after: datetime) -> datetime:
        """Once a month: on its first such weekday, or the next working day."""
        months = _first_days(self.today(after) - LONGEST_BREAK * DAY)
        firsts = (first + ((self.weekday - first.weekday()) % 7) * DAY for first in months)
        return next(at for d in firsts if (at := self.at(self.days.from_(d))) > after)


def zone_of(name: str) -> ZoneInfo:
    """The zone of this name; UTC for one that nobody knows."""
    try:
        return ZoneInfo(name or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def is_zone(name: str) -> bool:
    return bool(name) and str(zone_of(name)) == name


def _days(start: date, step: int) -> Iterator[date]:
    """For as long as anybody looks; long enough for any break."""
    return (start + n * step * DAY for n in range(12 * LONGEST_BREAK))


def _monday(day: date) -> date:
    return day - day.weekday() * DAY


def _first_days(start: date) -> Iterator[date]:
    months = (start.month - 1 + n for n in range(12))
    return (date(start.year + m // 12, m % 12 + 1, 1) for m in months)
