"""Who spoke or signed for a side and has left: both sides are told, and who goes on is asked."""

from bot.casework.membership import has_left, nobody_named_is_left, people_to_ask
from bot.casework.ports import Store, UnitOfWork
from bot.casework.room import Note, Room
from bot.mediation.people import ChannelId, Membership, Partnership, WorkspaceKey

STILL = (
    "{name}, who was named for {side}, is in this channel no more. The cases go on as they are: "
    "others are named for {side} too."
)
NOBODY = (
    "{name}, who was named for {side}, is in this channel no more, and nobody else is named for "
    "{side}. Its cases are kept as they are. Anybody of {side} can name who goes on, under “Your "
    "side's people” on My desk."
)


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
    name = person.name if person else "Somebody"
    key = f"note:{channel}:departed-{side.id}-{held.person}"
    if not nobody_named_is_left(uow, partnership, side):
        return Note(key, channel, "", STILL.format(name=name, side=side.name))
    asked = people_to_ask(uow, partnership.id, side, channel)
    return Note(key, channel, "", NOBODY.format(name=name, side=side.name), asked)
