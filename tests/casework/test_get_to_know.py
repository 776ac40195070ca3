"""The partnership is set up little by little, at the end of a case, and read by both."""

import pytest

from bot.casework.get_to_know import (
    Acquaintance,
    TellAboutUs,
    acquaintances,
    agree_goal,
    drop_goal,
    propose_goal,
    tell_about_us,
)
from bot.casework.membership import Actor
from bot.casework.name_people import NamePeople, name_people
from bot.casework.verdict import withdraw
from bot.mediation.partner import Topic
from bot.mediation.refusals import Outsider, Unclear
from bot.mediation.stages import Stage
from tests.casework.world import ALEX, ANNA, BEN, GUEST, WORKSPACE, World


def seen(world: World, by: Actor) -> Acquaintance:
    with world.store() as uow:
        (found,) = acquaintances(WORKSPACE, by, uow=uow)
    return found


@pytest.fixture
def after(world: World) -> World:
    """One case has come to its end."""
    case = world.case_at(Stage.FRAMED)
    for by in (ANNA, BEN):
        world.settles(case, by)
    return world


def test_nothing_is_asked_before_a_case_has_ended(world: World) -> None:
    world.raise_case()
    assert seen(world, ANNA).asked is None


def test_a_case_that_was_withdrawn_asks_nothing(world: World) -> None:
    world.act(withdraw, world.raise_case().id, by=ANNA)
    assert seen(world, BEN).asked is None


def test_at_the_end_of_a_case_each_side_is_asked_one_thing(after: World) -> None:
    assert [seen(after, by).asked for by in (ANNA, BEN)] == [Topic.HOURS, Topic.HOURS]


def test_the_end_of_a_case_says_where_the_question_stands_while_there_is_one(after: World) -> None:
    ends = "One thing they should know about how you work? The question stands on My desk."
    assert sum(ends in text for text in after.room.note_texts()) == 1
    for topic in Topic:
        for by in (ANNA, BEN):
            after.act(tell_about_us, TellAboutUs(after.partnership.id, topic, ""), by=by)
    case = after.case_at(Stage.FRAMED)
    for by in (ANNA, BEN):
        after.settles(case, by)
    assert sum("Cleared up" in text for text in after.room.note_texts()) == 2
    assert sum(ends in text for text in after.room.note_texts()) == 1


def test_a_side_sees_what_it_has_said_and_can_say_it_otherwise(after: World) -> None:
    for words in ("", "Nine to five.", "Eight to four."):
        asked = TellAboutUs(after.partnership.id, Topic.HOURS, words)
        after.act(tell_about_us, asked, by=BEN)
        found = seen(after, BEN)
        assert found.own.said == {Topic.HOURS: words}
        assert found.may_tell
    assert seen(after, ANNA).own.said == {}


def test_what_a_side_says_is_read_by_the_other_and_not_asked_again(after: World) -> None:
    asked = TellAboutUs(after.partnership.id, Topic.HOURS, "Nine to five, Riga time.")
    after.act(tell_about_us, asked, by=BEN)
    assert seen(after, BEN).asked is None
    ((side, about),) = seen(after, ANNA).known
    assert (side.name, about.said) == ("Borealis", {Topic.HOURS: "Nine to five, Riga time."})
    assert "Borealis told how it works." in after.texts(after.partnership.id)


def test_a_question_can_be_passed_over_for_good(after: World) -> None:
    after.act(tell_about_us, TellAboutUs(after.partnership.id, Topic.HOURS, " "), by=ANNA)
    assert seen(after, ANNA).asked is None
    assert "told how" not in " ".join(after.texts(after.partnership.id))


def test_only_who_speaks_for_a_side_is_asked(after: World) -> None:
    asked = NamePeople(after.partnership.id, [ANNA.person], [ANNA.person])
    after.act(name_people, asked, by=ANNA)
    assert seen(after, ANNA).asked is Topic.HOURS
    assert seen(after, ALEX).asked is None


def test_long_answers_are_asked_to_be_shorter(after: World) -> None:
    asked = TellAboutUs(after.partnership.id, Topic.HOURS, "x" * 401)
    with pytest.raises(Unclear, match="one thing is enough"):
        after.act(tell_about_us, asked, by=ANNA)


def test_a_goal_is_proposed_by_one_side_and_shared_by_both(after: World) -> None:
    after.act(propose_goal, after.partnership.id, "98 % on time by June", by=ANNA)
    sides = frozenset(s.id for s in after.partnership.sides)
    assert seen(after, BEN).goals.shared(sides) == ()
    after.act(agree_goal, after.partnership.id, 0, by=BEN)
    assert seen(after, ANNA).goals.shared(sides) == ("98 % on time by June",)
    after.act(drop_goal, after.partnership.id, 0, by=ANNA)
    assert seen(after, BEN).goals.held == ()


@pytest.mark.parametrize("text", ["", "  ", "x" * 401])
def test_a_goal_is_a_sentence(after: World, text: str) -> None:
    with pytest.raises(Unclear) as refused:
        after.act(propose_goal, after.partnership.id, text, by=ANNA)
    assert refused.value.field == "goal"


def test_who_is_on_no_side_sees_and_says_nothing(after: World) -> None:
    with after.store() as uow:
        assert acquaintances(WORKSPACE, GUEST, uow=uow) == ()
    with pytest.raises(Outsider):
        after.act(propose_goal, after.partnership.id, "Goal", by=GUEST)
