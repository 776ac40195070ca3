"""When somebody, or a channel, is reached, and in which language: as set, else as Slack says."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime

from bot.casework.ports import UnitOfWork
from bot.casework.preferences import DaysOff, Habits
from bot.casework.tongues import Tongue, language_of, tongue
from bot.mediation.calendar import Hours, WorkingDays, zone_of
from bot.mediation.case import Case
from bot.mediation.people import ChannelId, Partnership, Person, PersonId, SideId, WorkspaceKey


def habits_of(uow: UnitOfWork, workspace: WorkspaceKey, scope: str) -> Habits:
    return uow.preferences.get(workspace, scope, Habits) or Habits()


def hours_of_person(uow: UnitOfWork, workspace: WorkspaceKey, person: PersonId) -> Hours:
    """In their own zone, on the working days of their own side."""
    known = uow.directory.person(person)
    own = [
        side.id
        for partnership in uow.partnerships.around(workspace, person)
        if (side := partnership.side_of(person)) is not None
    ]
    zone = _zone_of_person(uow, known)
    return _hours(habits_of(uow, workspace, person), zone, _days(uow, workspace, own))


def day_of_person(
    uow: UnitOfWork, workspace: WorkspaceKey, person: PersonId, now: datetime
) -> date:
    """The day that it is where somebody is."""
    zone = habits_of(uow, workspace, person).zone
    zone = zone or _zone_of_person(uow, uow.directory.person(person))
    return now.astimezone(zone_of(zone)).date()


def day_of_channel(
    uow: UnitOfWork, workspace: WorkspaceKey, channel: ChannelId, now: datetime
) -> date:
    """The day that it is where most people of a channel are."""
    zone = _zone_of_channel(uow, workspace, channel)
    return now.astimezone(zone_of(zone)).date()


def day_for(uow: UnitOfWork, case: Case, person: PersonId, now: datetime) -> date:
    """The day where somebody is, or in the case's channel where that one is ahead.

    What has come up in the channel can then be answered by everybody in it.
    """
    theirs = day_of_person(uow, case.workspace, person, now)
    return max(theirs, day_of_channel(uow, case.workspace, case.channel, now))


def language_of_person(uow: UnitOfWork, workspace: WorkspaceKey, person: PersonId) -> str:
    known = uow.directory.person(person)
    locales = [known.locale] if known else []
    return habits_of(uow, workspace, person).language or language_of(locales)


def tongue_of_person(uow: UnitOfWork, workspace: WorkspaceKey, person: PersonId) -> Tongue:
    """What Parley says to somebody, in their language."""
    return tongue(language_of_person(uow, workspace, person))


def language_of_channel(uow: UnitOfWork, workspace: WorkspaceKey, channel: ChannelId) -> str:
    """As set, else what most people there have Slack speak, else English."""
    locales = [p.locale for p in uow.directory.people_of(channel)]
    return habits_of(uow, workspace, channel).language or language_of(locales)


def hours_of_channel(uow: UnitOfWork, workspace: WorkspaceKey, channel: ChannelId) -> Hours:
    """In the zone that most people there have, on days on which both sides work."""
    zone = _zone_of_channel(uow, workspace, channel)
    partnership = uow.partnerships.of_channel(workspace, channel)
    days = days_of(uow, partnership) if partnership else WorkingDays()
    return _hours(habits_of(uow, workspace, channel), zone, days)


def _zone_of_channel(uow: UnitOfWork, workspace: WorkspaceKey, channel: ChannelId) -> str:
    most = _most_usual(uow.directory.people_of(channel))
    return habits_of(uow, workspace, channel).zone or most


def _zone_of_person(uow: UnitOfWork, known: Person | None) -> str:
    """As Slack says; where it says nothing, that of most colleagues in the same channels."""
    if known is None or known.timezone:
        return known.timezone if known else "UTC"
    around = (p for c in uow.directory.channels_of(known.id) for p in uow.directory.people_of(c))
    return _most_usual(p for p in around if p.team_id == known.team_id)


def _most_usual(people: Iterable[Person]) -> str:
    zones = Counter(p.timezone for p in people if p.timezone)
    return min(zones, key=lambda z: (-zones[z], z), default="UTC")


def days_of(uow: UnitOfWork, partnership: Partnership) -> WorkingDays:
    """The days on which every side works."""
    return _days(uow, partnership.workspace, [side.id for side in partnership.sides])


def days_of_side(uow: UnitOfWork, workspace: WorkspaceKey, side: SideId) -> WorkingDays:
    """The days on which one side works."""
    return _days(uow, workspace, [side])


def _days(uow: UnitOfWork, workspace: WorkspaceKey, sides: list[SideId]) -> WorkingDays:
    held = (uow.preferences.get(workspace, side, DaysOff) or DaysOff() for side in sides)
    return WorkingDays(frozenset(day for off in held for day in off.days))


def _hours(habits: Habits, zone: str, days: WorkingDays) -> Hours:
    return Hours(habits.zone or zone, habits.hour, habits.weekday, days)
