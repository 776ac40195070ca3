"""A standstill in a case: proposed, answered with another, agreed to or left, and at its end."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.casework.authority import Action
from bot.casework.consent import join_case
from bot.casework.hours import day_of_channel
from bot.casework.membership import Actor, side_of
from bot.casework.ports import UnitOfWork
from bot.casework.show import announce, show_case
from bot.mediation.both_or_all import both_or_all
from bot.mediation.case import Case
from bot.mediation.people import Side
from bot.mediation.refusals import MovedOn, Unclear
from bot.mediation.standstill import Standstill
from bot.mediation.timeline import Event

LONGEST = timedelta(days=90)
MAX_WORDS = 300


@dataclass(frozen=True, slots=True)
class ProposeStandstill:
    case_id: str
    what: str
    until: date | None


def propose_standstill(
    request: ProposeStandstill, actor: Actor, *, uow: UnitOfWork, now: datetime
) -> Case:
    """The case with what this side proposes; it takes the place of an earlier proposal.

    Raises Unclear for missing words and days that are past or too far off, MovedOn where one
    holds already or the case is over.
    """
    case, side = _open(request.case_id, actor, uow, now)
    what = " ".join(request.what.split())
    if not what:
        asked = both_or_all("Say what {neither} side does until then.", case.sides)
        raise Unclear("what", asked)
    if len(what) > MAX_WORDS:
        raise Unclear("what", f"Shorten this to {MAX_WORDS} characters, so that it stays clear.")
    today = day_of_channel(uow, case.workspace, case.channel, now)
    if request.until is None or not today <= request.until <= today + LONGEST:
        raise Unclear("until", f"Choose a day from today on, within {LONGEST.days} days.")
    held = case.standstill
    if held is not None and held.holds(case.side_ids, today):
        raise MovedOn(f"A standstill holds until {held.until:%d %b %Y}. It can follow after that.")
    join_case(uow, actor.person, case, now=now)
    edition = held.edition + 1 if held else 1
    proposed = Standstill(what, request.until, side.id, frozenset({side.id}), edition)
    said = f"{side.name} proposed a standstill until {request.until:%d %b %Y}: {what}"
    key = f"standstill_proposed-{case.version}"
    return _keep(replace(case, standstill=proposed), said, key, actor, uow, now)


def agree_standstill(
    case_id: str, edition: int, actor: Actor, *, uow: UnitOfWork, now: datetime
) -> Case:
    """The case with this side's word to the proposal that it read; with the last one it holds."""
    case, side = _open(case_id, actor, uow, now)
    today = day_of_channel(uow, case.workspace, case.channel, now)
    agreed = _proposed(case, edition).agreed(side.id, today)
    said = f"{side.name} agreed to the standstill until {agreed.until:%d %b %Y}."
    key = f"standstill_agreed-{case.version}"
    return _keep(replace(case, standstill=agreed), said, key, actor, uow, now)


def leave_standstill(
    case_id: str, edition: int, actor: Actor, *, uow: UnitOfWork, now: datetime
) -> Case:
    """The case without the proposal: taken back or declined, in the same words for both.

    Raises MovedOn for one that every side has agreed to, which holds until its day.
    """
    case, side = _open(case_id, actor, uow, now)
    held = _proposed(case, edition)
    if held.holds(case.side_ids, day_of_channel(uow, case.workspace, case.channel, now)):
        raise MovedOn(f"Every side has agreed to this one; it holds until {held.until:%d %b %Y}.")
    said = f"{side.name} left the proposed standstill aside."
    key = f"standstill_left-{case.version}"
    return _keep(replace(case, standstill=None), said, key, actor, uow, now)


def end_standstill(uow: UnitOfWork, case: Case, *, today: date, now: datetime) -> None:
    """Say that an agreed one has ended; a proposal whose day has passed goes without a word."""
    held = case.standstill
    if held is None or held.ended or not held.is_over(today):
        return
    if held.agreed_by >= case.side_ids:
        saved = uow.cases.save(replace(case, standstill=replace(held, ended=True)))
        uow.timeline.append(Event(case.id, "standstill", None, now, "The standstill has ended."))
        announce(uow, saved, f"standstill_ended-{case.version}")
    else:
        saved = uow.cases.save(replace(case, standstill=None))
    show_case(uow, saved)


def _proposed(case: Case, edition: int) -> Standstill:
    """The proposal that somebody read. Raises MovedOn where it is gone, or is another by now."""
    if case.standstill is None:
        raise MovedOn("No standstill is proposed here any more.")
    if case.standstill.edition != edition:
        raise MovedOn("Another standstill was proposed meanwhile. Please read it on the card.")
    return case.standstill


def _open(case_id: str, actor: Actor, uow: UnitOfWork, now: datetime) -> tuple[Case, Side]:
    case = uow.cases.get(case_id)
    side = side_of(
        uow, case.partnership, actor, channel=case.channel, now=now, to=Action.STANDSTILL
    )
    case.require_side(side.id)
    if case.is_over:
        raise MovedOn("This case is over, so there is nothing to hold still for.")
    return case, side


def _keep(case: Case, said: str, key: str, actor: Actor, uow: UnitOfWork, now: datetime) -> Case:
    saved = uow.cases.save(case)
    uow.timeline.append(Event(case.id, "standstill", actor.person, now, said))
    announce(uow, saved, key)
    show_case(uow, saved)
    return saved
