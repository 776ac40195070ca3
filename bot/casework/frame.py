"""Frame: the common statement is drafted, each side checks its own part, then all may read it."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.casework.authority import Action
from bot.casework.consent import join_case
from bot.casework.look_closely import keep_doubts, looked_at
from bot.casework.membership import Actor, side_of
from bot.casework.ports import Clock, Conflict, Job, Store, UnitOfWork
from bot.casework.show import announce, show_case
from bot.casework.words import Facilitator, Worded
from bot.mediation.case import Case
from bot.mediation.refusals import MovedOn, Unclear
from bot.mediation.stages import Stage
from bot.mediation.statements import Brief, CommonStatement, SaidAbout, Statement
from bot.mediation.timeline import Event


def brief_of(case: Case) -> Brief:
    """All that may be used to word something that both sides read."""
    return Brief(
        title=case.issue.title,
        happened=case.issue.happened,
        kind=case.issue.kind,
        sides=tuple((s.id, s.name, s.trade_role) for s in case.sides),
        statements=tuple(s for side in case.sides if (s := case.statement_of(side.id))),
        sources=tuple(m.text for m in case.issue.sources),
    )


def confirmed_brief(case: Case) -> Brief:
    """The same once every side has confirmed its part: of each, what it let stand and no more."""
    brief, common = brief_of(case), case.common
    if common is None:
        return brief
    return replace(brief, statements=tuple(_confirmed(s, common) for s in brief.statements))


def _confirmed(told: Statement, common: CommonStatement) -> Statement:
    part = common.about(told.side)
    return replace(told, happened=part.account, wants=part.wants, why=part.needs)


def draft_statement(case_id: str, *, store: Store, facilitator: Facilitator, clock: Clock) -> None:
    """The first draft, from what may be shared. The words are made outside any transaction.

    Raises Conflict where a side told its side anew meanwhile: it is drafted from that, then.
    """
    with store() as uow:
        case = uow.cases.get(case_id)
    if case.stage is not Stage.CLARIFYING or not case.has_heard_everyone:
        return
    brief = brief_of(case)
    seen = looked_at(brief, facilitator)
    drafted = facilitator.frame(brief)
    with store() as uow:
        case = uow.cases.get(case_id)
        if case.stage is not Stage.CLARIFYING:
            return
        if brief_of(case) != brief:
            raise Conflict("a side told its side anew while the statement was being drafted")
        common = _with_everyone(drafted, brief)
        saved = uow.cases.save(case.with_common(common, now=clock.now()))
        keep_doubts(uow, saved, seen)
        _note_who_worded(uow, saved, drafted, clock.now())
        announce(uow, saved, "confirming")
        show_case(uow, saved)
        uow.commit()


@dataclass(frozen=True, slots=True)
class ConfirmPart:
    """What a side lets stand about itself."""

    case_id: str
    account: str
    wants: str
    needs: str


def confirm_part(request: ConfirmPart, actor: Actor, *, uow: UnitOfWork, now: datetime) -> Case:
    """The case with this side's part confirmed; with the last one the statement is finished.

    Raises Unclear for an emptied account, MovedOn where it was confirmed already.
    """
    case = uow.cases.get(request.case_id)
    side = side_of(uow, case.partnership, actor, channel=case.channel, now=now, to=Action.CHECK)
    case.require(Stage.CONFIRMING)
    case.require_side(side.id)
    common = _common_of(case)
    if common.about(side.id).confirmed_by is not None:
        raise MovedOn("A colleague of your side has already confirmed this.")
    if not request.account.strip():
        raise Unclear("account", "Leave at least one sentence on how your side saw it.")
    if not request.wants.strip():
        raise Unclear("wants", "Leave at least one sentence on what your side would like.")
    account, wants, needs = (t.strip() for t in (request.account, request.wants, request.needs))
    confirmed = common.confirmed(
        side.id, by=actor.person, account=account, wants=wants, needs=needs
    )
    join_case(uow, actor.person, case, now=now)
    saved = uow.cases.save(replace(case, common=confirmed))
    done = "corrected and confirmed" if confirmed.about(side.id).corrected else "confirmed"
    text = f"{side.name} {done} what is said about it."
    uow.timeline.append(Event(case.id, "confirmed", actor.person, now, text))
    if confirmed.is_confirmed:
        uow.enqueue(Job("finish_statement", f"finish-statement:{case.id}", {"case": case.id}))
    show_case(uow, saved)
    return saved


def finish_statement(case_id: str, *, store: Store, facilitator: Facilitator, clock: Clock) -> None:
    """The statement for everyone. Where a side corrected its part, the rest is worded anew."""
    with store() as uow:
        case = uow.cases.get(case_id)
    if case.stage is not Stage.CONFIRMING or not _common_of(case).is_confirmed:
        return
    common = _common_of(case)
    brief = brief_of(case)
    corrected = _as_confirmed(brief, common)
    worded = None
    if corrected != brief:
        worded = facilitator.frame(corrected)
        common = replace(
            worded.value, said=common.said, by_model=worded.by_model, notice=worded.notice
        )
    with store() as uow:
        case = uow.cases.get(case_id)
        if case.stage is not Stage.CONFIRMING:
            return
        framed = replace(case, common=common).at(Stage.FRAMED, now=clock.now())
        saved = uow.cases.save(framed)
        if worded is not None:
            _note_who_worded(uow, saved, worded, clock.now())
        uow.timeline.append(Event(case.id, "framed", None, clock.now(), as_text(common)))
        announce(uow, saved, "framed")
        show_case(uow, saved)
        uow.commit()


def as_text(common: CommonStatement) -> str:
    """The statement as one public text, for the timeline."""
    parts = [f"{s.account} {s.wants} {s.needs}".strip() for s in common.said]
    lists = (common.agreed, common.disputed, common.understood_differently)
    parts += [sentence for group in lists for sentence in group]
    return "\n".join([*parts, common.question, common.would_settle]).strip()


def _as_confirmed(brief: Brief, common: CommonStatement) -> Brief:
    """The brief with each account as its side confirmed it, where that side changed it."""
    statements = tuple(
        _confirmed(s, common) if common.about(s.side).corrected else s for s in brief.statements
    )
    return replace(brief, statements=statements)


def _with_everyone(worded: Worded[CommonStatement], brief: Brief) -> CommonStatement:
    """Each side once, in order; where the draft left a side's part open, in its own words."""
    drafted = {part.side: part for part in worded.value.said}

    def part(told: Statement) -> SaidAbout:
        draft = drafted.get(told.side) or SaidAbout(told.side, "", "", told.why)
        return SaidAbout(
            side=told.side,
            account=draft.account.strip() or told.happened,
            wants=draft.wants.strip() or told.wants,
            needs=draft.needs,
        )

    said = tuple(part(told) for told in brief.statements)
    return replace(worded.value, said=said, by_model=worded.by_model, notice=worded.notice)


def _common_of(case: Case) -> CommonStatement:
    if case.common is None:
        raise MovedOn("The common statement is not drafted yet. Please look again in a moment.")
    return case.common


def _note_who_worded(
    uow: UnitOfWork, case: Case, drafted: Worded[CommonStatement], now: datetime
) -> None:
    who = "a language model" if drafted.by_model else "the built-in facilitator"
    text = f"A common statement was drafted by {who}. {drafted.notice}".strip()
    uow.timeline.append(Event(case.id, "drafted", None, now, text))
