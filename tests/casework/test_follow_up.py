"""Follow up: the side that promised says that it is done, the other confirms it."""

import pytest

from bot.casework.follow_up import confirm_done, mark_done
from bot.casework.next_step import owes_something
from bot.mediation.agreement import Commitment, Progress
from bot.mediation.case import Case
from bot.mediation.refusals import MovedOn, NotEntitled, NotFound, Outsider
from bot.mediation.stages import Stage
from tests.casework.world import ALEX, ANNA, BEA, BEN, GUEST, World


@pytest.fixture
def agreed(world: World) -> Case:
    return world.case_at(Stage.AGREED)


def promise_of(world: World, case: Case, by: object) -> Commitment:
    agreement = world.case(case.id).agreement
    assert agreement is not None
    side = world.side(by)  # type: ignore[arg-type]
    return next(c for c in agreement.commitments if c.side == side.id)


def test_done_then_confirmed(world: World, agreed: Case) -> None:
    key = promise_of(world, agreed, BEN).key
    world.act(mark_done, agreed.id, key, by=BEA)
    done = promise_of(world, agreed, BEN)
    assert (done.progress, done.done_by, done.done_at) == (
        Progress.DONE, BEA.person, world.clock.now(),
    )  # fmt: skip
    world.act(confirm_done, agreed.id, key, by=ALEX)
    confirmed = promise_of(world, agreed, BEN)
    assert (confirmed.progress, confirmed.confirmed_by) == (Progress.CONFIRMED, ALEX.person)
    assert world.texts(agreed.id)[-2:] == [
        f"Borealis has done: {done.what}.",
        f"Acme confirmed: {done.what}.",
    ]


def test_the_side_that_promised_marks_and_the_other_confirms(world: World, agreed: Case) -> None:
    key = promise_of(world, agreed, BEN).key
    with pytest.raises(NotEntitled, match="marks it as done"):
        world.act(mark_done, agreed.id, key, by=ANNA)
    world.act(mark_done, agreed.id, key, by=BEN)
    for own in (BEN, BEA):
        with pytest.raises(NotEntitled, match="confirmed by those to whom it was made"):
            world.act(confirm_done, agreed.id, key, by=own)


def test_each_step_is_taken_once_and_in_order(world: World, agreed: Case) -> None:
    key = promise_of(world, agreed, BEN).key
    with pytest.raises(MovedOn, match="nothing to confirm"):
        world.act(confirm_done, agreed.id, key, by=ANNA)
    world.act(mark_done, agreed.id, key, by=BEN)
    with pytest.raises(MovedOn, match="already marked"):
        world.act(mark_done, agreed.id, key, by=BEN)
    world.act(confirm_done, agreed.id, key, by=ANNA)
    with pytest.raises(MovedOn):
        world.act(confirm_done, agreed.id, key, by=ANNA)


def test_the_signed_version_stands_whatever_is_done(world: World, agreed: Case) -> None:
    assert agreed.agreement is not None
    key = promise_of(world, agreed, BEN).key
    followed = world.act(mark_done, agreed.id, key, by=BEN)
    assert followed.agreement is not None
    assert followed.agreement.version == agreed.agreement.version
    assert followed.agreement.is_signed_by(agreed.side_ids)


def test_with_the_last_one_the_case_is_fulfilled(world: World, agreed: Case) -> None:
    assert agreed.agreement is not None
    for commitment in agreed.agreement.commitments:
        owes, confirms = (ANNA, BEN) if commitment.side == world.side(ANNA).id else (BEN, ANNA)
        assert world.case(agreed.id).stage is Stage.AGREED
        world.act(mark_done, agreed.id, commitment.key, by=owes)
        world.act(confirm_done, agreed.id, commitment.key, by=confirms)
    done = world.case(agreed.id)
    assert done.stage is Stage.FULFILLED
    said = "Everything that was promised here has been done. Thank you, both."
    assert [text for text in world.room.note_texts() if text.startswith(said)]
    with pytest.raises(MovedOn):
        world.act(mark_done, agreed.id, commitment.key, by=owes)


def test_outsiders_and_unknown_keys_change_nothing(world: World, agreed: Case) -> None:
    key = promise_of(world, agreed, BEN).key
    with pytest.raises(Outsider):
        world.act(mark_done, agreed.id, key, by=GUEST)
    with pytest.raises(NotFound):
        world.act(mark_done, agreed.id, "nothing", by=BEN)
    assert world.case(agreed.id) == agreed


def test_before_it_is_signed_there_is_nothing_to_follow(world: World) -> None:
    case = world.case_at(Stage.SIGNING)
    key = promise_of(world, case, BEN).key
    with pytest.raises(MovedOn, match="no signed agreement"):
        world.act(mark_done, case.id, key, by=BEN)


def test_whose_turn_it_is(world: World, agreed: Case) -> None:
    buyer, seller = world.side(ANNA), world.side(BEN)
    assert owes_something(agreed, buyer)
    assert owes_something(agreed, seller)
    for stage in (Stage.FRAMED, Stage.SIGNING):
        assert not owes_something(world.case_at(stage), buyer), (
            "nothing is promised before it is signed"
        )
