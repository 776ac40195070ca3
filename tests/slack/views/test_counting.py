"""What was counted stands side by side on the card, and in the form nothing typed gets lost."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.casework.count_together import AskCount
from bot.casework.files import FileRef
from bot.casework.shown import CountForm
from bot.mediation.case import Case
from bot.mediation.facts.counts import Calculator, Count, Result, Wording
from bot.mediation.issues import GapKind
from bot.mediation.people import SideId
from bot.mediation.stages import Stage
from bot.slack.blocks import View
from bot.slack.limits import faults_of_message, faults_of_view, fitted_message
from bot.slack.payloads.values import OpenView, Values
from bot.slack.views.private.count_form import count_form, read
from bot.slack.views.shared.case_card import case_card
from bot.slack.views.shared.passages import passages_of
from tests.slack.samples import ANNA, BELA, BUYER, NOW, SUPPLIER, case
from tests.slack.shown import buttons
from tests.slack.shown import read as shown
from tests.slack.views.typing import state_of

LOUD = "<!channel> & *x* "


def count(side: SideId = BUYER.id, **more: Any) -> Count:
    results = (
        Result("order lines by delivery date", "97.0 %", "640 of 660 order lines = 97.0 %"),
        Result("order lines by appointment date", "93.8 %", "619 of 660 order lines = 93.8 %"),
    )
    made = Count("k", Calculator.OTIF, side, ANNA, NOW, "orders.csv", "ab" * 32, 660, results)
    return replace(made, **more)


def framed(*counts: Count, gap: GapKind = GapKind.FACT) -> Case:
    found = case(Stage.FRAMED)
    assert found.common is not None
    return replace(found, common=replace(found.common, gap=gap), counts=counts)


def typed_in(view: View, **entered: Any) -> OpenView:
    about = {"case": "c1", "what": "otif"}
    return OpenView("V1", "h", view["callback_id"], about, Values(state_of(view, **entered)))


def test_the_button_stands_where_a_count_could_settle_something() -> None:
    assert "Count it together" in buttons(case_card(framed()).blocks)
    assert "Count it together" not in buttons(case_card(framed(gap=GapKind.INTEREST)).blocks)
    assert "Count it together" not in buttons(case_card(case(Stage.RATING)).blocks)


def test_a_model_that_was_asked_in_vain_is_told_on_the_card() -> None:
    found = framed()
    assert found.common is not None
    silent = replace(found, common=replace(found.common, notice="It kept silent."))
    assert "It kept silent." in shown(case_card(silent).blocks)
    assert "silent" not in shown(case_card(found).blocks)


def test_both_sides_stand_in_columns_in_the_cases_order() -> None:
    other = count(SUPPLIER.id, id="k2", by=BELA, source="", rows=0)
    card = case_card(framed(other, count()))
    assert faults_of_message(card.text, card.blocks) == ()
    columns = next(b["fields"] for b in card.blocks if "fields" in b)
    assert [c["text"].splitlines()[0] for c in columns] == [
        "*Northwind Foods*",
        "*Baltic Packaging*",
    ]
    text = shown(card.blocks)
    assert "orders.csv, 660 rows, given by <@U0ANNA>" in text
    assert "SHA-256 abababababab…" in text
    assert "Baltic Packaging: typed by <@U0BELA>" in text


@pytest.mark.parametrize(
    ("rows", "source"), [(0, "typed by <@U0ANNA>"), (3, "3 rows pasted by <@U0ANNA>")]
)
def test_what_came_without_a_file_is_told_apart(rows: int, source: str) -> None:
    card = case_card(framed(count(source="", rows=rows)))
    assert f"Northwind Foods: {source}" in shown(card.blocks)


def test_two_things_counted_have_a_heading_each() -> None:
    late = count(id="k2", calculator=Calculator.LATENESS)
    text = shown(case_card(framed(count(), late)).blocks)
    assert "Counted: on time in full" in text
    assert "Counted: days late" in text


def test_readings_of_an_index_clause_are_named() -> None:
    text = shown(case_card(framed(count(calculator=Calculator.INDEX_PRICE))).blocks)
    assert "order lines by delivery date: 640 of 660" in text


def test_whatever_stands_in_a_files_name_notifies_nobody_and_fits() -> None:
    result = Result(LOUD * 100, "1 %", LOUD * 100)
    loud = count(source=LOUD * 100, results=(result,) * 12)
    card = case_card(framed(loud, replace(loud, side=SUPPLIER.id)))
    text, blocks = fitted_message(card.text, card.blocks)
    assert faults_of_message(text, blocks) == ()
    assert "&lt;!channel&gt;" in shown(blocks)
    assert "<!channel>" not in shown(blocks)


def test_notes_stand_below_their_count_and_ping_nobody() -> None:
    noted = count(notes=(f"1 row is marked to be excluded: {LOUD} (1).",) * 9)
    card = case_card(
        framed(noted, replace(count(SUPPLIER.id), notes=("“1.200” is read as 1200.",)))
    )
    text, blocks = fitted_message(card.text, card.blocks)
    assert faults_of_message(text, blocks) == ()
    assert "Northwind Foods: 1 row is marked to be excluded: <!channel> & *x*" in shown(blocks)
    assert "Baltic Packaging: “1.200” is read as 1200." in shown(blocks)
    assert shown(blocks).count("\n1 row is marked to be excluded") >= 3
    elements = (e for b in blocks if b["type"] == "context" for e in b["elements"])
    assert {e["type"] for e in elements if "<!channel>" in e["text"]} == {"plain_text"}


def test_each_language_of_the_statement_has_its_own_columns() -> None:
    spanish = Wording(
        "es", (Result("por línea", "97,0 %", "640 de 660 = 97,0 %"),), ("1 fila fuera.",)
    )
    found = framed(count(also=(spanish,)))
    card = case_card(found)
    assert faults_of_message(card.text, card.blocks) == ()
    columns = [b["fields"][0]["text"] for b in card.blocks if "fields" in b]
    assert ["97.0 %" in columns[0], "97,0 %" in columns[1]] == [True, True]
    assert "1 fila fuera." in shown(card.blocks)
    assert any("640 de 660" in passage.text for passage in passages_of(found))


@pytest.mark.parametrize("stage", [Stage.AGENDA, Stage.RATING])
def test_the_results_stay_in_sight_while_terms_are_chosen(stage: Stage) -> None:
    found = replace(case(stage), counts=(count(),))
    assert "619 of 660" in shown(case_card(found).blocks)


@pytest.mark.parametrize("calculator", Calculator)
def test_every_form_is_one_that_slack_takes(calculator: Calculator) -> None:
    for sentence in ("", "Line 2, column “due”: “soon” is no date, like 2026-11-03."):
        file = FileRef("F1", "rows" * 100) if sentence else None
        typed = {"rows": "x" * 3_000, "free": "2", "dates": "day_first"}
        form = CountForm("c1", calculator, tuple(Calculator), typed, file, sentence)
        view = count_form(form)
        assert faults_of_view(view) == ()
        assert sentence in shown(view["blocks"])


def test_the_other_calculators_are_a_button_each() -> None:
    view = count_form(CountForm("c1", Calculator.OTIF, (Calculator.OTIF, Calculator.LATENESS)))
    assert buttons(view["blocks"]) == ["Days late"]


def test_what_was_typed_is_read_by_its_name() -> None:
    view = count_form(CountForm("c1", Calculator.OTIF, (Calculator.OTIF,)))
    assert read(typed_in(view, rows="3 of 4"), "key") == AskCount(
        "key", "c1", Calculator.OTIF, {"rows": "3 of 4"}, None, "V1"
    )


def test_a_file_that_was_kept_counts_until_another_is_there() -> None:
    kept = FileRef("F1", "old.csv")
    view = count_form(CountForm("c1", Calculator.OTIF, (Calculator.OTIF,), {}, kept, "Once more."))
    about = {"case": "c1", "what": "otif", "file": "F1", "name": "old.csv"}
    again = replace(typed_in(view), about=about)
    assert read(again, "k").file == kept
    typed = replace(again, values=Values(state_of(view, rows="3 of 4")))
    assert (read(typed, "k").file, read(typed, "k").typed) == (None, {"rows": "3 of 4"})
    files = {"file": {"file": {"type": "file_input", "files": [{"id": "F2", "name": "n.csv"}]}}}
    other = replace(again, values=Values({**again.values.state, **files}))
    assert read(other, "k").file == FileRef("F2", "n.csv")


def test_dates_are_read_as_they_were_picked() -> None:
    view = count_form(CountForm("c1", Calculator.LATENESS, (Calculator.LATENESS,)))
    state = {
        "due": {"due": {"selected_date": "2026-11-06"}},
        "happened": {"happened": {"selected_date": date(2026, 11, 9).isoformat()}},
    }
    opened = replace(typed_in(view), values=Values(state))
    assert read(opened, "k").typed == {"due": "2026-11-06", "happened": "2026-11-09"}


def test_a_count_too_long_for_the_card_is_read_whole_behind_its_button() -> None:
    assert "Read all" not in buttons(case_card(framed(count())).blocks)
    long = replace(count().results[0], formula="640 lines and " * 20 + "no more")
    found = framed(count(results=(long,)))
    assert "Read all" in buttons(case_card(found).blocks)
    assert any("no more" in passage.text for passage in passages_of(found))
