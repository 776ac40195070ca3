"""Follow up: a commitment is marked as done by its side, and confirmed or contested by another."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.casework.authority import Action
from bot.casework.consent import join_case
from bot.casework.files import FileRef
from bot.casework.hours import day_of_person
from bot.casework.membership import Actor, side_of
from bot.casework.ports import Job, Json, UnitOfWork
from bot.casework.show import announce, show_case
from bot.casework.tongues import tongue
from bot.mediation.agreement import Agreement, Commitment, Progress
from bot.mediation.case import Case
from bot.mediation.people import Side
from bot.mediation.refusals import MovedOn, NotEntitled, NotFound, Unclear
from bot.mediation.stages import Stage
from bot.mediation.timeline import Event

MOST_EVIDENCE = 1_000


@dataclass(frozen=True, slots=True)
class Followed:
    """A commitment with all that it hangs on, and the side of who acts."""

    case: Case
    side: Side
    agreement: Agreement
    commitment: Commitment


def mark_done(
    case_id: str,
    key: str,
    actor: Actor,
    *,
    uow: UnitOfWork,
    now: datetime,
    evidence: str = "",
    file: FileRef | None = None,
) -> Case:
    """The commitment done, said by somebody of the side that owes it; what shows it may go with
    it, as a link or in words, and as a file, which a job puts into the thread for both."""
    found = followed(case_id, key, actor, uow=uow, now=now, to=Action.DONE)
    if found.commitment.side != found.side.id:
        raise NotEntitled("The side that promised this marks it as done; you can confirm it then.")
    _require_short(evidence)
    on = day_of_person(uow, found.case.workspace, found.commitment.owner, now)
    done = found.commitment.done(by=actor.person, now=now, on=on, evidence=evidence)
    text = f"{found.side.name} has done: {done.what}."
    if evidence.strip() or file is not None:
        join_case(uow, actor.person, found.case, now=now)
    _share(uow, case_id, key, file, actor)
    return keep(found, done, f"{text} {done.evidence}".strip(), actor, uow=uow, now=now)


def show_done(
    case_id: str,
    key: str,
    evidence: str,
    actor: Actor,
    *,
    uow: UnitOfWork,
    now: datetime,
    file: FileRef | None = None,
) -> Case:
    """What shows that it was done, said after it was marked so, by the side that owes it."""
    found = followed(case_id, key, actor, uow=uow, now=now, to=Action.DONE)
    if found.commitment.side != found.side.id:
        raise NotEntitled("The side that promised this shows that it is done.")
    if not evidence.strip() and file is None:
        raise Unclear("evidence", "Give a link or a file, or say in a line where it can be seen.")
    _require_short(evidence)
    join_case(uow, actor.person, found.case, now=now)
    shown = found.commitment.shown(evidence)
    _share(uow, case_id, key, file, actor)
    seen = shown.evidence or (file.name if file else "")
    text = f"{found.side.name} shows “{shown.what}”: {seen}"
    return keep(found, shown, text, actor, uow=uow, now=now)


def _share(uow: UnitOfWork, case_id: str, key: str, file: FileRef | None, actor: Actor) -> None:
    if file is None:
        return
    args: dict[str, Json] = {"case": case_id, "key": key, "file": file.id, "name": file.name}
    uow.enqueue(Job("show_evidence", f"show-evidence:{file.id}", {**args, "person": actor.person}))


def _require_short(evidence: str) -> None:
    if len(evidence) > MOST_EVIDENCE:
        raise Unclear("evidence", f"Shorten this to {MOST_EVIDENCE} characters; a link will do.")


def confirm_done(case_id: str, key: str, actor: Actor, *, uow: UnitOfWork, now: datetime) -> Case:
    """The commitment confirmed by the other side; with the last one the case is fulfilled."""
    found = followed(case_id, key, actor, uow=uow, now=now)
    kept = found.commitment.confirmed(side=found.side.id, by=actor.person, now=now)
    text = f"{found.side.name} confirmed: {kept.what}."
    return keep(found, kept, text, actor, uow=uow, now=now)


def mark_all_done(case_id: str, actor: Actor, *, uow: UnitOfWork, now: datetime) -> Case:
    """Everything that the actor's side still owes, done; what was found missing stays as it is.

    Raises MovedOn where nothing is left to mark, and what `mark_done` raises.
    """
    case, side = _signed(case_id, actor, uow=uow, now=now)
    ours = [c.key for c in _promises(case) if c.side == side.id and c.progress is Progress.OPEN]
    if not ours:
        raise MovedOn(f"Nothing that {side.name} promised is open any more.")
    return [mark_done(case_id, key, actor, uow=uow, now=now) for key in ours][-1]


def confirm_all_done(case_id: str, actor: Actor, *, uow: UnitOfWork, now: datetime) -> Case:
    """Everything that other sides say is done, confirmed by the actor's side.

    Raises MovedOn where nothing waits for it, and what `confirm_done` raises.
    """
    case, side = _signed(case_id, actor, uow=uow, now=now)
    theirs = [c.key for c in _promises(case) if c.side != side.id and c.progress is Progress.DONE]
    if not theirs:
        raise MovedOn(f"Nothing waits to be confirmed by {side.name} just now.")
    return [confirm_done(case_id, key, actor, uow=uow, now=now) for key in theirs][-1]


def _signed(case_id: str, actor: Actor, *, uow: UnitOfWork, now: datetime) -> tuple[Case, Side]:
    case = uow.cases.get(case_id)
    side = side_of(uow, case.partnership, actor, channel=case.channel, now=now)
    case.require_side(side.id)
    return case, side


def _promises(case: Case) -> tuple[Commitment, ...]:
    return case.agreement.commitments if case.agreement else ()


def contest(
    case_id: str, key: str, because: str, actor: Actor, *, uow: UnitOfWork, now: datetime
) -> Case:
    """The commitment not done as agreed, says the other side, and what is missing."""
    found = followed(case_id, key, actor, uow=uow, now=now)
    if not because.strip():
        raise Unclear("because", "Say in a line what is missing, so that it can be done.")
    join_case(uow, actor.person, found.case, now=now)
    on = day_of_person(uow, found.case.workspace, found.commitment.owner, now)
    open_again = found.commitment.contested(side=found.side.id, because=because.strip(), on=on)
    text = f"{found.side.name} sees something missing in “{open_again.what}”: {because.strip()}"
    case = keep(found, open_again, text, actor, uow=uow, now=now)
    announce(uow, case, f"contested-{key}-{case.version}")
    return case


def followed(
    case_id: str,
    key: str,
    actor: Actor,
    *,
    uow: UnitOfWork,
    now: datetime,
    to: Action = Action.LOOK,
) -> Followed:
    """Raises NotFound, MovedOn where nothing is signed yet, and what `side_of` raises."""
    case = uow.cases.get(case_id)
    side = side_of(uow, case.partnership, actor, channel=case.channel, now=now, to=to)
    case.require_side(side.id)
    if case.stage not in {Stage.AGREED, Stage.FULFILLED} or case.agreement is None:
        raise MovedOn("There is no signed agreement to follow up yet.")
    commitment = case.agreement.commitment(key)
    if commitment is None:
        raise NotFound("This commitment is not part of the agreement.")
    return Followed(case, side, case.agreement, commitment)


def keep(
    found: Followed,
    commitment: Commitment,
    text: str,
    actor: Actor,
    *,
    uow: UnitOfWork,
    now: datetime,
) -> Case:
    """The case with the commitment as it is now, on record and on its card."""
    agreement = found.agreement.with_commitment(commitment)
    case = replace(found.case, agreement=agreement)
    uow.timeline.append(Event(case.id, "commitment", actor.person, now, text))
    if agreement.is_fulfilled:
        because = tongue(case.language).say("ended.fulfilled")
        case = uow.cases.save(case.ended(Stage.FULFILLED, because=because, now=now))
        uow.timeline.append(Event(case.id, "fulfilled", None, now, because))
        announce(uow, case, "fulfilled")
        uow.enqueue(Job("ask_fair", f"ask-fair:{case.id}", {"case": case.id}))
    else:
        case = uow.cases.save(case)
    show_case(uow, case)
    return case
