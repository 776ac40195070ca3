"""What comes round: once a minute, rows whose time has come are claimed and become jobs.

A row and its job change in one transaction, so that it comes round once: also with several
processes, after a crash, and when the clock was moved. What was missed comes late, and once.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.casework.hours import hours_of_channel, hours_of_person
from bot.casework.ports import Clock, Conflict, Job, Store, UnitOfWork
from bot.casework.schedule import Due, Round
from bot.casework.told import next_week
from bot.mediation.people import ChannelId, PersonId, WorkspaceKey

AT_ONCE = 500
"""Rows a minute; the rest comes with the next tick, the longest waiting first."""

HOUSE_EVERY = timedelta(hours=1)
AHEAD = timedelta(hours=1)
"""A row from further ahead than any two clocks differ: the clock was wrong, and was put right."""

OF_CHANNEL = (Round.CHANNEL_DAY, Round.CHANNEL_WEEK, Round.CHANNEL_MONTH)
OF_PERSON = (Round.PERSON_DAY, Round.PERSON_WEEK)
DAILY = frozenset({Round.CHANNEL_DAY, Round.PERSON_DAY})


def come_round(*, workspace: WorkspaceKey, store: Store, clock: Clock) -> int:
    """Claim and enqueue what is due; how many jobs that made."""
    now = clock.now()
    with store() as uow:
        _keep_house(uow, workspace, now)
        rows = uow.schedule.due(workspace, now, AT_ONCE)
        uow.commit()
    made = 0
    for row in (r for r in rows if r.round is not Round.HOUSE):
        try:
            with store() as uow:
                made += _claim(uow, row, now)
                uow.commit()
        except Conflict:
            continue
    return made


def replan(
    uow: UnitOfWork, workspace: WorkspaceKey, subject: str, *, now: datetime
) -> tuple[Due, ...]:
    """Bring a channel's or a person's rows in line with what was set; what they will be."""
    moved = []
    for what in (*OF_CHANNEL, *OF_PERSON):
        row = uow.schedule.find(workspace, what, subject)
        if row is not None:
            after = row.since if what in DAILY else now  # what today still has to say comes at once
            following = Due(workspace, what, subject, row.since, _next(uow, row, after))
            uow.schedule.claim(row, following=following)
            moved.append(following)
    return tuple(moved)


def follow_zone(person: PersonId, *, workspace: WorkspaceKey, store: Store, clock: Clock) -> None:
    """Bring somebody's rows to the hour of the zone that they are in by now."""
    now = clock.now()
    with store() as uow:
        for what in OF_PERSON:
            row = uow.schedule.find(workspace, what, person)
            if row is not None and row.since <= now:
                at = _next(uow, row, row.since)
                uow.schedule.claim(row, following=replace(row, at=at))
        uow.commit()


def _claim(uow: UnitOfWork, row: Due, now: datetime) -> int:
    """Enqueue the row's job and put the next row in its place; 0 where somebody was faster."""
    if row.at > now and row.since <= now + AHEAD:
        return 0
    if row.since <= now < (at := _next(uow, row, row.since)):  # another zone, or a day off since
        uow.schedule.claim(row, following=replace(row, at=at))
        return 0
    following = Due(row.workspace, row.round, row.subject, now, _next(uow, row, now))
    if not uow.schedule.claim(row, following=following) or row.at > now:
        return 0
    key = f"{row.round}:{row.subject}:{row.at.isoformat()}"
    moments = {"since": row.since, "at": row.at, "now": now}
    args = {"subject": row.subject, **{name: at.isoformat() for name, at in moments.items()}}
    uow.enqueue(Job(row.round.value, key, args))
    return 1


def _next(uow: UnitOfWork, row: Due, after: datetime) -> datetime:
    if row.round in OF_PERSON:
        hours = hours_of_person(uow, row.workspace, PersonId(row.subject))
    else:
        hours = hours_of_channel(uow, row.workspace, ChannelId(row.subject))
    match row.round:
        case Round.CHANNEL_WEEK | Round.PERSON_WEEK:
            return next_week(uow, row.workspace, row.subject, hours, after)
        case Round.CHANNEL_MONTH:
            return hours.next_month(after)
        case _:
            return hours.next_day(after)


def _keep_house(uow: UnitOfWork, workspace: WorkspaceKey, now: datetime) -> None:
    """See that every channel and everybody has their rows; once an hour, since it reads a lot."""
    house = uow.schedule.find(workspace, Round.HOUSE, workspace)
    if house is not None and house.at > now and house.since <= now + AHEAD:
        return
    following = Due(workspace, Round.HOUSE, workspace, now, now + HOUSE_EVERY)
    if house is None:
        uow.schedule.plan(following)
    elif not uow.schedule.claim(house, following=following):
        return
    looked = min(house.since, now) if house else now  # what came since then is told late
    for what, subject in _wanted(uow, workspace):
        if uow.schedule.find(workspace, what, subject) is None:
            row = Due(workspace, what, subject, now, now)
            before = now - timedelta(days=1)  # so that what is due today is told today
            if what is Round.CHANNEL_WEEK:
                before = min(before, looked)  # and what the week has brought since
            uow.schedule.plan(Due(workspace, what, subject, before, _next(uow, row, looked)))


def _wanted(uow: UnitOfWork, workspace: WorkspaceKey) -> list[tuple[Round, str]]:
    """Every channel of a partnership, everybody on a side, and everybody who owes something."""
    channels: set[str] = set()
    people: set[str] = set()
    for partnership in uow.partnerships.of_workspace(workspace):
        channels |= set(partnership.channels)
        people |= {m.person for m in partnership.members}
        for case in uow.cases.of_partnership(partnership.id):
            if case.agreement is not None and not case.is_over:
                people |= {c.owner for c in case.agreement.commitments}
    return [
        *((what, subject) for subject in sorted(channels) for what in OF_CHANNEL),
        *((what, subject) for subject in sorted(people) for what in OF_PERSON),
    ]
