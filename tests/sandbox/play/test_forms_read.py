"""Terms, packages and questions are found in a form by what it shows, and by nothing else."""

from bot.sandbox.play.forms_read import packages_in, question_in, terms_in, usual_best
from bot.sandbox.play.judgement import Term
from bot.sandbox.reading import Control
from bot.sandbox.seen import Form

TERMS = (
    Term("OTIF target", ("95 %", "98 %"), None),
    Term("Late-delivery penalty", ("none", "1 %", "3 %"), "3 %"),
    Term("Delivery window", ("2 hours", "4 hours"), "4 hours"),
)
PACKAGES = """\
Case 1: Late
Package A
•  OTIF target: 98 %
•  Late-delivery penalty: none (today 3 %)
As today: Delivery window 4 hours.
Northwind Foods
Gives: Late-delivery penalty none (today 3 %): a margin that one late day does not take
Package B
•  Delivery window: 2 hours (today 4 hours)
Each of these 2 packages leaves both sides better off."""


def form(text: str = "", *controls: Control) -> Form:
    return Form("V1", "The terms", text, "Send", "Close", controls, {})


def field(label: str, options: tuple[str, ...], held: tuple[str, ...]) -> Control:
    return Control(label, "static_select", "b", "a", options=options, value=held)


def test_a_term_is_a_field_that_asks_for_today_and_its_last_option_is_that_nothing_is_fixed() -> (
    None
):
    shown = form(
        "",
        field("OTIF target, today", ("95 %", "98 %", "Nothing fixed"), ("Nothing fixed",)),
        field("Delivery window, today", ("2 hours", "4 hours", "Nothing fixed"), ("4 hours",)),
        field("Something else", ("a", "b"), ()),
    )
    assert terms_in(shown) == [TERMS[0], TERMS[2]]


def test_packages_are_today_s_terms_with_what_their_bullets_change() -> None:
    assert packages_in(PACKAGES, TERMS) == {
        "Package A": {
            "OTIF target": "98 %",
            "Late-delivery penalty": "none",
            "Delivery window": "4 hours",
        },
        "Package B": {"Late-delivery penalty": "3 %", "Delivery window": "2 hours"},
    }


def test_a_text_without_packages_has_none() -> None:
    assert packages_in("Case 1: Late\nHearing both sides", TERMS) == {}


def test_a_question_sets_two_packages_against_each_other() -> None:
    first, second = question_in(
        "Question 1 of at most 5.\nOne\n•  Delivery window: 2 hours\nTwo\n"
        "•  Delivery window: 4 hours\nEverything else stays",
        TERMS,
    )
    assert (first["Delivery window"], second["Delivery window"]) == ("2 hours", "4 hours")
    assert first["Late-delivery penalty"] == second["Late-delivery penalty"] == "3 %"


def test_what_the_rating_form_takes_to_be_best_is_read_from_its_line() -> None:
    shown = form(
        "Only your side sees this.\nTaken as best for you: OTIF target: 98 %; "
        "Late-delivery penalty: none. Not so? Use Fine-tune."
    )
    assert usual_best(shown, TERMS) == {"OTIF target": "98 %", "Late-delivery penalty": "none"}


def test_a_form_that_takes_nothing_for_granted_says_so() -> None:
    assert usual_best(form("Use Fine-tune to say which way."), TERMS) == {}
