"""Where three sides are at the table, no sentence speaks of two."""

import re
from dataclasses import replace

import pytest

from bot.casework.announce import sentence_for
from bot.casework.tongues import TONGUES
from bot.mediation.agreement import frame_for
from bot.mediation.case import Case
from bot.mediation.people import Side, SideId
from bot.mediation.stages import Stage
from bot.mediation.statements import SaidAbout
from bot.slack.views.private.agenda_form import agenda_editor
from bot.slack.views.private.clarify_form import line_form
from bot.slack.views.private.follow_form import change_form
from bot.slack.views.private.promise_form import promise_form
from bot.slack.views.private.standstill_form import standstill_form
from bot.slack.views.private.step import step_form
from bot.slack.views.shared.case_card import case_card
from bot.slack.views.shared.clarification_card import clarification_card
from tests.slack import samples
from tests.slack.samples import ANNA
from tests.slack.shown import read

THIRD = Side(SideId("third"), "Rhine Carriers")
OF_TWO = re.compile(
    r"both sides|the other side\b|neither side|either side|either of you|both of you"
    r"|\bfor both|ask both|thank you, both|both lines|how both",
    re.IGNORECASE,
)
UNFILLED = re.compile(r"\{(?!date|time)\w+\}")


def among_three(stage: Stage) -> Case:
    case = samples.case(stage)
    case = replace(case, sides=(*case.sides, THIRD))
    if case.common is not None:
        said = (*case.common.said, SaidAbout(THIRD.id, "The gate was shut.", "A slot.", ""))
        case = replace(case, common=replace(case.common, said=said))
    if case.rounds:
        (menu,) = case.rounds
        offers = [replace(o, shares={**o.shares, THIRD.id: 50}) for o in menu.offers]
        case = replace(case, rounds=(replace(menu, offers=tuple(offers)),))
    if case.agreement is not None:
        case = replace(case, agreement=replace(case.agreement, frame=frame_for(case.sides)))
    return case


def forms(case: Case) -> list[str]:
    opened = samples.opened(case)
    found = [step_form(opened, ANNA)]
    if not case.is_over:
        found.append(standstill_form(case))
    if case.stage is Stage.AGENDA:
        found.append(agenda_editor(opened))
    if case.agreement is not None:
        found.append(promise_form(opened, ANNA))
        found.append(change_form(case, case.agreement.commitments[0]))
    return [read(view) for view in found]


@pytest.mark.parametrize("stage", list(Stage))
def test_neither_the_card_nor_a_form_speaks_of_two(stage: Stage) -> None:
    case = among_three(stage)
    for said in (read(case_card(case).blocks), case_card(case).text, *forms(case)):
        assert OF_TWO.findall(said) == []
        assert UNFILLED.findall(said) == []


PARTS = {"in_promise", "standstill_until", "a_side", "asks", "round.one", "round-1.one"}
"""What stands inside the sentence of a step, or in its place where there is a single package."""


def test_nor_does_a_note_or_a_clarification() -> None:
    case = among_three(Stage.AGREED)
    asked = replace(samples.clarification(), sides=case.sides)
    steps = [key.removeprefix("told.") for key in TONGUES["en"].sayings if "told." in key]
    notes = [sentence_for(what, case) for what in steps if what not in PARTS]
    for said in (*notes, read(clarification_card(asked).blocks), read(line_form(asked, THIRD.id))):
        assert OF_TWO.findall(said) == []
        assert UNFILLED.findall(said) == []


def test_between_two_it_is_said_as_ever() -> None:
    case = samples.case(Stage.CLARIFYING)
    assert "Both sides told" in read(case_card(case).blocks)
    assert "Hearing both sides" in case_card(case).text
    assert "What neither side does" in read(standstill_form(case))
    assert sentence_for("fulfilled", case).endswith("Thank you, both.")
