"""Which stage may follow which; every other step is refused."""

from itertools import pairwise, product

import pytest

from bot.mediation.refusals import MovedOn
from bot.mediation.stages import ENDS, FOLLOWS, Stage, may_follow
from tests.mediation.parts import NOW, case

MAIN_ROAD = (
    Stage.CLARIFYING,
    Stage.CONFIRMING,
    Stage.FRAMED,
    Stage.AGENDA,
    Stage.RATING,
    Stage.PROPOSED,
    Stage.SIGNING,
    Stage.AGREED,
    Stage.FULFILLED,
)


def test_every_stage_is_known_and_says_what_follows() -> None:
    assert set(FOLLOWS) == set(Stage)


@pytest.mark.parametrize(("stage", "following"), list(pairwise(MAIN_ROAD)))
def test_the_main_road_leads_to_fulfilled(stage: Stage, following: Stage) -> None:
    assert may_follow(stage, following)


def test_nothing_follows_an_end() -> None:
    for end, following in product(ENDS, Stage):
        assert not may_follow(end, following)


def test_every_stage_but_an_end_leads_on() -> None:
    for stage in set(Stage) - ENDS:
        assert FOLLOWS[stage]


def test_from_everywhere_there_is_a_way_to_an_end() -> None:
    for stage in Stage:
        reached, fresh = {stage}, {stage}
        while fresh:
            fresh = {f for s in fresh for f in FOLLOWS[s]} - reached
            reached |= fresh
        assert reached & ENDS


def test_a_case_can_be_withdrawn_or_handed_up_until_it_is_agreed() -> None:
    for stage in MAIN_ROAD[:-2]:
        assert may_follow(stage, Stage.WITHDRAWN)
        assert may_follow(stage, Stage.ESCALATED)
    assert not may_follow(Stage.AGREED, Stage.WITHDRAWN)
    assert may_follow(Stage.AGREED, Stage.ESCALATED)


def test_only_a_statement_clears_up_and_only_bargaining_finds_no_overlap() -> None:
    assert {s for s in Stage if may_follow(s, Stage.CLEARED_UP)} == {Stage.FRAMED}
    assert {s for s in Stage if may_follow(s, Stage.NO_OVERLAP)} == {Stage.RATING, Stage.PROPOSED}


def test_nothing_is_agreed_without_having_been_signed() -> None:
    assert {s for s in Stage if may_follow(s, Stage.AGREED)} == {Stage.SIGNING}
    assert {s for s in Stage if may_follow(s, Stage.SIGNING)} == {Stage.PROPOSED}


def test_nobody_bargains_before_the_statement_stands() -> None:
    """The way back from PROPOSED is for a term that is missing."""
    before = {Stage.FRAMED, Stage.PROPOSED}
    assert {s for s in Stage if may_follow(s, Stage.AGENDA)} == before
    assert {s for s in Stage if may_follow(s, Stage.FRAMED)} == {Stage.CONFIRMING}


@pytest.mark.parametrize(("stage", "following"), list(product(Stage, Stage)))
def test_a_case_moves_where_it_may_and_nowhere_else(stage: Stage, following: Stage) -> None:
    at = case(stage=stage)
    if may_follow(stage, following):
        moved = at.at(following, now=NOW)
        assert (moved.stage, moved.moved_at) == (following, NOW)
    else:
        with pytest.raises(MovedOn):
            at.at(following, now=NOW)
    assert at.stage is stage


def test_over_means_at_an_end() -> None:
    assert {s for s in Stage if case(stage=s).is_over} == ENDS
