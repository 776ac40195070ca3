"""The jobs: every one that is asked for is known, and each finds its arguments."""

import ast
from pathlib import Path

import pytest

import bot
from bot.casework.jobs import handlers
from bot.casework.ports import Job
from bot.casework.shown import TradesShown
from bot.mediation.refusals import NotFound
from bot.mediation.stages import Stage
from tests.casework.world import ANNA, BEN, CHANNEL, World, memory_world

ROOT = Path(bot.__file__).parent


def asked_for() -> set[str]:
    """The first argument of every `Job(…)` and of the desk's `enqueue(…)` in the source."""
    names = set()
    for path in [*ROOT.glob("casework/*.py"), *ROOT.glob("slack/**/*.py")]:
        for node in ast.walk(ast.parse(path.read_text())):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            called = getattr(node.func, "id", getattr(node.func, "attr", ""))
            first = node.args[0]
            if called in {"Job", "enqueue"} and isinstance(first, ast.Constant):
                names.add(str(first.value))
    return names


@pytest.fixture
def world() -> World:
    return memory_world()


def test_every_job_that_is_enqueued_has_a_handler(world: World) -> None:
    assert len(asked_for()) >= 8
    assert asked_for() <= set(handlers(world.workshop))


def test_the_sweep_is_among_them_for_the_clocks_tick(world: World) -> None:
    case = world.case_at(Stage.PROPOSED)
    world.clock.forward(days=4)
    handlers(world.workshop)["sweep"]({})
    closed = world.case(case.id).round
    assert closed is not None
    assert closed.closed


def test_the_sweep_forgets_claims_of_last_week(world: World) -> None:
    with world.store() as uow:
        assert uow.claim("Ev1")
        uow.commit()
    for days, first in ((6.9, False), (0.2, True)):
        world.clock.forward(days=days)
        handlers(world.workshop)["sweep"]({})
        with world.store() as uow:
            assert uow.claim("Ev1") is first


def test_a_card_shows_the_newest_state_whatever_job_asks_for_it(world: World) -> None:
    case = world.raise_case()
    told = world.tell(case, ANNA)
    handlers(world.workshop)["show_case"]({"case": case.id})
    assert world.room.cards[case.id] == told


def test_a_job_about_something_that_is_gone_says_so(world: World) -> None:
    for name in ("show_case", "announce", "draft_statement", "propose"):
        with pytest.raises(NotFound):
            handlers(world.workshop)[name]({"case": "gone", "what": "framed", "round": 1})
    with pytest.raises(NotFound):
        handlers(world.workshop)["show_clarification"]({"clarification": "gone"})


def test_trades_for_a_case_come_with_swaps_for_its_asker(world: World) -> None:
    case = world.case_at(Stage.RATING)
    world.rate_at_once(case, ANNA)
    args = {
        "view": "V1", "channel": CHANNEL, "thread_ts": "", "message_ts": "", "case": case.id,
        "person": ANNA.person, "team": ANNA.team,
    }  # fmt: skip
    handlers(world.workshop)["prepare_trades"](args)
    shown = world.room.modals["V1"]
    assert isinstance(shown, TradesShown)
    assert shown.swaps


def test_no_job_carries_anything_that_was_told_in_private(world: World) -> None:
    case = world.raise_case()
    world.tell(case, ANNA, private="canary", why="canary")
    world.tell(case, BEN, private="canary", why="canary")
    assert {"show_case", "draft_statement", "announce"} <= {job.name for job in world.done}
    assert "canary" not in repr(world.done)


def test_the_same_news_twice_is_one_job(world: World) -> None:
    case = world.raise_case()
    jobs = [job for job in world.done if job.name == "show_case"]
    assert jobs == [Job("show_case", f"show-case:{case.id}:0", {"case": case.id})]
