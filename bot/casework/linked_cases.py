"""Linked cases: one that ended is taken up again, and a contested promise becomes a case."""

from dataclasses import replace
from datetime import datetime

from bot.casework.authority import Action
from bot.casework.consent import join_case
from bot.casework.follow_up import followed
from bot.casework.membership import Actor, side_of
from bot.casework.ports import Ids, UnitOfWork
from bot.casework.raise_issue import MAX_TITLE
from bot.casework.resting import looked_into_in
from bot.casework.show import show_case
from bot.mediation.case import Bond, Case, Tie
from bot.mediation.commitments import Progress
from bot.mediation.issues import Issue
from bot.mediation.refusals import MovedOn, Unclear
from bot.mediation.stages import Stage
from bot.mediation.timeline import Event


def reopen(
    case_id: str, reason: str, actor: Actor, *, uow: UnitOfWork, now: datetime, ids: Ids
) -> Case:
    """A new case that goes on where this one ended; what was signed in it stays signed.

    Raises Unclear without a reason, MovedOn while the case still goes on, or goes on elsewhere.
    """
    if not reason.strip():
        raise Unclear("reason", "Say in a line what has changed, so that everybody knows why.")
    case = uow.cases.get(case_id)
    side = side_of(uow, case.partnership, actor, channel=case.channel, now=now, to=Action.REOPEN)
    case.require_side(side.id)
    if not (case.is_over or case.stage is Stage.AGREED):
        raise MovedOn("This case is still open, so there is nothing to reopen.")
    _require_untaken(case, Bond.REOPENED_AS, uow)
    happened = f"{side.name} takes case {case.number} up again: {reason.strip()}"
    title = case.issue.title
    again = _following(case, ids.fresh(), title, happened, Bond.REOPENS, actor, uow, now)
    join_case(uow, actor.person, again, now=now)
    return again


def take_up(
    case_id: str, key: str, actor: Actor, *, uow: UnitOfWork, now: datetime, ids: Ids
) -> Case:
    """A contested promise as a case of its own, linked to the first, in which it rests.

    Raises MovedOn where nobody contests it, or where a case looks into it already.
    """
    found = followed(case_id, key, actor, uow=uow, now=now, to=Action.REOPEN)
    promise = found.commitment
    if promise.progress is not Progress.CONTESTED:
        raise MovedOn("Nobody contests this promise any more.")
    if (other := looked_into_in(uow, promise)) is not None:
        raise MovedOn(f"Case {other.number} looks into this already. Open that one.")
    owing = found.case.side(promise.side).name
    happened = (
        f"In case {found.case.number} {owing} promised “{promise.what}” by "
        f"{promise.due.day} {promise.due:%b %Y}. It was marked as done; what is seen missing: "
        f"{promise.contested_because}"
    )
    fresh = ids.fresh()
    kept = found.agreement.with_commitment(replace(promise, looked_into=fresh))
    first = replace(found.case, agreement=kept)
    return _following(first, fresh, promise.what, happened, Bond.CONTESTS, actor, uow, now)


_BACK = {Bond.REOPENS: Bond.REOPENED_AS, Bond.CONTESTS: Bond.CONTESTED_IN}


def _following(
    first: Case,
    fresh: str,
    title: str,
    happened: str,
    bond: Bond,
    actor: Actor,
    uow: UnitOfWork,
    now: datetime,
) -> Case:
    issue = Issue(
        title=title[:MAX_TITLE],
        happened=happened,
        kind=first.issue.kind,
        urgency=first.issue.urgency,
        raised_by=actor.person,
        raised_at=now,
        language=first.language,
    )
    case = Case(
        id=fresh,
        number=uow.cases.next_number(first.workspace),
        workspace=first.workspace,
        partnership=first.partnership,
        channel=first.channel,
        thread_ts=first.thread_ts,
        sides=uow.partnerships.get(first.partnership).sides,
        issue=issue,
        moved_at=now,
        ties=(Tie(bond, first.id, first.number),),
    )
    uow.cases.add(case)
    back = Tie(_BACK[bond], case.id, case.number)
    first = uow.cases.save(replace(first, ties=(*first.ties, back)))
    uow.timeline.append(Event(case.id, "raised", actor.person, now, happened))
    text = f"It goes on in case {case.number}."
    uow.timeline.append(Event(first.id, "linked", actor.person, now, text))
    show_case(uow, case)
    show_case(uow, first)
    return case


def _require_untaken(case: Case, bond: Bond, uow: UnitOfWork) -> None:
    """Raise MovedOn while a case that goes on from this one is open."""
    for tie in case.ties:
        if tie.bond is bond and not uow.cases.get(tie.case_id).is_over:
            raise MovedOn(f"This goes on in case {tie.number} already. Open that one.")
