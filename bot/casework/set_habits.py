"""Set habits: when a channel and a person are told, what of, and on which days a side rests."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from bot.casework.authority import Action, may
from bot.casework.come_round import replan
from bot.casework.hours import habits_of, hours_of_channel, hours_of_person
from bot.casework.membership import Actor, side_of
from bot.casework.ports import Job, UnitOfWork
from bot.casework.preferences import DaysOff, Emoji, Habits
from bot.casework.remind import is_home
from bot.casework.told import next_week
from bot.mediation.calendar import is_zone
from bot.mediation.people import ChannelId, Side, WorkspaceKey
from bot.mediation.refusals import Refusal, Unclear

MOST_DAYS = 100
NOT_READ = (
    "Parley is still reading this channel, or is not in it yet. Please try again in a moment; if "
    "this comes again, add it with `/invite @Parley`."
)
MOST_EMOJI = 10
_NAME = re.compile(r"[a-z0-9_+'-]{1,100}")


@dataclass(frozen=True, slots=True)
class Settings:
    """What stands in the form. emoji: None for whom they are not to change.

    speaks: whether this person sets the channel's week and the side's days off, beside their own.
    at_home: whether Parley can write to this person at all, and so once a week.
    channel_zone, own_zone: what Slack gives where nothing was set.
    """

    channel: ChannelId
    side: Side
    of_channel: Habits
    mine: Habits
    days_off: DaysOff
    emoji: Emoji | None
    channel_zone: str
    own_zone: str
    at_home: bool
    speaks: bool


@dataclass(frozen=True, slots=True)
class SetHabits:
    """What the form says, as typed. None for what it did not ask."""

    channel: ChannelId
    of_channel: Habits | None
    mine: Habits
    days_off: str | None
    emoji: str | None = None


def settings_of(
    workspace: WorkspaceKey, channel: ChannelId, actor: Actor, *, uow: UnitOfWork, now: datetime
) -> Settings:
    """For somebody of a side in this channel. Raises what `side_of` raises."""
    side = _side(workspace, channel, actor, uow, now)
    home = is_home(uow, workspace, actor.person)
    return Settings(
        channel=channel,
        side=side,
        of_channel=habits_of(uow, workspace, channel),
        mine=habits_of(uow, workspace, actor.person),
        days_off=uow.preferences.get(workspace, side.id, DaysOff) or DaysOff(),
        emoji=emoji_of(uow, workspace) if home else None,
        channel_zone=hours_of_channel(uow, workspace, channel).zone,
        own_zone=hours_of_person(uow, workspace, actor.person).zone,
        at_home=home,
        speaks=_may(Action.CHANNEL_WEEK, workspace, channel, actor, uow),
    )


def set_habits(
    request: SetHabits, actor: Actor, *, workspace: WorkspaceKey, uow: UnitOfWork, now: datetime
) -> tuple[datetime, datetime | None]:
    """Keep it; when the channel's and the person's next weekly message would come.

    None for the person where Parley cannot write to them.

    Raises Unclear for a zone, a day or an emoji that cannot be read.
    """
    side = _side(workspace, request.channel, actor, uow, now)
    for field, habits in (("zone", request.of_channel), ("my_zone", request.mine)):
        if habits is not None and habits.zone and not is_zone(habits.zone):
            sentence = "Name a time zone like Europe/Berlin, or leave it empty for Slack's."
            raise Unclear(field, sentence)
    if request.of_channel is not None:
        _side(workspace, request.channel, actor, uow, now, to=Action.CHANNEL_WEEK)
        before = habits_of(uow, workspace, request.channel).digest
        uow.preferences.keep(workspace, request.channel, request.of_channel)
        if before is not request.of_channel.digest:
            key = f"note:week-is:{request.channel}:{now.isoformat()}"
            is_ = "on" if request.of_channel.digest else "off"
            args = {"channel": request.channel, "key": key, "is": is_}
            uow.enqueue(Job("say_week_is", key, args))
    if request.days_off is not None:
        _side(workspace, request.channel, actor, uow, now, to=Action.DAYS_OFF)
        uow.preferences.keep(workspace, side.id, DaysOff(days_in(request.days_off)))
    uow.preferences.keep(workspace, actor.person, request.mine)
    home = is_home(uow, workspace, actor.person)
    if request.emoji is not None and home:
        uow.preferences.keep(workspace, workspace, Emoji(emoji_in(request.emoji)))
    replan(uow, workspace, request.channel, now=now)
    replan(uow, workspace, actor.person, now=now)
    of_channel = hours_of_channel(uow, workspace, request.channel)
    channel = next_week(uow, workspace, request.channel, of_channel, now)
    if not home:
        return channel, None
    mine = hours_of_person(uow, workspace, actor.person)
    return channel, next_week(uow, workspace, actor.person, mine, now)


def emoji_of(uow: UnitOfWork, workspace: WorkspaceKey) -> Emoji:
    return uow.preferences.get(workspace, workspace, Emoji) or Emoji()


def days_in(typed: str) -> frozenset[date]:
    """Days like 2026-12-25, in any arrangement. Raises Unclear for anything else."""
    found = set()
    for word in re.split(r"[\s,;]+", typed.strip()):
        try:
            found |= {date.fromisoformat(word)} if word else set()
        except ValueError:
            raise Unclear("days_off", f"“{word[:40]}” is no day like 2026-12-25.") from None
    if len(found) > MOST_DAYS:
        raise Unclear("days_off", f"Name {MOST_DAYS} days at the most; past ones can go.")
    return frozenset(found)


def emoji_in(typed: str) -> frozenset[str]:
    """Names with or without colons. Raises Unclear for what is none."""
    names = [word.strip(":").casefold() for word in re.split(r"[\s,;]+", typed) if word.strip(":")]
    if not names or len(names) > MOST_EMOJI or not all(map(_NAME.fullmatch, names)):
        raise Unclear("emoji", f"Name 1 to {MOST_EMOJI} emoji, for example :scales:.")
    return frozenset(names)


def _may(
    action: Action, workspace: WorkspaceKey, channel: ChannelId, actor: Actor, uow: UnitOfWork
) -> bool:
    partnership = uow.partnerships.of_channel(workspace, channel)
    return partnership is not None and may(action, partnership.roles_of(actor.person))


def _side(
    workspace: WorkspaceKey,
    channel: ChannelId,
    actor: Actor,
    uow: UnitOfWork,
    now: datetime,
    *,
    to: Action = Action.OWN_WEEK,
) -> Side:
    partnership = uow.partnerships.of_channel(workspace, channel)
    if partnership is None:
        raise Refusal(NOT_READ)
    return side_of(uow, partnership.id, actor, channel=channel, now=now, to=to)
