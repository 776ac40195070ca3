"""My digest: one message over all partnerships, what waits first, silent where nothing does."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.casework.follow_up import contest, mark_done
from bot.casework.letters import MAX_LINES, Do, Letter
from bot.casework.my_week import my_week
from bot.casework.preferences import Habits, Part
from bot.mediation.case import Case
from bot.mediation.issues import IssueKind
from bot.mediation.stages import Stage
from tests.casework.world import ANNA, BEN, WORKSPACE, World, memory_world


@pytest.fixture
def world() -> World:
    made = memory_world()
    made.sweep()
    return made


def week_of(world: World, by: object = ANNA) -> Letter:
    with world.store() as uow:
        return my_week(WORKSPACE, by, uow=uow, now=world.clock.now())  # type: ignore[arg-type]


def monday(world: World) -> None:
    """The tick after nine on the next Monday, by way of every hour."""
    world.clock.forward(hours=1)
    world.sweep()
    while (world.clock.now().weekday(), world.clock.now().hour) != (0, 10):
        world.clock.forward(hours=1)
        world.sweep()


def weekly(world: World) -> list[str]:
    return [key for key in world.room.letters if key.startswith("my-week:")]


def test_what_is_due_and_what_can_be_confirmed_is_read_beside_much_that_waits(
    world: World,
) -> None:
    agreed = world.case_at(Stage.AGREED)
    assert agreed.agreement is not None
    mine = next(c for c in agreed.agreement.commitments if c.side == world.side(ANNA).id)
    theirs = next(c for c in agreed.agreement.commitments if c.side == world.side(BEN).id)
    now = world.clock.now()
    soon = replace(mine, key="soon", due=now.date() + timedelta(days=2))
    done = theirs.done(by=BEN.person, now=now)
    with world.store() as uow:
        case = uow.cases.get(agreed.id)
        uow.cases.save(replace(case, agreement=replace(agreed.agreement, commitments=(soon, done))))
        uow.commit()
    for n in range(9):
        world.raise_case(title=f"Late {n}", by=BEN)
    found = week_of(world)
    assert [line.do for line in found.lines] == [*[Do.OPEN] * 5, Do.DONE, Do.CONFIRM]
    assert (found.title, found.more) == ("Your week: 11 things to do", 4)


def test_what_waits_names_the_partner_the_case_and_the_step(world: World) -> None:
    case = world.raise_case(by=BEN)
    (line,) = week_of(world).lines
    assert line.text == f"Borealis, case {case.number}, Late in May: each side tells its side."
    assert (line.do, line.case_id) == (Do.OPEN, case.id)


def test_overdue_first_then_what_waits_then_what_is_due_then_what_to_confirm(
    world: World,
) -> None:
    case = world.case_at(Stage.AGREED)
    assert case.agreement is not None
    mine, theirs = (
        next(c for c in case.agreement.commitments if c.side == world.side(by).id)
        for by in (ANNA, BEN)
    )
    now = world.clock.now().date()
    late = replace(mine, key="late", due=now - timedelta(days=3))
    soon = replace(mine, key="soon", due=now + timedelta(days=3))
    far = replace(mine, key="far", due=now + timedelta(days=30))
    with world.store() as uow:
        held = replace(case.agreement, commitments=(far, soon, late, theirs))
        uow.cases.save(replace(case, agreement=held))
        uow.commit()
    world.act(mark_done, case.id, theirs.key, by=BEN)
    world.raise_case()
    lines = week_of(world).lines
    assert [(line.do, line.key) for line in lines] == [
        (Do.DONE, "late"),
        (Do.OPEN, ""),
        (Do.DONE, "soon"),
        (Do.CONFIRM, theirs.key),
    ]
    assert lines[0].text.startswith("Was due Fri 27 Feb: ")
    assert lines[3].text.startswith("Borealis has done: ")


def test_seven_lines_at_most_and_the_rest_is_counted(world: World) -> None:
    for n in range(9):
        world.raise_case(title=f"Issue {n}", kind=IssueKind.OTHER)
    found = week_of(world)
    assert (len(found.lines), found.more) == (MAX_LINES, 2)
    assert found.title == "Your week: 9 things to do"


def test_on_monday_it_comes_to_people_of_the_own_organisation(world: World) -> None:
    case = world.raise_case()
    world.tell(case, BEN)
    monday(world)
    assert weekly(world) == [f"my-week:{ANNA.person}:2026-W11"]
    to, letter = world.room.letters[weekly(world)[0]]
    assert to == ANNA.person
    assert len(letter.lines) == 1
    assert week_of(world, BEN).lines == (), "Ben has told his side"


def test_a_week_in_which_nothing_waits_is_silent(world: World) -> None:
    case = world.raise_case()
    world.tell(case, ANNA)
    monday(world)
    assert weekly(world) == []


def test_who_wants_none_gets_none(world: World) -> None:
    world.raise_case()
    with world.store() as uow:
        uow.preferences.keep(WORKSPACE, ANNA.person, Habits(digest=False))
        uow.commit()
    monday(world)
    assert weekly(world) == []


def test_what_somebody_leaves_out_of_their_week_is_not_in_it(world: World) -> None:
    world.raise_case()
    with world.store() as uow:
        uow.preferences.keep(WORKSPACE, ANNA.person, Habits(left_out=frozenset({Part.WAITING})))
        uow.commit()
    monday(world)
    assert weekly(world) == []
    assert len(week_of(world).lines) == 1, "who asks for it is told all of it"


class TestOneMessage:
    """On the day of the week, what one is reminded of is where the week begins."""

    def owing(self, world: World, due: date) -> Case:
        case = world.case_at(Stage.AGREED)
        assert case.agreement is not None
        mine = next(c for c in case.agreement.commitments if c.side == world.side(ANNA).id)
        mine = replace(mine, owner=ANNA.person, due=due, what="Promise")
        with world.store() as uow:
            uow.cases.save(replace(case, agreement=replace(case.agreement, commitments=(mine,))))
            uow.commit()
        world.sweep()
        return case

    def letters(self, world: World) -> dict[str, list[str]]:
        return {
            key: [line.text for line in letter.lines]
            for key, (to, letter) in world.room.letters.items()
            if to == ANNA.person
        }

    def test_there_is_one_that_morning(self, world: World) -> None:
        case = self.owing(world, date(2026, 3, 9))
        other = world.raise_case(title="Other")
        monday(world)
        found = self.letters(world)
        assert list(found) == [
            f"reminders:{ANNA.person}:2026-03-05", f"my-week:{ANNA.person}:2026-W11",
        ]  # fmt: skip
        assert found[f"my-week:{ANNA.person}:2026-W11"] == [
            f"Due today: Promise (Borealis, case {case.number}).",
            f"Borealis, case {other.number}, Other: each side tells its side.",
        ]

    def test_run_again_there_is_still_one(self, world: World) -> None:
        self.owing(world, date(2026, 3, 9))
        monday(world)
        before = self.letters(world)
        world.run_again()
        assert self.letters(world) == before

    def test_who_wants_no_week_is_reminded_by_itself(self, world: World) -> None:
        case = self.owing(world, date(2026, 3, 9))
        with world.store() as uow:
            uow.preferences.keep(WORKSPACE, ANNA.person, Habits(digest=False))
            uow.commit()
        monday(world)
        found = self.letters(world)
        assert found[f"reminders:{ANNA.person}:2026-03-09"] == [
            f"Due today: Promise (Borealis, case {case.number})."
        ]

    def test_after_a_silence_there_is_one_too(self, world: World) -> None:
        self.owing(world, date(2026, 3, 9))
        world.clock.forward(days=7)
        world.sweep()
        assert list(self.letters(world)) == [f"my-week:{ANNA.person}:2026-W11"]

    def test_whom_no_message_reaches_is_called_in_the_channel(self, world: World) -> None:
        self.owing(world, date(2026, 3, 9))
        world.clock.forward(days=6)
        world.room.closed_to.add(ANNA.person)
        monday(world)
        assert [to for _, to, _ in world.room.calls.values()] == [ANNA.person]

    def test_after_the_week_was_told_another_reminder_that_week_comes_by_itself(
        self, world: World
    ) -> None:
        self.owing(world, date(2026, 3, 13))
        world.raise_case()
        monday(world)
        with world.store() as uow:
            uow.preferences.keep(WORKSPACE, ANNA.person, Habits(weekday=4))
            uow.commit()
        for _ in range(5 * 24):
            world.clock.forward(hours=1)
            world.sweep()
        assert f"reminders:{ANNA.person}:2026-03-13" in self.letters(world)


def test_every_week_while_it_waits_once(world: World) -> None:
    world.raise_case()
    monday(world)
    monday(world)
    world.sweep()
    assert [key[-3:] for key in weekly(world)] == ["W11", "W12"]


def test_it_comes_in_the_week_that_its_person_chose(world: World) -> None:
    world.raise_case()
    with world.store() as uow:
        uow.preferences.keep(WORKSPACE, ANNA.person, Habits(weekday=4, hour=16))
        uow.commit()
    for _ in range(4 * 24 + 3):
        world.clock.forward(hours=1)
        world.sweep()
    assert weekly(world) == []
    world.clock.forward(hours=1)
    world.sweep()
    assert weekly(world) == [f"my-week:{ANNA.person}:2026-W10"]


def test_what_the_other_side_contests_is_its_owners_to_do_again(world: World) -> None:
    case = world.case_at(Stage.AGREED)
    assert case.agreement is not None
    key = next(c.key for c in case.agreement.commitments if c.side == world.side(ANNA).id)
    world.act(mark_done, case.id, key, by=ANNA)
    world.act(contest, case.id, key, "Week 20", by=BEN)
    world.clock.forward(days=9)
    assert (Do.DONE, key) in [(line.do, line.key) for line in week_of(world).lines]
