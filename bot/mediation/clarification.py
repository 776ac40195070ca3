"""Just clarify: one private line from each side about one message, shown together.

A line is private until all lines are in (`caucus.PrivateLine`); a `Clarification` holds only
lines that may be read.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.mediation.issues import Message
from bot.mediation.people import ChannelId, PartnershipId, PersonId, Side, SideId, WorkspaceKey
from bot.mediation.refusals import MovedOn, Outsider

MAX_LINE = 500


class Outcome(StrEnum):
    OPEN = "open"
    SHOWN = "shown"
    CLEARED_UP = "cleared_up"
    CASE = "case"


@dataclass(frozen=True, slots=True)
class ShownLine:
    side: SideId
    person: PersonId
    words: str


@dataclass(frozen=True, slots=True)
class Clarification:
    """One message, and what it meant to each side.

    asked: who is asked for the lines that are still to come; they are called by name once.
    language: what the channel reads it in.
    """

    id: str
    workspace: WorkspaceKey
    partnership: PartnershipId
    channel: ChannelId
    thread_ts: str
    about: Message
    sides: tuple[Side, ...]
    author_side: SideId | None
    opened_by: PersonId
    opened_at: datetime
    lines: tuple[ShownLine, ...] = ()
    cleared_by: frozenset[SideId] = frozenset()
    outcome: Outcome = Outcome.OPEN
    case_id: str | None = None
    ended_at: datetime | None = None
    asked: tuple[PersonId, ...] = ()
    language: str = "en"
    version: int = 0

    def shown(self, lines: tuple[ShownLine, ...]) -> "Clarification":
        """With everybody's line, in the order of the sides."""
        order = [s.id for s in self.sides]
        ordered = tuple(sorted(lines, key=lambda line: order.index(line.side)))
        return replace(self, lines=ordered, outcome=Outcome.SHOWN)

    def cleared(self, side: SideId, *, now: datetime) -> "Clarification":
        """With one side's word that this settles it; an end once all have said so."""
        if side not in {s.id for s in self.sides}:
            raise Outsider("This is between the sides of the message.")
        if self.outcome is not Outcome.SHOWN:
            raise MovedOn("This clarification has already ended.")
        by = self.cleared_by | {side}
        done = by >= {s.id for s in self.sides}
        if not done:
            return replace(self, cleared_by=by)
        return replace(self, cleared_by=by, outcome=Outcome.CLEARED_UP, ended_at=now)

    def became(self, case_id: str) -> "Clarification":
        if self.outcome in {Outcome.CLEARED_UP, Outcome.CASE}:
            raise MovedOn("This clarification has already ended.")
        return replace(self, outcome=Outcome.CASE, case_id=case_id)
