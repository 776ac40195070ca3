"""What a side has told Parley alone, for that side to read and to change while it counts."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.casework.authority import Action, may, require
from bot.casework.membership import Actor, cases_seen, place_of, side_of, still_here
from bot.casework.next_step import Opened, Step
from bot.casework.ports import UnitOfWork
from bot.casework.readers import reads
from bot.mediation.case import Case
from bot.mediation.caucus import Caucus
from bot.mediation.people import PersonId, Role, Side, WorkspaceKey
from bot.mediation.refusals import MovedOn, NotEntitled
from bot.mediation.stages import Stage


@dataclass(frozen=True, slots=True)
class OwnAnswers:
    """One case's. `changeable` are the forms that can still be sent anew."""

    case: Case
    side: Side
    caucus: Caucus
    changeable: tuple[Step, ...]


def own_answers(
    workspace: WorkspaceKey, actor: Actor, *, uow: UnitOfWork
) -> tuple[OwnAnswers, ...]:
    """Every case in which this person's side has told something, newest first.

    Empty for those whom their side did not name to speak or sign for it, unless it lets everybody
    of it read; only whom it named can change anything.
    """
    found: list[OwnAnswers] = []
    for partnership in uow.partnerships.around(workspace, actor.person):
        place = place_of(uow, partnership, actor, channel=None)
        side = place.side
        if side is None or not reads(uow, partnership, side, place.roles):
            continue
        changes = may(Action.PRIVATE, place.roles)
        cases = cases_seen(uow, partnership, actor.person)
        held = uow.caucuses.of_cases([c.id for c in cases], side.id)
        for case in cases:
            caucus = held.get(case.id, Caucus(case.id, side.id))
            told = case.statement_of(side.id) is not None
            if side.id in case.side_ids and (caucus.revision or told):
                steps = changeable(case, caucus) if changes else ()
                found.append(OwnAnswers(case, side, caucus, steps))
    return tuple(sorted(found, key=lambda a: -a.case.number))


def own_answer(case_id: str, actor: Actor, *, uow: UnitOfWork, now: datetime) -> OwnAnswers:
    """One case's, for who may read it there.

    Raises Outsider for people of no side, NotEntitled for those whom their side did not name.
    """
    case = uow.cases.get(case_id)
    side = side_of(uow, case.partnership, actor, channel=case.channel, now=now)
    case.require_side(side.id)
    partnership = uow.partnerships.get(case.partnership)
    roles = place_of(uow, partnership, actor, channel=case.channel).roles
    if not reads(uow, partnership, side, roles):
        require(Action.PRIVATE, roles, side)
    caucus = uow.caucuses.get(case.id, side.id)
    steps = changeable(case, caucus) if may(Action.PRIVATE, roles) else ()
    return OwnAnswers(case, side, caucus, steps)


def readers_instead(
    workspace: WorkspaceKey, actor: Actor, *, uow: UnitOfWork
) -> tuple[tuple[Side, tuple[PersonId, ...]], ...]:
    """The sides of this person that have named others to read this, and whom of them is there."""
    found: list[tuple[Side, tuple[PersonId, ...]]] = []
    for partnership in uow.partnerships.around(workspace, actor.person):
        place = place_of(uow, partnership, actor, channel=None)
        side = place.side
        if side is not None and not reads(uow, partnership, side, place.roles):
            named = (p for r in Role for p in partnership.people_of(side.id, r))
            found.append((side, still_here(uow, partnership, dict.fromkeys(named))))
    return tuple(found)


def changeable(case: Case, caucus: Caucus) -> tuple[Step, ...]:
    """Which of a side's answers still count when they are sent anew."""
    steps: list[Step] = []
    if case.stage is Stage.CLARIFYING:
        steps.append(Step.TELL)
    if case.stage in {Stage.RATING, Stage.PROPOSED} and caucus.ratings is not None:
        steps.append(Step.RATE)
    if case.stage is Stage.PROPOSED and case.round is not None and not case.round.closed:
        steps.append(Step.ANSWER)
    return tuple(steps)


def open_answer(opened: Opened, step: Step) -> Opened:
    """The case opened at one of its changeable answers.

    Raises NotEntitled for those whom the side did not name, MovedOn where it no longer counts.
    """
    if opened.refused and opened.step is step:
        raise NotEntitled(opened.refused)
    if step not in changeable(opened.case, opened.caucus):
        raise MovedOn("This answer has been used, so it stays as it is. Nothing was changed.")
    return replace(opened, step=step, refused="", offer=None)
