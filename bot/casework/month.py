"""The month's picture: open cases by age and by stage over twelve weeks, commitments in time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.casework.tongues import Tongue, tongue
from bot.mediation.calendar import Hours
from bot.mediation.case import Case
from bot.mediation.commitments import Past
from bot.mediation.people import ChannelId
from bot.mediation.stages import Stage

WEEKS = 12
WEEK = timedelta(days=7)
UTC_HOURS = Hours()
AGES = (("month.young", timedelta(weeks=2)), ("month.middle", timedelta(weeks=6)))
OLDEST = "month.old"
STAGES = {
    Stage.CLARIFYING: "month.clarifying",
    Stage.CONFIRMING: "month.clarifying",
    Stage.FRAMED: "month.clarifying",
    Stage.AGENDA: "month.bargaining",
    Stage.RATING: "month.bargaining",
    Stage.PROPOSED: "month.bargaining",
    Stage.SIGNING: "month.signing",
}
Rows = tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Month:
    """Twelve numbers a row, oldest week first. weeks: the day at the end of each.

    ages, stages: open cases by age, and by what they wait for. in_time, late: commitments by the
    week in which they were done.
    """

    channel: ChannelId
    weeks: tuple[date, ...]
    ages: Rows
    stages: Rows
    in_time: tuple[int, ...]
    late: tuple[int, ...]
    language: str = "en"

    @property
    def is_empty(self) -> bool:
        return not any(sum(row) for row in (*(n for _, n in self.ages), self.in_time, self.late))

    @property
    def alt(self) -> str:
        """The picture in words, for who cannot see it; nothing of a panel without a bar."""
        first, last = (sum(row[n] for _, row in self.ages) for n in (0, -1))
        speaks = tongue(self.language)
        told = []
        if any(sum(row) for _, row in self.ages):
            told.append(speaks.say("month.alt", weeks=WEEKS, first=first, last=last))
        if last:
            by_age, by_stage = _now(self.ages), _now(self.stages)
            told.append(speaks.say("month.alt_now", by_age=by_age, by_stage=by_stage))
        in_time, late = sum(self.in_time), sum(self.late)
        if in_time or late:
            told.append(speaks.say("month.alt_done", in_time=in_time, late=late))
        return " ".join(told)


def month(
    channel: ChannelId,
    cases: Sequence[Case],
    now: datetime,
    language: str = "en",
    hours: Hours = UTC_HOURS,
) -> Month:
    """The last twelve weeks, from the public record alone.

    hours: the channel's, for the days that the weeks end on.
    """
    speaks = tongue(language)
    ends = tuple(now - WEEK * n for n in reversed(range(WEEKS)))
    ages = {name: [0] * WEEKS for name in (*(a for a, _ in AGES), OLDEST)}
    stages = {name: [0] * WEEKS for name in dict.fromkeys(STAGES.values())}
    done = {True: [0] * WEEKS, False: [0] * WEEKS}
    for case in cases:
        for n, end in enumerate(ends):
            if case.issue.raised_at <= end and not _closed_by(case, end):
                ages[_age(end - case.issue.raised_at)][n] += 1
                stages[STAGES.get(case.stage_at(end), "month.signing")][n] += 1
        for at, in_time in _done(case):
            for n, end in enumerate(ends):
                if end - WEEK < at <= end:
                    done[in_time][n] += 1
    return Month(
        channel,
        tuple(hours.today(end) for end in ends),
        _rows(ages, speaks),
        _rows(stages, speaks),
        tuple(done[True]),
        tuple(done[False]),
        speaks.code,
    )


def _rows(counted: dict[str, list[int]], speaks: Tongue) -> Rows:
    return tuple((speaks.say(name), tuple(row)) for name, row in counted.items())


def _now(rows: Rows) -> str:
    """What stands in the last week, without what is not there."""
    return ", ".join(f"{name} ({row[-1]})" for name, row in rows if row[-1])


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
    times = [Past(c.due, c.done_at, c.done_on) for c in commitments if c.done_at]
    times += [past for c in commitments for past in c.past]
    return [(past.done_at, past.was_in_time) for past in times]
