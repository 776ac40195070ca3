"""Who of a side reads what it tells in private: whom it named, or everybody of it, as it says."""

from dataclasses import dataclass
from enum import StrEnum

from bot.casework.authority import Action, may
from bot.casework.ports import UnitOfWork
from bot.mediation.people import Partnership, Role, Side


class Readers(StrEnum):
    """To read. To change an answer stays with whoever may give it."""

    NAMED = "named"
    EVERYBODY = "everybody"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a side has chosen for itself; the other side has no word in it and is not told."""

    by: Readers = Readers.NAMED


def readers_of(uow: UnitOfWork, partnership: Partnership, side: Side) -> Readers:
    held = uow.preferences.get(partnership.workspace, side.id, Reading)
    return held.by if held else Readers.NAMED


def reads(uow: UnitOfWork, partnership: Partnership, side: Side, roles: frozenset[Role]) -> bool:
    """Whether somebody of the side with these roles reads its private answers."""
    if may(Action.PRIVATE, roles):
        return True
    return readers_of(uow, partnership, side) is Readers.EVERYBODY
