"""From terms and ratings to packages: the domain's side of the solver."""

from collections.abc import Mapping
from dataclasses import replace

from bot.bargaining.answers import Answers, Compared
from bot.bargaining.belief import believe
from bot.bargaining.menu import Menu, NoOverlap, propose_menu
from bot.bargaining.problem import Problem, Worths
from bot.bargaining.question import next_question as solver_question
from bot.bargaining.swaps import Swap, even_swaps
from bot.mediation.case import Case
from bot.mediation.caucus import BlindAnswer, Caucus, Choice, Ratings, Wish
from bot.mediation.people import Side, SideId, TradeRole
from bot.mediation.terms import Agenda, Package

MAX_QUESTIONS = 5

_SIGNS: Mapping[Choice, int] = {Choice.FIRST: 1, Choice.SECOND: -1, Choice.EITHER: 0}


def usual_wishes(agenda: Agenda, side: Side) -> dict[str, Wish]:
    """Which way a side usually wants each term, by the library; terms nobody knows are left out."""
    return {
        t.key: Wish.MORE if t.wants_more == side.trade_role else Wish.FEWER
        for t in agenda.terms
        if t.wants_more is not None and side.trade_role is not TradeRole.UNSAID
    }


def answers_of(agenda: Agenda, side: Side, ratings: Ratings) -> Answers:
    """One side's ratings in the solver's terms: indexes and numbers."""
    index = {t.key: i for i, t in enumerate(agenda.terms)}
    wishes = {**usual_wishes(agenda, side), **ratings.wishes}
    return Answers(
        options=tuple(len(t.options) for t in agenda.terms),
        matters=tuple(index[k] for k in ratings.matters if k in index),
        directions={
            index[k]: 1 if wish is Wish.MORE else -1 for k, wish in wishes.items() if k in index
        },
        importance={index[k]: v for k, v in ratings.importance.items() if k in index},
        stars={(index[k], o): v for (k, o), v in ratings.stars.items() if k in index},
        compared=tuple(
            Compared(p.first, p.second, _SIGNS[p.choice])
            for p in ratings.preferences
            if len(p.first) == len(index)
        ),
        never=frozenset((index[k], o) for k, o in ratings.nevers if k in index),
    )


def next_question(agenda: Agenda, side: Side, ratings: Ratings) -> tuple[Package, Package] | None:
    """The either/or question that is worth this side's tap, from its own answers alone."""
    answers = answers_of(agenda, side, ratings)
    today = reference(agenda, side)
    question = solver_question(
        believe(answers), today=today, asked=answers.compared, never=answers.never
    )
    if question is None:
        return None
    return question.first, today if question.second is None else question.second


def reference(agenda: Agenda, side: Side) -> Package:
    """What holds without a deal; where a term has no value today, the side's least wished one."""
    wishes = usual_wishes(agenda, side)
    return tuple(
        t.today
        if t.today is not None
        else (len(t.options) - 1 if wishes.get(t.key) is Wish.FEWER else 0)
        for t in agenda.terms
    )


def propose(case: Case, caucuses: Mapping[SideId, Caucus]) -> Menu | NoOverlap:
    """The menu for a case from what every side has told, and what it has declined so far.

    Sides stand in the order of the case. Raises FrontierTooLarge on agendas out of all measure.
    """
    agenda = case.agenda
    assert agenda is not None
    answers = {s.id: answers_of(agenda, s, _learned(agenda, caucuses[s.id])) for s in case.sides}
    worths = tuple(believe(answers[s.id]).estimate() for s in case.sides)
    today = tuple(reference(agenda, s) for s in case.sides)
    problem = Problem(
        worths=worths,
        disagreement=tuple(
            sum(side[t][o] for t, o in enumerate(holds))
            for side, holds in zip(worths, today, strict=True)
        ),
        never=frozenset(
            (n, t, o) for n, s in enumerate(case.sides) for t, o in answers[s.id].never
        ),
        forbidden=_forbidden(agenda),
    )
    shown = frozenset(offer.package for menu in case.rounds for offer in menu.offers)
    return propose_menu(problem, declined=shown.union(today))


def swaps_of(agenda: Agenda, side: Side, ratings: Ratings) -> tuple[Swap, ...]:
    """What this side could give for what it wants, from its own ratings alone."""
    worths: Worths = believe(answers_of(agenda, side, ratings)).estimate()
    return even_swaps(worths, reference(agenda, side))


def _learned(agenda: Agenda, caucus: Caucus) -> Ratings:
    """The ratings with what declines have taught: a term in the way weighs more, or is a never."""
    ratings = caucus.ratings or Ratings()
    for answer in caucus.answers:
        ratings = _after(ratings, answer, agenda)
    return ratings


def _after(ratings: Ratings, answer: BlindAnswer, agenda: Agenda) -> Ratings:
    if answer.could_sign or answer.term not in {t.key for t in agenda.terms}:
        return ratings
    others = tuple(k for k in ratings.matters if k != answer.term)
    return replace(ratings, matters=(str(answer.term), *others))


def _forbidden(agenda: Agenda) -> tuple[frozenset[tuple[int, int]], ...]:
    index = {t.key: i for i, t in enumerate(agenda.terms)}
    return tuple(
        frozenset((index[k], o) for k, o in pair)
        for pair in agenda.forbidden
        if all(k in index for k, _ in pair)
    )
