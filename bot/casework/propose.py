"""Propose: the solver's menu becomes a round, or its honest "no overlap" an end."""

import logging
from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from itertools import count

from bot.bargaining.fairness import Rule
from bot.bargaining.menu import VISIBLE, Lead, Menu, NoOverlap
from bot.bargaining.menu import Offer as SolvedOffer
from bot.bargaining.problem import FrontierTooLarge
from bot.casework.answer_menu import close_round
from bot.casework.get_to_know import about, goals_of
from bot.casework.packages import propose as solver
from bot.casework.ports import Clock, Conflict, Store, UnitOfWork
from bot.casework.show import announce, show_case
from bot.casework.shown_shares import in_tens
from bot.casework.tongues import tongue
from bot.casework.words import Facilitator
from bot.mediation.case import Case
from bot.mediation.caucus import Caucus, Short
from bot.mediation.partner import Ground, Topic
from bot.mediation.people import Side, SideId
from bot.mediation.proposals import EXPECTED_NASH, NASH, NEAREST_TO_NASH, Offer, Round
from bot.mediation.stages import Stage
from bot.mediation.terms import Agenda
from bot.mediation.timeline import Event

log = logging.getLogger(__name__)

UNEVEN = 0.25
"""Shares further apart than this are called uneven on the card."""


_CLAIMS: Mapping[Rule | Lead, str] = {
    Rule.NASH: NASH,
    Lead.EXPECTED: EXPECTED_NASH,
    Lead.NEAREST: NEAREST_TO_NASH,
}

Solver = Callable[[Case, Mapping[SideId, Caucus]], Menu | NoOverlap]


def propose(
    case_id: str,
    number: int,
    *,
    store: Store,
    facilitator: Facilitator,
    clock: Clock,
    answer_days: float,
    solve: Solver = solver,
) -> None:
    """The round of this number, solved outside any transaction; nothing if it stands already."""
    with store() as uow:
        case = uow.cases.get(case_id)
        caucuses = {s: uow.caucuses.get(case_id, s) for s in case.side_ids}
    if not _is_due(case, number) or case.agenda is None:
        return
    try:
        solved: Menu | NoOverlap | None = solve(case, caucuses)
    except FrontierTooLarge:
        solved = None
    now = clock.now()
    with store() as uow:
        case = uow.cases.get(case_id)
        agenda = case.agenda
        if not _is_due(case, number) or agenda is None:
            return
        if solved is None or isinstance(solved, NoOverlap):
            why = "too_many" if solved is None else "no_overlap"
            because = tongue(case.language).say(f"ended.{why}")
            case = uow.cases.save(case.ended(Stage.NO_OVERLAP, because=because, now=now))
            uow.timeline.append(Event(case.id, "no_overlap", None, now, because))
            if isinstance(solved, NoOverlap):
                _tell_who_would_move(uow, case, solved)
            announce(uow, case, "no_overlap" if solved is None else "no_overlap_found")
        else:
            deadline = now + timedelta(days=answer_days)
            offers = _offers(case, agenda, solved, facilitator, ground_of(case, uow=uow))
            case = uow.cases.save(
                case.with_round(Round(number, offers, opened_at=now, deadline=deadline), now=now)
            )
            uow.timeline.append(Event(case.id, "proposed", None, now, as_text(case, offers)))
            announce(uow, case, f"round-{number}")
        show_case(uow, case)
        uow.commit()


def _tell_who_would_move(uow: UnitOfWork, case: Case, solved: NoOverlap) -> None:
    """Each side that the nearest package asks to move learns it, and how far; the others nothing.

    See `docs/decisions/0023-who-would-have-to-move-reads-it-alone.md`.
    """
    if not solved.nearest:
        return
    for side, lack in zip(case.sides, solved.parts[0], strict=True):
        if lack > 0:
            short = Short(solved.nearest[0], by=max(1, round(100 * lack)))
            uow.caucuses.save(uow.caucuses.get(case.id, side.id).with_short(short))


def sweep(*, store: Store, clock: Clock) -> int:
    """Close every round whose deadline has passed; how many there were."""
    now = clock.now()
    with store() as uow:
        due = uow.cases.answerable_before(now)
    closed = 0
    for case_id in due:
        try:
            with store() as uow:
                case = uow.cases.held(case_id)
                if case.round and not case.round.closed and case.round.deadline <= now:
                    close_round(case, uow=uow, now=now)
                    uow.commit()
                    closed += 1
        except Conflict:
            continue  # somebody answered at this moment; the next sweep sees what came of it
        except Exception:
            log.exception("the round of case %s could not be closed; the others are", case_id)
    return closed


def as_text(case: Case, offers: tuple[Offer, ...]) -> str:
    """The packages in public words, for the timeline."""
    assert case.agenda is not None
    agenda = case.agenda
    return "\n".join(
        f"{letter}: "
        + "; ".join(
            f"{t.name} {label}"
            for t, label in zip(agenda.terms, agenda.labels(offer.package), strict=True)
        )
        for letter, offer in zip("ABC", offers, strict=False)
    )


def _is_due(case: Case, number: int) -> bool:
    if case.stage is Stage.RATING:
        return number == len(case.rounds) + 1 and case.rated >= case.side_ids
    last = case.round
    return (
        case.stage is Stage.PROPOSED
        and last is not None
        and last.closed
        and last.number == number - 1
    )


def ground_of(case: Case, *, uow: UnitOfWork) -> Ground:
    """What each side lets both read about itself, here and in the partnership, and shared goals."""

    def said(side: Side) -> tuple[str, ...]:
        told = about(uow, case.workspace, side).said
        known = (told.get(Topic.DRIVERS, ""), told.get(Topic.REALITIES, ""))
        needs = case.common.about(side.id).needs if case.common else ""
        return tuple(t for t in (needs, *known) if t)

    goals = goals_of(uow, uow.partnerships.get(case.partnership))
    return Ground({s.id: said(s) for s in case.sides}, goals.shared(case.side_ids))


def _offers(
    case: Case, agenda: Agenda, menu: Menu, facilitator: Facilitator, ground: Ground
) -> tuple[Offer, ...]:
    shown = _shown(case, menu)

    def offer(number: int, solved: SolvedOffer, lead: Lead | None) -> Offer:
        claims = (*solved.rules, lead)
        return Offer(
            package=solved.package,
            reasons=facilitator.reasons(agenda, solved.package, case.sides, ground),
            rules=tuple(name for claim, name in _CLAIMS.items() if claim in claims),
            uneven=max(solved.shares) - min(solved.shares) > UNEVEN,
            betters_all=solved.betters_all,
            shares=shown[number],
        )

    leads = (menu.lead, *(None for _ in menu.offers[1:]))
    return tuple(offer(*each) for each in zip(count(), menu.offers, leads, strict=False))


def _shown(case: Case, menu: Menu) -> list[dict[SideId, int]]:
    """Per package what each side gains of the most it could; nothing where one could gain nothing,
    since of nothing it would have all."""
    if any(share >= 1 and gain <= VISIBLE for o in menu.offers for share, gain in _gained(o)):
        return [{} for _ in menu.offers]
    leads = menu.lead in (Lead.FAIR, Lead.EXPECTED)
    rows = in_tens([o.shares for o in menu.offers], first_has_most=leads)
    return [dict(zip((s.id for s in case.sides), row, strict=True)) for row in rows]


def _gained(offer: SolvedOffer) -> Iterable[tuple[float, float]]:
    return zip(offer.shares, offer.gains, strict=True)
