"""A message that was edited or deleted is followed where it was part of something."""

import pytest

from bot.casework.clarify import OpenClarification, open_clarification
from bot.casework.follow_message import DELETED, Changed, follow_message
from bot.mediation.case import Case
from bot.mediation.issues import Message
from bot.mediation.timeline import first_break
from tests.casework.world import (
    ANNA,
    BEN,
    CHANNEL,
    IN_THREAD,
    WORKSPACE,
    World,
    memory_world,
    on_record,
)


@pytest.fixture
def world() -> World:
    made = memory_world()
    on_record(made.store, made.room)
    return made


def change(
    world: World, text: str | None, ts: str = "100.1", before: str = "", edited: str = ""
) -> None:
    changed = Changed(CHANNEL, ts, "100.1", text, BEN.person, before, edited)
    with world.store() as uow:
        follow_message(changed, WORKSPACE, uow=uow, now=world.clock.now())
        uow.commit()
    world.run_jobs()


@pytest.mark.parametrize(
    ("text", "stands"), [("Six days, sorry.", "Six days, sorry."), (None, DELETED)]
)
def test_a_case_and_the_record_say_what_it_says_now(
    world: World, text: str | None, stands: str
) -> None:
    case = world.raise_case(by=BEN)
    change(world, text)
    (source,) = world.case(case.id).issue.sources
    assert source.text == stands
    assert world.room.cards[case.id].issue.sources == (source,)
    with world.store() as uow:
        assert [m.text for m in uow.conversation.of_thread(CHANNEL, "100.1")] == [stands]


def test_the_timeline_keeps_that_it_changed_and_not_what_it_said(world: World) -> None:
    case = world.raise_case(by=BEN)
    change(world, "Six days, sorry.")
    change(world, None)
    assert world.texts(case.id)[-2:] == [
        "A message that this came from was edited.",
        "A message that this came from was deleted.",
    ]


def test_a_clarification_follows_too(world: World) -> None:
    asked = OpenClarification(WORKSPACE, IN_THREAD, "line")
    opened = world.act(open_clarification, asked, by=ANNA, ids=world.ids)
    change(world, "Six days, sorry.")
    assert world.room.clarifications[opened.id].about.text == "Six days, sorry."


def test_a_message_that_nothing_came_from_changes_nothing(world: World) -> None:
    case = world.raise_case(by=BEN)
    change(world, "Other", ts="100.7")
    assert world.case(case.id) == case


def test_the_same_change_told_twice_is_one_change(world: World) -> None:
    case = world.raise_case(by=BEN)
    for _ in range(2):
        change(world, "Six days, sorry.")
    assert world.case(case.id).version == case.version + 1


def test_what_happened_follows_where_it_was_taken_word_by_word(world: World) -> None:
    case = world.raise_case(happened="Ben: Orders inside five days are fine with us.\nAnna: No.")
    change(world, "Six days, sorry.")
    assert world.case(case.id).issue.happened == "Ben: Six days, sorry.\nAnna: No."
    change(world, None)
    assert world.case(case.id).issue.happened == f"Ben: {DELETED}\nAnna: No."


def test_it_follows_though_the_message_went_before_the_record_had_kept_it() -> None:
    world = memory_world()  # nothing on record yet
    case = world.raise_case(happened="Ben: Fine with us.\nAnna: No.")
    assert case.issue.sources == ()
    change(world, None, before="Fine with us.")
    assert world.case(case.id).issue.happened == f"Ben: {DELETED}\nAnna: No."


def test_what_slack_says_of_a_message_of_another_thread_changes_nothing() -> None:
    world = memory_world()
    case = world.raise_case(happened="Ben: Fine with us.")
    gone = Changed(CHANNEL, "200.1", "200.1", None, BEN.person, "Fine with us.")
    with world.store() as uow:
        follow_message(gone, WORKSPACE, uow=uow, now=world.clock.now())
        uow.commit()
    assert world.case(case.id) == case


def test_words_of_ones_own_stay(world: World) -> None:
    case = world.raise_case(happened="They ordered on Friday for Monday.")
    for text in ("Six days, sorry.", None):
        change(world, text)
    assert world.case(case.id).issue.happened == "They ordered on Friday for Monday."


def test_a_shortened_copy_of_a_deleted_message_goes_with_it(world: World) -> None:
    case = world.raise_case(happened="orders inside five days…")
    change(world, None)
    assert world.case(case.id).issue.happened == DELETED


def test_what_was_left_empty_stays_empty(world: World) -> None:
    case = world.raise_case(happened="")
    change(world, None)
    assert world.case(case.id).issue.happened == ""


def test_another_message_of_the_thread_is_followed_in_what_happened_too(world: World) -> None:
    other = Message(CHANNEL, "100.2", ANNA.person, "It was Monday.")
    with world.store() as uow:
        uow.conversation.record(other, "100.1")
        uow.commit()
    case = world.raise_case(happened="Ben: Fine.\nAnna: It was Monday.")
    change(world, None, ts="100.2")
    assert world.case(case.id).issue.happened == f"Ben: Fine.\nAnna: {DELETED}"


def test_an_edit_told_of_after_the_deletion_brings_nothing_back(world: World) -> None:
    case = world.raise_case(by=BEN)
    change(world, None)
    change(world, "Six days, sorry.")
    (source,) = world.case(case.id).issue.sources
    assert source.text == DELETED
    with world.store() as uow:
        assert [m.text for m in uow.conversation.of_thread(CHANNEL, "100.1")] == [DELETED]


FIRST, SECOND = "1700000009.000200", "1700000010.000100"


@pytest.mark.parametrize("order", [(FIRST, SECOND), (SECOND, FIRST)])
def test_of_two_edits_the_later_one_s_words_stand_in_whatever_order_they_are_told_of(
    world: World, order: tuple[str, str]
) -> None:
    words = {FIRST: "Six days, sorry.", SECOND: "Seven days, in fact."}
    case = world.raise_case(by=BEN, happened="Ben: Orders inside five days are fine with us.")
    asked = OpenClarification(WORKSPACE, IN_THREAD, "line")
    opened = world.act(open_clarification, asked, by=ANNA, ids=world.ids)
    for edited in order:
        change(world, words[edited], edited=edited)
    issue = world.case(case.id).issue
    assert [m.text for m in issue.sources] == [words[SECOND]]
    assert issue.happened == f"Ben: {words[SECOND]}"
    assert world.room.clarifications[opened.id].about.text == words[SECOND]
    with world.store() as uow:
        assert [m.text for m in uow.conversation.of_thread(CHANNEL, "100.1")] == [words[SECOND]]


def test_an_edit_told_of_late_leaves_no_trace_in_the_timeline(world: World) -> None:
    case = world.raise_case(by=BEN)
    change(world, "Seven days, in fact.", edited=SECOND)
    before = world.texts(case.id)
    change(world, "Six days, sorry.", edited=FIRST)
    assert world.texts(case.id) == before


def test_what_unfolds_a_link_after_an_edit_does_not_undo_it(world: World) -> None:
    case = world.raise_case(by=BEN)
    change(world, "Seven days, in fact.", edited=SECOND)
    change(world, "Orders inside five days are fine with us.", edited="")
    assert [m.text for m in world.case(case.id).issue.sources] == ["Seven days, in fact."]


def test_a_deletion_is_never_late(world: World) -> None:
    case = world.raise_case(by=BEN)
    change(world, "Seven days, in fact.", edited=SECOND)
    change(world, None)
    assert [m.text for m in world.case(case.id).issue.sources] == [DELETED]


SPILT = "Our driver Piotr was drunk at dock 4 on Tuesday. The truffle oil leaked over hall B."


def spilt(world: World, **changes: str) -> Case:
    """A case that was raised from a message of Ben's with these words."""
    with world.store() as uow:
        uow.conversation.record(Message(CHANNEL, "100.1", BEN.person, SPILT), "100.1")
        uow.commit()
    return world.raise_case(by=BEN, **changes)


@pytest.mark.parametrize(
    "title",
    ["The driver Piotr was drunk at dock 4 on Tuesday", "Truffle oil in hall B", SPILT[:60] + "…"],
)
def test_a_title_that_was_taken_from_a_deleted_message_goes_with_it(
    world: World, title: str
) -> None:
    case = spilt(world, title=title)
    change(world, None)
    day = f"{case.issue.raised_at.day} {case.issue.raised_at:%b}"
    assert world.case(case.id).issue.title == f"Late delivery, {day}"
    assert world.room.cards[case.id].issue.title == f"Late delivery, {day}"


def test_a_title_in_words_of_ones_own_stays(world: World) -> None:
    case = spilt(world, title="Safety at the docks in autumn")
    change(world, None)
    assert world.case(case.id).issue.title == "Safety at the docks in autumn"


@pytest.mark.parametrize(
    ("now", "stays"), [(SPILT + " Sorry.", True), ("Never mind, all is well.", False)]
)
def test_a_title_stays_while_its_message_still_says_it(world: World, now: str, stays: bool) -> None:
    case = spilt(world, title="Truffle oil leaked over hall B")
    change(world, now)
    assert (world.case(case.id).issue.title == case.issue.title) is stays


def test_a_calmer_copy_of_a_deleted_message_goes_and_what_was_added_stays(world: World) -> None:
    happened = "Ben: The driver was drunk at dock 4 on Tuesday. The truffle oil leaked.\nWe paid."
    case = spilt(world, happened=happened)
    change(world, None)
    assert world.case(case.id).issue.happened == f"Ben: {DELETED}\nWe paid."


def test_the_timeline_forgets_what_was_raised_and_its_chain_holds(world: World) -> None:
    case = spilt(world, title="Truffle oil leaked over hall B", happened=SPILT)
    assert "ruffle" in " ".join(world.texts(case.id))
    change(world, None)
    assert "ruffle" not in " ".join(world.texts(case.id))
    with world.store() as uow:
        assert first_break(uow.timeline.of(case.id)) is None
