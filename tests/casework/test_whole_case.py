"""Whole cases, from raised to each of their ends."""

import pytest

from bot.casework.clarify import OpenClarification, add_line, clear_up, open_clarification
from bot.casework.follow_up import confirm_done, mark_done
from bot.casework.propose import sweep
from bot.casework.verdict import withdraw
from bot.mediation.caucus import Ratings, Reason
from bot.mediation.clarification import Outcome
from bot.mediation.stages import Stage
from bot.mediation.timeline import first_break
from tests.casework.world import ANNA, BEN, IN_THREAD, WORKSPACE, World, on_record


def test_from_raised_to_fulfilled(world: World) -> None:
    case = world.case_at(Stage.AGREED)
    agreement = case.agreement
    assert agreement is not None
    assert agreement.is_signed_by(case.side_ids)
    assert agreement.commitments
    for commitment in agreement.commitments:
        owes, confirms = (ANNA, BEN) if commitment.side == world.side(ANNA).id else (BEN, ANNA)
        world.act(mark_done, case.id, commitment.key, by=owes)
        world.act(confirm_done, case.id, commitment.key, by=confirms)
    done = world.case(case.id)
    assert done.stage is Stage.FULFILLED
    assert done.is_over
    assert world.room.cards[case.id] == done
    assert done.agreement is not None
    assert done.agreement.version == agreement.version
    with world.store() as uow:
        chain = uow.timeline.of(case.id)
    assert first_break(chain) is None
    kinds = [item.kind for item in chain]
    assert [k for k in kinds if k in {"raised", "framed", "proposed", "accepted", "agreed"}] == [
        "raised", "framed", "proposed", "accepted", "agreed",
    ]  # fmt: skip
    assert kinds[-1] == "fulfilled"


def test_the_statement_settles_it(world: World) -> None:
    case = world.case_at(Stage.FRAMED)
    world.settles(case, ANNA)
    assert world.case(case.id).stage is Stage.FRAMED
    world.settles(case, BEN)
    assert world.case(case.id).stage is Stage.CLEARED_UP
    assert any("Cleared up" in text for text in world.room.note_texts())


def test_one_side_withdraws(world: World) -> None:
    case = world.case_at(Stage.AGENDA)
    ended = world.act(withdraw, case.id, by=BEN)
    assert ended.stage is Stage.WITHDRAWN
    assert ended.ended_because == "Borealis withdrew from it."
    assert world.room.cards[case.id].stage is Stage.WITHDRAWN


def test_there_is_no_package_and_that_is_said(world: World) -> None:
    case = world.case_at(Stage.RATING)
    held_fast = {
        ANNA: Ratings(matters=("otif",), nevers=frozenset({("otif", 0), ("otif", 1)})),
        BEN: Ratings(matters=("otif",), nevers=frozenset({("otif", 2), ("otif", 3)})),
    }
    for person, ratings in held_fast.items():
        world.rate(case, person, ratings)
    ended = world.case(case.id)
    assert ended.stage is Stage.NO_OVERLAP
    assert ended.ended_because == "No package was found that every side could sign."


def test_three_rounds_and_no_more(world: World) -> None:
    case = world.case_at(Stage.PROPOSED)
    seen: set[tuple[int, ...]] = set()
    for number in (1, 2, 3):
        held = world.case(case.id).round
        assert held is not None
        assert (held.number, held.closed) == (number, False)
        packages = {offer.package for offer in held.offers}
        assert not packages & seen, "nothing that was declined comes back"
        seen |= packages
        world.answer(case, ANNA, 0)
        world.answer(case, BEN, reason=Reason.TOO_MUCH, term="payment")
    ended = world.case(case.id)
    assert ended.stage is Stage.NO_OVERLAP
    assert len(ended.rounds) == 3


def test_silence_closes_a_round_and_is_no_consent(world: World) -> None:
    case = world.case_at(Stage.PROPOSED)
    world.answer(case, ANNA, 0, 1, 2)
    world.clock.forward(days=2, hours=23)
    assert sweep(store=world.store, clock=world.clock) == 0
    world.clock.forward(hours=2)
    assert sweep(store=world.store, clock=world.clock) == 1
    world.run_jobs()
    following = world.case(case.id)
    assert following.stage is Stage.PROPOSED
    assert [r.number for r in following.rounds] == [1, 2]
    assert following.rounds[0].accepted is None


def test_a_misunderstanding_ends_before_a_case_begins(world: World) -> None:
    on_record(world.store, world.room)
    asked = OpenClarification(WORKSPACE, IN_THREAD, "I read it as: no fee inside five days.")
    opened = world.act(open_clarification, asked, by=ANNA, ids=world.ids)
    world.act(add_line, opened.id, "I meant the order can be changed.", by=BEN)
    for person in (ANNA, BEN):
        world.act(clear_up, opened.id, by=person)
    with world.store() as uow:
        assert uow.clarifications.get(opened.id).outcome is Outcome.CLEARED_UP
        assert uow.cases.of_channel(WORKSPACE, IN_THREAD.channel) == ()


@pytest.mark.parametrize("stage", [Stage.FRAMED, Stage.PROPOSED, Stage.AGREED])
def test_every_job_may_run_twice_and_shows_once(world: World, stage: Stage) -> None:
    case = world.case_at(stage)
    before = (world.case(case.id), world.texts(case.id), dict(world.room.notes))
    world.run_again()
    assert (world.case(case.id), world.texts(case.id), dict(world.room.notes)) == before
