"""The month's picture: open cases by age over twelve weeks, and commitments done in time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.casework.tongues import tongue
from bot.mediation.case import Case
from bot.mediation.people import ChannelId
from bot.mediation.stages import Stage

WEEKS = 12
WEEK = timedelta(days=7)
AGES = (("month.young", timedelta(weeks=2)), ("month.middle", timedelta(weeks=6)))
OLDEST = "month.old"


@dataclass(frozen=True, slots=True)
class Month:
    """Twelve numbers a row, oldest week first. weeks: the day at the end of each.

    ages: open cases by age. in_time, late: commitments by the week in which they were done.
    """

    channel: ChannelId
    weeks: tuple[date, ...]
    ages: tuple[tuple[str, tuple[int, ...]], ...]
    in_time: tuple[int, ...]
    late: tuple[int, ...]
    language: str = "en"

    @property
    def is_empty(self) -> bool:
        return not any(sum(row) for row in (*(n for _, n in self.ages), self.in_time, self.late))

    @property
    def alt(self) -> str:
        """The picture in words, for who cannot see it."""
        first, last = (sum(row[n] for _, row in self.ages) for n in (0, -1))
        by_age = ", ".join(f"{row[-1]} {name}" for name, row in self.ages)
        return tongue(self.language).say(
            "month.alt",
            weeks=WEEKS,
            first=first,
            last=last,
            by_age=by_age,
            in_time=sum(self.in_time),
            late=sum(self.late),
        )


def month(channel: ChannelId, cases: Sequence[Case], now: datetime, language: str = "en") -> Month:
    """The last twelve weeks, from the public record alone."""
    speaks = tongue(language)
    ends = tuple(now - WEEK * n for n in reversed(range(WEEKS)))
    rows: dict[str, list[int]] = {name: [0] * WEEKS for name in (*(a for a, _ in AGES), OLDEST)}
    done = {True: [0] * WEEKS, False: [0] * WEEKS}
    for case in cases:
        for n, end in enumerate(ends):
            if case.issue.raised_at <= end and not _closed_by(case, end):
                rows[_age(end - case.issue.raised_at)][n] += 1
        for at, in_time in _done(case):
            for n, end in enumerate(ends):
                if end - WEEK < at <= end:
                    done[in_time][n] += 1
    return Month(
        channel,
        tuple(end.date() for end in ends),
        tuple((speaks.say(name), tuple(row)) for name, row in rows.items()),
        tuple(done[True]),
        tuple(done[False]),
        speaks.code,
    )


def _closed_by(case: Case, end: datetime) -> bool:
    """Whether nobody had to look for an answer any more: agreed, or ended in another way."""
    if case.stage in {Stage.AGREED, Stage.FULFILLED} and case.agreement is not None:
        signed = [s.at for s in case.agreement.signatures]
        return bool(signed) and max(signed) <= end
    return case.is_over and case.moved_at is not None and case.moved_at <= end


def _age(age: timedelta) -> str:
    return next((name for name, below in AGES if age < below), OLDEST)


def _done(case: Case) -> list[tuple[datetime, bool]]:
    commitments = case.agreement.commitments if case.agreement else ()
    return [(c.done_at, c.done_at.date() <= c.due) for c in commitments if c.done_at]
