"""Propose: three different packages from what each side told, or an honest no."""

from collections.abc import Mapping
from typing import NoReturn

import pytest
from sqlalchemy import text

from bot.bargaining.answers import Answers
from bot.bargaining.belief import believe
from bot.bargaining.menu import Menu
from bot.bargaining.problem import FrontierTooLarge
from bot.bargaining.proposal import propose as solve
from bot.casework.packages import reference
from bot.casework.propose import _shown, as_text, ground_of, propose, sweep
from bot.casework.rate_terms import RateTerms, finish_rating, rate_terms
from bot.mediation.case import Case
from bot.mediation.caucus import Caucus, Ratings, Reason
from bot.mediation.partner import AboutUs, Goal, Goals, Topic
from bot.mediation.people import SideId
from bot.mediation.refusals import MovedOn
from bot.mediation.stages import Stage
from storage import SqlStore
from tests.casework.fakes import TERMS, ScriptedFacilitator
from tests.casework.world import ANNA, BEN, BUYER_RATES, SELLER_RATES, World, memory_world


def run(world: World, case_id: str, number: int = 1, days: float = 3.0) -> None:
    propose(
        case_id,
        number,
        store=world.store,
        facilitator=world.words,
        clock=world.clock,
        answer_days=days,
    )


def test_three_different_packages_are_put_forward(world: World) -> None:
    case = world.case_at(Stage.PROPOSED)
    assert case.round is not None
    packages = [offer.package for offer in case.round.offers]
    assert len(packages) == len(set(packages)) == 3
    for package in packages:
        assert all(0 <= o < len(t.options) for o, t in zip(package, TERMS, strict=True))


def test_today_is_not_among_them(world: World) -> None:
    case = world.case_at(Stage.PROPOSED)
    assert case.round is not None
    assert case.agenda is not None
    held = {reference(case.agenda, side) for side in case.sides}
    assert not held & {offer.package for offer in case.round.offers}


def test_what_a_side_can_never_do_is_in_none_of_them(world: World) -> None:
    case = world.case_at(Stage.RATING)
    never = frozenset({("payment", 0), ("grace", 3)})
    world.rate(case, ANNA, BUYER_RATES)
    world.rate(case, BEN, Ratings(matters=("forecast",), nevers=never))
    offers = world.case(case.id).rounds[0].offers
    assert offers
    for offer in offers:
        assert (offer.package[1], offer.package[3]) != (0, 3)
        assert offer.package[1] != 0
        assert offer.package[3] != 3


def test_a_side_that_can_gain_nothing_is_not_told_to_gain_all_of_it(world: World) -> None:
    case = world.case_at(Stage.RATING)
    silent = believe(Answers((3, 3)))
    wishes = believe(Answers((3, 3), directions={0: 1, 1: 1}))
    found = solve((wishes, silent), ((1, 1), (1, 1)))
    assert isinstance(found, Menu)
    assert found.offers[0].shares == (1.0, 1.0)
    assert set(_shown(case, found)[0]) == set()
    both = solve((wishes, believe(Answers((3, 3), directions={0: -1, 1: -1}, matters=(1,)))))
    assert isinstance(both, Menu)
    assert set(_shown(case, both)[0]) == case.side_ids


def test_the_deadline_is_as_many_days_away_as_set() -> None:
    world = memory_world()
    case = world.case_at(Stage.RATING)
    for person, ratings in ((ANNA, BUYER_RATES), (BEN, SELLER_RATES)):
        from bot.casework.rate_terms import RateTerms, finish_rating, rate_terms

        world.commit(rate_terms, RateTerms(case.id, ratings, 1), by=person)
        world.commit(finish_rating, case.id, by=person)
    run(world, case.id, days=0.5)
    menu = world.case(case.id).round
    assert menu is not None
    assert (menu.deadline - menu.opened_at).total_seconds() == 12 * 3600


def test_the_packages_are_said_on_the_timeline_in_public_words(world: World) -> None:
    case = world.case_at(Stage.PROPOSED)
    assert case.round is not None
    text = as_text(case, case.round.offers)
    assert text in world.texts(case.id)
    assert [line[:3] for line in text.splitlines()] == ["A: ", "B: ", "C: "]
    assert "On-time target" in text.splitlines()[0]


def test_a_menu_is_made_once_however_often_its_job_runs(world: World) -> None:
    case = world.case_at(Stage.PROPOSED)
    for _ in range(2):
        run(world, case.id)
    assert world.case(case.id) == case


def test_no_menu_comes_before_its_turn(world: World) -> None:
    case = world.case_at(Stage.RATING)
    run(world, case.id)
    run(world, case.id, number=2)
    assert world.case(case.id) == case
    proposed = world.case_at(Stage.PROPOSED)
    run(world, proposed.id, number=2)
    run(world, proposed.id, number=3)
    assert world.case(proposed.id) == proposed


def test_a_term_that_stood_in_the_way_weighs_more_in_the_next_menu() -> None:
    """Ben declines over payment: the next packages cost him no more there than the first did."""
    costs = []
    for term in ("payment", None):
        world = memory_world()
        case = world.case_at(Stage.PROPOSED)
        world.answer(case, ANNA)
        world.answer(case, BEN, reason=Reason.TOO_MUCH, term=term)
        menu = world.case(case.id).round
        assert menu is not None
        assert menu.number == 2
        costs.append(sum(offer.package[1] for offer in menu.offers))
    with_reason, without = costs
    assert with_reason <= without


def test_no_overlap_is_an_end_that_is_said(world: World) -> None:
    case = world.case_at(Stage.RATING)
    for person, options in ((ANNA, (0, 1)), (BEN, (2, 3))):
        never = frozenset(("otif", o) for o in options)
        world.rate(case, person, Ratings(matters=("otif",), nevers=never))
    ended = world.case(case.id)
    assert ended.stage is Stage.NO_OVERLAP
    assert ended.rounds == ()
    assert any("today's terms go on" in t for t in world.room.note_texts())
    with pytest.raises(MovedOn):
        world.rate(case, ANNA, BUYER_RATES)


def without_overlap(world: World) -> Case:
    """Anna wants more of the one term that is left, Ben less; today's terms are as good as any."""
    case = world.case_at(Stage.RATING)
    kept = {"payment": 2, "forecast": 0, "grace": 1}
    nevers = frozenset(
        (t.key, o)
        for t in TERMS
        for o in range(len(t.options))
        if t.key in kept and o != kept[t.key]
    )
    world.rate(case, ANNA, Ratings(matters=("otif",), nevers=nevers))
    world.rate(case, BEN, Ratings(matters=("otif", "payment", "forecast")))
    return world.case(case.id)


def test_who_would_have_to_move_reads_the_nearest_package_alone(world: World) -> None:
    ended = without_overlap(world)
    assert ended.stage is Stage.NO_OVERLAP
    with world.store() as uow:
        short = {s.name: uow.caucuses.get(ended.id, s.id).short for s in ended.sides}
    (near,) = [s for s in short.values() if s is not None]
    assert short[ended.sides[1].name] == near, "Ben's side likes less of it"
    assert near.package[0] > 0
    assert 1 <= near.by <= 100
    assert str(near.by) not in repr(near)


def test_the_channel_reads_the_same_whoever_would_have_to_move(world: World) -> None:
    ended = without_overlap(world)
    label = TERMS[0].options[1]
    note = next(t for t in world.room.note_texts() if "today's terms go on" in t)
    assert "*My desk* says in private" in note
    for name in (*(s.name for s in ended.sides), label):
        assert name not in note
        assert name not in ended.ended_because


def test_where_every_package_is_ruled_out_nobody_reads_of_a_nearest_one(world: World) -> None:
    case = world.case_at(Stage.RATING)
    for person, options in ((ANNA, (0, 1)), (BEN, (2, 3))):
        never = frozenset(("otif", o) for o in options)
        world.rate(case, person, Ratings(matters=("otif",), nevers=never))
    with world.store() as uow:
        assert [uow.caucuses.get(case.id, s.id).short for s in case.sides] == [None, None]


def test_the_words_of_a_package_come_from_the_package_alone(world: World) -> None:
    case = world.case_at(Stage.RATING)
    words = world.words
    assert isinstance(words, ScriptedFacilitator)
    words.heard.clear()
    world.rate(case, ANNA, BUYER_RATES)
    world.rate(case, BEN, SELLER_RATES)
    menu = world.case(case.id).round
    assert menu is not None
    packages = [offer.package for offer in menu.offers]
    assert [h for h in words.heard if isinstance(h, tuple)] == packages
    assert {type(h).__name__ for h in words.heard} == {"Agenda", "tuple"}


def test_a_sweep_goes_past_a_case_that_somebody_is_writing_to(world: World) -> None:
    first, second = (world.case_at(Stage.PROPOSED) for _ in range(2))
    world.answer(first, ANNA, 0)
    world.answer(first, BEN, 0)
    world.clock.forward(days=4)
    assert sweep(store=world.store, clock=world.clock) == 1
    assert world.case(first.id).stage is Stage.SIGNING
    closed = world.case(second.id).round
    assert closed is not None
    assert closed.closed


def test_one_case_that_cannot_be_read_keeps_no_other_waiting(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    broken, sound = (world.case_at(Stage.PROPOSED) for _ in range(2))
    assert isinstance(world.store, SqlStore)
    with world.store.engine.begin() as connection:
        changed = text("UPDATE case_record SET state = '{}' WHERE id = :id")
        connection.execute(changed, {"id": broken.id})
    world.clock.forward(days=4)
    assert sweep(store=world.store, clock=world.clock) == 1
    closed = world.case(sound.id).round
    assert closed is not None
    assert closed.closed
    assert f"the round of case {broken.id} could not be closed" in caplog.text


def test_who_sits_first_changes_nothing() -> None:
    """Sides swapped, the same packages come out, since they are packages of terms."""
    menus = []
    for order in ((ANNA, BEN), (BEN, ANNA)):
        world = memory_world()
        if order[0] is BEN:
            teams = world.room.shared_by
            for channel in teams:
                teams[channel].reverse()
            world = memory_world()
            world.store.tables.partnerships.clear()  # type: ignore[attr-defined]
            world.room.shared_by = teams
            world.learn()
        case = world.case_at(Stage.PROPOSED)
        assert case.round is not None
        names = [s.name for s in case.sides]
        menus.append((names, [offer.package for offer in case.round.offers]))
    assert menus[0][0] == menus[1][0][::-1]
    assert menus[0][1] == menus[1][1]


def test_sides_have_ids_of_their_own(world: World) -> None:
    ids = {s.id for s in world.partnership.sides}
    assert len(ids) == 2
    assert all(isinstance(i, str) and SideId(i) for i in ids)


def test_more_packages_than_can_be_weighed_are_said_so_with_what_to_do(world: World) -> None:
    case = world.case_at(Stage.RATING)
    for person in (ANNA, BEN):
        ratings = world.usual_ratings(person)
        revision = world.opened(case, person).caucus.revision
        world.commit(rate_terms, RateTerms(case.id, ratings, revision), by=person)
        world.commit(finish_rating, case.id, by=person)

    def too_many(found: Case, told: Mapping[SideId, Caucus]) -> NoReturn:
        raise FrontierTooLarge("too many")

    propose(
        case.id,
        1,
        store=world.store,
        facilitator=world.words,
        clock=world.clock,
        answer_days=3.0,
        solve=too_many,
    )
    ended = world.case(case.id)
    assert ended.stage is Stage.NO_OVERLAP
    assert "Raise it again with fewer terms" in ended.ended_because


def test_the_long_run_is_told_from_what_both_may_read_and_from_nothing_else(world: World) -> None:
    case = world.case_at(Stage.RATING)
    sides = {by: world.side(by) for by in (ANNA, BEN)}
    with world.store() as uow:
        for by, side in sides.items():
            told = AboutUs({Topic.DRIVERS: f"drives {by.person}", Topic.CULTURE: "plainly"})
            uow.preferences.keep(case.workspace, side.id, told)
        both = frozenset(s.id for s in sides.values())
        goals = Goals((Goal("Fewer stock-outs", both), Goal("Mine", frozenset(list(both)[:1]))))
        uow.preferences.keep(case.workspace, case.partnership, goals)
        uow.commit()
    with world.store() as uow:
        ground = ground_of(case, uow=uow)
    assert ground.goals == ("Fewer stock-outs",)
    for by, side in sides.items():
        assert ground.said_by(side.id).endswith(f"drives {by.person}")
        assert "plainly" not in ground.said_by(side.id)
