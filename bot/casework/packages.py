"""From terms and ratings to packages: the domain's side of the solver."""

from collections.abc import Mapping

from bot.bargaining.answers import Answers, Compared
from bot.bargaining.belief import believe
from bot.bargaining.learning import Reply, Why, learned
from bot.bargaining.limits import held, probe, worth
from bot.bargaining.menu import Menu, NoOverlap
from bot.bargaining.problem import Worths
from bot.bargaining.proposal import propose as solve
from bot.bargaining.question import next_question as solver_question
from bot.bargaining.swaps import Swap, even_swaps
from bot.mediation.case import Case
from bot.mediation.caucus import Caucus, Choice, Ratings, Reason, Wish
from bot.mediation.people import Side, SideId, TradeRole
from bot.mediation.terms import Agenda, Package

MAX_QUESTIONS = 5

_WHY: Mapping[Reason, Why] = {
    Reason.TOO_MUCH: Why.TOO_MUCH,
    Reason.TOO_LITTLE: Why.TOO_LITTLE,
    Reason.NEVER: Why.NEVER,
    Reason.SOMETHING_MISSING: Why.MISSING,
    Reason.UNSAID: Why.UNSAID,
}

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


def next_question(
    agenda: Agenda, side: Side, ratings: Ratings, *, others: int = 1
) -> tuple[Package, Package] | None:
    """The either/or question that is worth this side's tap, from its own answers alone.

    others: how many other sides the case has.
    """
    answers = answers_of(agenda, side, ratings)
    belief, today = believe(answers), reference(agenda, side)
    question = solver_question(
        belief, today=today, asked=answers.compared, never=answers.never, others=others
    )
    if question is None:
        return None
    return question.first, today if question.second is None else question.second


def reference(agenda: Agenda, side: Side) -> Package:
    """What holds without a deal.

    Where nothing holds today, or each side names another value, nobody knows what would hold:
    the middle of the options is taken, of two middle ones the one that this side likes less. So
    no side is given what it asks for as if it cost the other nothing.
    """
    wishes = usual_wishes(agenda, side)
    return tuple(
        t.today if t.today is not None else _middle(len(t.options), wishes.get(t.key))
        for t in agenda.terms
    )


def _middle(options: int, wish: Wish | None) -> int:
    return options // 2 if wish is Wish.FEWER else (options - 1) // 2


def way_out(agenda: Agenda, side: Side, ratings: Ratings) -> Package | None:
    """What this side would have without a deal, where that is not what holds for both."""
    today = reference(agenda, side)
    out = tuple(ratings.way_out.get(t.key, o) for t, o in zip(agenda.terms, today, strict=True))
    return None if out == today else out


def limit_question(agenda: Agenda, side: Side, ratings: Ratings) -> tuple[Package, Package] | None:
    """A package below a side's way out, and that way out: would it rather sign? Asked once."""
    out = way_out(agenda, side, ratings)
    if out is None or any(p.second == out for p in ratings.preferences):
        return None
    answers = answers_of(agenda, side, ratings)
    worths = believe(answers).estimate()
    found = probe(worths, reference(agenda, side), worth(worths, out), never=answers.never)
    return None if found is None else (found, out)


def _limit(agenda: Agenda, side: Side, ratings: Ratings, worths: Worths) -> float | None:
    """The least that a side would sign, by its way out and the tap that tests it."""
    out = way_out(agenda, side, ratings)
    if out is None:
        return None
    signed = tuple(
        Compared(p.first, None, 1)
        for p in ratings.preferences
        if p.second == out and p.choice is not Choice.SECOND
    )
    return held(worths, worth(worths, out), signed, reference(agenda, side))


def propose(case: Case, caucuses: Mapping[SideId, Caucus]) -> Menu | NoOverlap:
    """The menu for a case from what every side has told, and what it has declined so far.

    Sides stand in the order of the case. Raises FrontierTooLarge on agendas out of all measure.
    """
    agenda = case.agenda
    assert agenda is not None
    today = tuple(reference(agenda, s) for s in case.sides)
    beliefs = tuple(believe(_learned(case, agenda, s, caucuses[s.id])) for s in case.sides)
    limits = tuple(
        _limit(agenda, s, caucuses[s.id].ratings or Ratings(), belief.estimate())
        for s, belief in zip(case.sides, beliefs, strict=True)
    )
    return solve(
        beliefs,
        today,
        limits=limits,
        forbidden=_forbidden(agenda),
        declined={o.package for menu in case.rounds for o in menu.offers} | set(today),
    )


def swaps_of(agenda: Agenda, side: Side, ratings: Ratings) -> tuple[Swap, ...]:
    """What this side could give for what it wants, from its own ratings alone.

    Nothing that it can never do, and nothing that cannot stand together.
    """
    answers = answers_of(agenda, side, ratings)
    worths: Worths = believe(answers).estimate()
    return even_swaps(
        worths,
        reference(agenda, side),
        never=answers.never,
        forbidden=_forbidden(agenda),
    )


def _learned(case: Case, agenda: Agenda, side: Side, caucus: Caucus) -> Answers:
    """The side's answers with what its replies to the rounds so far have taught."""
    index = {t.key: i for i, t in enumerate(agenda.terms)}
    ratings = caucus.ratings or Ratings()
    answers = answers_of(agenda, side, ratings)
    nothing = way_out(agenda, side, ratings) or reference(agenda, side)
    for menu in case.rounds:
        reply = caucus.answer_to(menu.number)
        offers = tuple(o.package for o in menu.offers)
        if reply is None or any(len(p) != len(index) for p in offers):
            continue
        answers = learned(
            answers,
            Reply(
                offers=offers,
                today=nothing,
                signable=frozenset(i for i in reply.could_sign if i < len(offers)),
                why=None if reply.reason is None else _WHY[reply.reason],
                term=index.get(reply.term or ""),
            ),
        )
    return answers


def _forbidden(agenda: Agenda) -> tuple[frozenset[tuple[int, int]], ...]:
    index = {t.key: i for i, t in enumerate(agenda.terms)}
    return tuple(
        frozenset((index[k], o) for k, o in pair)
        for pair in agenda.apart
        if all(k in index for k, _ in pair)
    )
