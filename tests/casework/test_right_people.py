"""Who speaks and who signs is called once; then the side's ladder is climbed in its own days."""

from datetime import date, timedelta

import pytest

from bot.casework.climb import climb
from bot.casework.membership import Actor
from bot.casework.name_people import NamePeople, name_people
from bot.casework.next_step import open_case
from bot.casework.preferences import DaysOff
from bot.mediation.case import Case
from bot.mediation.ladder import Ladder
from bot.mediation.stages import Stage
from tests.casework.world import ALEX, ANNA, BEA, BEN, WORKSPACE, World


def name(world: World, by: Actor, speaks: Actor, signs: Actor, *ladder: Actor) -> None:
    world.commit(open_case, world.raise_case().id, by=by)
    asked = NamePeople(
        world.partnership.id,
        [speaks.person],
        [signs.person],
        Ladder(tuple(a.person for a in ladder)) if ladder else None,
    )
    world.act(name_people, asked, by=by)


class TestWhoIsCalled:
    def test_everybody_whom_a_side_named_is_mentioned_once_but_not_the_raiser(
        self, world: World
    ) -> None:
        name(world, ANNA, ANNA, ALEX)
        case = world.raise_case()
        note = world.room.notes[f"note:{case.id}:people"]
        assert note.mentions == (ALEX.person,)
        assert "For Acme: Anna to speak, Alex to sign." in note.text
        assert "For Borealis, everybody of it here may speak and sign." in note.text

    def test_where_no_side_has_named_anybody_it_is_said_who_may_and_nobody_is_called(
        self, world: World
    ) -> None:
        case = world.raise_case()
        note = world.room.notes[f"note:{case.id}:people"]
        assert note.text.startswith("Everybody here may speak and sign for their own side.")
        assert "names its people on My desk" in note.text
        assert note.mentions == ()

    def test_it_is_said_once_however_often_the_job_runs(self, world: World) -> None:
        name(world, ANNA, ANNA, ALEX)
        key = f"note:{world.raise_case().id}:people"
        note = world.room.notes[key]
        world.run_again()
        assert [s for s in world.room.shown if s == note] == [note]


class TestTheLadder:
    @pytest.fixture
    def case(self, world: World) -> Case:
        name(world, BEN, BEN, BEN, BEA, BEN)
        return world.raise_case()

    def climbed(self, world: World, case: Case, days: int) -> list[str]:
        today = world.clock.now().date() + timedelta(days=days)
        climb(case.id, today, store=world.store, room=world.room)
        return [k for k in world.room.notes if f"{case.id}:ladder" in k]

    def test_nobody_is_asked_while_the_agreed_time_runs(self, world: World, case: Case) -> None:
        assert self.climbed(world, case, days=1) == []

    def test_then_the_first_is_asked_once_and_after_that_the_second(
        self, world: World, case: Case
    ) -> None:
        (key,) = self.climbed(world, case, days=2)
        assert world.room.notes[key].mentions == (BEA.person,)
        assert self.climbed(world, case, days=3) == [key]
        _, second = self.climbed(world, case, days=4)
        assert world.room.notes[second].mentions == (BEN.person,)

    def test_the_sides_days_off_do_not_count(self, world: World, case: Case) -> None:
        day = world.clock.now().date()
        off = DaysOff(frozenset({day + timedelta(days=1), day + timedelta(days=2)}))
        with world.store() as uow:
            uow.preferences.keep(WORKSPACE, world.side(BEN).id, off)
            uow.commit()
        assert self.climbed(world, case, days=3) == []

    def test_a_side_that_has_told_is_not_asked(self, world: World, case: Case) -> None:
        world.tell(case, BEN)
        assert self.climbed(world, case, days=4) == []

    def test_a_side_without_a_ladder_is_not_asked(self, world: World, case: Case) -> None:
        world.tell(case, BEN)
        assert self.climbed(world, case, days=9) == []

    @pytest.mark.parametrize("stage", [Stage.RATING, Stage.PROPOSED])
    def test_a_climb_never_tells_who_has_not_answered_in_private(
        self, world: World, stage: Stage
    ) -> None:
        name(world, BEN, BEN, BEN, BEA)
        case = world.case_at(stage)
        assert self.climbed(world, case, days=9) == []

    def test_it_names_a_day_and_blames_nobody(self, world: World, case: Case) -> None:
        (key,) = self.climbed(world, case, days=2)
        said = world.room.notes[key].text
        assert "since 2 Mar," in said
        assert "Could you help it along?" in said


def test_the_ladder_stays_where_naming_does_not_speak_of_it(world: World) -> None:
    name(world, ANNA, ANNA, ANNA, ALEX)
    world.act(
        name_people,
        NamePeople(world.partnership.id, [ANNA.person], [ALEX.person]),
        by=ANNA,
    )
    with world.store() as uow:
        held = uow.preferences.get(WORKSPACE, world.side(ANNA).id, Ladder)
    assert held == Ladder((ALEX.person,))
    assert date(2026, 3, 2) == world.clock.now().date()
