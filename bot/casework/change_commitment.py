"""Change a commitment: one side asks for another day, words or rhythm; the other has to agree."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.casework.authority import Action
from bot.casework.consent import join_case
from bot.casework.follow_up import followed, keep
from bot.casework.hours import day_of_person
from bot.casework.membership import Actor
from bot.casework.ports import UnitOfWork
from bot.casework.promised import Promised
from bot.casework.show import announce
from bot.mediation.case import Case
from bot.mediation.changes import Change
from bot.mediation.rhythm import Every


@dataclass(frozen=True, slots=True)
class AskChange:
    """What the form says. every: None for a commitment that is kept once."""

    case_id: str
    key: str
    what: str
    due: date
    every: Every | None = None
    until: date | None = None


def ask_change(request: AskChange, actor: Actor, *, uow: UnitOfWork, now: datetime) -> Case:
    """Ask the other side. Raises Unclear for what cannot be meant."""
    found = followed(request.case_id, request.key, actor, uow=uow, now=now, to=Action.CHANGE)
    today = day_of_person(uow, found.case.workspace, actor.person, now)
    said = Promised(request.what, request.due, request.every, request.until).checked(today)
    wish = Change(found.side.id, actor.person, now, said.what, said.due, said.every, said.until)
    join_case(uow, actor.person, found.case, now=now)
    asked = found.commitment.asked(wish)
    text = f"{found.side.name} asks for: {said.what}, by {said.due.isoformat()}."
    case = keep(found, asked, text, actor, uow=uow, now=now)
    announce(uow, case, f"change-{request.key}-{case.version}")
    return case


def agree_change(case_id: str, key: str, actor: Actor, *, uow: UnitOfWork, now: datetime) -> Case:
    """The change holds: the other side than the one that asked has agreed."""
    found = followed(case_id, key, actor, uow=uow, now=now, to=Action.CHANGE)
    changed = found.commitment.changed(side=found.side.id)
    text = f"{found.side.name} agreed: {changed.what}, by {changed.due.isoformat()}."
    case = keep(found, changed, text, actor, uow=uow, now=now)
    announce(uow, case, f"changed-{key}-{case.version}")
    return case


def drop_change(case_id: str, key: str, actor: Actor, *, uow: UnitOfWork, now: datetime) -> Case:
    """What held before goes on, said by either side."""
    found = followed(case_id, key, actor, uow=uow, now=now, to=Action.CHANGE)
    same = found.commitment.unchanged()
    text = f"{found.side.name}: it stays as it was, {same.what}, by {same.due.isoformat()}."
    case = keep(found, same, text, actor, uow=uow, now=now)
    announce(uow, case, f"unchanged-{key}-{case.version}")
    return case
