"""Before somebody agrees to anything they read to what: on each form and on a new case's card."""

from dataclasses import replace

import pytest

from bot.casework.hosting import Hosting
from bot.casework.membership import Actor
from bot.casework.shown import ClarifyForm, CountForm, RaiseForm
from bot.mediation.facts.counts import Calculator
from bot.mediation.issues import Intake, IssueKind
from bot.mediation.stages import Stage
from bot.slack.blocks import View
from bot.slack.limits import faults_of_view
from bot.slack.views import actions as names
from bot.slack.views.private.agenda_form import agenda_editor, agenda_form
from bot.slack.views.private.agreeing import ABOUT, LINE_STORED, STORED
from bot.slack.views.private.answer_form import answer_form
from bot.slack.views.private.clarify_form import clarify_form
from bot.slack.views.private.confirm_form import confirm_form
from bot.slack.views.private.count_form import count_form
from bot.slack.views.private.follow_form import (
    change_form,
    contest_form,
    done_form,
    reopen_form,
    show_form,
)
from bot.slack.views.private.promise_form import promise_form
from bot.slack.views.private.raise_form import raise_form
from bot.slack.views.private.rating_form import fine_form, rating_form
from bot.slack.views.private.sign_form import sign_form
from bot.slack.views.private.standstill_form import standstill_form
from bot.slack.views.private.tell_form import tell_form
from bot.slack.views.shared.case_card import case_card
from tests.casework.world import ALEX, ANNA, IN_THREAD, MESSAGE, memory_world
from tests.slack import samples
from tests.slack.shown import buttons, read

NEW = RaiseForm(IN_THREAD, Intake("Late", "", IssueKind.OTHER), samples.case().sides)
AGREED = samples.case(Stage.AGREED)
ABOUT_A_PROMISE = (show_form, done_form, contest_form, change_form)
HOSTED = Hosting(host="Northwind Foods", where="a database in Riga", model="m-1", model_at="x.y")


def form_at(stage: Stage, by: Actor = ALEX) -> list[View]:
    """As Alex opens it, who has sent nothing yet, unless said otherwise."""
    world = memory_world()
    opened = world.opened(world.case_at(stage), by)
    match stage:
        case Stage.CLARIFYING:
            return [tell_form(opened, by.person)]
        case Stage.CONFIRMING:
            return [confirm_form(opened)]
        case Stage.AGENDA:
            return [agenda_form(opened), agenda_editor(opened)]
        case Stage.RATING:
            return [rating_form(opened), fine_form(opened)]
        case Stage.PROPOSED:
            return [answer_form(opened)]
        case _:
            return [sign_form(opened), promise_form(opened, by.person)]


STAGES = (
    Stage.CLARIFYING,
    Stage.CONFIRMING,
    Stage.AGENDA,
    Stage.RATING,
    Stage.PROPOSED,
    Stage.SIGNING,
)


@pytest.mark.parametrize("stage", STAGES)
def test_each_form_of_a_case_says_what_its_sender_agrees_to(stage: Stage) -> None:
    for view in form_at(stage):
        assert STORED in read(view)
        assert faults_of_view(view) == ()


@pytest.mark.parametrize("stage", STAGES)
def test_who_has_agreed_in_a_case_is_not_told_at_every_form(stage: Stage) -> None:
    for view in form_at(stage, ANNA):
        assert STORED not in read(view)
        assert ABOUT not in buttons(view), "the card has it"


def test_so_does_the_form_for_a_new_case_and_it_leads_to_all_of_it() -> None:
    view = raise_form(NEW)
    assert STORED in read(view)
    assert ABOUT in buttons(view)


def test_so_does_counting_a_standstill_and_the_one_line_to_clarify() -> None:
    assert STORED in read(standstill_form(samples.case()))
    assert STORED in read(count_form(CountForm("c1", Calculator.LATENESS, ())))
    line = clarify_form(ClarifyForm(IN_THREAD, MESSAGE, NEW.sides, by_author=False))
    assert LINE_STORED in read(line)


def test_whoever_has_agreed_is_not_told_again_where_they_count_hold_still_or_follow_up() -> None:
    assert AGREED.agreement is not None
    case, promise = AGREED, AGREED.agreement.commitments[0]
    count = CountForm("c1", Calculator.LATENESS, ())
    for agreed in (False, True):
        views = [
            standstill_form(case, agreed=agreed),
            count_form(replace(count, agreed=agreed)),
            *(form(case, promise, agreed=agreed) for form in ABOUT_A_PROMISE),
            reopen_form(case, agreed=agreed),
        ]
        assert {STORED in read(view) for view in views} == {not agreed}


def test_a_new_cases_card_says_where_who_which_model_and_who_could_read_it() -> None:
    said = read(case_card(samples.case(Stage.CLARIFYING), HOSTED).blocks)
    for part in (
        "Kept in a database in Riga by Northwind Foods, whose administrators could read it",
        "worded by m-1 at x.y",
        "Nobody's words are kept before they agree",
    ):
        assert part in said
    assert "No language model" in read(
        case_card(samples.case(Stage.CLARIFYING), replace(HOSTED, model="")).blocks
    )
    assert "Riga" not in read(case_card(samples.case(Stage.RATING), HOSTED).blocks)


def test_all_of_it_is_one_tap_away_on_the_card() -> None:
    card = case_card(samples.case(Stage.CLARIFYING), HOSTED)
    held = [e for b in card.blocks for e in b.get("elements", []) if "action_id" in e]
    assert names.KEPT in {e["action_id"] for e in held}
