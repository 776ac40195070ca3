"""When a commitment is spoken of: before its day, on it, after it, and to whom it is passed on.

One that the other side contests is late from the day on which it did, where that came after.
"""

from datetime import date, timedelta
from enum import StrEnum

from bot.mediation.calendar import WorkingDays
from bot.mediation.commitments import Commitment

BEFORE = 2
"""Working days before a commitment's day at which its owner is reminded."""

PATIENCE = 2
"""Working days that an overdue commitment has before it is passed on."""


class Notice(StrEnum):
    BEFORE = "before"
    TODAY = "today"
    OVERDUE = "overdue"
    PASSED_ON = "passed_on"


def day_of(notice: Notice, due: date, days: WorkingDays, late_from: date | None = None) -> date:
    """The day of a notice. A day that nobody works on is spoken of on the last one before it.

    late_from: the last day on which it is not late; that on which it is due where none is given.
    """
    on = days.until(due)
    late = days.from_((late_from or due) + timedelta(days=1))
    match notice:
        case Notice.BEFORE:
            return days.moved(on, -BEFORE)
        case Notice.TODAY:
            return on
        case Notice.OVERDUE:
            return late
        case Notice.PASSED_ON:
            return days.moved(late, PATIENCE)


def reminder(
    commitment: Commitment, days: WorkingDays, *, since: date, today: date
) -> Notice | None:
    """What its owner is told today, having been told up to `since`; the latest where several."""
    told = (Notice.OVERDUE, Notice.TODAY, Notice.BEFORE)
    return _latest(commitment, days, told, since=since, today=today)


def is_passed_on(commitment: Commitment, days: WorkingDays, *, since: date, today: date) -> bool:
    """Whether the time has come, after `since`, to tell the named people."""
    told = (Notice.PASSED_ON,)
    return _latest(commitment, days, told, since=since, today=today) is not None


def _latest(
    commitment: Commitment,
    days: WorkingDays,
    notices: tuple[Notice, ...],
    *,
    since: date,
    today: date,
) -> Notice | None:
    due = commitment.owed_on
    if due is None:
        return None
    late_from = commitment.late_from
    return next((n for n in notices if since < day_of(n, due, days, late_from) <= today), None)
