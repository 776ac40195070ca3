"""Tell more: what one side answers to a question about its own account, where it likes to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.casework.asking import FollowUp, Inquirer, Part
from bot.casework.authority import Action
from bot.casework.membership import Actor, side_of
from bot.casework.ports import UnitOfWork
from bot.casework.show import show_case
from bot.casework.tell_side import TellSide, tell_side
from bot.mediation.case import Case
from bot.mediation.caucus import Caucus, PrivateText
from bot.mediation.people import Side
from bot.mediation.refusals import MovedOn
from bot.mediation.stages import Stage
from bot.mediation.timeline import Event
from bot.mediation.wall import Audience, reveal

CONFIRMED = "Your side has confirmed its part meanwhile, so it stands as it is. Please go on there."


@dataclass(frozen=True, slots=True)
class TellMore:
    """Answers by the part that they belong to. `revision` is the caucus's after telling.

    why_shared: whether this side shares its reason.
    """

    case_id: str
    answers: Mapping[Part, Sequence[str]] = field(repr=False)
    why_shared: bool
    revision: int

    def said_of(self, part: Part) -> str:
        return "\n".join(a.strip() for a in self.answers.get(part, ()) if a.strip())


def questions_to(case: Case, request: TellSide, *, inquirer: Inquirer) -> tuple[FollowUp, ...]:
    """What would help to know beside what a side has just told. Serves that side alone."""
    return inquirer.follow_ups(
        kind=case.issue.kind,
        happened=request.happened,
        wants=request.wants,
        why=request.why,
        known=f"{case.issue.title}\n{case.issue.happened}",
    )


def tell_more(request: TellMore, actor: Actor, *, uow: UnitOfWork, now: datetime) -> Case:
    """The case with the answers after what this side told; once drafted, in its part of the draft.

    Raises MovedOn where its part is confirmed already, Overtaken where a colleague told it anew.
    """
    case = uow.cases.get(request.case_id)
    side = side_of(uow, case.partnership, actor, channel=case.channel, now=now, to=Action.TELL)
    case.require_side(side.id)
    if not any(request.said_of(part) for part in Part):
        return case
    caucus = uow.caucuses.get(case.id, side.id)
    if case.stage is Stage.CLARIFYING:
        return tell_side(_told_anew(case, side, caucus, request), actor, uow=uow, now=now)
    return _in_the_draft(case, side, caucus, request, actor, uow=uow, now=now)


def _told_anew(case: Case, side: Side, caucus: Caucus, request: TellMore) -> TellSide:
    said = case.statement_of(side.id)
    if said is None:
        raise MovedOn("This case has moved on. Open it to see where it stands.")
    return TellSide(
        case_id=case.id,
        happened=_after(said.happened, request.said_of(Part.HAPPENED)),
        wants=_after(said.wants, request.said_of(Part.WANTS)),
        why=_after(said.why or _own(caucus.why), request.said_of(Part.WHY)),
        why_shared=request.why_shared,
        private=_own(caucus.private),
        revision=request.revision,
    )


def _in_the_draft(
    case: Case,
    side: Side,
    caucus: Caucus,
    request: TellMore,
    actor: Actor,
    *,
    uow: UnitOfWork,
    now: datetime,
) -> Case:
    case.require(Stage.CONFIRMING)
    if case.common is None or case.common.about(side.id).confirmed_by is not None:
        raise MovedOn(CONFIRMED)
    why = request.said_of(Part.WHY)
    if why and not request.why_shared:
        kept = PrivateText(_after(_own(caucus.why), why), owner=side.id)
        told = caucus.with_words(why=kept, private=caucus.private, by=actor.person, at=now)
        uow.caucuses.save(told)
    account, wants = request.said_of(Part.HAPPENED), request.said_of(Part.WANTS)
    needs = why if request.why_shared else ""
    if not (account or wants or needs):
        return case  # a reason that stays private moves nothing that others see
    common = case.common.with_more(side.id, account=account, wants=wants, needs=needs)
    saved = uow.cases.save(replace(case, common=common))
    uow.timeline.append(Event(case.id, "told", actor.person, now, f"{side.name} told more."))
    show_case(uow, saved)
    return saved


def _after(first: str, more: str) -> str:
    return f"{first}\n{more}".strip() if more else first


def _own(text: PrivateText | None) -> str:
    """The side's own words, to be kept for that side again."""
    return reveal(text, to=Audience.own_side(text.owner)) if text else ""
