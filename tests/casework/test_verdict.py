"""Does the statement settle it? Both must say so; one is enough to look for a package."""

import pytest

from bot.casework.verdict import give_verdict, withdraw
from bot.mediation.refusals import MovedOn, Outsider
from bot.mediation.stages import ENDS, Stage
from tests.casework.world import ALEX, ANNA, BEN, GUEST, World


def test_it_is_cleared_up_once_both_sides_say_so(world: World) -> None:
    case = world.case_at(Stage.FRAMED)
    assert world.settles(case, ANNA).settles == {world.side(ANNA).id}
    ended = world.settles(case, BEN)
    assert (ended.stage, ended.ended_because) == (
        Stage.CLEARED_UP,
        "The common statement settled it.",
    )


def test_two_people_of_one_side_are_one_side(world: World) -> None:
    case = world.case_at(Stage.FRAMED)
    world.settles(case, ANNA)
    assert world.settles(case, ALEX).stage is Stage.FRAMED


def test_one_side_that_would_rather_bargain_is_enough(world: World) -> None:
    case = world.case_at(Stage.FRAMED)
    world.settles(case, ANNA)
    going_on = world.bargain(case, BEN)
    assert going_on.stage is Stage.AGENDA
    assert world.case(case.id).agenda is not None


def test_a_side_may_change_its_mind_before_the_other_has_spoken(world: World) -> None:
    case = world.case_at(Stage.FRAMED)
    world.settles(case, ANNA)
    assert world.bargain(case, ANNA).stage is Stage.AGENDA
    assert world.case(case.id).settles == frozenset()


def test_what_each_side_said_stands_on_the_timeline(world: World) -> None:
    case = world.case_at(Stage.FRAMED)
    world.settles(case, ANNA)
    world.bargain(case, BEN)
    said = [t for t in world.texts(case.id) if "settles it" in t or "look for a package" in t]
    assert said == [
        "Acme says that this settles it.",
        "Borealis would like to look for a package.",
    ]


@pytest.mark.parametrize("settles", [True, False])
def test_outsiders_have_no_say(world: World, settles: bool) -> None:
    case = world.case_at(Stage.FRAMED)
    with pytest.raises(Outsider):
        world.act(give_verdict, case.id, by=GUEST, settles=settles)


@pytest.mark.parametrize("stage", [Stage.CLARIFYING, Stage.CONFIRMING, Stage.AGENDA, Stage.AGREED])
def test_at_any_other_stage_the_button_has_moved_on(world: World, stage: Stage) -> None:
    case = world.case_at(stage)
    with pytest.raises(MovedOn):
        world.settles(case, ANNA)


@pytest.mark.parametrize(
    "stage",
    [
        Stage.CLARIFYING,
        Stage.CONFIRMING,
        Stage.FRAMED,
        Stage.AGENDA,
        Stage.RATING,
        Stage.PROPOSED,
        Stage.SIGNING,
    ],
)
def test_either_side_may_withdraw_until_it_is_signed(world: World, stage: Stage) -> None:
    case = world.case_at(stage)
    by = ANNA if stage in {Stage.CLARIFYING, Stage.RATING} else BEN
    ended = world.act(withdraw, case.id, by=by)
    assert ended.stage is Stage.WITHDRAWN
    assert ended.ended_because == f"{world.side(by).name} withdrew from it."
    assert any("no admission by either side" in t for t in world.room.note_texts())


def test_what_is_signed_is_not_withdrawn(world: World) -> None:
    case = world.case_at(Stage.AGREED)
    with pytest.raises(MovedOn):
        world.act(withdraw, case.id, by=ANNA)


def test_an_ended_case_ends_once(world: World) -> None:
    case = world.case_at(Stage.FRAMED)
    world.act(withdraw, case.id, by=ANNA)
    with pytest.raises(MovedOn):
        world.act(withdraw, case.id, by=BEN)
    assert world.case(case.id).ended_because == "Acme withdrew from it."
    assert world.case(case.id).stage in ENDS


def test_outsiders_withdraw_nothing(world: World) -> None:
    case = world.case_at(Stage.FRAMED)
    with pytest.raises(Outsider):
        world.act(withdraw, case.id, by=GUEST)
