"""Was it fair? One private tap a side: after signing, and when everything is done."""

from datetime import datetime

from bot.casework.authority import Action
from bot.casework.hours import language_of_person
from bot.casework.ledger import FairnessAnswer, Felt, Moment
from bot.casework.membership import Actor, side_of
from bot.casework.ports import Store, UnitOfWork
from bot.casework.room import Room
from bot.mediation.people import PersonId
from bot.mediation.refusals import MovedOn
from bot.mediation.stages import Stage


def was_it_fair(
    case_id: str, moment: Moment, felt: Felt, actor: Actor, *, uow: UnitOfWork, now: datetime
) -> FairnessAnswer:
    """Keep one side's answer. No event, no note, no card: nobody else is to notice.

    Raises MovedOn before there is a signature of this side, or before everything is done.
    """
    case = uow.cases.get(case_id)
    side = side_of(uow, case.partnership, actor, channel=case.channel, now=now, to=Action.FAIR)
    case.require_side(side.id)
    agreement = case.agreement
    signed = agreement is not None and agreement.is_signed_by(frozenset({side.id}))
    if not signed or (moment is Moment.FULFILLED and case.stage is not Stage.FULFILLED):
        raise MovedOn("This can be said once the agreement has come that far.")
    answer = FairnessAnswer(case_id, side.id, moment, felt, actor.person, now)
    uow.ledger.record(answer)
    return answer


def ask_fulfilled(case_id: str, *, store: Store, room: Room) -> None:
    """Ask who signed for each side, in private, once everything is done."""
    with store() as uow:
        case = uow.cases.get(case_id)
        signatures = case.agreement.signatures if case.agreement else ()
        asked = {
            s.side: PersonId(s.person)
            for s in signatures
            if uow.ledger.felt(case.id, s.side, Moment.FULFILLED) is None
        }
        spoken = {p: language_of_person(uow, case.workspace, p) for p in asked.values()}
    for person, language in spoken.items():
        room.ask_fair(case, person, Moment.FULFILLED, language)
