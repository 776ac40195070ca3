"""The weekly message to a channel, and the monthly picture, when their time has come round."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.casework.digest import Digest, digest
from bot.casework.hours import habits_of, hours_of_channel, language_of_channel
from bot.casework.month import month
from bot.casework.ports import Clock, Store, UnitOfWork
from bot.casework.preferences import Part
from bot.casework.room import Note, Room
from bot.casework.told import Told, told_of, week_of
from bot.casework.tongues import tongue
from bot.mediation.people import ChannelId, WorkspaceKey

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Telling:
    """A channel's week as it is posted under its key. again: whether it has been told already."""

    key: str
    digest: Digest
    again: bool = False


def channel_week(
    channel: ChannelId,
    since: datetime,
    at: datetime,
    *,
    workspace: WorkspaceKey,
    store: Store,
    room: Room,
    clock: Clock,
) -> None:
    """Post the digest of what happened since the last one; nothing where nothing did."""
    now = clock.now()
    with store() as uow:
        if not habits_of(uow, workspace, channel).digest:
            uow.preferences.keep(workspace, channel, Told("", since, now))
            uow.commit()
            return
        telling = tell_week(
            workspace, channel, uow=uow, now=now, at=at, since=min(since, at - WEEK)
        )
        uow.commit()
    if telling.digest.lines:
        room.show_digest(telling.key, telling.digest)


def tell_week(
    workspace: WorkspaceKey,
    channel: ChannelId,
    *,
    uow: UnitOfWork,
    now: datetime,
    at: datetime,
    since: datetime,
) -> Telling:
    """The week as the channel wants it, to be posted once under its key; how far it told is kept.

    at: when it was due. since: what it tells of where the channel has been told nothing before.
    Asked for once more in the same week, it is the same.
    """
    week = week_of(hours_of_channel(uow, workspace, channel).today(at))
    told = told_of(uow, workspace, channel)
    again = told is not None and told.week == week
    if told is not None:
        since = told.since if again else told.until
    found = digest(
        workspace,
        channel,
        uow=uow,
        now=told.until if told and again else now,
        since=since,
        left_out=habits_of(uow, workspace, channel).left_out,
    )
    if not again:
        uow.preferences.keep(workspace, channel, Told(week if found.lines else "", since, now))
    return Telling(f"digest:{channel}:{week}", found, again)


def say_week_is(
    channel: ChannelId, key: str, *, on: bool, workspace: WorkspaceKey, store: Store, room: Room
) -> None:
    """Say in the channel that its week comes from now on, or not: it is for both sides."""
    with store() as uow:
        speaks = tongue(language_of_channel(uow, workspace, channel))
    room.note(Note(key, channel, "", speaks.say("week.on" if on else "week.off")))


def channel_month(
    channel: ChannelId,
    at: datetime,
    *,
    workspace: WorkspaceKey,
    store: Store,
    room: Room,
) -> None:
    """Post the picture once a month; none where there is nothing in it."""
    with store() as uow:
        cases = uow.cases.of_channel(workspace, channel)
        habits = habits_of(uow, workspace, channel)
        hours = hours_of_channel(uow, workspace, channel)
        language = language_of_channel(uow, workspace, channel)
    found = month(channel, cases, at, language, hours)
    if habits.digest and Part.PICTURE not in habits.left_out and not found.is_empty:
        room.show_month(f"month:{channel}:{hours.today(at):%Y-%m}", found)
