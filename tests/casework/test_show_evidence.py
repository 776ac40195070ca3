"""A file that shows what was done: both sides can open it, and the promise links it."""

import pytest

from bot.casework.files import FileRef
from bot.casework.follow_up import confirm_done, mark_done, show_done
from bot.casework.room import RoomUnavailable
from bot.casework.show_evidence import NOT_SHOWN
from bot.mediation.case import Case
from bot.mediation.commitments import Attached, Commitment, Progress
from bot.mediation.refusals import Unclear
from bot.mediation.stages import Stage
from tests.casework.world import ANNA, BEN, CHANNEL, World, memory_world

FILE = FileRef("F1", "october.csv")


@pytest.fixture
def world() -> World:
    made = memory_world()
    made.room.files["F1"] = b"week;on time\n40;97\n"
    return made


def promise(world: World, case: Case) -> Commitment:
    agreement = world.case(case.id).agreement
    assert agreement is not None
    return next(c for c in agreement.commitments if c.side == world.side(BEN).id)


def test_it_is_put_into_the_thread_and_linked_beside_the_promise(world: World) -> None:
    case = world.case_at(Stage.AGREED)
    key = promise(world, case).key
    world.act(mark_done, case.id, key, by=BEN, evidence="See week 40", file=FILE)
    held = promise(world, case)
    assert held.attached == Attached("october.csv", "https://files.example/F1")
    assert (held.progress, held.evidence) == (Progress.DONE, "See week 40")
    ((thread, file, text),) = world.room.files_shown.values()
    assert (thread, file) == (case.thread_ts, FILE)
    assert text == f"Borealis shows that this is done: {held.what}"
    world.run_again()
    assert len(world.room.files_shown) == 1


def test_a_file_alone_is_enough_to_show_it_later(world: World) -> None:
    case = world.case_at(Stage.AGREED)
    key = promise(world, case).key
    world.act(mark_done, case.id, key, by=BEN)
    with pytest.raises(Unclear):
        world.act(show_done, case.id, key, " ", by=BEN)
    world.act(show_done, case.id, key, " ", by=BEN, file=FILE)
    assert promise(world, case).attached is not None
    world.act(confirm_done, case.id, key, by=ANNA)
    assert promise(world, case).attached is not None


@pytest.mark.parametrize(
    "fault", [Unclear("rows", "Too large."), RoomUnavailable("http_404", permanent=True)]
)
def test_where_slack_does_not_hand_it_over_its_giver_is_told_and_it_is_done_all_the_same(
    world: World, fault: Exception
) -> None:
    world.room.files["F1"] = fault
    case = world.case_at(Stage.AGREED)
    world.act(mark_done, case.id, promise(world, case).key, by=BEN, file=FILE)
    held = promise(world, case)
    assert (held.progress, held.attached) == (Progress.DONE, None)
    assert (CHANNEL, BEN.person, NOT_SHOWN.format(name="october.csv")) in world.room.told
