"""Who spoke or signed for a side and has left: both sides are told, and who goes on is asked."""

from bot.casework.hours import language_of_channel
from bot.casework.membership import has_left, nobody_named_is_left, people_to_ask
from bot.casework.ports import Store, UnitOfWork
from bot.casework.room import Note, Room
from bot.casework.tongues import tongue
from bot.mediation.people import ChannelId, Membership, Partnership, WorkspaceKey


def tell_of_departed(
    channel: ChannelId, *, workspace: WorkspaceKey, store: Store, room: Room
) -> None:
    """Say it in the channel, once for each person whom a side had named."""
    with store() as uow:
        partnership = uow.partnerships.of_channel(workspace, channel)
        if partnership is None:
            return
        notes = [
            _note(uow, partnership, held, channel)
            for held in partnership.members
            if held.roles_by and held.roles and has_left(uow, partnership, held.person)
        ]
    for note in notes:
        room.note(note)


def _note(uow: UnitOfWork, partnership: Partnership, held: Membership, channel: ChannelId) -> Note:
    side = next(s for s in partnership.sides if s.id == held.side)
    person = uow.directory.person(held.person)
    speaks = tongue(language_of_channel(uow, partnership.workspace, channel))
    said = {"name": person.name if person else speaks.say("departed.somebody"), "side": side.name}
    key = f"note:{channel}:departed-{side.id}-{held.person}"
    if not nobody_named_is_left(uow, partnership, side):
        return Note(key, channel, "", speaks.say("departed.still", **said))
    asked = people_to_ask(uow, partnership.id, side, channel)
    return Note(key, channel, "", speaks.say("departed.nobody", **said), asked)
