"""Rate in private: a quick form, a few questions while they pay, and it shows only when done."""

from dataclasses import replace

import pytest

from bot.casework.packages import MAX_QUESTIONS
from bot.casework.rate_terms import (
    AnswerQuestion,
    RateTerms,
    Told,
    answer_question,
    finish_rating,
    next_page,
    rate_terms,
)
from bot.casework.shown import LookAgain, QuestionForm, Saved
from bot.mediation.case import Case
from bot.mediation.caucus import Choice, Ratings, Wish
from bot.mediation.refusals import MovedOn, Outsider, Overtaken, Unclear
from bot.mediation.stages import Stage
from tests.casework.world import ALEX, ANNA, BEN, BUYER_RATES, GUEST, SELLER_RATES, World


def rated(world: World, case: Case, ratings: Ratings = BUYER_RATES) -> QuestionForm | Saved:
    revision = world.opened(case, ANNA).caucus.revision
    return following(world, world.act(rate_terms, RateTerms(case.id, ratings, revision), by=ANNA))


def following(world: World, told: Told) -> QuestionForm | Saved:
    """The next page, as the form shows it; after thanks the side is rated."""
    page = next_page(told)
    assert not isinstance(page, LookAgain)
    if isinstance(page, Saved):
        world.act(finish_rating, told.case.id, by=ANNA)
    return page


def answered(world: World, asked: QuestionForm, choice: Choice) -> QuestionForm | Saved:
    answer = AnswerQuestion(asked.case_id, asked.first, asked.second, choice)
    return following(world, world.act(answer_question, answer, by=ANNA))


def test_ratings_are_kept_for_that_side_alone(world: World) -> None:
    case = world.case_at(Stage.RATING)
    full = Ratings(
        matters=("otif",),
        wishes={"otif": Wish.MORE},
        nevers=frozenset({("otif", 0)}),
        importance={"otif": 9},
        stars={("otif", 3): 5},
    )
    rated(world, case, full)
    assert world.caucus(case, world.side(ANNA).id).ratings == full
    assert world.caucus(case, world.side(BEN).id).ratings is None


def test_questions_follow_until_they_no_longer_pay(world: World) -> None:
    case = world.case_at(Stage.RATING)
    page = rated(world, case)
    numbers = []
    while isinstance(page, QuestionForm):
        assert page.side == world.side(ANNA).id
        assert page.first != page.second
        numbers.append(page.number)
        page = answered(world, page, Choice.FIRST)
    assert numbers == list(range(1, len(numbers) + 1))
    assert 1 <= len(numbers) <= MAX_QUESTIONS
    assert page.title == "Thank you"
    assert world.side(ANNA).id in world.case(case.id).rated


def test_the_last_question_tests_a_way_out_and_is_asked_once(world: World) -> None:
    case = world.case_at(Stage.RATING)
    page = rated(world, case, replace(BUYER_RATES, way_out={"otif": 3}))
    asked = []
    while isinstance(page, QuestionForm):
        asked.append(page)
        page = answered(world, page, Choice.FIRST)
    tests = [a for a in asked if a.second == a.way_out]
    assert tests == asked[-1:]
    assert len(asked) <= MAX_QUESTIONS


def test_what_a_form_did_not_ask_stays_as_it_was_told(world: World) -> None:
    case = world.case_at(Stage.RATING)
    fine = Ratings(
        matters=("otif", "forecast"),
        wishes={"grace": Wish.MORE},
        importance={"otif": 9},
        stars={("otif", 3): 5},
        way_out={"otif": 2},
    )
    rated(world, case, fine)
    quick = frozenset[str]()

    def again(ratings: Ratings, detailed: frozenset[str]) -> Ratings:
        revision = world.opened(case, ANNA).caucus.revision
        world.act(rate_terms, RateTerms(case.id, ratings, revision, detailed), by=ANNA)
        held = world.caucus(case, world.side(ANNA).id).ratings
        assert held is not None
        return held

    same_order = again(Ratings(matters=fine.matters, nevers=frozenset({("otif", 0)})), quick)
    assert same_order == replace(fine, nevers=frozenset({("otif", 0)}))
    other = again(Ratings(matters=("payment",)), quick)
    assert other == replace(fine, matters=("payment",), importance={})
    cleared = again(Ratings(matters=("payment",)), frozenset({"otif"}))
    assert cleared == Ratings(matters=("payment",), wishes={"grace": Wish.MORE})


def test_a_way_out_on_a_term_that_is_gone_is_asked_again(world: World) -> None:
    case = world.case_at(Stage.RATING)
    with pytest.raises(Unclear, match="not on the table"):
        rated(world, case, replace(BUYER_RATES, way_out={"gone": 1}))


def test_one_tap_counts_once_however_often_it_comes(world: World) -> None:
    case = world.case_at(Stage.RATING)
    asked = rated(world, case)
    assert isinstance(asked, QuestionForm)
    answered(world, asked, Choice.SECOND)
    answered(world, asked, Choice.FIRST)
    held = world.caucus(case, world.side(ANNA).id).ratings
    assert held is not None
    assert [p.choice for p in held.preferences] == [Choice.SECOND]


def test_a_closed_form_means_enough(world: World) -> None:
    case = world.case_at(Stage.RATING)
    assert isinstance(rated(world, case), QuestionForm)
    world.act(finish_rating, case.id, by=ANNA)
    assert world.case(case.id).rated == {world.side(ANNA).id}


def test_who_skips_the_questions_reads_what_comes_next(world: World) -> None:
    case = world.case_at(Stage.RATING)
    rated(world, case)
    thanks = world.act(finish_rating, case.id, by=ANNA)
    assert "as soon as every side has answered" in thanks.next_step


def test_the_thanks_do_not_tell_whether_the_other_side_has_answered(world: World) -> None:
    case = world.case_at(Stage.RATING)
    rated(world, case)
    first = world.act(finish_rating, case.id, by=ANNA)
    revision = world.opened(case, BEN).caucus.revision
    world.act(rate_terms, RateTerms(case.id, SELLER_RATES, revision), by=BEN)
    assert world.act(finish_rating, case.id, by=BEN) == first


def test_a_form_closed_before_anything_was_said_means_nothing(world: World) -> None:
    case = world.case_at(Stage.RATING)
    world.act(finish_rating, case.id, by=ANNA)
    assert world.case(case.id).rated == frozenset()


def test_closing_twice_is_closing_once(world: World) -> None:
    case = world.case_at(Stage.RATING)
    rated(world, case)
    for person in (ANNA, ALEX):
        world.act(finish_rating, case.id, by=person)
    assert world.case(case.id).stage is Stage.RATING


def test_with_the_last_side_the_packages_come(world: World) -> None:
    case = world.case_at(Stage.RATING)
    world.rate(case, BEN, SELLER_RATES)
    assert world.case(case.id).stage is Stage.RATING
    world.rate(case, ANNA, BUYER_RATES)
    assert world.case(case.id).stage is Stage.PROPOSED


def test_that_a_side_has_rated_is_kept_and_the_card_does_not_move(world: World) -> None:
    case = world.case_at(Stage.RATING)
    before, shown = world.case(case.id), list(world.room.shown)
    world.rate(case, BEN, replace(SELLER_RATES, nevers=frozenset({("payment", 0)})))
    after = world.case(case.id)
    assert after == replace(before, rated=frozenset({world.side(BEN).id}), version=after.version)
    assert world.room.shown == shown


@pytest.mark.parametrize(
    ("ratings", "field"),
    [
        (Ratings(), "matters_1"),
        (Ratings(wishes={"otif": Wish.MORE}), "matters_1"),
        (Ratings(matters=("otif", "otif")), "matters_2"),
        (Ratings(matters=("otif",), nevers=frozenset(("payment", o) for o in range(3))), "nevers"),
    ],
)
def test_what_says_nothing_or_rules_everything_out_is_asked_again(
    world: World, ratings: Ratings, field: str
) -> None:
    case = world.case_at(Stage.RATING)
    with pytest.raises(Unclear) as refused:
        rated(world, case, ratings)
    assert refused.value.field == field
    assert world.caucus(case, world.side(ANNA).id).ratings is None


def test_importance_alone_is_enough(world: World) -> None:
    case = world.case_at(Stage.RATING)
    rated(world, case, Ratings(importance={"otif": 7}))
    assert world.caucus(case, world.side(ANNA).id).ratings == Ratings(importance={"otif": 7})


def test_two_colleagues_at_once_the_second_is_asked_first(world: World) -> None:
    case = world.case_at(Stage.RATING)
    revision = world.opened(case, ANNA).caucus.revision
    world.act(rate_terms, RateTerms(case.id, BUYER_RATES, revision), by=ANNA)
    with pytest.raises(Overtaken, match="kept below"):
        world.act(rate_terms, RateTerms(case.id, SELLER_RATES, revision), by=ALEX)
    assert world.caucus(case, world.side(ANNA).id).ratings == BUYER_RATES


def test_between_the_rounds_a_side_may_rate_again(world: World) -> None:
    case = world.case_at(Stage.PROPOSED)
    shown = world.case(case.id)
    following = rated(world, case, Ratings(matters=("grace",)))
    assert isinstance(following, Saved)
    assert world.case(case.id) == shown


def test_outsiders_rate_nothing(world: World) -> None:
    case = world.case_at(Stage.RATING)
    for act, asked in (
        (rate_terms, RateTerms(case.id, BUYER_RATES, 0)),
        (answer_question, AnswerQuestion(case.id, (0, 0, 0, 0), (1, 0, 0, 0), Choice.FIRST)),
        (finish_rating, case.id),
    ):
        with pytest.raises(Outsider):
            world.act(act, asked, by=GUEST)


@pytest.mark.parametrize("stage", [Stage.AGENDA, Stage.SIGNING])
def test_at_any_other_stage_the_form_has_moved_on(world: World, stage: Stage) -> None:
    case = world.case_at(stage)
    with pytest.raises(MovedOn):
        rated(world, case)
    tap = AnswerQuestion(case.id, (0, 0, 0, 0), (1, 0, 0, 0), Choice.FIRST)
    with pytest.raises(MovedOn):
        world.act(answer_question, tap, by=ANNA)


def test_requests_print_nothing_of_what_matters() -> None:
    asked = RateTerms("c1", Ratings(matters=("canary",)), 0)
    tap = AnswerQuestion("c1", (7, 7), (8, 8), Choice.SECOND)
    assert "canary" not in repr(asked)
    assert repr(tap) == "AnswerQuestion(case_id='c1')"
