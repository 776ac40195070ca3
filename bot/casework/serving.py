"""Which Parley serves a channel, where several organisations run one: the hosting one's.

Both see who hosts a channel, so both come to the same answer without a word between them, and
nothing is answered twice. Cases that the other one has begun end where they began.
"""

from dataclasses import dataclass

from bot.casework.hours import language_of_channel
from bot.casework.ports import Store, UnitOfWork
from bot.casework.room import Note, Room
from bot.mediation.people import ChannelId, WorkspaceKey

SENTENCE = (
    "More than one organisation here runs Parley. {by} hosts this channel, so the one of {by} "
    "serves everybody alike, and asks each person before it keeps a word of theirs. Please use its "
    "pinned message with My desk, or mention it. Would you rather have another one serve? Make a "
    "channel in the workspace that has it, and share that one."
)


@dataclass(frozen=True, slots=True)
class ServedBy:
    """Whose Parley serves a channel; "" where it is this one.

    turn: how often that has changed.
    """

    name: str = ""
    turn: int = 0


def decide(channel: ChannelId, *, workspace: WorkspaceKey, store: Store, room: Room) -> None:
    """Look who else is there, keep it, and say it in the channel once."""
    name = room.other_parley(channel)
    with store() as uow:
        held = uow.preferences.get(workspace, channel, ServedBy) or ServedBy()
        if name != held.name:
            held = ServedBy(name, held.turn + 1)
            uow.preferences.keep(workspace, channel, held)
            uow.commit()
        language = language_of_channel(uow, workspace, channel)
    if name:
        text = SENTENCE.format(by=name)
        room.note(Note(f"note:{channel}:served-by-{held.turn}", channel, "", text))
        room.clear_desk(channel, text, held.turn)
    else:
        room.pin_desk(channel, held.turn, language)


def served_by(uow: UnitOfWork, workspace: WorkspaceKey, channel: ChannelId) -> str:
    """Whose Parley serves a channel instead of this one, "" where it is this one."""
    held = uow.preferences.get(workspace, channel, ServedBy)
    return held.name if held else ""
