"""Just clarify: one private line from each side, then both lines together, then often an end."""

from dataclasses import replace

import pytest

from bot.casework.clarify import OpenClarification, add_line, clear_up, open_clarification
from bot.casework.learn_channel import learn_channel
from bot.casework.membership import NotYetKnown
from bot.casework.shown import Origin
from bot.mediation.clarification import MAX_LINE, Clarification, Outcome, ShownLine
from bot.mediation.people import ChannelId
from bot.mediation.refusals import MovedOn, NotFound, Outsider, Refusal, Unclear
from tests.casework.world import (
    ACME,
    ALEX,
    ANNA,
    BEN,
    CHANNEL,
    GUEST,
    IN_THREAD,
    MESSAGE,
    STRANGER,
    WORKSPACE,
    World,
    on_record,
)

FIRST = "I read it as: no fee inside five days."
SECOND = "I meant the order can still be changed."


@pytest.fixture
def opened(world: World) -> Clarification:
    on_record(world.store, world.room)
    return begin(world)


def begin(world: World, line: str = FIRST, by: object = ANNA) -> Clarification:
    asked = OpenClarification(WORKSPACE, IN_THREAD, line)
    return world.act(open_clarification, asked, by=by, ids=world.ids)  # type: ignore[arg-type]


def held(world: World, opened: Clarification) -> Clarification:
    with world.store() as uow:
        return uow.clarifications.get(opened.id)


def test_it_is_about_one_message_and_knows_whose_it_is(world: World, opened: Clarification) -> None:
    assert opened.about == MESSAGE
    assert opened.author_side == world.side(BEN).id
    assert opened.opened_by == ANNA.person
    assert world.room.clarifications[opened.id] == opened


def test_somebody_of_the_other_side_is_asked_by_name(world: World, opened: Clarification) -> None:
    assert opened.asked == (BEN.person,)


def test_who_clarifies_their_own_message_asks_the_other_side_by_name(world: World) -> None:
    on_record(world.store, world.room)
    by_author = begin(world, SECOND, by=BEN)
    assert by_author.asked[0] in {ANNA.person, ALEX.person}


def test_the_first_line_is_shown_to_nobody(world: World, opened: Clarification) -> None:
    assert opened.lines == ()
    assert FIRST not in repr(world.room.shown)
    assert FIRST not in "".join(world.texts(opened.id))


def test_a_line_that_waits_for_others_moves_nothing_that_they_see(
    world: World, opened: Clarification
) -> None:
    """Of an update of a card the others' apps are told, whatever it changes."""
    shown = list(world.room.shown)
    record = world.texts(opened.id)
    world.act(add_line, opened.id, "said otherwise", by=ALEX)
    assert (world.room.shown, world.texts(opened.id)) == (shown, record)


def test_with_the_last_line_both_are_shown_together(world: World, opened: Clarification) -> None:
    shown = world.act(add_line, opened.id, f"  {SECOND}\n", by=BEN)
    assert shown.outcome is Outcome.SHOWN
    assert shown.lines == (
        ShownLine(world.side(ANNA).id, ANNA.person, FIRST),
        ShownLine(world.side(BEN).id, BEN.person, SECOND),
    )
    assert world.room.clarifications[opened.id] == shown


def test_lines_stand_in_the_order_of_the_sides_whoever_was_first(world: World) -> None:
    on_record(world.store, world.room)
    by_ben = begin(world, SECOND, by=BEN)
    shown = world.act(add_line, by_ben.id, FIRST, by=ANNA)
    assert [line.words for line in shown.lines] == [FIRST, SECOND]


def test_once_shown_no_private_copy_is_kept(world: World, opened: Clarification) -> None:
    world.act(add_line, opened.id, SECOND, by=BEN)
    with world.store() as uow:
        assert uow.clarifications.lines(opened.id) == ()


def test_until_then_a_side_may_change_its_line(world: World, opened: Clarification) -> None:
    for person, words in ((ANNA, "second thought"), (ALEX, "a colleague's thought")):
        again = world.act(add_line, opened.id, words, by=person)
        assert again.outcome is Outcome.OPEN
    shown = world.act(add_line, opened.id, SECOND, by=BEN)
    assert [line.words for line in shown.lines] == ["a colleague's thought", SECOND]


def test_it_is_cleared_up_once_both_sides_say_so(world: World, opened: Clarification) -> None:
    world.act(add_line, opened.id, SECOND, by=BEN)
    for person in (ANNA, ALEX):
        assert world.act(clear_up, opened.id, by=person).outcome is Outcome.SHOWN
    assert world.act(clear_up, opened.id, by=BEN).outcome is Outcome.CLEARED_UP
    with pytest.raises(MovedOn):
        world.act(clear_up, opened.id, by=BEN)


def test_nothing_is_cleared_up_before_both_lines_are_read(
    world: World, opened: Clarification
) -> None:
    with pytest.raises(MovedOn):
        world.act(clear_up, opened.id, by=ANNA)


def test_after_both_are_shown_no_line_is_added(world: World, opened: Clarification) -> None:
    world.act(add_line, opened.id, SECOND, by=BEN)
    with pytest.raises(MovedOn, match="already shown together"):
        world.act(add_line, opened.id, "late", by=ANNA)


@pytest.mark.parametrize("line", ["", "  \n", "x" * (MAX_LINE + 1)])
def test_a_line_is_one_short_line(world: World, opened: Clarification, line: str) -> None:
    with pytest.raises(Unclear) as refused:
        world.act(add_line, opened.id, line, by=BEN)
    assert refused.value.field == "line"
    with pytest.raises(Unclear):
        begin(world, line)
    assert held(world, opened) == opened


def test_the_longest_line_fits(world: World, opened: Clarification) -> None:
    shown = world.act(add_line, opened.id, "x" * MAX_LINE, by=BEN)
    assert shown.lines[1].words == "x" * MAX_LINE


def test_outsiders_take_no_part(world: World, opened: Clarification) -> None:
    for act in (add_line, clear_up):
        more = ("a line",) if act is add_line else ()
        with pytest.raises(Outsider):
            world.act(act, opened.id, *more, by=GUEST)
        with pytest.raises(NotYetKnown):
            world.act(act, opened.id, *more, by=STRANGER)
    with pytest.raises(Outsider):
        begin(world, by=GUEST)


def test_one_message_is_clarified_once_at_a_time(world: World, opened: Clarification) -> None:
    with pytest.raises(MovedOn, match="being clarified already"):
        begin(world, by=BEN)
    world.act(add_line, opened.id, SECOND, by=BEN)
    with pytest.raises(MovedOn, match="being clarified already"):
        begin(world, by=ALEX)
    for person in (ANNA, BEN):
        world.act(clear_up, opened.id, by=person)
    assert begin(world, by=ALEX).id != opened.id


def test_a_message_that_is_gone_cannot_be_clarified(world: World) -> None:
    with pytest.raises(NotFound, match="choose another one"):
        begin(world)


def test_a_clarification_that_is_gone_is_said_to_be_gone(world: World) -> None:
    with pytest.raises(NotFound):
        world.act(add_line, "nothing", "a line", by=ANNA)


def test_a_channel_of_one_side_has_nobody_to_clarify_with(world: World) -> None:
    inside = ChannelId("C-inside")
    world.room.shared_by[inside] = [(ACME, "Acme")]
    asked = OpenClarification(WORKSPACE, Origin(inside, "1.1", "1.1"), "line")
    with pytest.raises(Refusal, match="still reading"):
        world.act(open_clarification, asked, by=ANNA, ids=world.ids)
    learn_channel(inside, workspace=WORKSPACE, store=world.store, room=world.room, ids=world.ids)
    with pytest.raises(Unclear, match="only one side"):
        world.act(open_clarification, asked, by=ANNA, ids=world.ids)


def test_a_message_by_somebody_of_no_side_is_nobodys(world: World) -> None:
    world.room.threads[CHANNEL, "100.1"] = [replace(MESSAGE, author=STRANGER.person)]
    on_record(world.store, world.room)
    assert begin(world).author_side is None


def test_who_writes_a_line_has_agreed_to_what_the_form_says(
    world: World, opened: Clarification
) -> None:
    world.act(add_line, opened.id, SECOND, by=BEN)
    with world.store() as uow:
        assert uow.consents.given(ANNA.person, opened.id) is not None
        assert uow.consents.given(BEN.person, opened.id) is not None


def test_the_request_prints_no_line() -> None:
    assert "canary" not in repr(OpenClarification(WORKSPACE, IN_THREAD, "canary"))
