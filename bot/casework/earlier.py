"""Earlier cases that resemble one: how they ended, and what they fixed.

Of the same channel alone: who reads a case here may not read the partnership's other channels.
"""

import re
from dataclasses import replace

from bot.mediation.case import Bond, Case, Tie
from bot.mediation.issues import IssueKind
from bot.mediation.stages import Stage
from bot.mediation.terms import MAX_OPTIONS, Agenda, Term

MOST = 3
ROOM = 6
"""Terms up to which those of an earlier agreement are added."""
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


def with_what_they_fixed(agenda: Agenda, case: Case, cases: tuple[Case, ...]) -> Agenda:
    """The terms, today's value being what was agreed last, where the text said nothing of it.

    A guess of what is usual gives way. What the newest agreement on the case's kind of issue moved
    comes to the table too, as far as there is room.
    """
    held = tuple(_term(term, cases) for term in agenda.terms)
    keys = {t.key for t in held}
    moved = (t for t in _moved_last(cases, case) if t.key not in keys)
    return replace(agenda, terms=(*held, *moved)[: max(ROOM, len(held))])


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
    if term.today is not None and not term.today_is_usual:
        return term
    for case in reversed(cases):
        option = next((o for held, o in _settled(case) if held.key == term.key), "")
        if option and (known := _with_option(term, option)):
            return _as_agreed(known, option, case)
    return term


def _as_agreed(term: Term, option: str, case: Case) -> Term:
    today = term.options.index(option)
    return replace(term, today=today, today_is_usual=False, agreed_in=case.number)


def _settled(case: Case) -> tuple[tuple[Term, str], ...]:
    """The terms that an agreement fixed, each with the option that it fixed."""
    if case.stage not in {Stage.AGREED, Stage.FULFILLED}:
        return ()
    if case.agreement is None or case.agenda is None:
        return ()
    options = (settled.option for settled in case.agreement.settled)
    return tuple(zip(case.agenda.terms, options, strict=False))


def _moved_last(cases: tuple[Case, ...], case: Case) -> tuple[Term, ...]:
    """What the newest agreement on this kind of issue changed, each with what holds since.

    One in another language would name its terms in that.
    """
    alike = (
        c
        for c in reversed(cases)
        if c.issue.kind is case.issue.kind and _language(c) == _language(case) and _settled(c)
    )
    last = next(alike, None)
    if last is None or case.issue.kind is IssueKind.OTHER:
        return ()
    return tuple(
        _as_agreed(term, option, last)
        for term, option in _settled(last)
        if option in term.options and term.today != term.options.index(option)
    )


def _language(case: Case) -> str:
    return case.common.language if case.common else ""


def _with_option(term: Term, option: str) -> Term | None:
    """With this option in its place among the others; None where it is not of their kind."""
    if option in term.options:
        return term
    if not _like(option):
        return None
    numbers = {o: _number(o) for o in term.options if _like(o) == _like(option)}
    if len(numbers) < 2 or len(term.options) >= MAX_OPTIONS:
        return None
    rises = list(numbers.values()) == sorted(numbers.values())
    after = [o for o, n in numbers.items() if (n > _number(option)) == rises]
    at = term.options.index(after[0]) if after else 1 + term.options.index(list(numbers)[-1])
    return replace(term, options=(*term.options[:at], option, *term.options[at:]))


_DIGITS = re.compile(r"\d+(?:[.,]\d+)?")


def _like(option: str) -> str:
    """What stands around its number, in one form for one and for many; "" where there is none."""
    return _DIGITS.sub("#", option, count=1).rstrip("s") if _DIGITS.search(option) else ""


def _number(option: str) -> float:
    found = _DIGITS.search(option)
    return float(found[0].replace(",", ".")) if found else 0.0
