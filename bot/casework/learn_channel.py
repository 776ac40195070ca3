"""Learn who shares a channel: its organisations become a partnership, its people a directory."""

from dataclasses import replace

from bot.casework.ports import Ids, Job, Store
from bot.casework.room import Room
from bot.mediation.people import ChannelId, Partnership, PartnershipId, Side, SideId, WorkspaceKey


def learn_channel(
    channel: ChannelId, *, workspace: WorkspaceKey, store: Store, room: Room, ids: Ids
) -> Partnership:
    """The channel's partnership, known sides kept as they are and new organisations added.

    A channel inside one workspace gets a partnership of one side; who raises an issue names
    the other. Each time it is looked anew whose Parley serves the channel.
    """
    people = room.people(channel)
    teams = room.teams(channel)
    with store() as uow:
        for person in people:
            uow.directory.remember(person)
        uow.directory.remember_channel(channel, [p.id for p in people])
        known = uow.partnerships.of_channel(workspace, channel)
        before = known or Partnership(PartnershipId(ids.fresh()), workspace, (), (channel,))
        grids = {p.team_id: p.enterprise for p in people if p.enterprise and not p.is_guest}
        held = {s.team_id for s in before.sides}
        new = tuple(
            Side(SideId(f"{before.id}-{team}"), name, team_id=team, enterprise=grids.get(team))
            for team, name in teams
            if team not in held
        )
        partnership = replace(before, sides=(*before.sides, *new))
        if partnership != known:
            partnership = uow.partnerships.save(partnership)
        if partnership.sides:
            uow.enqueue(Job("pin_desk", f"pin-desk:{channel}:{ids.fresh()}", {"channel": channel}))
        uow.commit()
    return partnership
