"""No case waits for ever for work that Parley owes it."""

from dataclasses import replace

import pytest

from bot.casework.take_up_again import AT_WORK, owed, take_up_again
from bot.casework.verdict import give_verdict
from bot.mediation.stages import Stage
from tests.casework.world import ANNA, BEN, World


def again(world: World) -> list[str]:
    """The names of the jobs that are taken up now."""
    world.waiting.clear()
    take_up_again(store=world.store, clock=world.clock)
    return [job.name for job in world.waiting]


@pytest.mark.parametrize("stage", AT_WORK)
def test_a_case_that_waits_for_people_is_left_to_them(world: World, stage: Stage) -> None:
    world.case_at(stage)
    assert again(world) == []


def test_terms_that_were_never_suggested_are_suggested_once_an_hour_at_most(world: World) -> None:
    case = world.case_at(Stage.FRAMED)
    world.commit(give_verdict, case.id, by=ANNA, settles=False)
    assert again(world) == ["suggest_agenda"]
    assert again(world) == []
    world.clock.forward(hours=1)
    assert again(world) == ["suggest_agenda"]
    world.run_jobs()
    assert world.case(case.id).agenda is not None


def test_packages_that_were_never_worked_out_are(world: World) -> None:
    case = world.case_at(Stage.RATING)
    rated = replace(case, rated=case.side_ids)
    job = owed(rated, world.clock.now())
    assert job is not None
    assert (job.name, job.args["round"]) == ("propose", 1)


def test_a_round_that_closed_without_a_deal_is_followed_by_the_next(world: World) -> None:
    case = world.case_at(Stage.PROPOSED)
    assert case.round is not None
    closed = replace(case, rounds=(replace(case.round, closed=True),))
    job = owed(closed, world.clock.now())
    assert job is not None
    assert (job.name, job.args["round"]) == ("propose", 2)


def test_a_statement_is_drafted_and_finished_where_it_was_not(world: World) -> None:
    confirming = world.case_at(Stage.CONFIRMING)
    heard = replace(confirming, stage=Stage.CLARIFYING)
    drafted = owed(heard, world.clock.now())
    assert drafted is not None
    assert drafted.name == "draft_statement"
    for person in (ANNA, BEN):
        world.confirm(confirming, person)
    done = replace(world.case(confirming.id), stage=Stage.CONFIRMING)
    finished = owed(done, world.clock.now())
    assert finished is not None
    assert finished.name == "finish_statement"
