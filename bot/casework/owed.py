"""What one person has promised in a case, and what their side can confirm or agree to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.casework.authority import Action, may
from bot.casework.ports import UnitOfWork
from bot.casework.resting import as_awaited, looked_into_in
from bot.mediation.case import Case
from bot.mediation.commitments import Commitment, Progress
from bot.mediation.people import PersonId, Role, Side
from bot.mediation.stages import Stage


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment that this person can mark as done, or that their side can confirm.

    offered, wished: it, or the change that is asked for, holds only once their side agrees.
    looked_into: the number of the case that looks into it, or has settled it; 0 for none.
    """

    case: Case
    commitment: Commitment
    mine: bool
    offered: bool = False
    wished: bool = False
    looked_into: int = 0

    @property
    def rests(self) -> bool:
        """Nobody waits for it here, since its own case has it in hand."""
        return self.looked_into > 0

    def is_late(self, today: date) -> bool:
        """Past its day, or found to lack something."""
        promise = self.commitment
        late = promise.is_overdue(today) or promise.is_contested
        return self.mine and late and not self.rests


def promises_of(
    uow: UnitOfWork,
    case: Case,
    side: Side,
    person: PersonId,
    today: date,
    roles: frozenset[Role],
) -> Iterator[Promise]:
    if case.stage is not Stage.AGREED or case.agreement is None:
        return
    answers = may(Action.CHANGE, roles)
    for commitment in case.agreement.commitments:
        found = looked_into_in(uow, commitment)
        number = found.number if found else 0
        if commitment.can_be_done(today) and commitment.owner == person:
            held = as_awaited(uow, case, commitment)
            yield Promise(case, held, mine=True, looked_into=number)
        settled = found is not None and found.is_over
        if (settled or commitment.progress is Progress.DONE) and commitment.side != side.id:
            yield Promise(case, commitment, mine=False, looked_into=number)
        if commitment.change and commitment.change.side != side.id and answers:
            yield Promise(case, commitment, mine=False, wished=True)
    for offer in case.agreement.offered if answers else ():
        if offer.side != side.id:
            yield Promise(case, offer, mine=False, offered=True)
