"""Consent: who fills in a form has read, on that form, what is stored and who sees what.

A person agrees for one case by sending a form in it. An organisation can agree for all cases of a
partnership, by somebody who signs for it, or, where it has named nobody, by whoever of it gives
their role and says that they may decide this; every side reads who that was. Before somebody has
agreed in one of these ways, none of their words are kept. Either is taken back in one tap.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.casework.authority import Action, may
from bot.casework.membership import Actor, cases_seen, place_of, side_of
from bot.casework.ports import Job, UnitOfWork
from bot.casework.show import announce, show_case
from bot.casework.tongues import tongue
from bot.mediation.case import Case
from bot.mediation.people import (
    ChannelId,
    Consent,
    PersonId,
    SideId,
    WorkspaceKey,
)
from bot.mediation.refusals import MovedOn, Outsider
from bot.mediation.stages import Stage, may_follow
from bot.mediation.timeline import Event

WORDING = "form-2"
"""Which text stood on the form. A changed text gets a new name and is agreed to anew."""


@dataclass(frozen=True, slots=True)
class Standing:
    """An organisation's word, for all cases of a partnership, kept under its side's id.

    role: what whoever gave it is there, as they said themselves.
    """

    by: PersonId
    wording: str
    given_at: datetime
    revoked_at: datetime | None = None
    role: str = ""


def record_consent(uow: UnitOfWork, person: PersonId, scope: str, *, now: datetime) -> None:
    """Keep that this person agreed, once for each case and wording."""
    held = uow.consents.given(person, scope)
    if held is None or held.wording != WORDING:
        uow.consents.record(Consent(person, scope, WORDING, given_at=now))


def join_case(uow: UnitOfWork, person: PersonId, case: Case, *, now: datetime) -> None:
    """This person agrees for this one case, and so for what they write in its thread.

    What they wrote there before is read then.
    """
    record_consent(uow, person, case.id, now=now)
    record_consent(uow, person, thread_scope(case.channel, case.thread_ts), now=now)
    uow.enqueue(Job("keep_thread", f"keep-thread:{case.id}:{person}", {"case": case.id}))


def thread_scope(channel: ChannelId, thread_ts: str) -> str:
    return f"thread:{channel}:{thread_ts}"


def has_agreed(uow: UnitOfWork, person: PersonId, case: Case) -> bool:
    """Whether this person's words may be kept in this case: never once their side has left it."""
    side = uow.partnerships.get(case.partnership).side_of(person)
    if side is not None and side.id in case.left:
        return False
    if uow.consents.given(person, case.id) is not None:
        return True
    return side is not None and stands(uow, case.workspace, side.id)


def may_keep(
    uow: UnitOfWork,
    workspace: WorkspaceKey,
    channel: ChannelId,
    thread_ts: str,
    person: PersonId,
) -> bool:
    """Whether a message that this person wrote in a thread may be kept.

    In the thread of a case, by somebody who joined it or whose organisation has agreed, as long
    as their side has not taken its consent back there.
    """
    scope = thread_scope(channel, thread_ts)
    joined = uow.consents.given(person, scope) is not None
    if not joined and not uow.consents.anyone(scope):
        return False
    partnership = uow.partnerships.of_channel(workspace, channel)
    side = partnership.side_of(person) if partnership else None
    if side is None:
        return joined
    if not joined and not stands(uow, workspace, side.id):
        return False
    cases = [c for c in uow.cases.of_channel(workspace, channel) if c.thread_ts == thread_ts]
    return not any(side.id in case.left for case in cases)


def leavable(workspace: WorkspaceKey, actor: Actor, *, uow: UnitOfWork) -> tuple[Case, ...]:
    """The cases, at whatever stage, in which this person can take their side's consent back, and
    those that go on without their side, in which it can take part again. The newest first.
    """
    found: list[Case] = []
    for partnership in uow.partnerships.around(workspace, actor.person):
        place = place_of(uow, partnership, actor, channel=None)
        if place.side is None or not may(Action.LEAVE, place.roles):
            continue
        own, cases = place.side.id, cases_seen(uow, partnership, actor.person)
        found += [c for c in cases if own in c.side_ids and not (own in c.left and c.is_over)]
    return tuple(sorted(found, key=lambda c: -c.number))


def stands(uow: UnitOfWork, workspace: WorkspaceKey, side: SideId) -> bool:
    """Whether an organisation's standing consent holds."""
    return standing(uow, workspace, side) is not None


def standing(uow: UnitOfWork, workspace: WorkspaceKey, side: SideId) -> Standing | None:
    """An organisation's standing consent, with who gave it and when; None where none holds."""
    held = uow.preferences.get(workspace, side, Standing)
    holds = held is not None and held.revoked_at is None and held.wording == WORDING
    return held if holds else None


def leave_case(case_id: str, actor: Actor, *, uow: UnitOfWork, now: datetime) -> Case:
    """A side takes its consent back in one case: its private answers are erased.

    A case that goes on ends; what both could read stays readable, and so does what was signed.
    Nobody of the side is mentioned in it any more.
    """
    case = uow.cases.get(case_id)
    side = side_of(uow, case.partnership, actor, channel=case.channel, now=now, to=Action.LEAVE)
    if side.id not in case.side_ids:
        raise Outsider("This case is between other sides, so there is nothing to take back.")
    if side.id in case.left:
        raise MovedOn("Your side has taken its consent back here already.")
    uow.caucuses.erase(case.id, side.id)
    members = uow.partnerships.get(case.partnership).people_of(side.id)
    for person in {*members, actor.person}:
        for scope in (case.id, thread_scope(case.channel, case.thread_ts)):
            held = uow.consents.given(person, scope)
            if held is not None:
                uow.consents.record(replace(held, revoked_at=now))
    because = tongue(case.language).say("ended.left", side=side.name)
    case = replace(case, left=case.left | {side.id})
    ends = may_follow(case.stage, Stage.WITHDRAWN)
    case = case.ended(Stage.WITHDRAWN, because=because, now=now) if ends else case
    saved = uow.cases.save(case)
    uow.timeline.append(Event(case.id, "left", actor.person, now, because))
    announce(uow, saved, "withdrawn" if ends else f"left-{saved.version}")
    show_case(uow, saved)
    return saved


def come_back(case_id: str, actor: Actor, *, uow: UnitOfWork, now: datetime) -> Case:
    """A side takes part again in a signed case in which it had taken its consent back.

    What was erased stays so, and its other people agree for themselves once more. Raises MovedOn
    where it never left, or the case is over.
    """
    case = uow.cases.get(case_id)
    side = side_of(uow, case.partnership, actor, channel=case.channel, now=now, to=Action.LEAVE)
    if side.id not in case.left:
        raise MovedOn("Your side takes part in this case.")
    if case.is_over:
        raise MovedOn("This case is over. Its card has *Take it up again*.")
    saved = uow.cases.save(replace(case, left=case.left - {side.id}))
    join_case(uow, actor.person, saved, now=now)
    text = f"{side.name} takes part again."
    uow.timeline.append(Event(case.id, "back", actor.person, now, text))
    announce(uow, saved, f"back-{saved.version}")
    show_case(uow, saved)
    return saved
