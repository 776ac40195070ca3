"""An organisation that leaves the channel freezes its cases; back again, they go on."""

import pytest

from bot.casework.consent import leave_case
from bot.casework.membership import Actor
from bot.casework.ports import Job
from bot.casework.propose import sweep
from bot.casework.shared_channel import follow_sharing
from bot.mediation.case import Case
from bot.mediation.people import TeamId, WorkspaceKey
from bot.mediation.refusals import MovedOn
from bot.mediation.stages import Stage
from tests.casework.world import ACME, ANNA, BEN, BOREALIS, CHANNEL, WORKSPACE, World

BOTH: list[tuple[TeamId, str]] = [(ACME, "Acme"), (BOREALIS, "Borealis")]


def shared_by(world: World, *teams: tuple[TeamId, str]) -> None:
    world.room.shared_by[CHANNEL] = list(teams)
    follow_sharing(
        CHANNEL, workspace=WORKSPACE, store=world.store, room=world.room, clock=world.clock
    )
    world.run_jobs()


@pytest.fixture
def frozen(world: World) -> Case:
    case = world.raise_case()
    shared_by(world, (ACME, "Acme"))
    return world.case(case.id)


def test_its_open_cases_are_kept_as_they_are_and_wait(world: World, frozen: Case) -> None:
    assert frozen.frozen_for == {world.side(BEN).id}
    assert frozen.stage is Stage.CLARIFYING
    assert "no longer part of this channel" in " ".join(world.room.note_texts())
    assert world.room.cards[frozen.id].frozen_for


@pytest.mark.parametrize("by", [ANNA, BEN])
def test_nobody_does_anything_in_them_meanwhile(world: World, frozen: Case, by: Actor) -> None:
    with pytest.raises(MovedOn, match="Borealis is not in this channel at present"):
        world.tell(frozen, by)


def test_back_again_they_go_on_where_they_stood(world: World, frozen: Case) -> None:
    shared_by(world, *BOTH)
    assert world.case(frozen.id).frozen_for == frozenset()
    assert "goes on where it stood" in " ".join(world.room.note_texts())
    assert world.tell(frozen, BEN).statements


def test_consent_can_be_taken_back_meanwhile_too(world: World, frozen: Case) -> None:
    assert world.act(leave_case, frozen.id, by=ANNA).stage is Stage.WITHDRAWN


def test_no_round_ends_while_a_side_is_away_and_it_has_a_day_afterwards(world: World) -> None:
    case = world.case_at(Stage.PROPOSED)
    shared_by(world, (ACME, "Acme"))
    world.clock.forward(days=30)
    assert sweep(store=world.store, clock=world.clock) == 0
    shared_by(world, *BOTH)
    menu = world.case(case.id).round
    assert menu is not None
    assert (menu.deadline - world.clock.now()).days == 1
    world.clock.forward(days=2)
    assert sweep(store=world.store, clock=world.clock) == 1


def test_a_case_that_is_over_stays_as_it_is(world: World) -> None:
    case = world.case_at(Stage.FRAMED)
    for by in (ANNA, BEN):
        world.settles(case, by)
    before = world.case(case.id)
    shared_by(world, (ACME, "Acme"))
    assert world.case(case.id) == before


def test_a_renamed_organisation_stands_under_its_new_name_and_both_read_so(world: World) -> None:
    case = world.raise_case()
    shared_by(world, (ACME, "Acme"), (BOREALIS, "Borealis Group"))
    assert world.side(BEN).name == "Borealis Group"
    assert [s.name for s in world.case(case.id).sides] == ["Acme", "Borealis Group"]
    assert "Borealis Group is the new name of Borealis" in " ".join(world.room.note_texts())


def test_a_name_that_slack_cannot_give_changes_nothing(world: World) -> None:
    shared_by(world, (ACME, "Acme"), (BOREALIS, "Organisation T2"))
    assert world.side(BEN).name == "Borealis"


def test_nothing_changed_says_nothing(world: World) -> None:
    case = world.raise_case()
    before = world.case(case.id)
    shared_by(world, *BOTH)
    assert world.case(case.id) == before


def test_a_channel_that_nobody_knows_is_left_alone(world: World) -> None:
    world.room.shared_by.clear()
    follow_sharing(
        CHANNEL,
        workspace=WorkspaceKey("T77"),
        store=world.store,
        room=world.room,
        clock=world.clock,
    )
    assert world.room.notes == {}


def test_a_new_name_is_seen_whenever_the_channel_is_read_though_slack_tells_of_no_sharing(
    world: World,
) -> None:
    case = world.raise_case()
    world.room.shared_by[CHANNEL] = [(ACME, "Acme"), (BOREALIS, "Borealis Nord")]
    world.waiting.append(Job("learn_channel", "learn-channel:today", {"channel": CHANNEL}))
    world.run_jobs()
    assert world.side(BEN).name == "Borealis Nord"
    assert world.case(case.id).side(world.side(BEN).id).name == "Borealis Nord"
    assert "Borealis Nord is the new name of Borealis" in " ".join(world.room.note_texts())
