"""What a channel and a person have been told, and when: all of it comes once, and whole."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.casework.ports import UnitOfWork
from bot.mediation.calendar import Hours
from bot.mediation.people import PersonId, WorkspaceKey


@dataclass(frozen=True, slots=True)
class Told:
    """week: the last that was told, like 2026-W11. since, until: what that message was about.

    A week in which there was nothing to tell is not told: what comes later in it can still be.
    """

    week: str
    since: datetime
    until: datetime


REMEMBERED = timedelta(days=120)


@dataclass(frozen=True, slots=True)
class Reminded:
    """What somebody was reminded of, by its name, and on which of their days.

    up_to: the last day that was theirs when they were; in another zone that may be another day.
    A clock that is put back brings the days again, and with them no reminder that was given.
    """

    on: Mapping[str, date] = field(default_factory=dict)
    up_to: date | None = None

    def leaves(self, name: str, today: date) -> bool:
        """Whether it is still to be told, or was told on this very day, as it then stays."""
        return self.on.get(name, today) == today

    def told(self, names: Iterable[str], today: date) -> "Reminded":
        lately = {name: day for name, day in self.on.items() if day > today - REMEMBERED}
        return Reminded(lately | dict.fromkeys(names, today), today)


def week_of(day: date) -> str:
    """The ISO week, which is the same one on both sides of a year's end."""
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02}"


def told_of(uow: UnitOfWork, workspace: WorkspaceKey, scope: str) -> Told | None:
    return uow.preferences.get(workspace, scope, Told)


def reminded_of(uow: UnitOfWork, workspace: WorkspaceKey, person: PersonId) -> Reminded:
    return uow.preferences.get(workspace, person, Reminded) or Reminded()


def next_week(
    uow: UnitOfWork, workspace: WorkspaceKey, scope: str, hours: Hours, after: datetime
) -> datetime:
    """When the next weekly message comes: not in a week that has been told."""
    told = told_of(uow, workspace, scope)
    at = hours.next_week(after)
    if told is not None and told.week == week_of(hours.today(at)):
        return hours.next_week(at)
    return at
