"""Where the sides write two languages, the card has both; the form says what stands in which."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.casework.hosting import Hosting
from bot.casework.ledger import Moment
from bot.casework.list_cases import CasePage
from bot.casework.rate_terms import thanks
from bot.casework.shown import ClarifyForm, CountForm, Origin, QuestionForm, RaiseForm
from bot.casework.tongues import tongue
from bot.mediation.agreement import frame_for
from bot.mediation.case import Case
from bot.mediation.clarification import Outcome
from bot.mediation.facts.counts import Calculator
from bot.mediation.issues import GapKind, Intake, IssueKind
from bot.mediation.people import ChannelId, PersonId
from bot.mediation.stages import Stage
from bot.mediation.statements import Rendition
from bot.slack.blocks import Rendered, View
from bot.slack.limits import fitted_view
from bot.slack.views.private.clarify_form import clarify_form, line_form
from bot.slack.views.private.confirm_form import confirm_form
from bot.slack.views.private.count_form import count_form
from bot.slack.views.private.fair_view import fair_message
from bot.slack.views.private.follow_form import (
    change_form,
    contest_form,
    done_form,
    reopen_form,
    show_form,
)
from bot.slack.views.private.more_form import more_form
from bot.slack.views.private.notices import saved
from bot.slack.views.private.promise_form import promise_form
from bot.slack.views.private.question_form import question_form
from bot.slack.views.private.raise_form import raise_form
from bot.slack.views.private.rating_form import fine_form
from bot.slack.views.private.sign_form import sign_form
from bot.slack.views.private.standstill_form import standstill_form
from bot.slack.views.private.step import step_form
from bot.slack.views.shared.case_card import case_card
from bot.slack.views.shared.clarification_card import clarification_card
from bot.slack.views.shared.desk_message import desk_message
from bot.slack.views.shared.lists import case_list, help_text
from bot.slack.views.shared.messages import ways_in
from bot.slack.views.shared.stages import GAPS, HEADINGS, PARTS
from storage.codec import encode
from tests.slack import samples
from tests.slack.shown import read

SPANISH = Rendition(
    language="es",
    agreed=("Dos pedidos llegaron un día después de la fecha confirmada.",),
    disputed=("Si el objetivo es 98 % o 95 %.",),
    understood_differently=(),
    question="¿Con qué recuento llega a tiempo una entrega?",
    would_settle="Las horas de puerta de los dos camiones.",
)
BOTH = replace(samples.common(), language="en", also=(SPANISH,))


def test_the_card_has_the_statement_in_both_under_headings_of_each() -> None:
    shown = read(case_card(replace(samples.case(Stage.FRAMED), common=BOTH)).blocks)
    for words in (*SPANISH.agreed, *SPANISH.disputed, SPANISH.question, SPANISH.would_settle):
        assert words in shown
    assert samples.common().question in shown
    assert "*Acordado*" in shown
    assert "*Agreed*" in shown
    assert "*Entendido de otro modo*" not in shown, "nothing stands under it"


def test_the_open_question_stands_in_both_while_terms_are_chosen() -> None:
    shown = read(case_card(replace(samples.case(Stage.AGENDA), common=BOTH)).blocks)
    assert SPANISH.question in shown
    assert samples.common().question in shown


def test_what_comes_next_stands_in_both() -> None:
    shown = read(case_card(replace(samples.case(Stage.FRAMED), common=BOTH)).blocks)
    assert "Does this settle it, or shall we look for a package?" in shown
    assert "¿Esto lo resuelve, o buscamos un paquete?" in shown


def test_who_checks_their_part_reads_what_will_stand_in_which_language() -> None:
    case = samples.case(Stage.CONFIRMING)
    view = confirm_form(samples.opened(replace(case, common=BOTH)))
    assert "will stand in English and Spanish" in read(view)
    assert "what you sign in the end, are in English" in read(view)
    assert fitted_view(view) == view
    assert "will stand in" not in read(confirm_form(samples.opened(case)))


def test_a_spanish_statement_says_in_spanish_what_kind_of_gap_it_is() -> None:
    spanish = replace(samples.common(), language="es")
    shown = read(case_card(replace(samples.case(Stage.FRAMED), common=spanish)).blocks)
    for words in GAPS["es"][spanish.gap], "Desea:", "Motivo:":
        assert words in shown
    for words in (*GAPS["en"].values(), "Would like", "Because"):
        assert words not in shown


def test_every_kind_of_gap_has_its_sentence_in_each_language() -> None:
    assert all(set(said) == set(GapKind) for said in GAPS.values())
    assert set(GAPS) == set(HEADINGS) == set(PARTS)


WORD = re.compile(r"[a-z]{2,}", re.IGNORECASE)


def lines_of(case: Case) -> set[str]:
    """What stands on a card, line by line, but for its buttons."""
    card = case_card(case, picture="F1")
    blocks = [b for b in (*card.blocks, *card.plainer) if b["type"] != "actions"]
    bare = [{k: v for k, v in b.items() if k != "accessory"} for b in blocks]
    return set(re.split(r"\n|  ·  |   ", f"{card.text}\n{read(bare)}"))


@pytest.mark.parametrize("stage", list(Stage))
def test_the_card_of_a_spanish_case_says_nothing_in_english(stage: Stage) -> None:
    english = samples.case(stage)
    found = replace(english, issue=replace(english.issue, language="es"))
    if found.common:
        found = replace(found, common=replace(found.common, language="es"))
    if found.agreement:
        frame = frame_for(found.sides, "es")
        found = replace(found, agreement=replace(found.agreement, frame=frame))
    written = set(WORD.findall(json.dumps(encode(english), ensure_ascii=False)))
    alike = {word for line in lines_of(found) & lines_of(english) for word in WORD.findall(line)}
    assert alike - written <= {"SHA", "Nash"}
    assert lines_of(found) != lines_of(english)


IN_BOTH = {"parley", "my", "desk", "what", "is", "kept", "raise", "an", "issue", "just", "clarify"}
IN_BOTH |= {"suggest", "trade", "offs", "list", "case", "tradeoffs", "digest", "mine", "settings"}
IN_BOTH |= {"emoji", "no", "on", "late", "delivery", "penalty", "baltic", "packaging", "northwind"}
IN_BOTH |= {"bela", "anna", "dance", "now", "foods"}
"""Names of commands and buttons, what people wrote, and words that both languages have."""


def shown_to_readers(language: str) -> list[Rendered]:
    """What a channel or a person reads outside of a case."""
    speaks = tongue(language)
    page = CasePage(ChannelId("C1"), (samples.case(),), 0, 1)
    asked = replace(samples.clarification(), language=language)
    both = replace(asked, outcome=Outcome.SHOWN)
    return [
        *(fair_message("c1", moment, language) for moment in Moment),
        desk_message(Hosting("Northwind"), language),
        help_text("dance", "dance now", speaks),
        help_text("tradeoffs", "", speaks),
        case_list(page, speaks),
        case_list(CasePage(ChannelId("C1"), (), 0, 0), speaks),
        ways_in(Origin(ChannelId("C1")), samples.case(), speaks),
        clarification_card(asked),
        clarification_card(both),
        *(clarification_card(replace(both, outcome=end)) for end in Outcome),
    ]


@pytest.mark.parametrize(
    ("english", "spanish"),
    list(zip(shown_to_readers("en"), shown_to_readers("es"), strict=True)),
)
def test_what_is_read_outside_of_a_case_says_nothing_in_english(
    english: Rendered, spanish: Rendered
) -> None:
    def words(shown: Rendered) -> set[str]:
        blocks = [{k: v for k, v in b.items() if k != "accessory"} for b in shown.blocks]
        told = read([b for b in blocks if b["type"] != "actions"])
        return set(WORD.findall(f"{shown.text} {told}".casefold()))

    written = set(WORD.findall(samples.clarification().about.text.casefold()))
    assert words(spanish) != words(english)
    assert words(spanish) & words(english) - written <= IN_BOTH


NO_ONES = {
    "csv",
    "material",
    "know",
    "how",
    "parley",
    "slack",
    "northwind",
    "foods",
    "baltic",
    "packaging",
    "nov",
}


def forms_in(language: str) -> list[View]:
    """The forms of a case in a language, as somebody who reads it fills them in."""
    found = []
    speaks = tongue(language)
    for stage in (*FILLED_IN, Stage.SIGNING):
        case = samples.case(stage)
        case = replace(case, issue=replace(case.issue, language=language))
        if case.common:
            case = replace(case, common=replace(case.common, language=language))
        if case.agreement:
            frame = frame_for(case.sides, language)
            case = replace(case, agreement=replace(case.agreement, frame=frame))
        held = replace(samples.opened(case), language=language)
        found.append(step_form(held, PersonId("U9")))
        if stage is Stage.RATING:
            found.append(fine_form(held))
        if stage is Stage.SIGNING:
            found += [sign_form(held, outside=True), promise_form(held, PersonId("U9"))]
            promise = case.agreement.commitments[0] if case.agreement else None
            assert promise is not None
            for form in (done_form, show_form, contest_form, change_form):
                found.append(form(case, promise, language=language))
            found.append(reopen_form(case, language=language))
            found.append(standstill_form(case, language=language))
    asked = QuestionForm("c1", samples.BUYER.id, samples.AGENDA, (0, 0, 1), (0, 2, 2), 1, 5)
    found.append(question_form(replace(asked, language=language)))
    clarified = samples.clarification()
    found.append(line_form(clarified, samples.BUYER.id, language))
    asked_first = ClarifyForm(Origin(ChannelId("C1")), clarified.about, clarified.sides, True)
    found.append(clarify_form(replace(asked_first, language=language)))
    intake = Intake("", "", IssueKind.OTHER)
    origin = Origin(ChannelId("C1"))
    found.append(raise_form(RaiseForm(origin, intake, (samples.BUYER,), language=language)))
    counted = (CountForm("c1", c, tuple(Calculator), language=language) for c in Calculator)
    found += map(count_form, counted)
    found.append(more_form("c1", 1, (), speaks, why_shared=False))
    found.append(saved(thanks(language)))
    return found


FILLED_IN = (Stage.CLARIFYING, Stage.CONFIRMING, Stage.AGENDA, Stage.RATING, Stage.PROPOSED)


@pytest.mark.parametrize(
    ("english", "spanish"), list(zip(forms_in("en"), forms_in("es"), strict=True))
)
def test_a_form_says_nothing_in_english_to_who_reads_spanish(english: View, spanish: View) -> None:
    def words(view: View) -> set[str]:
        told = " ".join(said for said in texts_of(view) if said)
        return set(WORD.findall(told.casefold()))

    people = [*map(samples.case, Stage), samples.clarification()]
    written = json.dumps([encode(each) for each in people]).casefold()
    alike = {word for word in words(english) & words(spanish) if word not in written}
    assert alike - IN_BOTH <= NO_ONES
    assert words(spanish) != words(english)
    assert fitted_view(spanish) == spanish


def texts_of(part: object) -> Iterator[str]:
    """Every text of a view that its reader sees."""
    if isinstance(part, dict):
        for key, held in part.items():
            if key == "text" and isinstance(held, str):
                yield held
            elif key not in {"private_metadata", "value"}:
                yield from texts_of(held)
    elif isinstance(part, list | tuple):
        for held in part:
            yield from texts_of(held)
