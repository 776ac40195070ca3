"""The accepted package as a text to sign: what is settled, and who does what by when."""

from collections.abc import Sized
from datetime import date, datetime, timedelta

from bot.casework.hours import day_of_channel
from bot.casework.membership import people_to_ask
from bot.casework.ports import UnitOfWork
from bot.casework.tongues import tongue
from bot.mediation.agreement import Agreement, Commitment, Settled, frame_for
from bot.mediation.case import Case
from bot.mediation.people import PersonId, Side, TradeRole, opposite
from bot.mediation.refusals import MovedOn
from bot.mediation.statements import CommonStatement
from bot.mediation.terms import Package, Term

USUAL_DAYS = 14
"""Days until a change is due where nobody has said otherwise."""


def draft_agreement(case: Case, *, uow: UnitOfWork, now: datetime) -> Agreement:
    """The agreement on the offer that was accepted; what somebody has to do, a commitment.

    A changed term that holds by itself, as a rate or a payment period does, holds from now on; who
    wants a promise beside it adds one while signing.
    """
    menu, agenda = case.round, case.agenda
    if menu is None or menu.accepted is None or agenda is None:
        raise MovedOn("There is no accepted package to sign yet.")
    package = menu.offers[menu.accepted].package
    due = day_of_channel(uow, case.workspace, case.channel, now) + timedelta(days=USUAL_DAYS)
    commitments = tuple(
        _commitment(case, term, package, side, _owner(case, side, uow), due)
        for term, chosen in zip(agenda.terms, package, strict=True)
        if chosen != term.today and not term.holds
        for side in _owing(case, term, chosen)
    )
    return Agreement(
        case_id=case.id,
        title=case.issue.title,
        settled=tuple(
            Settled(
                term=t.name,
                option=t.options[i],
                before=t.options[t.today] if t.today is not None else "",
                definition=t.definition,
                from_now_on=t.holds and i != t.today,
            )
            for t, i in zip(agenda.terms, package, strict=True)
        ),
        commitments=commitments,
        frame=(
            *frame_for(case.sides, case.language),
            *in_one_language(case.common, case.sides),
        ),
    )


def in_one_language(common: CommonStatement | None, sides: Sized) -> tuple[str, ...]:
    """Where the sides write in two languages, the one that the signed text is in."""
    if common is None or not common.also:
        return ()
    return (tongue(common.language).of(sides, "frame.language"),)


def _owing(case: Case, term: Term, chosen: int) -> tuple[Side, ...]:
    """Who has to do something: who concedes, else the library's side of duty, else everyone.

    A window for changes that gets shorter is what the supplier has to cope with, though it is
    the buyer who keeps to a longer one.
    """
    role = _conceding(term, chosen) or term.duty
    owing = tuple(s for s in case.sides if role is not None and s.trade_role == role)
    return owing or case.sides


def _conceding(term: Term, chosen: int) -> TradeRole | None:
    wants_more = term.wants_more
    if wants_more is None or wants_more is TradeRole.UNSAID or term.today is None:
        return None
    return opposite(wants_more) if chosen > term.today else wants_more


def _commitment(
    case: Case, term: Term, package: Package, side: Side, owner: PersonId, due: date
) -> Commitment:
    agenda = case.agenda
    assert agenda is not None
    chosen = term.options[package[agenda.terms.index(term)]]
    before = ""
    if term.today is not None:
        held = term.options[term.today]
        before = f" ({tongue(case.language).say('agreed.before', before=held)})"
    return Commitment(
        key=f"{term.key}-{side.id}",
        side=side.id,
        what=f"{term.name}: {chosen}{before}",
        due=due,
        measure=term.definition if _counts(chosen) else "",
        owner=owner,
    )


def _counts(option: str) -> bool:
    """Whether there is something to count or to date; a weekly call is had or not."""
    return any(c.isdigit() for c in option)


def _owner(case: Case, side: Side, uow: UnitOfWork) -> PersonId:
    """Who told the side's story, else the first person who can be asked for it."""
    spoke = case.statement_of(side.id)
    if spoke is not None:
        return spoke.by
    people = people_to_ask(uow, case.partnership, side, case.channel)
    return people[0] if people else case.issue.raised_by
