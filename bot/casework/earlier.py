"""Earlier cases that resemble one: how they ended, and what they fixed.

Of the same channel alone: who reads a case here may not read the partnership's other channels.
"""

from dataclasses import replace

from bot.mediation.case import Bond, Case, Tie
from bot.mediation.issues import IssueKind
from bot.mediation.stages import Stage
from bot.mediation.terms import Agenda, Term

MOST = 3
TELLING = frozenset(
    {Stage.AGREED, Stage.FULFILLED, Stage.CLEARED_UP, Stage.NO_OVERLAP, Stage.ESCALATED}
)
"""Cases at these stages tell something; a withdrawn one does not."""


def of_the_same_kind(cases: tuple[Case, ...], kind: IssueKind) -> tuple[Tie, ...]:
    """Ties to the newest ones, for a case that is being raised. Other things have no kind."""
    if kind is IssueKind.OTHER:
        return ()
    found = [c for c in cases if c.issue.kind is kind and c.stage in TELLING]
    return tuple(_tie(c) for c in found[-MOST:])


def with_what_they_fixed(agenda: Agenda, cases: tuple[Case, ...]) -> Agenda:
    """The terms, today's value being what was agreed last; other terms stay as suggested.

    Only an option that is on the table counts, and only where the text said nothing else.
    """
    return replace(agenda, terms=tuple(_term(term, cases) for term in agenda.terms))


def about_the_same_terms(case: Case, agenda: Agenda, cases: tuple[Case, ...]) -> tuple[Tie, ...]:
    """The case's ties and the newest cases that had one of these terms on the table."""
    keys = {term.key for term in agenda.terms}
    known = {tie.case_id for tie in case.ties} | {case.id}
    found = [
        c
        for c in cases
        if c.id not in known
        and c.stage in TELLING
        and c.agenda is not None
        and keys & {t.key for t in c.agenda.terms}
    ]
    return (*case.ties, *(_tie(c) for c in found[-MOST:]))


def _tie(case: Case) -> Tie:
    return Tie(Bond.RESEMBLES, case.id, case.number, ended=case.stage)


def _term(term: Term, cases: tuple[Case, ...]) -> Term:
    if term.today is not None:
        return term
    for case in reversed(cases):
        agreed = case.agreement if case.stage in {Stage.AGREED, Stage.FULFILLED} else None
        if agreed is None or case.agenda is None:
            continue
        for held, settled in zip(case.agenda.terms, agreed.settled, strict=False):
            if held.key == term.key and settled.option in term.options:
                return replace(term, today=term.options.index(settled.option))
    return term
