"""The weekly message to a channel, and the monthly picture, when their time has come round."""

from datetime import datetime, timedelta

from bot.casework.digest import digest
from bot.casework.hours import habits_of, hours_of_channel, language_of_channel
from bot.casework.month import month
from bot.casework.ports import Clock, Store
from bot.casework.preferences import Part
from bot.casework.room import Room
from bot.mediation.people import ChannelId, WorkspaceKey

WEEK = timedelta(days=7)


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
    """Post the digest of what happened since the last one; nothing where nothing did.

    Once for each ISO week, which is the same week on both sides of a year's end.
    """
    with store() as uow:
        habits = habits_of(uow, workspace, channel)
        day = hours_of_channel(uow, workspace, channel).today(at)
        found = digest(
            workspace,
            channel,
            uow=uow,
            now=clock.now(),
            since=min(since, at - WEEK),
            left_out=habits.left_out,
        )
    if habits.digest and found.lines:
        room.show_digest(digest_key(channel, day.isocalendar()), found)


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


def digest_key(channel: ChannelId, week: tuple[int, int, int]) -> str:
    year, number, _ = week
    return f"digest:{channel}:{year}-W{number:02}"
