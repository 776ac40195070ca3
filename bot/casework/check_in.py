"""Check in: on an agreement's review date each side says whether it still fits."""

from dataclasses import replace
from datetime import datetime

from bot.casework.authority import Action
from bot.casework.hours import day_for
from bot.casework.membership import Actor, side_of
from bot.casework.ports import UnitOfWork
from bot.casework.show import announce, show_case
from bot.mediation.case import Case
from bot.mediation.refusals import MovedOn
from bot.mediation.stages import Stage
from bot.mediation.timeline import Event


def still_fits(case_id: str, actor: Actor, *, uow: UnitOfWork, now: datetime) -> Case:
    """One side's word; once every side has said it, the thread is told."""
    case = uow.cases.get(case_id)
    side = side_of(uow, case.partnership, actor, channel=case.channel, now=now, to=Action.REVIEW)
    case.require_side(side.id)
    agreement = case.agreement
    if agreement is None or case.stage not in {Stage.AGREED, Stage.FULFILLED}:
        raise MovedOn("There is no signed agreement to look at.")
    if agreement.review_on is None or day_for(uow, case, actor.person, now) < agreement.review_on:
        raise MovedOn("The day to look at this again is still to come.")
    if side.id in agreement.fits:
        raise MovedOn("Your side has said so already. Thank you.")
    fits = agreement.fits | {side.id}
    case = uow.cases.save(replace(case, agreement=replace(agreement, fits=fits)))
    text = f"{side.name} says that the agreement still fits."
    uow.timeline.append(Event(case.id, "fits", actor.person, now, text))
    if fits >= case.side_ids:
        announce(uow, case, "fits")
    show_case(uow, case)
    return case
