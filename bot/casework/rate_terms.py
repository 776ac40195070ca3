"""Rate the terms in private: a quick form, then a few either/or questions while they pay."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.casework.authority import Action
from bot.casework.consent import join_case
from bot.casework.membership import Actor, side_of
from bot.casework.packages import MAX_QUESTIONS, limit_question, next_question, way_out
from bot.casework.ports import Job, Json, UnitOfWork
from bot.casework.room import QuestionForm, Saved
from bot.casework.show import show_case
from bot.mediation.case import Case
from bot.mediation.caucus import Caucus, Choice, Preference, Ratings
from bot.mediation.people import SideId
from bot.mediation.refusals import MovedOn, Overtaken, Unclear
from bot.mediation.stages import Stage
from bot.mediation.terms import Agenda, Package


@dataclass(frozen=True, slots=True)
class RateTerms:
    """What the private form says. `revision` is the caucus's when the form was opened.

    detailed: terms that the form asked about one by one, none in the quick form; what it did not
    ask stays as it was told before. None where the ratings are all there is.
    """

    case_id: str
    ratings: Ratings = field(repr=False)
    revision: int
    detailed: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What a side has said so far, to see by what to ask it next. Private to that side."""

    case: Case
    caucus: Caucus


def rate_terms(request: RateTerms, actor: Actor, *, uow: UnitOfWork, now: datetime) -> Told:
    """Keep the ratings.

    Raises Unclear where nothing at all was said or a term's options are all ruled out,
    Overtaken where a colleague rated in the meantime.
    """
    case = uow.cases.get(request.case_id)
    side = side_of(uow, case.partnership, actor, channel=case.channel, now=now, to=Action.RATE)
    case.require_side(side.id)
    case.require(Stage.RATING, Stage.PROPOSED)
    caucus = uow.caucuses.get(case.id, side.id)
    if caucus.revision != request.revision:
        raise Overtaken(
            "A colleague of your side has rated the terms in the meantime. Your choices are "
            "kept below; send them to put them in place of theirs."
        )
    _check(request.ratings, _agenda_of(case))
    join_case(uow, actor.person, case, now=now)
    ratings = _with_the_rest(request, caucus.ratings or Ratings())
    caucus = caucus.with_ratings(ratings, by=actor.person, at=now)
    uow.caucuses.save(caucus)
    return Told(case, caucus)


def _with_the_rest(request: RateTerms, before: Ratings) -> Ratings:
    """What the form said, and what was told before of all that it did not ask.

    Points and taps told before the order of the terms changed do not outlive it.
    """
    asked, ratings = request.detailed, request.ratings
    if asked is None:
        return ratings
    same = ratings.matters == before.matters
    points = {k: v for k, v in before.importance.items() if same and k not in asked}
    return replace(
        ratings,
        wishes={k: v for k, v in before.wishes.items() if k not in asked} | dict(ratings.wishes),
        importance=points | dict(ratings.importance),
        stars={k: v for k, v in before.stars.items() if k[0] not in asked} | dict(ratings.stars),
        preferences=before.preferences if same else (),
        way_out=ratings.way_out if asked else before.way_out,
    )


@dataclass(frozen=True, slots=True)
class AnswerQuestion:
    case_id: str
    first: Package = field(repr=False)
    second: Package = field(repr=False)
    choice: Choice = field(repr=False)


def answer_question(
    request: AnswerQuestion, actor: Actor, *, uow: UnitOfWork, now: datetime
) -> Told:
    """Keep one either/or tap. An answer to a question that was answered already counts once."""
    case = uow.cases.get(request.case_id)
    side = side_of(uow, case.partnership, actor, channel=case.channel, now=now, to=Action.RATE)
    case.require_side(side.id)
    case.require(Stage.RATING, Stage.PROPOSED)
    caucus = uow.caucuses.get(case.id, side.id)
    ratings = caucus.ratings or Ratings()
    asked = {(p.first, p.second) for p in ratings.preferences}
    if (request.first, request.second) not in asked:
        tap = Preference(request.first, request.second, request.choice)
        ratings = replace(ratings, preferences=(*ratings.preferences, tap))
        caucus = caucus.with_ratings(ratings, by=actor.person, at=now)
        uow.caucuses.save(caucus)
    return Told(case, caucus)


def finish_rating(case_id: str, actor: Actor, *, uow: UnitOfWork, now: datetime) -> Saved:
    """This side has said enough: it skipped the rest, or closed the form after rating."""
    case = uow.cases.get(case_id)
    side = side_of(uow, case.partnership, actor, channel=case.channel, now=now, to=Action.RATE)
    case.require_side(side.id)
    if case.stage is Stage.RATING and uow.caucuses.get(case.id, side.id).ratings is not None:
        _mark_rated(uow, case, side.id)
    return THANKS


def next_page(told: Told) -> QuestionForm | Saved:
    """What comes next in the same form: a question that pays, or thanks.

    The solver takes a while over it, so it is asked outside any transaction. After thanks,
    `finish_rating` counts the side as rated.
    """
    return _question(told.case, told.caucus) or THANKS


def _question(case: Case, caucus: Caucus) -> QuestionForm | None:
    if case.stage is not Stage.RATING or caucus.side in case.rated or caucus.ratings is None:
        return None
    agenda = _agenda_of(case)
    asked = len(caucus.ratings.preferences)
    side, others = case.side(caucus.side), len(case.sides) - 1
    last = limit_question(agenda, side, caucus.ratings)
    pair = None
    if asked < MAX_QUESTIONS - (last is not None):
        pair = next_question(agenda, side, caucus.ratings, others=others)
    pair = pair or last
    if pair is None or asked >= MAX_QUESTIONS:
        return None
    return QuestionForm(
        case_id=case.id,
        side=caucus.side,
        agenda=agenda,
        first=pair[0],
        second=pair[1],
        number=asked + 1,
        at_most=MAX_QUESTIONS,
        way_out=way_out(agenda, side, caucus.ratings),
    )


THANKS = Saved(
    title="Thank you",
    sentence="Your answers are kept, for your side alone.",
    next_step="Packages appear in the thread as soon as both sides have answered.",
)
"""The same words whoever has answered: a form does not tell what the card keeps to itself."""


def _mark_rated(uow: UnitOfWork, case: Case, side: SideId) -> None:
    rated = uow.cases.save(case.with_rating(side))
    if rated.rated >= rated.side_ids:
        number = len(case.rounds) + 1
        args: dict[str, Json] = {"case": case.id, "round": number}
        uow.enqueue(Job("propose", f"propose:{case.id}:{number}", args))
    show_case(uow, rated)


def _agenda_of(case: Case) -> Agenda:
    if case.agenda is None:
        raise MovedOn("There are no terms on the table yet. Please look again in a moment.")
    return case.agenda


def _check(ratings: Ratings, agenda: Agenda) -> None:
    if not ratings.matters and not ratings.importance:
        raise Unclear("matters_1", "Choose at least the one term that matters most to you.")
    if len(set(ratings.matters)) != len(ratings.matters):
        raise Unclear("matters_2", "Choose another term here; this one is already above.")
    for term in agenda.terms:
        ruled_out = {i for key, i in ratings.nevers if key == term.key}
        if len(ruled_out) == len(term.options):
            sentence = f"Leave at least one option of “{term.name}” possible."
            raise Unclear("nevers", sentence)
    if not set(ratings.way_out) <= {t.key for t in agenda.terms}:
        raise Unclear("way_out", "One of these terms is not on the table any more.")
