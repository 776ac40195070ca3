"""Say whether the common statement settles the case, or whether to look for a package."""

from datetime import datetime

from bot.casework.authority import Action
from bot.casework.membership import Actor, side_of
from bot.casework.ports import Job, UnitOfWork
from bot.casework.show import announce, show_case
from bot.casework.tongues import tongue
from bot.mediation.case import Case
from bot.mediation.stages import Stage
from bot.mediation.timeline import Event


def give_verdict(
    case_id: str, actor: Actor, *, settles: bool, uow: UnitOfWork, now: datetime
) -> Case:
    """The case with this side's word.

    It ends as cleared up once every side says that the statement settles it; one side that
    would rather look for a package is enough to go on to the terms.
    """
    case = uow.cases.get(case_id)
    side = side_of(uow, case.partnership, actor, channel=case.channel, now=now, to=Action.SETTLE)
    case = case.with_verdict(side.id, settles=settles)
    said = "says that this settles it" if settles else "would like to look for a package"
    uow.timeline.append(Event(case.id, "verdict", actor.person, now, f"{side.name} {said}."))
    if case.settles >= case.side_ids:
        because = tongue(case.language).say("ended.cleared_up")
        case = uow.cases.save(case.ended(Stage.CLEARED_UP, because=because, now=now))
        uow.timeline.append(Event(case.id, "cleared_up", None, now, because))
        announce(uow, case, "cleared_up")
    elif case.bargains:
        case = uow.cases.save(case.at(Stage.AGENDA, now=now))
        uow.enqueue(Job("suggest_agenda", f"suggest-agenda:{case.id}", {"case": case.id}))
    else:
        case = uow.cases.save(case)
    show_case(uow, case)
    return case


def withdraw(case_id: str, actor: Actor, *, uow: UnitOfWork, now: datetime) -> Case:
    """The case ended by a side that does not want to go on; either side may."""
    case = uow.cases.get(case_id)
    side = side_of(uow, case.partnership, actor, channel=case.channel, now=now, to=Action.WITHDRAW)
    case.require_side(side.id)
    because = tongue(case.language).say("ended.withdrawn", side=side.name)
    ended = uow.cases.save(case.ended(Stage.WITHDRAWN, because=because, now=now))
    uow.timeline.append(Event(case.id, "withdrawn", actor.person, now, because))
    announce(uow, ended, "withdrawn")
    show_case(uow, ended)
    return ended
