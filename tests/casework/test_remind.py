"""Reminders: on their day, in the owner's zone, one message a day, where it can be read."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.casework.change_commitment import AskChange, agree_change, ask_change
from bot.casework.digest import digest
from bot.casework.follow_up import contest, mark_done
from bot.casework.letters import Do
from bot.casework.look_after import named_people
from bot.casework.my_desk import my_desk
from bot.casework.my_week import my_week
from bot.casework.preferences import Habits
from bot.mediation.case import Case
from bot.mediation.commitments import Commitment
from bot.mediation.ladder import Ladder
from bot.mediation.people import Membership, Person, Role
from bot.mediation.rhythm import Every
from bot.mediation.stages import Stage
from tests.casework.world import (
    ACME,
    ALEX,
    ANNA,
    BEA,
    BEN,
    BOREALIS,
    CHANNEL,
    WORKSPACE,
    World,
    memory_world,
    world_without_weeks,
)

WEDNESDAY = date(2026, 3, 18)


@pytest.fixture
def world() -> World:
    return world_without_weeks()


def owe(world: World, *dues: tuple[object, date]) -> Case:
    """A signed case with one promise for each of these people, and nothing else."""
    case = world.case_at(Stage.AGREED)
    assert case.agreement is not None
    promises = tuple(
        Commitment(
            key=f"k{n}",
            side=world.side(by).id,  # type: ignore[arg-type]
            what=f"Promise {n}",
            due=due,
            measure="by report",
            owner=by.person,  # type: ignore[attr-defined]
        )
        for n, (by, due) in enumerate(dues, 1)
    )
    with world.store() as uow:
        agreement = replace(case.agreement, commitments=promises)
        uow.cases.save(replace(case, agreement=agreement))
        uow.commit()
    world.sweep()
    return world.case(case.id)


def go_to(world: World, day: date, hour: int = 10) -> None:
    """Hour by hour, as the ticks would."""
    until = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    while world.clock.now() < until:
        world.clock.forward(hours=1)
        world.sweep()


def jump_to(world: World, day: date, hour: int = 10) -> None:
    """To a day before or after, as a clock that is set; with a tick before and after the jump."""
    to = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    world.clock.forward(seconds=(to - world.clock.now()).total_seconds())
    for _ in range(2):
        world.sweep()


def letters(world: World) -> list[tuple[str, list[str]]]:
    return [
        (key.rsplit(":", 1)[1], [line.text for line in letter.lines])
        for key, (_, letter) in world.room.letters.items()
        if key.startswith("reminders:")
    ]


def test_before_on_and_after_the_day_and_once_each(world: World) -> None:
    case = owe(world, (ANNA, WEDNESDAY))
    go_to(world, date(2026, 4, 30))
    assert letters(world) == [
        ("2026-03-16", [f"Due Wed 18 Mar: Promise 1 (Borealis, case {case.number})."]),
        ("2026-03-18", [f"Due today: Promise 1 (Borealis, case {case.number})."]),
        (
            "2026-03-19",
            [
                f"Was due Wed 18 Mar: Promise 1 (Borealis, case {case.number}). "
                "If it is done, say so; if not, ask for another day."
            ],
        ),
    ]


def test_several_promises_are_one_message_the_most_pressing_first(world: World) -> None:
    owe(world, (ANNA, date(2026, 3, 20)), (ANNA, WEDNESDAY), (ANNA, date(2026, 3, 17)))
    go_to(world, WEDNESDAY)
    day, lines = letters(world)[-1]
    assert day == "2026-03-18"
    assert [line[:10] for line in lines] == ["Was due Tu", "Due today:", "Due Fri 20"]


def test_each_line_has_the_button_that_marks_it_done(world: World) -> None:
    case = owe(world, (ANNA, WEDNESDAY))
    go_to(world, WEDNESDAY)
    _, letter = list(world.room.letters.values())[-1]
    (line,) = letter.lines
    assert (line.do, line.case_id, line.key) == (Do.DONE, case.id, "k1")


@pytest.mark.parametrize(
    ("zone", "utc_hour"),
    [("Asia/Tokyo", 0), ("Europe/Berlin", 8), ("America/New_York", 13)],
)
def test_at_nine_where_the_owner_is(world: World, zone: str, utc_hour: int) -> None:
    world.share(people=(Person(ANNA.person, "Anna", ACME, timezone=zone), *_others()))
    owe(world, (ANNA, WEDNESDAY))
    go_to(world, date(2026, 3, 16), utc_hour - 1 if utc_hour else 0)
    before = len(letters(world)) if utc_hour else 0
    go_to(world, date(2026, 3, 16), utc_hour)
    assert (before, len(letters(world))) == (0, 1)


def test_who_is_external_is_told_in_the_channel_by_name(world: World) -> None:
    owe(world, (BEN, WEDNESDAY))
    go_to(world, WEDNESDAY)
    assert letters(world) == []
    channels = [(channel, who) for channel, who, _ in world.room.calls.values()]
    assert channels == [(CHANNEL, BEN.person)] * 2


def test_who_cannot_be_written_to_is_told_in_the_channel(world: World) -> None:
    world.room.closed_to.add(ANNA.person)
    owe(world, (ANNA, WEDNESDAY))
    go_to(world, WEDNESDAY)
    assert len(world.room.calls) == 2


def test_a_reminder_that_was_missed_comes_late_and_as_things_stand(world: World) -> None:
    owe(world, (ANNA, WEDNESDAY))
    world.clock.forward(days=16)
    world.sweep()
    world.sweep()
    assert [day for day, _ in letters(world)] == ["2026-03-18"]
    world.clock.forward(days=30)
    world.sweep()
    assert len(letters(world)) == 2


def test_run_twice_everything_is_said_once(world: World) -> None:
    owe(world, (ANNA, WEDNESDAY), (BEN, WEDNESDAY))
    go_to(world, date(2026, 3, 24))
    before = (letters(world), len(world.room.calls), len(world.room.notes))
    world.run_again()
    assert (letters(world), len(world.room.calls), len(world.room.notes)) == before


def test_only_its_own_day_is_today(world: World) -> None:
    case = owe(world, (ANNA, date(2026, 3, 22)))
    go_to(world, date(2026, 3, 21))
    line = f"Due Sun 22 Mar: Promise 1 (Borealis, case {case.number})."
    assert letters(world) == [("2026-03-18", [line]), ("2026-03-20", [line])]


def test_a_clock_that_is_put_back_brings_no_reminder_again(world: World) -> None:
    owe(world, (ANNA, WEDNESDAY))
    go_to(world, date(2026, 3, 16))
    jump_to(world, date(2026, 4, 20))
    jump_to(world, date(2026, 3, 10))
    go_to(world, date(2026, 4, 27))
    said = [line[:9] for _, (line,) in letters(world)]
    assert sorted(said) == ["Due Wed 1", "Due today", "Was due W"]


def test_the_week_counts_as_having_reminded_where_the_clock_is_put_back() -> None:
    world = memory_world()
    owe(world, (ANNA, date(2026, 3, 20)))
    go_to(world, date(2026, 3, 16))
    jump_to(world, date(2026, 3, 23))
    week = world.room.letters[f"my-week:{ANNA.person}:2026-W13"][1]
    assert [line.text[:11] for line in week.lines] == ["Was due Fri"]
    jump_to(world, date(2026, 3, 17))
    jump_to(world, date(2026, 3, 24))
    assert letters(world) == []


def test_what_the_week_said_to_be_due_is_not_announced_again_on_the_next_day() -> None:
    world = memory_world()
    owe(world, (ANNA, date(2026, 3, 19)), (ANNA, date(2026, 3, 20)))
    go_to(world, date(2026, 3, 20))
    week = world.room.letters[f"my-week:{ANNA.person}:2026-W12"][1]
    assert [line.text[:10] for line in week.lines] == ["Due Thu 19", "Due Fri 20"]
    said = [(day, [line[:10] for line in lines]) for day, lines in letters(world)]
    assert said == [
        ("2026-03-18", ["Due Fri 20"]),
        ("2026-03-19", ["Due today:"]),
        ("2026-03-20", ["Was due Th", "Due today:"]),
    ]


class TestContested:
    """Done and contested after its day: late from that day on, and not from its own."""

    def missing(self, world: World) -> Case:
        case = owe(world, (ANNA, WEDNESDAY))
        go_to(world, WEDNESDAY, 8)
        world.act(mark_done, case.id, "k1", by=ANNA)
        go_to(world, date(2026, 3, 26))
        world.act(contest, case.id, "k1", "Week 20", by=BEN)
        go_to(world, date(2026, 4, 20))
        return case

    def test_its_owner_is_reminded_the_day_after_of_what_is_missing(self, world: World) -> None:
        case = self.missing(world)
        day, (line,) = letters(world)[-1]
        assert (len(letters(world)), day) == (2, "2026-03-27")
        assert line == (
            f"Something is missing: Promise 1 (Borealis, case {case.number}). What it is "
            "stands on the card; when it is there, mark this as done again."
        )

    def test_two_days_later_it_is_passed_on(self, world: World) -> None:
        self.missing(world)
        ((key, note),) = [(k, n) for k, n in world.room.notes.items() if ":passed-on-" in k]
        assert key.endswith("2026-03-31")
        assert note.text.splitlines()[1:] == [
            "•  Acme: Promise 1; something is missing since Thu 26 Mar"
        ]

    def test_the_digests_say_that_something_is_missing_and_not_that_it_is_late(
        self, world: World
    ) -> None:
        case = self.missing(world)
        with world.store() as uow:
            now = world.clock.now()
            (line,) = my_week(WORKSPACE, ANNA, uow=uow, now=now).lines
            week = digest(WORKSPACE, CHANNEL, uow=uow, now=now)
        assert line.text == f"Something is missing: Promise 1 (Borealis, case {case.number})."
        assert [x.text for x in week.lines] == ["Something is missing: Promise 1."]


class TestPassedOn:
    def notes(self, world: World) -> list[tuple[str, tuple[str, ...]]]:
        return [(n.text, n.mentions) for n in world.room.notes.values() if "still open" in n.text]

    def test_two_days_later_each_side_hears_of_it_beside_who_was_reminded(
        self, world: World
    ) -> None:
        case = owe(world, (ANNA, WEDNESDAY))
        go_to(world, date(2026, 3, 20))
        assert self.notes(world) == []
        go_to(world, date(2026, 4, 20))
        ((text, mentions),) = self.notes(world)
        assert text == (
            "A promise is still open. Could you look at it together? What would help?\n"
            "•  Acme: Promise 1, by Wed 18 Mar"
        )
        assert mentions == (ALEX.person, BEN.person), "Anna signed, and has been reminded"
        assert any("passed on to the named people" in t for t in world.texts(case.id))

    def test_a_clock_that_is_put_back_has_nobody_told_twice(self, world: World) -> None:
        owe(world, (ANNA, WEDNESDAY))
        jump_to(world, date(2026, 4, 20))
        assert len(self.notes(world)) == 1
        jump_to(world, date(2026, 3, 17))
        jump_to(world, date(2026, 4, 27))
        assert len(self.notes(world)) == 1

    def test_another_day_that_passes_too_is_passed_on_again(self, world: World) -> None:
        case = owe(world, (ANNA, WEDNESDAY))
        go_to(world, date(2026, 4, 20))
        later = date(2026, 4, 29)
        world.act(ask_change, AskChange(case.id, "k1", "Promise 1", later), by=ANNA)
        world.act(agree_change, case.id, "k1", by=BEN)
        go_to(world, date(2026, 5, 11))
        assert len(self.notes(world)) == 2

    def test_named_signatories_go_before_those_who_signed(self, world: World) -> None:
        case = owe(world, (ANNA, WEDNESDAY))
        boss = Membership(
            ALEX.person,
            world.side(ALEX).id,
            world.clock.now(),
            frozenset({Role.SIGNATORY}),
            roles_by=ANNA.person,
        )
        with world.store() as uow:
            uow.partnerships.save(world.partnership.with_member(boss))
            uow.commit()
        with world.store() as uow:
            named = named_people(uow, case)
        assert ALEX.person in named
        assert BEN.person in named

    def test_the_sides_ladder_says_who_comes_next(self, world: World) -> None:
        case = owe(world, (BEN, WEDNESDAY))
        ladder = Ladder((BEN.person, BEA.person))
        with world.store() as uow:
            uow.preferences.keep(WORKSPACE, world.side(BEN).id, ladder)
            named = named_people(uow, case, reminded=frozenset({BEN.person}))
            alone = named_people(uow, case, reminded=frozenset({BEN.person, BEA.person}))
        assert named == (ANNA.person, BEA.person)
        assert alone == (ANNA.person, BEN.person), "there is nobody else"

    def test_what_was_done_in_time_is_passed_on_to_nobody(self, world: World) -> None:
        case = owe(world, (ANNA, WEDNESDAY))
        agreement = case.agreement
        assert agreement is not None
        done = agreement.commitments[0].done(by=ANNA.person, now=world.clock.now())
        with world.store() as uow:
            uow.cases.save(replace(case, agreement=agreement.with_commitment(done)))
            uow.commit()
        go_to(world, date(2026, 4, 20))
        assert self.notes(world) == []
        assert letters(world) == []


def _others() -> tuple[Person, ...]:
    return (Person(BEN.person, "Ben", BOREALIS),)


def test_what_comes_round_is_due_again_though_the_last_time_was_never_confirmed(
    world: World,
) -> None:
    case = owe(world, (ANNA, WEDNESDAY))
    assert case.agreement is not None
    (promise,) = case.agreement.commitments
    weekly = replace(promise, every=Every.WEEK, until=date(2026, 4, 30))
    done = weekly.done(by=ANNA.person, now=datetime(2026, 3, 18, 9, tzinfo=UTC))
    with world.store() as uow:
        stored = uow.cases.get(case.id)
        uow.cases.save(replace(stored, agreement=replace(case.agreement, commitments=(done,))))
        uow.commit()
    go_to(world, date(2026, 3, 25))
    assert letters(world) == [
        ("2026-03-23", [f"Due Wed 25 Mar: Promise 1 (Borealis, case {case.number})."]),
        ("2026-03-25", [f"Due today: Promise 1 (Borealis, case {case.number})."]),
    ]
    with world.store() as uow:
        (mine,) = my_desk(WORKSPACE, ANNA, uow=uow, now=world.clock.now()).promises
    assert (mine.mine, mine.commitment.next_due) == (True, date(2026, 3, 25))
    world.act(mark_done, case.id, promise.key, by=ANNA)
    go_to(world, date(2026, 3, 29))
    assert len(letters(world)) == 2


def test_it_comes_in_the_owners_own_language(world: World) -> None:
    with world.store() as uow:
        uow.preferences.keep(WORKSPACE, ANNA.person, Habits(language="es"))
        uow.commit()
    case = owe(world, (ANNA, WEDNESDAY), (BEN, WEDNESDAY))
    go_to(world, WEDNESDAY)
    said = [line.text for _, letter in world.room.letters.values() for line in letter.lines]
    said += [line.text for _, _, letter in world.room.calls.values() for line in letter.lines]
    assert f"Vence hoy: Promise 1 (Borealis, caso {case.number})." in said
    assert f"Due today: Promise 2 (Acme, case {case.number})." in said


def test_a_week_told_before_the_clock_was_put_back_swallows_no_reminder(world: World) -> None:
    with world.store() as uow:
        uow.preferences.keep(WORKSPACE, ANNA.person, Habits())
        uow.commit()
    owe(world, (ANNA, date(2026, 3, 26)))
    go_to(world, date(2026, 3, 16))
    jump_to(world, date(2026, 3, 23))
    assert f"my-week:{ANNA.person}:2026-W13" in world.room.letters
    jump_to(world, date(2026, 3, 17))
    jump_to(world, date(2026, 3, 26))
    assert [day for day, _ in letters(world)][-1] == "2026-03-26"
