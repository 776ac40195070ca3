"""Learn who shares a channel: its organisations become a partnership, its people a directory."""

from collections.abc import Set as AbstractSet
from dataclasses import replace

from bot.casework.ports import Ids, Job, Store, UnitOfWork
from bot.casework.room import Room
from bot.mediation.people import (
    ChannelId,
    Partnership,
    PartnershipId,
    Side,
    SideId,
    TeamId,
    WorkspaceKey,
    is_direct,
)
from bot.mediation.refusals import Refusal

ALONE = (
    "The other side does not read along here. Press Raise an issue on Parley's Home and choose "
    "the channel that you share."
)


def learn_channel(
    channel: ChannelId, *, workspace: WorkspaceKey, store: Store, room: Room, ids: Ids
) -> Partnership:
    """The channel's partnership, known sides kept as they are and new organisations added.

    The same organisations have one partnership over all channels that they share. A channel
    inside one workspace gets a partnership of one side; who raises an issue names the other.
    Each time it is looked anew whose Parley serves the channel.

    Raises Refusal for a conversation of two: no other side could ever read a case there.
    """
    if is_direct(channel):
        raise Refusal(ALONE)
    people = room.people(channel)
    teams = room.teams(channel)
    with store() as uow:
        for person in people:
            earlier = uow.directory.person(person.id)
            uow.directory.remember(person)
            if earlier is not None and earlier.timezone != person.timezone:
                key = f"follow-zone:{person.id}:{ids.fresh()}"
                uow.enqueue(Job("follow_zone", key, {"person": person.id}))
        uow.directory.remember_channel(channel, [p.id for p in people])
        known = uow.partnerships.of_channel(workspace, channel)
        before = _belongs_to(uow, workspace, channel, known, {team for team, _ in teams})
        before = before or Partnership(PartnershipId(ids.fresh()), workspace, (), (channel,))
        grids = {p.team_id: p.enterprise for p in people if p.enterprise and not p.is_guest}
        held = {s.team_id for s in before.sides}
        new = tuple(
            Side(SideId(f"{before.id}-{team}"), name, team_id=team, enterprise=grids.get(team))
            for team, name in teams
            if team not in held
        )
        old = tuple(
            replace(s, enterprise=s.enterprise or grids.get(s.team_id or TeamId("")))
            for s in before.sides
        )
        partnership = replace(before, sides=(*old, *new))
        if partnership != known:
            partnership = uow.partnerships.save(partnership)
        if partnership.sides:
            uow.enqueue(Job("pin_desk", f"pin-desk:{channel}:{ids.fresh()}", {"channel": channel}))
        uow.commit()
    return partnership


def _belongs_to(
    uow: UnitOfWork,
    workspace: WorkspaceKey,
    channel: ChannelId,
    known: Partnership | None,
    teams: AbstractSet[TeamId],
) -> Partnership | None:
    """The partnership that the channel is part of, None where it begins one.

    A channel moves to another one before its first case, and where a further organisation joins
    it alone: the other channels go on without that one. Earlier cases stay where they began.
    """
    if known is not None:
        begun = len(known.sides) > 1 or uow.cases.of_partnership(known.id)
        joins = teams - {s.team_id for s in known.sides}
        if not joins or (begun and len(known.channels) == 1):
            return known
    found = next((p for p in uow.partnerships.of_workspace(workspace) if _is_of(p, teams)), None)
    if known is not None and (found is not None or len(known.channels) > 1):
        left = tuple(c for c in known.channels if c != channel)
        uow.partnerships.save(replace(known, channels=left))
        known = None
    return replace(found, channels=(*found.channels, channel)) if found is not None else known


def _is_of(partnership: Partnership, teams: AbstractSet[TeamId]) -> bool:
    """Whether it is between these organisations, in workspaces of their own, and no others."""
    return (
        len(teams) > 1
        and bool(partnership.channels)
        and all(s.team_id is not None for s in partnership.sides)
        and {s.team_id for s in partnership.sides} == teams
    )
