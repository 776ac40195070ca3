"""Add a promise of one's own side: to the text while it is signed, later as an offer to the other.

While the text is being signed the promise becomes part of it, under a new version that both sign.
After that it is offered, and holds once the other side agrees; what was signed stays as it was.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.casework.authority import Action
from bot.casework.consent import join_case
from bot.casework.follow_up import Followed, keep
from bot.casework.hours import day_of_person
from bot.casework.membership import Actor, side_of
from bot.casework.ports import UnitOfWork
from bot.casework.promised import Promised
from bot.casework.show import announce, show_case
from bot.mediation.agreement import Agreement
from bot.mediation.case import Case
from bot.mediation.commitments import Commitment, Progress
from bot.mediation.people import PersonId, Side
from bot.mediation.refusals import MovedOn, NotFound, Unclear
from bot.mediation.rhythm import Every
from bot.mediation.stages import Stage
from bot.mediation.timeline import Event

MOST_OPEN = 6
"""Promises in a side's own words that are open at the same time in one agreement."""

MOST_MEASURE = 200


@dataclass(frozen=True, slots=True)
class AddPromise:
    """What the form says. every: None for a promise that is kept once."""

    case_id: str
    what: str
    due: date
    owner: PersonId
    measure: str = ""
    every: Every | None = None
    until: date | None = None


def may_add(case: Case) -> bool:
    """Whether the text is being signed, or what it promises is being kept."""
    return case.agreement is not None and case.stage in {Stage.SIGNING, Stage.AGREED}


def add_promise(request: AddPromise, actor: Actor, *, uow: UnitOfWork, now: datetime) -> Case:
    """Raises Unclear for what cannot be meant, MovedOn where nothing can be added any more."""
    case, side, agreement = _open(request.case_id, actor, uow=uow, now=now)
    promise = _promise(request, case, side, actor, uow=uow, now=now)
    join_case(uow, actor.person, case, now=now)
    said = f"{promise.what}, by {promise.due.isoformat()}"
    if case.stage is Stage.SIGNING:
        changed = agreement.with_promise(promise)
        text = f"{side.name} puts one more promise into the text: {said}."
        return _put(case, agreement, changed, text, actor, uow=uow, now=now)
    found = Followed(case, side, agreement.offering(promise), promise)
    text = f"{side.name} offers one more promise: {said}."
    saved = keep(found, promise, text, actor, uow=uow, now=now)
    announce(uow, saved, f"offered-{promise.key}-{saved.version}")
    return saved


def leave_out(case_id: str, key: str, actor: Actor, *, uow: UnitOfWork, now: datetime) -> Case:
    """Out of the text, by the side whose promise it is; off the table, by either side."""
    case, side, agreement = _open(case_id, actor, uow=uow, now=now)
    if case.stage is Stage.SIGNING:
        promise = agreement.commitment(key)
        changed = agreement.without_promise(key, side=side.id)
        text = f"{side.name} leaves a promise out of the text: {promise.what if promise else key}."
        return _put(case, agreement, changed, text, actor, uow=uow, now=now)
    offer = _offer(agreement, key)
    found = Followed(case, side, agreement.declining(key), offer)
    text = f"{side.name}: the offered promise is off the table, {offer.what}."
    saved = keep(found, offer, text, actor, uow=uow, now=now)
    announce(uow, saved, f"unoffered-{key}-{saved.version}")
    return saved


def agree_promise(case_id: str, key: str, actor: Actor, *, uow: UnitOfWork, now: datetime) -> Case:
    """The offered promise holds: the other side than the one that offers it has agreed."""
    case, side, agreement = _open(case_id, actor, uow=uow, now=now)
    offer = _offer(agreement, key)
    changed = agreement.accepting(key, side=side.id, by=actor.person)
    held = changed.commitment(key)
    assert held is not None
    text = f"{side.name} agreed to one more promise: {offer.what}, by {offer.due.isoformat()}."
    saved = keep(Followed(case, side, changed, held), held, text, actor, uow=uow, now=now)
    announce(uow, saved, f"joined-{key}-{saved.version}")
    return saved


def _open(
    case_id: str, actor: Actor, *, uow: UnitOfWork, now: datetime
) -> tuple[Case, Side, Agreement]:
    case = uow.cases.get(case_id)
    side = side_of(uow, case.partnership, actor, channel=case.channel, now=now, to=Action.CHANGE)
    case.require_side(side.id)
    if case.agreement is None or not may_add(case):
        raise MovedOn(
            "Promises are added while an agreement is signed or being kept. To promise something "
            "here now, take the case up again."
        )
    return case, side, case.agreement


def _offer(agreement: Agreement, key: str) -> Commitment:
    found = next((c for c in agreement.offered if c.key == key), None)
    if found is None:
        raise NotFound("That promise is no longer on offer.")
    return found


def _promise(
    request: AddPromise, case: Case, side: Side, actor: Actor, *, uow: UnitOfWork, now: datetime
) -> Commitment:
    agreement = case.agreement
    assert agreement is not None
    today = day_of_person(uow, case.workspace, actor.person, now)
    said = Promised(request.what, request.due, request.every, request.until).checked(today)
    measure = " ".join(request.measure.split())
    if len(measure) > MOST_MEASURE:
        raise Unclear("measure", f"Shorten this to {MOST_MEASURE} characters.")
    theirs = uow.partnerships.get(case.partnership).side_of(request.owner)
    if theirs not in {None, side}:
        assert theirs is not None
        text = f"Choose somebody of {side.name}; {theirs.name} makes its own promises."
        raise Unclear("owner", text)
    own = (c for c in (*agreement.commitments, *agreement.offered) if c.side == side.id)
    still = [c for c in own if c.added_by is not None and c.progress is not Progress.CONFIRMED]
    if len(still) >= MOST_OPEN:
        raise Unclear("what", "These are many already; once one is kept, the next can be added.")
    return Commitment(
        key=agreement.free_key(side.id),
        side=side.id,
        what=said.what,
        due=said.due,
        measure=measure,
        owner=request.owner,
        every=said.every,
        until=said.until,
        added_by=actor.person,
    )


def _put(
    case: Case,
    before: Agreement,
    changed: Agreement,
    text: str,
    actor: Actor,
    *,
    uow: UnitOfWork,
    now: datetime,
) -> Case:
    """The text as it is to be signed now; who had signed it is told that there is a new one."""
    saved = uow.cases.save(replace(case, agreement=changed))
    uow.timeline.append(Event(case.id, "changed", actor.person, now, text))
    if before.signatures:
        announce(uow, saved, f"signing-{changed.version[:12]}")
    show_case(uow, saved)
    return saved
