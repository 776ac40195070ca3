"""Remind: once a day, everything that one person is to be reminded of, in one message."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.casework.hours import habits_of, hours_of_person, tongue_of_person
from bot.casework.letters import Do, Letter, Line, letter
from bot.casework.membership import cases_seen
from bot.casework.ports import Store, UnitOfWork
from bot.casework.resting import awaited
from bot.casework.room import Room
from bot.casework.told import reminded_of, told_of, week_of
from bot.casework.tongues import Tongue
from bot.mediation.calendar import Hours
from bot.mediation.case import Case
from bot.mediation.commitments import Commitment
from bot.mediation.people import ChannelId, PersonId, TeamId, WorkspaceKey
from bot.mediation.reminders import Notice, reminder
from bot.mediation.stages import Stage

MOMENT = timedelta(seconds=1)
ONE_ROUND = timedelta(hours=1)
"""Longer than the jobs of one round take to be done."""
PRESSING = (Notice.OVERDUE, Notice.TODAY, Notice.BEFORE)


@dataclass(frozen=True, slots=True)
class Reminder:
    """One commitment that its owner is told about."""

    case: Case
    commitment: Commitment
    notice: Notice

    @property
    def name(self) -> str:
        """The same whenever it is worked out."""
        promise = self.commitment
        day = promise.late_from if self.notice is Notice.OVERDUE else promise.next_due
        return f"{self.case.id}:{promise.key}:{self.notice}:{day}"


def person_day(
    person: PersonId,
    since: datetime,
    at: datetime,
    now: datetime,
    *,
    workspace: WorkspaceKey,
    store: Store,
    room: Room,
) -> None:
    """One direct message a day; in the channels, by name, for whom Parley cannot write to.

    On the day of somebody's week that one message is the week, which begins with these. at: when
    it was due; now: when it was claimed. Both stay the same however often this is run.
    """
    with store() as uow:
        hours = hours_of_person(uow, workspace, person)
        today = hours.today(now)
        home = is_home(uow, workspace, person)
        if home and comes_with_week(uow, workspace, person, hours, at=at, now=now):
            return
        told = hours.today(since)
        up_to = reminded_of(uow, workspace, person).up_to or told
        found = reminders_of(uow, workspace, person, hours, told=min(told, up_to), today=today)
        speaks = tongue_of_person(uow, workspace, person)
    key = f"reminders:{person}:{today.isoformat()}"
    if found and not (home and room.deliver(key, person, as_letter(found, speaks, today))):
        call_out(found, person, today, speaks, room=room)
    remember(found, workspace, person, today, store=store)


def call_out(
    found: list[Reminder], person: PersonId, today: date, speaks: Tongue, *, room: Room
) -> None:
    """In the channels of the cases, by name; what it is about stands on My desk."""
    key = f"reminders:{person}:{today.isoformat()}"
    for channel in dict.fromkeys(r.case.channel for r in found):
        here = [r for r in found if r.case.channel == channel]
        told = as_letter(here, speaks, today)
        room.call(f"{key}:{channel}", channel, _thread(here), person, told)


def comes_with_week(
    uow: UnitOfWork,
    workspace: WorkspaceKey,
    person: PersonId,
    hours: Hours,
    *,
    at: datetime,
    now: datetime,
) -> bool:
    """Whether somebody's week is written now too, so that one message is enough.

    at: when the reminders were due, which is long ago where nothing ran for a while. A week that
    was told by another round than this one, as after a clock that was put back, carries none.
    """
    week = hours.next_week(at - MOMENT)
    if week > now or not habits_of(uow, workspace, person).digest:
        return False
    told = told_of(uow, workspace, person)
    if told is None or told.week != week_of(hours.today(week)):
        return True
    return told.until >= max(week, now - ONE_ROUND)


def is_home(uow: UnitOfWork, workspace: WorkspaceKey, person: PersonId) -> bool:
    """Whether somebody is of the organisation that Parley is installed in, guests among them."""
    known = uow.directory.person(person)
    return known is not None and known.belongs_to(TeamId(workspace))


def as_letter(found: list[Reminder], speaks: Tongue, today: date) -> Letter:
    lines = tuple(reminder_line(r, speaks, today) for r in found)
    return letter(speaks.count("remind", len(found)), lines, speaks.code)


def reminder_line(found: Reminder, speaks: Tongue, today: date) -> Line:
    promise = found.commitment
    text = speaks.say(
        _says(found, today),
        day=speaks.weekday(promise.next_due),
        what=promise.what,
        who=promised_to(found.case, promise, speaks),
        case=found.case.number,
    )
    return Line(text, Do.DONE, found.case.id, promise.key)


def promised_to(case: Case, promise: Commitment, speaks: Tongue) -> str:
    """The other side, or sides: whoever has many partners sees whom it is about."""
    return speaks.listed([s.name for s in case.sides if s.id != promise.side])


def _says(found: Reminder, today: date) -> str:
    """A day that nobody works on is spoken of before it comes, and is then not today."""
    if found.notice is Notice.OVERDUE:
        return "remind.missing" if found.commitment.is_contested else "remind.overdue"
    return "remind.today" if found.commitment.next_due == today else "remind.before"


def reminders_of(
    uow: UnitOfWork,
    workspace: WorkspaceKey,
    person: PersonId,
    hours: Hours,
    *,
    told: date,
    today: date,
) -> list[Reminder]:
    """What somebody is reminded of who was told up to a day, the most pressing first."""
    found = _reminders(uow, workspace, person, hours, told=told, today=today)
    reminded = reminded_of(uow, workspace, person)
    return sorted(
        (r for r in found if reminded.leaves(r.name, today)),
        key=lambda r: (PRESSING.index(r.notice), r.commitment.next_due, r.case.number),
    )


def remember(
    found: list[Reminder],
    workspace: WorkspaceKey,
    person: PersonId,
    today: date,
    *,
    store: Store,
) -> None:
    """That it was said, once it was: after a crash in between it is said again, under its key."""
    with store() as uow:
        reminded = reminded_of(uow, workspace, person)
        if found or reminded.up_to != today:
            uow.preferences.keep(workspace, person, reminded.told((r.name for r in found), today))
            uow.commit()


def _reminders(
    uow: UnitOfWork,
    workspace: WorkspaceKey,
    person: PersonId,
    hours: Hours,
    *,
    told: date,
    today: date,
) -> Iterator[Reminder]:
    for partnership in uow.partnerships.around(workspace, person):
        for case in cases_seen(uow, partnership, person):
            if case.stage is not Stage.AGREED:
                continue
            for promise in awaited(uow, case):
                if promise.owner != person or promise.side in case.left:
                    continue
                notice = reminder(promise, hours.days, since=told, today=today)
                if notice is not None:
                    yield Reminder(case, promise, notice)


def _thread(found: list[Reminder]) -> str:
    """The thread of the one case that it is about, "" where it is about several."""
    threads: set[tuple[ChannelId, str]] = {(r.case.channel, r.case.thread_ts) for r in found}
    return threads.pop()[1] if len(threads) == 1 else ""
