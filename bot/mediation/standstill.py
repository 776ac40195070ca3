"""A standstill: both sides leave something undone until a day, so that they can talk in peace."""

from dataclasses import dataclass, replace
from datetime import date

from bot.mediation.people import SideId
from bot.mediation.refusals import MovedOn, NotEntitled


@dataclass(frozen=True, slots=True)
class Standstill:
    """What neither side does until the end of a day. It holds once every side has agreed.

    edition: counts the proposals of a case from 1, so that a side agrees to the one that it read.
    ended: its day has passed, and that was said.
    """

    what: str
    until: date
    proposed_by: SideId
    agreed_by: frozenset[SideId]
    edition: int = 1
    ended: bool = False

    def agreed(self, side: SideId, today: date) -> "Standstill":
        """With one more side's word. Raises NotEntitled for the side that proposed it alone."""
        if self.is_over(today):
            raise MovedOn("That day has passed. Propose a new one if it is still needed.")
        if side in self.agreed_by:
            raise NotEntitled("Your side has agreed to this; the others are still to say.")
        return replace(self, agreed_by=self.agreed_by | {side})

    def holds(self, sides: frozenset[SideId], today: date) -> bool:
        return self.agreed_by >= sides and not self.is_over(today)

    def is_over(self, today: date) -> bool:
        return today > self.until
