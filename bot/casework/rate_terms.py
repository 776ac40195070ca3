"""Rate the terms in private: a quick form, then a few either/or questions while they pay.

Once, a side whose answers pull apart is asked whether they say what it means.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.casework.authority import Action
from bot.casework.consent import join_case
from bot.casework.hours import language_of_person
from bot.casework.membership import Actor, side_of
from bot.casework.packages import MAX_QUESTIONS, limit_question, next_question, way_out
from bot.casework.ports import Job, Json, UnitOfWork
from bot.casework.second_look import second_look
from bot.casework.show import show_case
from bot.casework.shown import LookAgain, QuestionForm, Saved
from bot.casework.tongues import tongue
from bot.mediation.case import Case
from bot.mediation.caucus import Caucus, Choice, Preference, Ratings
from bot.mediation.caucus import Told as Answered
from bot.mediation.people import SideId
from bot.mediation.refusals import MovedOn, Overtaken, Unclear
from bot.mediation.stages import Stage
from bot.mediation.terms import Agenda, Package

LEFT_OPEN = timedelta(hours=1)
"""How long the pages after the form may lie open without an answer."""


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
    """What a side has said so far, to see by what to ask it next. Private to that side.

    language: of whoever said it.
    """

    case: Case
    caucus: Caucus
    language: str = "en"


def rate_terms(request: RateTerms, actor: Actor, *, uow: UnitOfWork, now: datetime) -> Told:
    """Keep the ratings.

    Raises Unclear where nothing at all was said or a term's options are all ruled out,
    Overtaken where a colleague rated in the meantime.
    """
    case, caucus = _so_far(request.case_id, actor, uow=uow, now=now)
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
    return _told(uow, case, caucus, actor)


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
    case, caucus = _so_far(request.case_id, actor, uow=uow, now=now)
    ratings = caucus.ratings or Ratings()
    asked = {(p.first, p.second) for p in ratings.preferences}
    if (request.first, request.second) not in asked:
        tap = Preference(request.first, request.second, request.choice)
        ratings = replace(ratings, preferences=(*ratings.preferences, tap))
        caucus = caucus.with_ratings(ratings, by=actor.person, at=now)
        uow.caucuses.save(caucus)
    return _told(uow, case, caucus, actor)


def ask_to_look(case_id: str, actor: Actor, *, uow: UnitOfWork, now: datetime) -> None:
    """The side is asked now, so it will not be asked again. Nothing else changes by it."""
    _, caucus = _so_far(case_id, actor, uow=uow, now=now)
    if not caucus.looked:
        uow.caucuses.save(caucus.with_second_look())


def keep_as_it_is(case_id: str, actor: Actor, *, uow: UnitOfWork, now: datetime) -> Told:
    """The side says that its answers say what it means."""
    case, caucus = _so_far(case_id, actor, uow=uow, now=now)
    return _told(uow, case, caucus, actor)


def choose_again(
    case_id: str, pair: tuple[Package, Package], actor: Actor, *, uow: UnitOfWork, now: datetime
) -> QuestionForm:
    """Take one either/or answer back, and ask it once more. Raises MovedOn where it is gone."""
    case, caucus = _so_far(case_id, actor, uow=uow, now=now)
    ratings = caucus.ratings or Ratings()
    kept = tuple(p for p in ratings.preferences if (p.first, p.second) != pair)
    if kept == ratings.preferences:
        raise MovedOn("This choice has been taken back already. Nothing was changed.")
    caucus = caucus.with_ratings(replace(ratings, preferences=kept), by=actor.person, at=now)
    uow.caucuses.save(caucus)
    return _form(_told(uow, case, caucus, actor), pair)


def finish_rating(case_id: str, actor: Actor, *, uow: UnitOfWork, now: datetime) -> Saved:
    """This side has said enough: it skipped the rest, or closed the form after rating."""
    case = uow.cases.get(case_id)
    side = side_of(uow, case.partnership, actor, channel=case.channel, now=now, to=Action.RATE)
    case.require_side(side.id)
    if case.stage is Stage.RATING and uow.caucuses.get(case.id, side.id).ratings is not None:
        _mark_rated(uow, case, side.id)
    return thanks(language_of_person(uow, case.workspace, actor.person))


def count_left_open(case: Case, *, uow: UnitOfWork, now: datetime) -> None:
    """Sides that sent the form and left what followed it lying open have said enough.

    Slack does not tell of every form that is gone, and no case waits for a question.
    """
    if case.stage is not Stage.RATING:
        return
    for side in sorted(case.side_ids - case.rated):
        caucus = uow.caucuses.get(case.id, side)
        sent = [c.at for c in caucus.changes if c.what is Answered.RATINGS]
        if caucus.ratings is not None and sent and now - max(sent) >= LEFT_OPEN:
            _mark_rated(uow, uow.cases.get(case.id), side)


def next_page(told: Told) -> QuestionForm | LookAgain | Saved:
    """What comes next in the same form: a question that pays, a second look, or thanks.

    A second look at the form comes before the questions, one at their answers after them. The
    solver takes a while over it, so it is asked outside any transaction. With a second look,
    `ask_to_look` keeps that it was asked; after thanks, `finish_rating` counts the side as rated.
    """
    asked = told.caucus.ratings is not None and bool(told.caucus.ratings.preferences)
    look = None if asked else _look(told)
    found = look or _question(told) or (_look(told) if asked else None)
    return found or thanks(told.language)


def _look(told: Told) -> LookAgain | None:
    case, caucus = told.case, told.caucus
    if caucus.looked or caucus.ratings is None:
        return None
    agenda, side = _agenda_of(case), case.side(caucus.side)
    doubt = second_look(agenda, side, caucus.ratings, tongue(told.language))
    if doubt is None:
        return None
    pair = None if doubt.tap is None else (doubt.tap.first, doubt.tap.second)
    return LookAgain(case.id, told.language, doubt.sentence, pair)


def _question(told: Told) -> QuestionForm | None:
    case, caucus = told.case, told.caucus
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
    return None if pair is None or asked >= MAX_QUESTIONS else _form(told, pair)


def _form(told: Told, pair: tuple[Package, Package]) -> QuestionForm:
    case, caucus = told.case, told.caucus
    agenda, ratings = _agenda_of(case), caucus.ratings or Ratings()
    return QuestionForm(
        case_id=case.id,
        side=caucus.side,
        agenda=agenda,
        first=pair[0],
        second=pair[1],
        number=len(ratings.preferences) + 1,
        at_most=MAX_QUESTIONS,
        way_out=way_out(agenda, case.side(caucus.side), ratings),
        language=told.language,
    )


def thanks(language: str) -> Saved:
    """The same words whoever has answered: a form does not tell what the card keeps to itself."""
    speaks = tongue(language)
    return Saved(
        speaks.say("rate.thanks"),
        speaks.say("rate.kept"),
        speaks.say("rate.next"),
        language=language,
    )


def _so_far(case_id: str, actor: Actor, *, uow: UnitOfWork, now: datetime) -> tuple[Case, Caucus]:
    """The case while ratings count, and what this person's side has told."""
    case = uow.cases.get(case_id)
    side = side_of(uow, case.partnership, actor, channel=case.channel, now=now, to=Action.RATE)
    case.require_side(side.id)
    case.require(Stage.RATING, Stage.PROPOSED)
    return case, uow.caucuses.get(case.id, side.id)


def _told(uow: UnitOfWork, case: Case, caucus: Caucus, actor: Actor) -> Told:
    return Told(case, caucus, language_of_person(uow, case.workspace, actor.person))


def _mark_rated(uow: UnitOfWork, case: Case, side: SideId) -> None:
    """The card stays untouched until the last side: of an update, apps of the others are told."""
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
