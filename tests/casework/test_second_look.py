"""What a side's answers leave unclear is asked once more: kindly, and of that side alone."""

from dataclasses import replace

import pytest

from bot.casework.preferences import Habits
from bot.casework.rate_terms import (
    AnswerQuestion,
    RateTerms,
    Told,
    answer_question,
    ask_to_look,
    choose_again,
    finish_rating,
    keep_as_it_is,
    next_page,
    rate_terms,
)
from bot.casework.second_look import Doubt, second_look
from bot.casework.shown import LookAgain, QuestionForm, Saved
from bot.casework.take_up_again import take_up_again
from bot.casework.tongues import TONGUES
from bot.mediation.case import Case
from bot.mediation.caucus import Choice, Preference, Ratings, Wish
from bot.mediation.refusals import MovedOn, Outsider
from bot.mediation.stages import Stage
from bot.mediation.terms import Agenda
from tests.casework.fakes import TERMS
from tests.casework.world import ANNA, BEN, BUYER_RATES, GUEST, SELLER_RATES, WORKSPACE, World
from tests.mediation.parts import BUYER

AGENDA = Agenda(TERMS)
KEYS = [t.key for t in TERMS]
BEST = {
    (t.key, o): 5 if o == len(t.options) - 1 else 1 for t in TERMS for o in range(len(t.options))
}
OTHER_ORDER = Ratings(matters=(KEYS[0], KEYS[1]), importance={KEYS[0]: 3, KEYS[1]: 9})
AGAINST_THE_WAY = Ratings(
    matters=(KEYS[0],), wishes={KEYS[0]: Wish.MORE}, stars={(KEYS[0], 0): 5, (KEYS[0], 1): 1}
)
ALL_OR_NOTHING = Ratings(matters=(KEYS[0],), stars=BEST)
WORST, TOP = tuple(0 for _ in TERMS), tuple(len(t.options) - 1 for t in TERMS)
ODD_TAP = Ratings(
    matters=(KEYS[0],),
    stars={(k, o): o + 1 for k, o in BEST if o < 5},
    preferences=(Preference(WORST, TOP, Choice.FIRST),),
)
UNCLEAR = (OTHER_ORDER, AGAINST_THE_WAY, ALL_OR_NOTHING, ODD_TAP)


def doubt(ratings: Ratings, code: str = "en") -> Doubt | None:
    return second_look(AGENDA, BUYER, ratings, TONGUES[code])


def asked_of(ratings: Ratings, code: str = "en") -> str:
    found = doubt(ratings, code)
    assert found is not None
    return found.sentence


def test_answers_that_go_together_get_no_second_look() -> None:
    assert doubt(Ratings()) is None
    assert doubt(Ratings(matters=(KEYS[0], KEYS[1]))) is None


def test_an_order_against_the_points_names_both_terms_as_they_were_named() -> None:
    first, second = AGENDA.terms[0].name, AGENDA.terms[1].name
    assert asked_of(OTHER_ORDER).startswith(f"You named “{first}” before “{second}”")


def test_stars_against_the_wished_direction_name_the_term_and_what_counts() -> None:
    question = asked_of(AGAINST_THE_WAY)
    assert AGENDA.terms[0].name in question
    assert "Your stars are what counts" in question


def test_stars_against_what_the_library_took_for_granted_contradict_nobody() -> None:
    assert doubt(Ratings(stars=AGAINST_THE_WAY.stars)) is None


def test_ratings_of_the_best_option_alone_are_asked_about_as_a_help() -> None:
    assert "more room" in asked_of(Ratings(stars=BEST))


def test_a_tap_against_everything_else_is_asked_about_with_its_two_packages() -> None:
    found = doubt(ODD_TAP)
    assert found is not None
    assert found.tap == ODD_TAP.preferences[0]
    assert "once more" in found.sentence


def test_the_tap_that_tests_a_way_out_is_there_to_be_answered_either_way() -> None:
    out = dict(zip(KEYS, TOP, strict=True))
    assert doubt(replace(ODD_TAP, way_out=out)) is None


@pytest.mark.parametrize("code", TONGUES)
@pytest.mark.parametrize("said", UNCLEAR)
def test_nobody_is_accused_in_any_language(said: Ratings, code: str) -> None:
    question = asked_of(said, code)
    assert AGENDA.terms[0].name in question
    for word in ("wrong", "error", "inconsistent", "contradic", "mistake", "equivoc", "!"):
        assert word not in question.casefold()


def test_each_language_asks_in_its_own_words() -> None:
    for said in UNCLEAR:
        assert len({asked_of(said, code) for code in TONGUES}) == len(TONGUES)


# In the form


def sent(world: World, case: Case, ratings: Ratings = OTHER_ORDER) -> Told:
    revision = world.opened(case, ANNA).caucus.revision
    return world.act(rate_terms, RateTerms(case.id, ratings, revision), by=ANNA)


def looked(world: World, case: Case, ratings: Ratings = OTHER_ORDER) -> LookAgain:
    """The second look, shown."""
    page = next_page(sent(world, case, ratings))
    assert isinstance(page, LookAgain)
    world.act(ask_to_look, case.id, by=ANNA)
    return page


def with_odd_tap(world: World, case: Case) -> LookAgain:
    """All questions answered, one of them against the stars; then the second look at it."""
    told = sent(world, case, replace(ODD_TAP, preferences=()))
    odd = AnswerQuestion(case.id, WORST, TOP, Choice.FIRST)
    told = world.act(answer_question, odd, by=ANNA)
    page = next_page(told)
    for _ in range(6):
        if not isinstance(page, QuestionForm):
            break
        answer = AnswerQuestion(case.id, page.first, page.second, Choice.EITHER)
        page = next_page(world.act(answer_question, answer, by=ANNA))
    assert isinstance(page, LookAgain)
    world.act(ask_to_look, case.id, by=ANNA)
    return page


def test_a_second_look_at_the_form_comes_before_the_questions(world: World) -> None:
    case = world.case_at(Stage.RATING)
    page = looked(world, case)
    assert page.tap is None
    told = world.act(keep_as_it_is, case.id, by=ANNA)
    assert told.caucus.ratings == OTHER_ORDER
    assert isinstance(next_page(told), QuestionForm)


def test_it_comes_in_the_language_of_who_is_asked(world: World) -> None:
    case = world.case_at(Stage.RATING)
    with world.store() as uow:
        uow.preferences.keep(WORKSPACE, ANNA.person, Habits(language="es"))
        uow.commit()
    page = looked(world, case)
    assert page.language == "es"
    assert page.sentence.startswith("Puso")


def test_it_is_asked_once(world: World) -> None:
    case = world.case_at(Stage.RATING)
    looked(world, case)
    again = next_page(sent(world, case, ALL_OR_NOTHING))
    assert not isinstance(again, LookAgain)


def test_answers_that_go_together_are_followed_by_questions_at_once(world: World) -> None:
    case = world.case_at(Stage.RATING)
    assert isinstance(next_page(sent(world, case, BUYER_RATES)), QuestionForm)
    assert not world.caucus(case, world.side(ANNA).id).looked


def test_a_second_look_at_a_tap_comes_after_the_questions_and_asks_it_again(world: World) -> None:
    case = world.case_at(Stage.RATING)
    page = with_odd_tap(world, case)
    assert page.tap == (WORST, TOP)
    asked = world.act(choose_again, case.id, page.tap, by=ANNA)
    assert (asked.first, asked.second) == (WORST, TOP)
    answer = AnswerQuestion(case.id, asked.first, asked.second, Choice.SECOND)
    told = world.act(answer_question, answer, by=ANNA)
    assert told.caucus.ratings is not None
    choices = {(p.first, p.second): p.choice for p in told.caucus.ratings.preferences}
    assert choices[WORST, TOP] is Choice.SECOND
    assert not isinstance(next_page(told), LookAgain)


def test_a_tap_is_taken_back_once(world: World) -> None:
    case = world.case_at(Stage.RATING)
    page = with_odd_tap(world, case)
    world.act(choose_again, case.id, page.tap, by=ANNA)
    with pytest.raises(MovedOn, match="taken back already"):
        world.act(choose_again, case.id, page.tap, by=ANNA)


def test_who_closes_it_has_said_enough(world: World) -> None:
    case = world.case_at(Stage.RATING)
    looked(world, case)
    world.act(finish_rating, case.id, by=ANNA)
    assert world.case(case.id).rated == {world.side(ANNA).id}


def test_who_leaves_it_lying_open_holds_nobody_up(world: World) -> None:
    case = world.case_at(Stage.RATING)
    world.rate(case, BEN, SELLER_RATES)
    looked(world, case)
    world.clock.forward(minutes=59)
    take_up_again(store=world.store, clock=world.clock)
    world.run_jobs()
    assert world.case(case.id).stage is Stage.RATING
    world.clock.forward(hours=1)
    take_up_again(store=world.store, clock=world.clock)
    world.run_jobs()
    assert world.case(case.id).stage is Stage.PROPOSED


def test_a_form_that_was_never_sent_is_waited_for(world: World) -> None:
    case = world.case_at(Stage.RATING)
    world.rate(case, BEN, SELLER_RATES)
    world.clock.forward(hours=48)
    take_up_again(store=world.store, clock=world.clock)
    world.run_jobs()
    assert world.case(case.id).rated == {world.side(BEN).id}


@pytest.mark.parametrize("said", [OTHER_ORDER, BUYER_RATES])
def test_the_case_and_the_channel_are_the_same_with_and_without(
    world: World, said: Ratings
) -> None:
    case = world.case_at(Stage.RATING)
    before, bens, done = world.case(case.id), world.caucus(case, world.side(BEN).id), [*world.done]
    page = next_page(sent(world, case, said))
    if isinstance(page, LookAgain):
        world.act(ask_to_look, case.id, by=ANNA)
        world.act(keep_as_it_is, case.id, by=ANNA)
    assert isinstance(page, LookAgain) == (said is OTHER_ORDER)
    assert world.case(case.id) == before
    assert world.done == done, "nothing was shown to anybody"
    assert world.caucus(case, world.side(BEN).id) == bens
    assert isinstance(world.act(finish_rating, case.id, by=ANNA), Saved)


def test_outsiders_are_asked_and_answer_nothing(world: World) -> None:
    case = world.case_at(Stage.RATING)
    for act, more in ((ask_to_look, ()), (keep_as_it_is, ()), (choose_again, ((WORST, TOP),))):
        with pytest.raises(Outsider):
            world.act(act, case.id, *more, by=GUEST)


def test_what_is_asked_prints_nothing_of_what_was_said() -> None:
    page = LookAgain("c1", "en", "canary", ((7, 7), (8, 8)))
    assert repr(page) == "LookAgain(case_id='c1', language='en')"
    assert repr(Doubt("canary", ODD_TAP.preferences[0])) == "Doubt()"
