"""What stands open about fairness on the desk of who signed: a message to one alone may be gone."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.casework.ledger import Moment
from bot.casework.ports import UnitOfWork
from bot.mediation.case import Case
from bot.mediation.people import PersonId, Side
from bot.mediation.stages import Stage

ASKED = {Stage.AGREED: Moment.SIGNED, Stage.FULFILLED: Moment.FULFILLED}
ASKED_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class AskedFair:
    """An agreement that somebody signed, and when in its life they are asked about it."""

    case: Case
    moment: Moment


def still_asked(
    uow: UnitOfWork, case: Case, side: Side, person: PersonId, now: datetime
) -> AskedFair | None:
    """Until their side has said it, and for a month at the most."""
    moment = ASKED.get(case.stage)
    agreement = case.agreement
    if moment is None or agreement is None or case.moved_at is None:
        return None
    signed = any(s.person == person and s.side == side.id for s in agreement.signatures)
    if not signed or now - case.moved_at > ASKED_FOR:
        return None
    known = uow.ledger.felt(case.id, side.id, moment) is not None
    return None if known else AskedFair(case, moment)
