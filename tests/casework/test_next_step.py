"""The one thing that a side can do now, and what waits on a person's desk."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.casework.follow_up import mark_done
from bot.casework.learn_channel import learn_channel
from bot.casework.membership import Actor, NotYetKnown
from bot.casework.my_desk import Desk, my_desk
from bot.casework.next_step import Opened, Step, open_case, open_numbered, step_of
from bot.casework.verdict import withdraw
from bot.mediation.people import ChannelId, Person
from bot.mediation.refusals import NotFound, Outsider
from bot.mediation.stages import ENDS, Stage
from tests.casework.memory import MemoryDirectory
from tests.casework.world import (
    ALEX,
    ANNA,
    BEN,
    CHANNEL,
    GUEST,
    PEOPLE,
    WORKSPACE,
    World,
    memory_world,
)


@pytest.fixture
def world() -> World:
    return memory_world()


def desk(world: World, person: Actor) -> Desk:
    with world.store() as uow:
        return my_desk(WORKSPACE, person, uow=uow, now=world.clock.now())


@pytest.mark.parametrize(
    ("stage", "step"),
    [
        (Stage.CLARIFYING, Step.TELL),
        (Stage.CONFIRMING, Step.CONFIRM),
        (Stage.FRAMED, Step.VERDICT),
        (Stage.AGENDA, Step.AGENDA),
        (Stage.RATING, Step.RATE),
        (Stage.PROPOSED, Step.ANSWER),
        (Stage.SIGNING, Step.SIGN),
        (Stage.AGREED, Step.FOLLOW),
    ],
)
def test_each_stage_has_its_step_for_both_sides(world: World, stage: Stage, step: Step) -> None:
    case = world.case_at(stage)
    assert [step_of(case, side) for side in case.sides] == [step, step]


def test_who_has_done_theirs_waits_and_the_other_goes_on(world: World) -> None:
    case = world.case_at(Stage.CONFIRMING)
    world.confirm(case, ANNA)
    assert world.opened(case, ANNA).step is Step.WAIT
    assert world.opened(case, BEN).step is Step.CONFIRM
    case = world.case_at(Stage.AGENDA)
    world.agree_terms(case, ANNA)
    assert world.opened(case, ANNA).step is Step.WAIT
    case = world.case_at(Stage.RATING)
    world.rate_at_once(case, ANNA)
    assert world.opened(case, ALEX).step is Step.WAIT
    case = world.case_at(Stage.SIGNING)
    world.sign(case, BEN)
    assert world.opened(case, BEN).step is Step.WAIT
    assert world.opened(case, ANNA).step is Step.SIGN


def test_whether_the_other_side_has_answered_shows_in_no_step(world: World) -> None:
    case = world.case_at(Stage.PROPOSED)
    before = [world.opened(case, p).step for p in (ANNA, BEN)]
    world.answer(case, ANNA, 0)
    assert [world.opened(case, p).step for p in (ANNA, BEN)] == before


def test_every_end_is_over(world: World) -> None:
    case = world.raise_case()
    for end in ENDS:
        assert step_of(replace(case, stage=end), case.sides[0]) is Step.OVER


def test_a_case_opens_with_that_sides_own_caucus(world: World) -> None:
    case = world.tell(world.raise_case(), ANNA, private="ours")
    assert world.opened(case, ALEX).caucus.private is not None
    theirs = world.opened(case, BEN)
    assert theirs.side.name == "Borealis"
    assert theirs.caucus.private is None


def test_it_opens_for_nobody_else(world: World) -> None:
    case = world.raise_case()
    with pytest.raises(Outsider):
        world.opened(case, GUEST)
    with world.store() as uow, pytest.raises(NotFound):
        open_case("nothing", ANNA, uow=uow, now=world.clock.now())


class TestMyDesk:
    def test_what_waits_for_this_side_and_what_waits_for_others(self, world: World) -> None:
        first, second = world.raise_case(title="First"), world.raise_case(title="Second")
        world.tell(first, ANNA)
        found = desk(world, ANNA)
        assert [(w.case.id, w.step) for w in found.waiting] == [(second.id, Step.TELL)]
        assert [c.id for c in found.cases] == [first.id]
        assert [w.case.id for w in desk(world, BEN).waiting] == [first.id, second.id]

    def test_an_answer_given_waits_no_longer_for_that_side_alone(self, world: World) -> None:
        case = world.case_at(Stage.PROPOSED)
        before = desk(world, BEN)
        world.answer(case, ANNA, 0)
        assert desk(world, ANNA).waiting == ()
        assert desk(world, BEN) == before

    def test_the_sooner_deadline_comes_first(self, world: World) -> None:
        soon = world.case_at(Stage.PROPOSED)
        world.clock.forward(days=1)
        late = world.case_at(Stage.PROPOSED)
        assert [w.case.id for w in desk(world, ANNA).waiting] == [soon.id, late.id]

    def test_promises_of_ones_own_and_those_to_confirm(self, world: World) -> None:
        case = world.case_at(Stage.AGREED)
        assert case.agreement is not None
        bens = [c for c in case.agreement.commitments if c.owner == BEN.person]
        world.act(mark_done, case.id, bens[0].key, by=BEN)
        assert bens[0].key not in {p.commitment.key for p in desk(world, BEN).promises}
        annas = desk(world, ANNA).promises
        assert [p.commitment.key for p in annas if not p.mine] == [bens[0].key]
        today = world.clock.now().date()
        assert not any(p.is_late(today) for p in annas)
        later = today + timedelta(days=15)
        assert {p.is_late(later) for p in annas} == {True, False}

    def test_ended_cases_leave_the_desk(self, world: World) -> None:
        case = world.raise_case()
        world.act(withdraw, case.id, by=BEN)
        found = desk(world, ANNA)
        assert (found.waiting, found.promises, found.cases) == ((), (), ())

    def test_looking_makes_nobody_a_member(self, world: World) -> None:
        case = world.raise_case(by=BEN)
        assert [w.case.id for w in desk(world, ANNA).waiting] == [case.id]
        assert world.partnership.side_of(ANNA.person) is None

    def test_a_colleague_who_is_not_in_the_channel_sees_nothing_of_its_cases(
        self, world: World
    ) -> None:
        world.raise_case(title="Not for everybody")
        world.room.members[CHANNEL] = [p for p in PEOPLE if p.id != ALEX.person]
        world.learn()
        assert desk(world, ALEX) == Desk(today=world.clock.now().date())
        assert len(desk(world, ANNA).waiting) == 1

    def test_no_channel_is_looked_into_that_somebody_is_not_in(self, world: World) -> None:
        asked: list[ChannelId] = []

        class Counting(MemoryDirectory):
            def people_of(self, channel: ChannelId) -> tuple[Person, ...]:
                asked.append(channel)
                return super().people_of(channel)

        others = [ChannelId(f"C{n}") for n in range(100, 130)]
        world.room.members |= {c: [PEOPLE[2]] for c in others}
        world.room.shared_by |= dict.fromkeys(others, world.room.shared_by[CHANNEL])
        for channel in others:
            learn_channel(
                channel, workspace=WORKSPACE, store=world.store, room=world.room, ids=world.ids
            )
        with world.store() as uow:
            held = uow.directory
            assert isinstance(held, MemoryDirectory)
            uow.directory = Counting(held._t)
            my_desk(WORKSPACE, ANNA, uow=uow, now=world.clock.now())
        assert asked == []

    def test_guests_and_strangers_have_an_empty_one(self, world: World) -> None:
        world.raise_case()
        assert desk(world, GUEST) == Desk(today=world.clock.now().date())
        assert desk(world, Actor(ALEX.person, BEN.team)) == Desk(today=world.clock.now().date())


ELSEWHERE = ChannelId("C9ELSEWHERE")


def asked_for(world: World, number: int, by: Actor, typed_in: ChannelId) -> Opened:
    with world.store() as uow:
        return open_numbered(
            number, typed_in, by, workspace=WORKSPACE, uow=uow, now=world.clock.now()
        )


def test_a_case_is_opened_by_its_number_from_any_channel_by_who_is_in_its_own(world: World) -> None:
    case = world.raise_case()
    for typed_in in (CHANNEL, ELSEWHERE):
        assert asked_for(world, case.number, ANNA, typed_in).case.id == case.id


def test_who_is_not_in_the_case_s_channel_reads_the_same_as_of_a_number_that_is_nobody_s(
    world: World,
) -> None:
    case = world.raise_case()
    with world.store() as uow:
        uow.directory.remember_channel(CHANNEL, [p.id for p in PEOPLE if p.id != ANNA.person])
        uow.directory.remember_channel(ELSEWHERE, [ANNA.person])
        uow.commit()
    told = []
    for number in (case.number, case.number + 1):
        with pytest.raises(NotFound) as found:
            asked_for(world, number, ANNA, ELSEWHERE)
        told.append(str(found.value).replace(str(number), "N"))
    assert told[0] == told[1]
    assert told[0] == (
        "There is no case N in this channel. `/parley list` shows those that are open here."
    )


def test_in_the_case_s_own_channel_who_has_left_it_reads_that(world: World) -> None:
    case = world.raise_case()
    with world.store() as uow:
        uow.directory.remember_channel(CHANNEL, [p.id for p in PEOPLE if p.id != ANNA.person])
        uow.commit()
    with pytest.raises(NotYetKnown) as found:
        asked_for(world, case.number, ANNA, CHANNEL)
    assert "You do not seem to be in this channel any more" in str(found.value)
