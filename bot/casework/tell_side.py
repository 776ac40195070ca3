"""Tell your side: what may be read goes into the case, the rest into that side's caucus."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.casework.authority import Action
from bot.casework.consent import join_case
from bot.casework.membership import Actor, side_of
from bot.casework.ports import Job, UnitOfWork
from bot.casework.show import show_case
from bot.mediation.case import Case
from bot.mediation.caucus import PrivateText
from bot.mediation.refusals import Overtaken, Unclear
from bot.mediation.stages import Stage
from bot.mediation.statements import Statement
from bot.mediation.timeline import Event


@dataclass(frozen=True, slots=True)
class TellSide:
    """What the private form says. `revision` is the caucus's when the form was opened.

    why: shared only where `why_shared` is ticked; private: never shared.
    """

    case_id: str
    happened: str
    wants: str
    why: str = field(repr=False)
    why_shared: bool
    private: str = field(repr=False)
    revision: int


def tell_side(request: TellSide, actor: Actor, *, uow: UnitOfWork, now: datetime) -> Case:
    """The case with this side's account; once all have spoken, the common statement is drafted.

    What is told anew in private alone leaves no trace in the case, on its card or on record.
    Raises Unclear for an empty answer, Overtaken where a colleague has told it meanwhile.
    """
    case = uow.cases.get(request.case_id)
    side = side_of(uow, case.partnership, actor, channel=case.channel, now=now, to=Action.TELL)
    case.require_side(side.id)
    case.require(Stage.CLARIFYING)
    caucus = uow.caucuses.get(case.id, side.id)
    if caucus.revision != request.revision:
        raise Overtaken(
            "A colleague has told your side's story in the meantime. Yours is kept below; "
            "send it to put it in place of theirs, or close this to leave theirs."
        )
    if not request.happened.strip():
        raise Unclear("happened", "Say in a sentence what happened, as you saw it.")
    if not request.wants.strip():
        raise Unclear("wants", "Say in a sentence what you would like to come of this.")
    why = request.why.strip()
    statement = Statement(
        side=side.id,
        by=actor.person,
        at=now,
        happened=request.happened.strip(),
        wants=request.wants.strip(),
        why=why if request.why_shared else "",
    )
    hidden = "" if request.why_shared else why
    uow.caucuses.save(
        caucus.with_words(
            why=PrivateText(hidden, owner=side.id) if hidden else None,
            private=PrivateText(request.private.strip(), owner=side.id)
            if request.private.strip()
            else None,
            by=actor.person,
            at=now,
        )
    )
    join_case(uow, actor.person, case, now=now)
    if statement.says_the_same_as(case.statement_of(side.id)):
        return case  # only what is private has changed, and nobody else is to notice
    told = uow.cases.save(case.with_statement(statement))
    uow.timeline.append(Event(case.id, "told", actor.person, now, f"{side.name} told its side."))
    if told.has_heard_everyone:
        # By version: what is told anew before the draft is there asks for a draft of its own.
        key = f"draft-statement:{case.id}:{told.version}"
        uow.enqueue(Job("draft_statement", key, {"case": case.id}))
    show_case(uow, told)
    return told
