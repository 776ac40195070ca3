"""The digest: a channel's week in at most seven lines, from what everybody may read."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.casework.digest import Digest, digest
from bot.casework.follow_up import confirm_done, mark_done
from bot.casework.letters import MAX_LINES
from bot.casework.preferences import Habits, Part
from bot.casework.verdict import withdraw
from bot.mediation.agreement import Progress
from bot.mediation.case import Bond, Case, Tie
from bot.mediation.clarification import Clarification, Outcome
from bot.mediation.issues import IssueKind
from bot.mediation.people import ChannelId
from bot.mediation.stages import Stage
from tests.casework.world import ANNA, BEN, CHANNEL, MESSAGE, WORKSPACE, World, memory_world


@pytest.fixture
def world() -> World:
    return memory_world()


def week(world: World, **ahead: float) -> Digest:
    with world.store() as uow:
        return digest(WORKSPACE, CHANNEL, uow=uow, now=world.clock.now() + timedelta(**ahead))


def lines(found: Digest, kind: str) -> list[str]:
    return [line.text for line in found.lines if line.kind == kind]


def keep_first_promise(world: World, case: Case) -> str:
    assert case.agreement is not None
    promise = case.agreement.commitments[0]
    owes, confirms = (ANNA, BEN) if promise.side == world.side(ANNA).id else (BEN, ANNA)
    world.act(mark_done, case.id, promise.key, by=owes)
    world.act(confirm_done, case.id, promise.key, by=confirms)
    return promise.what


def test_a_quiet_week_has_no_lines(world: World) -> None:
    assert week(world) == Digest(CHANNEL, ())


def test_what_came_this_week_is_new_and_names_the_next_step(world: World) -> None:
    case = world.raise_case()
    (line,) = week(world).lines
    assert line.kind == "new"
    assert line.case_number == case.number
    assert line.text == "New: “Late in May”; next, each side tells its side."


def test_what_moved_and_what_only_waits_are_told_apart(world: World) -> None:
    moving = world.raise_case(title="Moving")
    world.raise_case(title="Waiting")
    world.clock.forward(days=8)
    world.tell(moving, ANNA)
    world.tell(moving, BEN)
    found = week(world)
    assert lines(found, "moved") == [
        "“Moving” moved on; next, each side checks what is said about it."
    ]
    assert lines(found, "waiting") == ["“Waiting” waits: each side tells its side."]


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
def test_every_open_stage_has_a_next_step(world: World, stage: Stage) -> None:
    world.case_at(stage)
    assert len(lines(week(world), "new")) == 1


def test_what_was_agreed_this_week_is_said_and_next_week_no_more(world: World) -> None:
    world.case_at(Stage.AGREED)
    assert lines(week(world), "agreed") == ["Agreed: “Late in May”."]
    assert lines(week(world, days=8), "agreed") == []


def test_commitments_are_due_in_their_week_and_then_overdue(world: World) -> None:
    case = world.case_at(Stage.AGREED)
    assert case.agreement is not None
    count = len(case.agreement.commitments)
    first = case.agreement.commitments[0]
    assert lines(week(world), "due") == []
    due = lines(week(world, days=8), "due")
    assert len(due) == count
    assert due[0] == f"Due {first.due:%d %b}: {first.what}."
    assert len(lines(week(world, days=14), "due")) == count, "on the day itself it is due"
    late = week(world, days=15)
    assert lines(late, "due") == []
    assert lines(late, "overdue")[0] == f"Past its day ({first.due:%d %b}): {first.what}."


def test_what_was_kept_comes_first_with_thanks(world: World) -> None:
    case = world.case_at(Stage.AGREED)
    what = keep_first_promise(world, case)
    found = week(world, days=6)
    assert found.lines[0].text == "One commitment was kept this week. Thank you."
    assert not any(what in line.text for line in found.lines if line.kind == "due")
    assert lines(week(world, days=8), "kept") == []


def test_several_kept_are_counted(world: World) -> None:
    for _ in range(2):
        keep_first_promise(world, world.case_at(Stage.AGREED))
    assert week(world).lines[0].text == "2 commitments were kept this week. Thank you."


def test_a_promise_that_is_done_is_not_overdue(world: World) -> None:
    case = world.case_at(Stage.AGREED)
    assert case.agreement is not None
    done = tuple(replace(c, progress=Progress.DONE) for c in case.agreement.commitments)
    with world.store() as uow:
        uow.cases.save(replace(case, agreement=replace(case.agreement, commitments=done)))
        uow.commit()
    assert lines(week(world, days=20), "overdue") == []


def test_how_cases_ended_is_said_in_their_week(world: World) -> None:
    settled = world.case_at(Stage.FRAMED)
    for person in (ANNA, BEN):
        world.settles(settled, person)
    world.act(withdraw, world.raise_case(title="Other").id, by=BEN)
    found = week(world)
    assert lines(found, "cleared_up") == ["Cleared up: “Late in May”."]
    assert lines(found, "withdrawn") == ["Withdrawn: “Other”."]
    assert week(world, days=8).lines == ()


def test_misunderstandings_that_never_became_a_case_are_counted(world: World) -> None:
    for count, sentence in (
        (1, "One misunderstanding was cleared up without a case."),
        (2, "2 misunderstandings were cleared up without a case."),
    ):
        kept = cleared(world, f"k{count}")
        with world.store() as uow:
            uow.clarifications.add(kept)
            uow.commit()
        assert week(world).lines[-1].text == sentence


def test_one_that_was_opened_before_the_last_digest_is_counted_when_it_ends(world: World) -> None:
    kept = replace(cleared(world, "k1"), ended_at=world.clock.now() + timedelta(days=10))
    with world.store() as uow:
        uow.clarifications.add(kept)
        uow.commit()
    assert lines(week(world, days=11), "cleared_up") != []
    assert lines(week(world, days=18), "cleared_up") == []


def test_cases_that_only_wait_are_counted_in_one_line(world: World) -> None:
    for number in range(8):
        world.raise_case(title=f"Old {number}", kind=IssueKind.OTHER)
    assert [line.text for line in week(world, days=8).lines] == [
        "8 older cases wait for an answer; `/parley list`."
    ]


def test_what_is_due_and_what_ended_is_told_however_much_waits(world: World) -> None:
    world.case_at(Stage.AGREED)
    for number in range(8):
        world.raise_case(title=f"Old {number}", kind=IssueKind.OTHER)
    world.clock.forward(days=8)
    settled = world.case_at(Stage.FRAMED)
    for person in (ANNA, BEN):
        world.settles(settled, person)
    for number in range(6):
        world.raise_case(title=f"New {number}", kind=IssueKind.OTHER)
    kinds = [line.kind for line in week(world).lines]
    order = ["due", "cleared_up", "new", "more"]
    assert list(dict.fromkeys(kinds)) == order
    assert kinds.count("due") == 3
    assert len(kinds) == MAX_LINES


def test_seven_lines_at_most_and_the_rest_is_counted(world: World) -> None:
    for number in range(9):
        world.raise_case(title=f"Issue {number}", kind=IssueKind.OTHER)
    found = week(world)
    assert len(found.lines) == MAX_LINES == 7
    assert found.lines[-1].text == "And 3 more; `/parley list`."
    assert {line.kind for line in found.lines[:-1]} == {"new"}


def test_exactly_seven_are_all_shown(world: World) -> None:
    for number in range(7):
        world.raise_case(title=f"Issue {number}", kind=IssueKind.OTHER)
    assert [line.kind for line in week(world).lines] == ["new"] * 7


def test_what_presses_stands_above_what_is_new(world: World) -> None:
    world.case_at(Stage.AGREED)
    world.clock.forward(days=15)
    world.raise_case(title="Fresh")
    kinds = [line.kind for line in week(world).lines]
    assert kinds == sorted(kinds, key=["overdue", "new"].index)
    assert set(kinds) == {"overdue", "new"}


def test_the_third_issue_of_a_kind_in_a_quarter_suggests_to_look_at_the_cause(world: World) -> None:
    for _ in range(2):
        world.raise_case(kind=IssueKind.QUALITY)
        world.clock.forward(days=20)
    assert lines(week(world), "recurs") == []
    world.raise_case(kind=IssueKind.QUALITY)
    assert lines(week(world), "recurs") == [
        "Quality: 3 times in three months. Look at the cause together?"
    ]
    assert lines(week(world, days=8), "recurs") == [], "said once, not every week"
    world.clock.forward(days=80)
    world.raise_case(kind=IssueKind.QUALITY)
    assert lines(week(world), "recurs") == [], "the first ones are long ago"


def test_a_case_that_goes_on_with_another_is_no_new_occurrence(world: World) -> None:
    for _ in range(3):
        case = world.raise_case(kind=IssueKind.QUALITY)
    for bond in (Bond.REOPENS, Bond.CONTESTS):
        with world.store() as uow:
            stored = uow.cases.get(case.id)
            uow.cases.save(replace(stored, ties=(Tie(bond, "c0", 1),)))
            uow.commit()
        assert lines(week(world), "recurs") == []


def test_parts_that_are_left_out_are_not_there(world: World) -> None:
    world.raise_case()
    with world.store() as uow:
        found = digest(
            WORKSPACE,
            CHANNEL,
            uow=uow,
            now=world.clock.now(),
            left_out=frozenset({Part.WAITING}),
        )
    assert found.lines == ()


def test_a_digest_after_a_longer_while_reaches_back_to_the_last_one(world: World) -> None:
    settled = world.case_at(Stage.FRAMED)
    for person in (ANNA, BEN):
        world.settles(settled, person)
    before = world.clock.now() - timedelta(hours=1)
    now = world.clock.forward(days=20)
    with world.store() as uow:
        found = digest(WORKSPACE, CHANNEL, uow=uow, now=now, since=before)
    assert lines(found, "cleared_up") == ["Cleared up: “Late in May”."]


def test_other_channels_are_not_its_business(world: World) -> None:
    world.raise_case()
    with world.store() as uow:
        other = digest(WORKSPACE, ChannelId("C9"), uow=uow, now=world.clock.now())
    assert other.lines == ()


def test_braces_in_a_title_are_only_braces(world: World) -> None:
    world.raise_case(title="Set {0} of {name}")
    assert lines(week(world), "new") == [
        "New: “Set {0} of {name}”; next, each side tells its side."
    ]


def cleared(world: World, name: str) -> Clarification:
    partnership = world.partnership
    sides = partnership.sides
    return Clarification(
        id=name,
        workspace=WORKSPACE,
        partnership=partnership.id,
        channel=CHANNEL,
        thread_ts="1.1",
        about=MESSAGE,
        sides=sides,
        author_side=None,
        opened_by=ANNA.person,
        opened_at=world.clock.now(),
        cleared_by=frozenset(s.id for s in sides),
        outcome=Outcome.CLEARED_UP,
    )


def test_it_is_in_the_channels_language_and_for_one_reader_in_theirs(world: World) -> None:
    world.raise_case(title="Late in May")
    with world.store() as uow:
        uow.preferences.keep(WORKSPACE, CHANNEL, Habits(language="es"))
        uow.commit()
    with world.store() as uow:
        for reader, line in (
            (None, "Nuevo: «Late in May»; ahora, cada parte cuenta su versión."),
            (ANNA.person, "New: “Late in May”; next, each side tells its side."),
        ):
            now = world.clock.now()
            found = digest(WORKSPACE, CHANNEL, uow=uow, now=now, reader=reader)
            assert [said.text for said in found.lines] == [line]
