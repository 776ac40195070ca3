"""The views that serve both organisations alike: within Slack's limits, whatever stands in them."""

import json
import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from bot.casework.asked_fair import AskedFair
from bot.casework.consent import WORDING, Standing
from bot.casework.get_to_know import Acquaintance
from bot.casework.hosting import Hosting
from bot.casework.ledger import Going, Moment, Pulse
from bot.casework.my_desk import Desk, Named, OwnSide, Waiting
from bot.casework.next_step import Step
from bot.casework.owed import Promise
from bot.casework.own_answers import own_answers
from bot.mediation.agreement import OutsideSigner, Progress, Signature
from bot.mediation.caucus import Short
from bot.mediation.ladder import Ladder
from bot.mediation.partner import AboutUs, Goals, Topic
from bot.mediation.people import PartnershipId, PersonId, Side, SideId
from bot.mediation.stages import Stage
from bot.mediation.standstill import Standstill
from bot.slack.blocks import View
from bot.slack.limits import faults_of_message, faults_of_view
from bot.slack.views.private.desk_view import desk_view
from bot.slack.views.private.home import MOST_PULSES, home
from bot.slack.views.private.keeping_view import facts, keeping_view
from bot.slack.views.private.partner_form import about_form, goal_form, partner_view, question_block
from bot.slack.views.private.people_form import people_form
from bot.slack.views.private.sign_form import sign_form
from bot.slack.views.private.standing_form import standing_form
from bot.slack.views.private.standstill_form import standstill_form
from bot.slack.views.private.told_view import told_view
from bot.slack.views.shared.case_card import case_card
from bot.slack.views.shared.desk_message import desk_message
from storage.codec import encode
from tests.casework.world import ANNA, BEN, CHANNEL, WORKSPACE, World, memory_world
from tests.chance import NOON
from tests.slack import samples
from tests.slack.shown import buttons, read

LONG = "word " * 2_000
GIVEN = Standing(ANNA.person, WORDING, NOON)
LOUD = "<!channel> <@UBEN> *loud* "


@pytest.fixture(scope="module")
def world() -> World:
    return memory_world()


def own(world: World, **changes: Any) -> OwnSide:
    sides = world.partnership.sides
    base = OwnSide(
        world.partnership.id,
        sides[0],
        sides[1:],
        (ANNA.person,),
        (ANNA.person,),
        named=True,
        may_name=True,
    )
    return replace(base, **changes)


def test_the_pinned_message_has_one_button_and_says_whose_it_is() -> None:
    shown = desk_message()
    assert faults_of_message(shown.text, shown.blocks) == ()
    assert buttons(shown.blocks) == ["My desk"]
    assert "takes no side and serves everybody here alike" in read(shown.blocks)
    assert "a program run by Northwind Foods" in read(
        desk_message(Hosting("Northwind Foods")).blocks
    )


def test_a_full_desk_fits(world: World) -> None:
    side = world.partnership.sides[1]
    named = tuple(
        Named(world.partnership.id, PersonId(f"U{n}"), side, BEN.person) for n in range(30)
    )
    months = tuple(
        Pulse(side.id, date(2026, n, 1), Going.NOT_WELL, BEN.person, world.clock.now())
        for n in range(1, 7)
    )
    sides = tuple(
        own(world, partnership=PartnershipId(f"p{n}"), may_tap=True, pulses=months)
        for n in range(30)
    )
    known = tuple(acquainted(world, Topic.HOURS) for _ in range(30))
    desk = Desk(named=named, sides=sides, known=known)
    view = desk_view(desk, CHANNEL)
    assert faults_of_view(view) == ()
    assert read(view).count("How is this partnership going?") == MOST_PULSES


def acquainted(world: World, asked: Topic | None, words: str = "words") -> Acquaintance:
    partnership = world.partnership
    about = AboutUs(dict.fromkeys(Topic, words))
    goals = Goals().proposed(words, partnership.sides[0].id)
    sides = partnership.sides
    return Acquaintance(
        partnership, sides[0], asked, ((sides[1], about),), goals, about, may_tell=True
    )


def test_who_may_not_name_sees_who_speaks_and_no_button_for_it(world: World) -> None:
    shown = desk_view(Desk(sides=(own(world, may_name=False),)), CHANNEL)
    assert "Your side's people" not in buttons(shown)
    assert f"Speaks: <@{ANNA.person}>" in read(shown)


def test_a_side_whose_named_people_have_left_reads_it_first_and_names_who_goes_on(
    world: World,
) -> None:
    shown = desk_view(Desk(sides=(own(world, speaks=(), signs=()),)), CHANNEL)
    assert buttons(shown)[0] == "Name who goes on"
    assert "Nobody who speaks or signs for *Acme* is here just now" in read(shown)
    assert "Nothing waits for you" not in read(shown)
    assert "Speaks: nobody who is here" in read(shown)


def test_a_side_that_named_nobody_is_told_that_everybody_may(world: World) -> None:
    shown = desk_view(Desk(sides=(own(world, named=False),)), CHANNEL)
    assert "Everybody of your side in the channel may speak and sign" in read(shown)


def full_desk(world: World) -> Desk:
    """Something of everything that a desk can show."""
    agreed = samples.case(Stage.AGREED)
    agreed = replace(agreed, issue=replace(agreed.issue, language="es"))
    assert agreed.agreement is not None
    theirs, mine = agreed.agreement.commitments
    missing = replace(mine, progress=Progress.CONTESTED, contested_because="20")
    months = (Pulse(world.partnership.sides[0].id, NOON.date(), Going.SO_SO, BEN.person, NOON),)
    return Desk(
        waiting=(Waiting(samples.case(Stage.PROPOSED), Step.ANSWER),),
        promises=(
            Promise(agreed, missing, True),
            Promise(agreed, theirs, False),
            Promise(agreed, replace(theirs, key="o"), False, offered=True),
        ),
        cases=(samples.case(Stage.FRAMED),),
        named=(Named(world.partnership.id, BEN.person, world.partnership.sides[1], BEN.person),),
        sides=(own(world, may_tap=True, pulses=months), own(world, named=False)),
        known=(acquainted(world, Topic.HOURS),),
        fair=(AskedFair(agreed, Moment.SIGNED),),
        today=mine.due,
    )


def test_a_desk_in_spanish_says_nothing_in_english(world: World) -> None:
    desk = full_desk(world)

    def words(shown: View) -> set[str]:
        blocks = [{k: v for k, v in b.items() if k != "accessory"} for b in shown["blocks"]]
        told = read([b for b in blocks if b["type"] != "actions"])
        return set(re.findall(r"[a-z]{2,}", told.casefold()))

    english, spanish = words(home(desk)), words(home(replace(desk, language="es")))
    written = json.dumps([encode(p.case) for p in desk.promises]).casefold()
    alike = {word for word in english & spanish if word not in written}
    known = {"acme", "borealis", "uanna", "uben", "parley", "mar", "nov"}
    known |= {"se", "mide", "as"}  # how a Spanish case says what is measured
    assert alike - known <= {"just", "raise", "suggest", "trade", "offs", "clarify"}
    assert len(spanish - english) > 60


def test_the_people_form_shows_the_lists_as_they_stand(world: World) -> None:
    view = people_form(own(world, ladder=Ladder((BEN.person,), 3)))
    assert faults_of_view(view) == ()
    inputs = {b["block_id"]: b["element"] for b in view["blocks"] if b["type"] == "input"}
    assert inputs["speaks"]["initial_users"] == [ANNA.person]
    assert inputs["ladder"]["initial_users"] == [BEN.person]
    assert inputs["days"]["initial_option"]["value"] == "3"


@pytest.mark.parametrize("words", ["words", LONG[:400], LOUD])
def test_what_partners_say_fits_and_pings_nobody(world: World, words: str) -> None:
    found = acquainted(world, Topic.CULTURE, words)
    for view in (
        partner_view(found),
        about_form(world.partnership.id, Topic.CULTURE),
        goal_form(world.partnership.id),
    ):
        assert faults_of_view(view) == ()
        assert "<!channel>" not in read(view)
    assert buttons(question_block(found)) == ["Answer"]
    assert question_block(replace(found, asked=None)) == []


class TestWhatIsKept:
    def test_it_says_what_where_which_model_who_pays_and_who_could_read_it(self) -> None:
        hosting = Hosting("Northwind", "Both", "Riga", "small-1", "models.example")
        said = "\n".join(facts(hosting))
        for part in (
            "Riga",
            "small-1",
            "models.example",
            "Run by Northwind. Paid for by Both.",
            "administrators",
            "never sent to it",
            "Neither of you holds the key",
        ):
            assert part in said

    def test_without_settings_it_says_so_and_who_pays_is_who_runs_it(self) -> None:
        said = "\n".join(facts(Hosting()))
        assert "has not given a name here" in said
        assert "No language model is asked" in said
        assert "Northwind runs it and pays for it." in "\n".join(facts(Hosting(host="Northwind")))

    def test_a_trial_that_writes_texts_into_its_logs_says_so_first(self, world: World) -> None:
        case = world.raise_case()
        trial = Hosting(open_logs=True)
        assert "written into its logs" in facts(trial)[0]
        assert "logs" not in "\n".join(facts(Hosting()))
        assert "logs, unencrypted" in json.dumps(case_card(case, trial).blocks)
        assert "unencrypted" not in json.dumps(case_card(case).blocks)

    def test_it_fits_and_withdrawal_asks_once_more(self, world: World) -> None:
        hosting = Hosting(LONG, LONG, LONG, LONG, LONG)
        case = world.raise_case()
        view = keeping_view(hosting, [(own(world), GIVEN), (own(world), None)], [case])
        assert faults_of_view(view) == ()
        labels = ["Take it back", "Agree for all of us", "Take our consent back"]
        assert buttons(view) == labels
        assert "confirm" in view["blocks"][-1]["accessory"]

    def test_a_long_name_leaves_room_for_what_is_said(self) -> None:
        view = standing_form(PartnershipId("p"), Side(SideId("a"), LONG))
        assert faults_of_view(view) == ()
        assert "I may decide this for word" in read(view)

    def test_many_cases_fit_and_the_older_ones_are_found_on_their_cards(self, world: World) -> None:
        cases = [replace(world.raise_case(), number=n) for n in range(40, 0, -1)]
        view = keeping_view(Hosting(), [(own(world), GIVEN)], cases)
        assert faults_of_view(view) == ()
        assert buttons(view).count("Take our consent back") == 20
        assert "on their own cards" in read(view)


class TestWhatASideTold:
    def test_all_of_it_stands_there_for_its_side(self) -> None:
        world = memory_world()
        case = world.raise_case()
        world.tell(case, ANNA, why="Our shelves.", private=LOUD + "Only you.")
        with world.store() as uow:
            found = own_answers(WORKSPACE, ANNA, uow=uow)
        view = told_view(found)
        assert faults_of_view(view) == ()
        said = read(view)
        assert "Our shelves." in said
        assert "Only you." in said
        assert "<!channel>" not in said
        assert f"The story told by <@{ANNA.person}>, <!date" in said
        assert buttons(view) == ["Change the story"]

    def test_ratings_and_blind_answers_are_told_in_words(self) -> None:
        world = memory_world()
        case = world.case_at(Stage.PROPOSED)
        world.answer(case, ANNA, 0)
        with world.store() as uow:
            (found,) = own_answers(WORKSPACE, ANNA, uow=uow)
        view = told_view([found])
        assert faults_of_view(view) == ()
        assert "Matters most:" in read(view)
        assert "could sign A" in read(view)
        assert found.changeable == (Step.RATE, Step.ANSWER)

    def test_the_package_that_came_nearest_is_told_in_its_own_numbers(self) -> None:
        world = memory_world()
        world.case_at(Stage.PROPOSED)
        with world.store() as uow:
            (found,) = own_answers(WORKSPACE, ANNA, uow=uow)
        caucus = found.caucus.with_short(Short((1, 2, 0, 0), by=8))
        view = told_view([replace(found, caucus=caucus)])
        assert faults_of_view(view) == ()
        said = read(view)
        assert "On-time target 96 % and Grace orders a month none; all else as today." in said
        assert "about 8 of 100 below no deal for you" in said
        assert "take the case up again" in said
        assert "came nearest" not in read(told_view([found])).lower()

    def test_nothing_told_says_so(self) -> None:
        assert "told nothing in private yet" in read(told_view(()))


class TestTheFrame:
    def test_the_form_for_a_standstill_fits_and_has_the_usual_words(self) -> None:
        view = standstill_form(memory_world().raise_case())
        assert faults_of_view(view) == ()
        assert "No deductions and no stopped shipments." in read(view)

    def test_the_form_for_a_signature_from_outside_asks_who_in_which_role_and_when(self) -> None:
        world = memory_world()
        opened = world.opened(world.case_at(Stage.SIGNING), ANNA)
        view = sign_form(opened, outside=True)
        assert faults_of_view(view) == ()
        keys = [b.get("block_id") for b in view["blocks"]]
        assert {"outside_name", "outside_role", "outside_on"} <= set(keys)
        assert "Our signatory is not in Slack" in buttons(sign_form(opened))

    def test_a_card_with_all_of_it_fits_and_pings_nobody(self) -> None:
        world = memory_world()
        case = world.case_at(Stage.SIGNING)
        assert case.agreement is not None
        today = date(2026, 3, 2)
        ours = case.sides[0].id
        outside = OutsideSigner(LOUD + LONG[:70], LOUD, today)
        signature = Signature(ours, ANNA.person, world.clock.now(), case.agreement.version, outside)
        held = Standstill(LOUD + LONG[:270], today + timedelta(days=4), ours, frozenset({ours}))
        full = replace(
            case,
            agreement=replace(case.agreement, signatures=(signature,)),
            standstill=held,
            frozen_for=frozenset({case.sides[1].id}),
        )
        card = case_card(full)
        assert faults_of_message(card.text, card.blocks) == ()
        assert "<!channel>" not in read(card.blocks)
        assert "This case waits" in read(card.blocks)
        assert "Agree to it" in buttons(card.blocks)
