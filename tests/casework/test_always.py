"""What holds after any steps that people may take, in any order: many cases played at random."""

from dataclasses import replace

import pytest

from bot.casework.packages import reference
from bot.mediation.stages import Stage
from bot.mediation.timeline import first_break
from bot.slack.views.shared.case_card import case_card
from bot.slack.views.shared.clarification_card import clarification_card
from tests.casework.memory import MemoryStore
from tests.casework.walk import Walk

SEEDS = range(5000, 5150)


@pytest.fixture(scope="module")
def walks() -> list[Walk]:
    return [Walk(seed).play() for seed in SEEDS]


def test_they_go_far_enough_to_tell(walks: list[Walk]) -> None:
    reached = {walk.world.case(walk.case.id).stage for walk in walks}
    assert reached >= {Stage.AGREED, Stage.NO_OVERLAP, Stage.WITHDRAWN, Stage.CLEARED_UP}
    assert {"MovedOn", "NotEntitled"} & {step for walk in walks for step in walk.steps}


def test_every_timeline_is_one_sound_chain(walks: list[Walk]) -> None:
    for walk in walks:
        assert isinstance(walk.world.store, MemoryStore)
        chains = walk.world.store.tables.timeline
        assert walk.case.id in chains
        assert [first_break(chain) for chain in chains.values()] == [None] * len(chains)


def test_what_people_see_is_the_newest_state(walks: list[Walk]) -> None:
    """The card stands still while a side rates, since it would say the same."""
    for walk in walks:
        shown, now = walk.world.room.cards[walk.case.id], walk.world.case(walk.case.id)
        assert case_card(shown) == case_card(now)
        assert now == replace(shown, rated=now.rated, version=now.version)


def test_nothing_is_agreed_that_not_every_side_has_signed(walks: list[Walk]) -> None:
    agreed = [c for w in walks if (c := w.world.case(w.case.id)).stage in _AGREED]
    assert agreed
    for case in agreed:
        assert case.agreement is not None
        assert case.agreement.is_signed_by(case.side_ids)
        assert len({s.side for s in case.agreement.signatures}) == len(case.agreement.signatures)
        assert case.round is not None
        assert case.round.accepted is not None


def test_what_was_agreed_is_the_package_that_was_accepted(walks: list[Walk]) -> None:
    for case in (w.world.case(w.case.id) for w in walks):
        if case.agreement is None:
            continue
        assert case.round is not None
        assert case.agenda is not None
        assert case.round.accepted is not None
        package = case.round.offers[case.round.accepted].package
        labels = tuple(s.option for s in case.agreement.settled)
        assert labels == case.agenda.labels(package)


def test_rounds_count_up_to_three_and_only_the_last_may_be_open(walks: list[Walk]) -> None:
    counts = set()
    for case in (w.world.case(w.case.id) for w in walks):
        assert [r.number for r in case.rounds] == list(range(1, len(case.rounds) + 1))
        assert all(r.closed for r in case.rounds[:-1])
        assert all(r.accepted is None for r in case.rounds[:-1])
        counts.add(len(case.rounds))
    assert {0, 1} <= counts <= {0, 1, 2, 3}


def test_no_package_comes_twice_none_is_today_and_none_breaks_a_never(walks: list[Walk]) -> None:
    seen = 0
    for walk in walks:
        case = walk.world.case(walk.case.id)
        if not case.rounds or case.agenda is None:
            continue
        packages = [o.package for r in case.rounds for o in r.offers]
        assert len(packages) == len(set(packages))
        assert not {reference(case.agenda, s) for s in case.sides} & set(packages)
        keys = [t.key for t in case.agenda.terms]
        for side in case.sides:
            ratings = walk.world.caucus(case, side.id).ratings
            assert ratings is not None
            for key, option in ratings.nevers:
                assert all(p[keys.index(key)] != option for p in packages)
                seen += 1
    assert seen, "there were nevers to keep"


def test_everything_is_announced_once(walks: list[Walk]) -> None:
    for walk in walks:
        keys = [job.key for job in walk.world.done]
        assert len(keys) == len(set(keys))
        texts = [n.key for n in walk.world.room.notes.values()]
        assert len(texts) == len(set(texts))


def test_every_job_again_changes_nothing(walks: list[Walk]) -> None:
    for walk in walks[:60]:
        before = standing(walk)
        walk.world.run_again()
        assert standing(walk) == before


def standing(walk: Walk) -> tuple[object, ...]:
    """What is stored in public, and what the channel holds now."""
    store, room = walk.world.store, walk.world.room
    assert isinstance(store, MemoryStore)
    tables = store.tables
    public = (tables.cases, tables.clarifications, tables.timeline)
    shown = [case_card(case) for case in room.cards.values()]
    lines = [clarification_card(found) for found in room.clarifications.values()]
    return (*(dict(held) for held in (*public, room.notes)), shown, lines)


_AGREED = {Stage.AGREED, Stage.FULFILLED}
