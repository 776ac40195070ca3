"""What a declined menu teaches about the side that declined it, from its own answer alone."""

from dataclasses import dataclass, replace
from enum import StrEnum

from bot.bargaining.answers import Answers, Compared, Groups
from bot.bargaining.problem import Malformed, Package, is_package

WEIGHS_MORE = 2
"""Points of importance, of 10, that a term gains by standing in the way."""


class Why(StrEnum):
    """Why a side could sign none of the packages."""

    TOO_MUCH = "too much is asked"
    TOO_LITTLE = "too little is given"
    NEVER = "a value that cannot be"
    MISSING = "a term is missing"
    UNSAID = "not said"


@dataclass(frozen=True, slots=True)
class Reply:
    """A side's answer to one menu.

    today: what holds without a deal; None where that is a number of its own.
    signable: indexes of the offers it could sign; none is a decline.
    term: the term that stands in the way, where one was named.
    """

    offers: tuple[Package, ...]
    today: Package | None
    signable: frozenset[int] = frozenset()
    why: Why | None = None
    term: int | None = None


def learned(answers: Answers, reply: Reply) -> Answers:
    """The answers with what a reply adds to them; nothing said before is taken back.

    An offer that could be signed is worth more than no deal. A decline for too much or too little
    means that no offer is, and the term in the way weighs more; where it is first already, that no
    offer is says all. A value that cannot be becomes a `never` on each option of that term in the
    menu, as long as the term keeps an option. A missing term teaches nothing about those that are
    there. Raises Malformed.
    """
    _check(answers, reply)
    if reply.signable:
        liked = [reply.offers[i] for i in sorted(reply.signable)]
        return _compared(answers, [Compared(p, reply.today, 1) for p in liked])
    if reply.why is Why.NEVER and reply.term is not None:
        return _never(answers, reply, reply.term)
    if reply.why in (None, Why.MISSING, Why.UNSAID):
        return answers
    declined = [Compared(p, reply.today, -1) for p in reply.offers if p != reply.today]
    heavier = answers if reply.term is None else _heavier(answers, reply.term)
    return _compared(heavier, declined)


def _check(answers: Answers, reply: Reply) -> None:
    if not reply.signable <= set(range(len(reply.offers))):
        raise Malformed("reply: an offer that is not in the menu could be signed")
    if reply.term is not None and not 0 <= reply.term < len(answers.options):
        raise Malformed(f"reply: there is no term {reply.term}")
    packages = [p for p in (*reply.offers, reply.today) if p is not None]
    if not all(is_package(p, answers.options) for p in packages):
        raise Malformed("reply: a package is not on the table")


def _compared(answers: Answers, taps: list[Compared]) -> Answers:
    new = tuple(tap for tap in taps if tap not in answers.compared)
    return replace(answers, compared=(*answers.compared, *new))


def _never(answers: Answers, reply: Reply, term: int) -> Answers:
    marked = {o for t, o in answers.never if t == term} | {p[term] for p in reply.offers}
    if len(marked) == answers.options[term]:
        return _heavier(answers, term)
    return replace(answers, never=answers.never | {(term, o) for o in marked})


def _heavier(answers: Answers, term: int) -> Answers:
    """A term one place further up, or with more points, as the side rates by order or points."""
    if answers.importance:
        points = min(10, answers.importance.get(term, 5) + WEIGHS_MORE)
        return replace(answers, importance={**answers.importance, term: points})
    return replace(answers, matters=_first(answers.ranking, term))


def _first(ranking: Groups, term: int) -> tuple[tuple[int, ...], ...]:
    others = (tuple(t for t in group if t != term) for group in ranking)
    return ((term,), *(group for group in others if group))
