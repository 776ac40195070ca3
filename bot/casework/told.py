"""Up to when a channel and a person have been told, so that each week is told once, and whole."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.casework.ports import UnitOfWork
from bot.mediation.calendar import Hours
from bot.mediation.people import WorkspaceKey


@dataclass(frozen=True, slots=True)
class Told:
    """week: the last that was told, like 2026-W11. since, until: what that message was about.

    A week in which there was nothing to tell is not told: what comes later in it can still be.
    """

    week: str
    since: datetime
    until: datetime


def week_of(day: date) -> str:
    """The ISO week, which is the same one on both sides of a year's end."""
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02}"


def told_of(uow: UnitOfWork, workspace: WorkspaceKey, scope: str) -> Told | None:
    return uow.preferences.get(workspace, scope, Told)


def next_week(
    uow: UnitOfWork, workspace: WorkspaceKey, scope: str, hours: Hours, after: datetime
) -> datetime:
    """When the next weekly message comes: not in a week that has been told."""
    told = told_of(uow, workspace, scope)
    at = hours.next_week(after)
    if told is not None and told.week == week_of(hours.today(at)):
        return hours.next_week(at)
    return at
