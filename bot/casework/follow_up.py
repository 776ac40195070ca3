"""Follow up: a commitment is marked as done by its side and confirmed by the other."""

from dataclasses import replace
from datetime import datetime

from bot.casework.membership import Actor, side_of
from bot.casework.ports import UnitOfWork
from bot.casework.show import announce, show_case
from bot.mediation.agreement import Agreement, Commitment
from bot.mediation.case import Case
from bot.mediation.people import Side
from bot.mediation.refusals import MovedOn, NotEntitled, NotFound
from bot.mediation.stages import Stage
from bot.mediation.timeline import Event


def mark_done(case_id: str, key: str, actor: Actor, *, uow: UnitOfWork, now: datetime) -> Case:
    """The commitment done, said by somebody of the side that owes it."""
    case, side, agreement, commitment = _find(case_id, key, actor, uow=uow, now=now)
    if commitment.side != side.id:
        raise NotEntitled("The side that promised this marks it as done; you can confirm it then.")
    done = commitment.done(by=actor.person, now=now)
    return _keep(case, agreement, done, f"{side.name} has done: {done.what}.", actor, uow, now)


def confirm_done(case_id: str, key: str, actor: Actor, *, uow: UnitOfWork, now: datetime) -> Case:
    """The commitment confirmed by the other side; with the last one the case is fulfilled."""
    case, side, agreement, commitment = _find(case_id, key, actor, uow=uow, now=now)
    kept = commitment.confirmed(side=side.id, by=actor.person, now=now)
    text = f"{side.name} confirmed: {kept.what}."
    return _keep(case, agreement, kept, text, actor, uow, now)


def _find(
    case_id: str, key: str, actor: Actor, *, uow: UnitOfWork, now: datetime
) -> tuple[Case, Side, Agreement, Commitment]:
    case = uow.cases.get(case_id)
    side = side_of(uow, case.partnership, actor, now=now)
    case.require_side(side.id)
    if case.stage not in {Stage.AGREED, Stage.FULFILLED} or case.agreement is None:
        raise MovedOn("There is no signed agreement to follow up yet.")
    commitment = case.agreement.commitment(key)
    if commitment is None:
        raise NotFound("This commitment is not part of the agreement.")
    return case, side, case.agreement, commitment


def _keep(
    case: Case,
    agreement: Agreement,
    commitment: Commitment,
    text: str,
    actor: Actor,
    uow: UnitOfWork,
    now: datetime,
) -> Case:
    followed = agreement.with_commitment(commitment)
    case = replace(case, agreement=followed)
    uow.timeline.append(Event(case.id, "commitment", actor.person, now, text))
    if followed.is_fulfilled:
        because = "Everything that was promised has been done."
        case = uow.cases.save(case.ended(Stage.FULFILLED, because=because, now=now))
        uow.timeline.append(Event(case.id, "fulfilled", None, now, because))
        announce(uow, case, "fulfilled")
    else:
        case = uow.cases.save(case)
    show_case(uow, case)
    return case
