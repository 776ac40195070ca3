"""The forms come filled in: what can be read from the thread is not asked again."""

from dataclasses import replace

import pytest

from bot.casework.clarify import OpenClarification, add_line, open_clarification
from bot.casework.membership import Actor
from bot.casework.prepare import (
    MOST_READ,
    prepare_clarify,
    prepare_raise,
    read_thread,
)
from bot.casework.shown import ClarifyForm, Modal, Origin, RaiseForm, Saved
from bot.facilitator import builtin_facilitator, load_library
from bot.mediation.issues import Intake, IssueKind, Message
from bot.mediation.people import ChannelId, PersonId
from tests.casework.fakes import ScriptedFacilitator
from tests.casework.world import (
    ACME,
    ANNA,
    BEN,
    CHANNEL,
    GUEST,
    IN_THREAD,
    MESSAGE,
    PEOPLE,
    STRANGER,
    WORKSPACE,
    World,
    memory_world,
    on_record,
)

VIEW = "V1"


@pytest.fixture
def world() -> World:
    return memory_world()


def raising(
    world: World, by: Actor = ANNA, origin: Origin = IN_THREAD, typed: str = "", of: str = ""
) -> Modal:
    prepare_raise(
        VIEW, origin, by, typed=typed, clarification_id=of, workspace=WORKSPACE,
        store=world.store, room=world.room, facilitator=world.words, clock=world.clock,
        ids=world.ids,
    )  # fmt: skip
    return world.room.modals[VIEW]


def clarifying(world: World, by: Actor = ANNA, origin: Origin = IN_THREAD) -> Modal:
    prepare_clarify(
        VIEW, origin, by, workspace=WORKSPACE, store=world.store, room=world.room,
        clock=world.clock, ids=world.ids,
    )  # fmt: skip
    return world.room.modals[VIEW]


class TestRaise:
    def test_in_a_conversation_of_two_it_says_where_to_raise_one(self, world: World) -> None:
        said = raising(world, origin=Origin(ChannelId("D7"), "", "1.1"))
        assert isinstance(said, Saved)
        assert "choose the channel that you share" in said.sentence

    def test_what_was_typed_comes_back_where_no_form_does(self, world: World) -> None:
        said = raising(world, by=GUEST, origin=Origin(CHANNEL), typed="Late trucks again")
        assert isinstance(said, Saved)
        assert said.typed == "Late trucks again"

    def test_it_is_filled_in_from_the_message(self, world: World) -> None:
        form = raising(world, by=BEN)
        assert isinstance(form, RaiseForm)
        assert form.intake == Intake(MESSAGE.text, MESSAGE.text, IssueKind.LATE_DELIVERY)
        assert (form.origin, form.by_another) == (IN_THREAD, False)
        assert form.message == MESSAGE.text

    def test_of_anothers_message_nothing_is_repeated_and_no_facilitator_hears_it(
        self, world: World
    ) -> None:
        form = raising(world)
        assert isinstance(form, RaiseForm)
        assert form.intake == Intake("A matter of 5 days", "", IssueKind.LATE_DELIVERY)
        assert (form.by_another, form.message) == (True, "")
        assert isinstance(world.words, ScriptedFacilitator)
        assert world.words.heard == []

    def test_beside_anothers_message_the_openers_own_words_are_filled_in(
        self, world: World
    ) -> None:
        own = Message(CHANNEL, "100.2", ANNA.person, "Three orders came late.")
        world.room.threads[CHANNEL, "100.1"] = [MESSAGE, own]
        form = raising(world)
        assert isinstance(form, RaiseForm)
        assert (form.intake.title, form.intake.happened) == ("A matter of 5 days", own.text)
        assert isinstance(world.words, ScriptedFacilitator)
        assert world.words.heard == [own]

    def test_the_openers_side_stands_first(self, world: World) -> None:
        for person, names in ((ANNA, ["Acme", "Borealis"]), (BEN, ["Borealis", "Acme"])):
            form = raising(world, by=person)
            assert isinstance(form, RaiseForm)
            assert [s.name for s in form.sides] == names

    def test_from_a_command_it_is_filled_in_from_what_was_typed(self, world: World) -> None:
        form = raising(world, origin=Origin(CHANNEL), typed="Pallets broken twice")
        assert isinstance(form, RaiseForm)
        assert form.intake.title == "Pallets broken twice"

    def test_from_nothing_it_is_empty(self, world: World) -> None:
        form = raising(world, origin=Origin(CHANNEL))
        assert isinstance(form, RaiseForm)
        assert form.intake == Intake("", "", IssueKind.OTHER)

    def test_it_remembers_the_clarification_that_it_comes_from(self, world: World) -> None:
        on_record(world.store, world.room)
        asked = OpenClarification(WORKSPACE, IN_THREAD, "No fee inside five days.")
        held = world.act(open_clarification, asked, by=ANNA, ids=world.ids)
        form = raising(world, of=held.id)
        assert isinstance(form, RaiseForm)
        assert form.clarification_id == held.id

    def test_what_both_lines_said_stands_in_it(self, world: World) -> None:
        on_record(world.store, world.room)
        asked = OpenClarification(WORKSPACE, IN_THREAD, "No fee inside five days.")
        held = world.act(open_clarification, asked, by=ANNA, ids=world.ids)
        form = raising(world, of=held.id)
        assert isinstance(form, RaiseForm)
        assert "No fee" not in form.intake.happened
        world.act(add_line, held.id, "They can be changed.", by=BEN)
        form = raising(world, of=held.id)
        assert isinstance(form, RaiseForm)
        lines = ["Acme: No fee inside five days.", "Borealis: They can be changed."]
        assert form.intake.happened.splitlines()[-2:] == lines

    def test_a_cleared_line_that_becomes_a_case_is_titled_by_its_matter(self) -> None:
        world = memory_world(words=builtin_facilitator(load_library(None)))
        on_record(world.store, world.room)
        asked = OpenClarification(WORKSPACE, IN_THREAD, "We read: new orders, at no extra fee.")
        held = world.act(open_clarification, asked, by=ANNA, ids=world.ids)
        world.act(add_line, held.id, "We meant changes up to five days before.", by=BEN)
        for person in (ANNA, BEN):
            form = raising(world, by=person, of=held.id)
            assert isinstance(form, RaiseForm)
            assert form.intake.title == "Order window: five days"
            assert form.intake.kind is IssueKind.LATE_DELIVERY

    def test_where_the_matter_has_no_name_the_message_gives_the_title(self) -> None:
        world = memory_world(words=builtin_facilitator(load_library(None)))
        blue = replace(MESSAGE, text="The blue ones go first from now on.")
        world.room.threads[CHANNEL, "100.1"] = [blue]
        on_record(world.store, world.room)
        asked = OpenClarification(WORKSPACE, IN_THREAD, "Blue before green.")
        held = world.act(open_clarification, asked, by=ANNA, ids=world.ids)
        world.act(add_line, held.id, "Blue before all others.", by=BEN)
        form = raising(world, by=BEN, of=held.id)
        assert isinstance(form, RaiseForm)
        assert form.intake.title == "The blue ones go first from now on"

    def test_filling_it_in_keeps_nothing_of_what_others_wrote(self, world: World) -> None:
        raising(world)
        with world.store() as uow:
            assert uow.conversation.of_thread(CHANNEL, "100.1") == ()

    def test_who_is_on_no_side_gets_a_sentence_and_no_form(self, world: World) -> None:
        for person in (GUEST, STRANGER):
            shown = raising(world, by=person)
            assert isinstance(shown, Saved)
            assert shown.title == "Raise an issue"
            assert shown.sentence

    def test_a_channel_seen_for_the_first_time_is_learnt_on_the_way(self, world: World) -> None:
        new = ChannelId("C2")
        world.room.shared_by[new] = [(ACME, "Acme")]
        world.room.members[new] = list(PEOPLE)
        form = raising(world, origin=Origin(new))
        assert isinstance(form, RaiseForm)
        assert [s.name for s in form.sides] == ["Acme"]
        refused = raising(world, by=GUEST, origin=Origin(new))
        assert isinstance(refused, Saved)


class TestClarify:
    def test_it_shows_the_message_and_asks_by_who_wrote_it(self, world: World) -> None:
        for person, by_author in ((ANNA, False), (BEN, True)):
            form = clarifying(world, by=person)
            assert isinstance(form, ClarifyForm)
            assert form.about == MESSAGE
            assert form.by_author is by_author

    def test_where_there_is_one_side_that_is_said_before_anybody_types(self, world: World) -> None:
        apart = ChannelId("C-inside")
        world.room.shared_by[apart] = [(ACME, "Acme")]
        world.room.members[apart] = [p for p in PEOPLE if p.team_id == ACME]
        shown = clarifying(world, origin=Origin(apart, "5.1", "5.1"))
        assert isinstance(shown, Saved)
        assert "only one side" in shown.sentence

    def test_a_message_that_is_gone_is_said_to_be_gone(self, world: World) -> None:
        shown = clarifying(world, origin=Origin(CHANNEL, "100.1", "100.9"))
        assert isinstance(shown, Saved)
        assert "choose another one" in shown.sentence

    def test_who_is_on_no_side_gets_a_sentence(self, world: World) -> None:
        assert isinstance(clarifying(world, by=GUEST), Saved)


def test_a_thread_is_read_once_more_and_says_what_it_says_now(world: World) -> None:
    read_thread(IN_THREAD, room=world.room)
    edited = replace(MESSAGE, text="Orders inside six days.")
    answer = Message(CHANNEL, "100.2", PersonId("UANNA"), "Really?")
    world.room.threads[CHANNEL, "100.1"] = [edited, answer]
    assert read_thread(IN_THREAD, room=world.room) == (edited, answer)
    assert read_thread(Origin(CHANNEL), room=world.room) == ()


@pytest.mark.parametrize("place", [0, 7, 290])
def test_of_a_long_thread_the_message_it_is_about_is_read_wherever_it_stands(
    world: World, place: int
) -> None:
    thread = [replace(MESSAGE, ts=f"{n}.0", text=f"Message {n}") for n in range(300)]
    world.room.threads[CHANNEL, "0.0"] = thread
    read = read_thread(Origin(CHANNEL, "0.0", f"{place}.0"), room=world.room)
    assert len(read) <= MOST_READ
    assert {0, place, 299} <= {int(m.text.split()[1]) for m in read}
    assert list(read) == sorted(read, key=lambda m: float(m.ts))


def test_who_raises_an_issue_is_told_why_no_model_filled_in_the_form(world: World) -> None:
    words = ScriptedFacilitator(notice="The model was asleep.")
    prepare_raise(
        VIEW, IN_THREAD, BEN, typed="", clarification_id="", workspace=WORKSPACE,
        store=world.store, room=world.room, facilitator=words, clock=world.clock, ids=world.ids,
    )  # fmt: skip
    form = world.room.modals[VIEW]
    assert isinstance(form, RaiseForm)
    assert form.notice == "The model was asleep."
