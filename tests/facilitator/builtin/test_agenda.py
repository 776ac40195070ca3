"""Terms come from the library and from what people wrote; numbers from nowhere else."""

import re

import pytest

from bot.facilitator import builtin_facilitator, load_library
from bot.mediation.issues import IssueKind
from bot.mediation.statements import Brief
from bot.mediation.terms import MAX_OPTIONS, Agenda, Counted, Term
from tests.facilitator.examples import BRIEFS, brief, swapped

LIBRARY = load_library()
BUILTIN = builtin_facilitator(LIBRARY)


def suggest(said: Brief) -> Agenda:
    return BUILTIN.suggest_terms(said, BUILTIN.frame(said).value).value


def today(term: Term) -> str | None:
    return None if term.today is None else term.options[term.today]


def one(text: str, key: str, *, wants: str = "", kind: str = "late_delivery") -> Term:
    return suggest(brief(first=(text, wants, ""), second=("", "", ""), kind=kind)).term(key)


def test_the_terms_that_people_speak_of_come_first() -> None:
    assert [t.key for t in suggest(BRIEFS["otif"]).terms][:2] == ["otif_target", "late_penalty"]
    assert [t.key for t in suggest(BRIEFS["resin"]).terms][:2] == ["price_change", "pass_through"]
    assert {t.key for t in suggest(BRIEFS["five_days"]).terms} >= {"rush_fee", "frozen_window"}


@pytest.mark.parametrize("kind", IssueKind)
def test_every_kind_has_three_to_six_terms_even_without_a_word(kind: IssueKind) -> None:
    agenda = suggest(brief(first=("", "", ""), second=("", "", ""), kind=kind))
    assert 3 <= len(agenda.terms) <= 6


def test_a_number_that_is_asked_for_becomes_an_option_with_the_unit() -> None:
    term = one("", "otif_target", wants="We want an OTIF target of 96.5 %.")
    assert "96.5 %" in term.options
    values = [float(o.split()[0]) for o in term.options]
    assert values == sorted(values)


def test_a_number_that_merely_happened_is_no_option() -> None:
    term = one("OTIF was 93.8 % in October.", "otif_target")
    assert not any("93.8" in o for o in term.options)


def test_a_number_far_from_the_scale_is_about_something_else() -> None:
    term = one("", "otif_target", wants="We want 12 % OTIF points.")
    assert "12 %" not in term.options


def test_todays_value_is_what_a_text_says_holds() -> None:
    assert today(one("Our terms are net 75 days.", "payment_days", kind="payment")) == "75 days"
    said = "The contract names a penalty of 2 %."
    assert today(one(said, "late_penalty")) == "2 %"


def test_todays_value_is_open_where_the_two_sides_differ() -> None:
    said = brief(
        first=("The agreed OTIF target is 98 %.", "", ""),
        second=("The agreed OTIF target is 95 %.", "", ""),
    )
    term = suggest(said).term("otif_target")
    assert today(term) is None
    assert {"95 %", "98 %"} <= set(term.options)


def test_todays_value_is_open_where_only_one_side_names_a_paper() -> None:
    said = brief(
        first=("The agreed OTIF target is 98 %.", "", ""),
        second=("The contract says an OTIF target of 95 %.", "", ""),
    )
    term = suggest(said).term("otif_target")
    assert (today(term), term.today_is_usual) == (None, False)


@pytest.mark.parametrize(
    "second",
    [
        "The contract says 30 and you pay after 60.",
        "The contract says 30 days. The invoices were paid after 60 days.",
    ],
)
@pytest.mark.parametrize("first", ["We pay at 60 as agreed.", "We pay after 60 days as agreed."])
def test_sixty_as_agreed_against_a_contract_that_says_thirty_leaves_today_open(
    first: str, second: str
) -> None:
    said = brief(first=(first, "", ""), second=(second, "", ""), kind="payment")
    assert today(suggest(said).term("payment_days")) is None


def test_todays_value_is_open_where_each_side_tells_another() -> None:
    said = brief(
        first=("Our payment terms are 60 days.", "", ""),
        second=("Payment terms are 30 days.", "", ""),
        kind="payment",
    )
    assert today(suggest(said).term("payment_days")) is None


@pytest.mark.parametrize(
    "said",
    [
        "Contract says late deliveries carry a penalty of 1 % of the order.",
        "They took a penalty of 1 %.",
        "We booked the 1 % penalty.",
    ],
)
def test_a_penalty_that_was_put_to_use_is_todays(said: str) -> None:
    term = one(said, "late_penalty")
    assert (today(term), term.today_is_usual) == ("1 %", False)


def test_what_a_side_wants_is_not_todays_value() -> None:
    term = one("It was late.", "late_penalty", wants="A penalty of 5 % as agreed.")
    assert term.today_is_usual or term.today is None


def test_the_usual_value_stands_as_a_guess_where_nobody_says() -> None:
    term = one("3 days late.", "otif_target", wants="2 % back.")
    usual = LIBRARY.entries["otif_target"].as_term()
    assert (today(term), term.today_is_usual) == (today(usual), True)


def test_a_term_of_another_kind_comes_in_when_the_texts_speak_of_it() -> None:
    said = brief(
        kind="price",
        first=("+6 % is a lot.", "A price increase of 3 %, and payment days of 75 days.", ""),
        second=("Costs rose.", "A price increase of 6 %, payment terms stay at 60 days.", ""),
    )
    assert "payment_days" in {t.key for t in suggest(said).terms}


def test_recognition_can_be_the_whole_agenda() -> None:
    said = brief(
        kind="communication",
        first=("Nobody answered.", "An apology, and a named contact.", "We felt ignored."),
        second=("We are sorry.", "A weekly call.", ""),
    )
    terms = suggest(said).terms
    assert {LIBRARY.entries[t.key].kind for t in terms} == {IssueKind.COMMUNICATION}


@pytest.mark.parametrize("name", BRIEFS)
def test_no_number_stands_in_an_option_that_no_text_and_no_entry_names(name: str) -> None:
    said = BRIEFS[name]
    texts = " ".join((*said.sources, *(t for s in said.statements for t in (s.happened, s.wants))))
    for term in suggest(said).terms:
        library = LIBRARY.entries[term.key].options
        for option in set(term.options) - set(library):
            number = re.search(r"[\d.]+", option)
            assert number is not None
            assert number[0] in texts


@pytest.mark.parametrize("name", BRIEFS)
def test_who_speaks_first_changes_no_term(name: str) -> None:
    assert set(suggest(BRIEFS[name]).terms) == set(suggest(swapped(BRIEFS[name])).terms)


def test_a_long_scale_is_thinned_around_what_people_named() -> None:
    term = suggest(BRIEFS["otif"]).term("otif_target")
    assert term.options == ("95 %", "96 %", "97 %", "98 %")


def test_what_a_side_asks_for_is_among_the_options_without_a_word_for_the_term() -> None:
    said = brief(
        first=("Prices are fixed.", "A price increase of 3 %.", ""),
        second=("Resin is dear.", "6 % more from January.", ""),
        kind="price",
    )
    assert {"3 %", "6 %"} <= set(suggest(said).term("price_change").options)


def test_leaking_lids_bring_no_term_of_a_service() -> None:
    said = brief(
        first=("12 % of the lids are leaking.", "A credit for the lids.", ""),
        second=("2 % were leaking.", "A credit for 2 %.", ""),
        kind="quality",
        sources=("12 % of the lids leak, we want a credit.",),
    )
    assert not {"service_credit", "uptime"} & {t.key for t in suggest(said).terms}


@pytest.mark.parametrize(
    ("said", "kind", "key", "value"),
    [
        ("1 hr free, then $45/hr.", "detention", "detention_rate", "45 USD"),
        ("3 hrs free, then $45/hr.", "detention", "free_hours", "3 hours"),
        ("Vamos a aplicar la penalización del 1 %.", "late_delivery", "late_penalty", "1 %"),
        ("The minimum order is 8 pallets.", "volume", "moq", "8 pallets"),
        ("Rush orders are 80 EUR per order.", "late_delivery", "rush_fee", "80 EUR"),
    ],
)
def test_a_value_named_beside_its_term_is_todays(
    said: str, kind: str, key: str, value: str
) -> None:
    term = one(said, key, kind=kind)
    assert (today(term), term.today_is_usual) == (value, False)


def test_in_another_currency_the_steps_are_the_librarys() -> None:
    term = one("The detention rate is £45 an hour.", "detention_rate", kind="detention")
    assert term.options == ("30 GBP", "45 GBP", "60 GBP", "75 GBP")
    assert term.unit == "GBP an hour"


def test_in_another_unit_of_goods_the_options_are_the_numbers_of_the_texts_alone() -> None:
    said = brief(
        first=("The MOQ is 800 boxes.", "A minimum order of 800 boxes.", ""),
        second=("Tooling is dear.", "A minimum order of 3,500 boxes.", ""),
        kind="volume",
    )
    assert suggest(said).term("moq").options == ("800 boxes", "3,500 boxes")


@pytest.mark.parametrize(
    ("said", "wants", "kind", "key", "stray"),
    [
        ("The service level fell to 91 %.", "Somebody to pay the extra cost.", "other",
         "cost_split", "91"),
        ("Esperó 3 horas.", "Que la tarifa de espera no se cobre por esas 3 horas.", "detention",
         "detention_rate", "3 "),
        ("Rework came to 700 EUR, and a handling fee is in dispute.", "", "quality",
         "charge_event", "700"),
        ("7 hours, minus 2 free, at $45/hr: $225.", "Payment of the $225.", "detention",
         "detention_rate", "225"),
    ],
)  # fmt: skip
def test_a_number_about_something_else_is_no_option(
    said: str, wants: str, kind: str, key: str, stray: str
) -> None:
    agenda = suggest(brief(first=(said, wants, ""), second=("", "", ""), kind=kind))
    options = [o for t in agenda.terms if t.key == key for o in t.options]
    assert options
    assert not any(o.startswith(stray) for o in options)


DISPUTED_SOURCES = {
    "hers": ("Our contract says 98 % on time in full.",),
    "his": ("The target we signed is 95 %.",),
    "none": (),
    "both": ("Our contract says 98 % on time in full.", "The target we signed is 95 %."),
}


@pytest.mark.parametrize("sources", DISPUTED_SOURCES.values(), ids=DISPUTED_SOURCES)
def test_what_the_accounts_dispute_is_open_whoever_raised_it(sources: tuple[str, ...]) -> None:
    said = brief(
        first=("We count 94.1 % on time in full in October against 98 %.", "We want 98 %.", ""),
        second=("By appointment date we are at 97.2 %; we signed 95 %.", "No penalty.", ""),
        sources=sources,
    )
    term = BUILTIN.suggest_terms(said, None).value.term("otif_target")
    assert term.today is None
    assert {"95 %", "98 %"} <= set(term.options)


@pytest.mark.parametrize(
    ("buyer", "supplier", "wish"),
    [
        ("We pay at 90 days from invoice date.", "The contract says 60 days.", "A fair term."),
        ("We agreed 90 days in March.", "You have always paid at 60 days.", "A fair term."),
        ("Pagamos a 90 días fecha factura.", "El contrato dice 60 días.", "Un plazo justo."),
    ],
)
def test_paper_and_practice_are_both_claims(buyer: str, supplier: str, wish: str) -> None:
    said = brief(kind="payment", first=(buyer, wish, ""), second=(supplier, wish, ""))
    (open_point,) = BUILTIN.frame(said).value.disputed
    assert "90" in open_point
    assert "60" in open_point
    assert BUILTIN.suggest_terms(said, None).value.term("payment_days").today is None


def test_a_turn_of_phrase_brings_its_term_to_the_table() -> None:
    said = brief(
        first=("14,200 labels are left over.", "", ""),
        second=("We are sitting on 14,200 labels of the old recipe.", "", ""),
        kind="forecast",
    )
    assert "buy_back" in [t.key for t in suggest(said).terms]


def test_days_that_are_wished_for_join_the_main_term_of_a_kind_or_none() -> None:
    said = brief(
        first=("The per diem is too high.", "No more than 4 days on the invoice.", ""),
        second=("", "", ""),
        kind="detention",
    )
    assert not any(o == "4 days" for t in suggest(said).terms for o in t.options)


@pytest.mark.parametrize(
    ("first", "second", "counted", "unit"),
    [
        ("The detention rate is $75/hr.", "", Counted.AS_WRITTEN, "USD an hour"),
        ("The detention rate is 75 EUR/hr.", "", Counted.AS_USUAL, "EUR an hour"),
        (
            "The detention rate is $75/hr.",
            "The detention rate is 60 EUR an hour.",
            Counted.IN_ONE_OF_SEVERAL,
            "",
        ),
    ],
)
def test_a_term_knows_whether_its_unit_is_the_usual_one(
    first: str, second: str, counted: Counted, unit: str
) -> None:
    said = brief(first=(first, "", ""), second=(second, "", ""), kind="detention")
    rate = suggest(said).term("detention_rate")
    assert rate.counted is counted
    assert rate.unit.startswith(unit)


def test_what_was_told_of_a_term_that_nobody_measures_can_be_chosen() -> None:
    said = brief(
        first=("The invoice shows a price increase of 12 %.", "The old price until April.", ""),
        second=("We wrote of the price increase in December.", "The new price.", ""),
        kind="price",
    )
    options = suggest(said).term("price_change").options
    assert options[-1] == "12 %"
    assert len(options) <= MAX_OPTIONS


def test_nobody_is_offered_more_than_is_asked_for() -> None:
    asks = ("Resin is up.", "A price increase of 5 %.", "")
    term = suggest(brief(first=("", "No increase.", ""), second=asks, kind="price"))
    assert term.term("price_change").options[-1] == "5 %"


def test_a_percentage_of_an_unknown_kind_of_issue_is_of_no_term() -> None:
    said = brief(first=("It is 8 % more.", "", ""), second=("", "8 % of it.", ""), kind="other")
    assert "8 %" not in suggest(said).term("cost_split").options


def test_a_rejected_lot_brings_credit_replacement_and_whose_test_counts() -> None:
    said = brief(
        first=("The lot has 11.2 % protein as is.", "Take back the lot, and a new lot.", ""),
        second=("The certificate of analysis says 12.1 % on dry matter.", "Payment.", ""),
        kind="quality",
    )
    keys = {t.key for t in suggest(said).terms}
    assert {"credit_part", "replacement_days", "test_counts"} <= keys


def test_goods_made_to_forecast_bring_what_happens_to_the_excess() -> None:
    said = brief(
        first=("The forecast was 24,000 trays and we ordered 15,500.", "No bill.", ""),
        second=("We made 24,000 trays.", "A firm window of 4 weeks.", ""),
        kind="forecast",
    )
    assert "buy_back" in {t.key for t in suggest(said).terms}


def test_a_range_and_a_wish_in_a_unit_of_the_peoples_own_are_both_options() -> None:
    said = brief(
        first=("The minimum order went from 200 to 600 jars.", "Orders of 150 jars.", ""),
        second=("Below 600 jars it does not pay.", "600 jars an order.", ""),
        kind="volume",
    )
    assert suggest(said).term("moq").options == ("150 jars", "200 jars", "600 jars")


def test_a_tolerance_in_a_quality_case_is_no_grace_for_late_orders() -> None:
    said = brief(
        first=("The blue is wrong.", "New bags.", ""),
        second=("Delta E was 1.8 and the tolerance is 2.0.", "Payment.", ""),
        kind="quality",
    )
    assert not {"grace_orders", "otif_target"} & {t.key for t in suggest(said).terms}


@pytest.mark.parametrize("kind", IssueKind)
def test_what_means_nothing_without_another_term_comes_with_it(kind: IssueKind) -> None:
    texts = ("", "A volume rebate of 2 %.", "A cap on penalties of 3 %.")
    for first in texts:
        said = brief(first=("We sell 250 jars.", first, ""), second=("", "", ""), kind=kind)
        keys = {t.key for t in suggest(said).terms}
        needing = [e for k in keys if (e := LIBRARY.entries[k]).needs]
        assert all(e.needs and e.needs.other in keys for e in needing)


def test_uptime_that_was_measured_is_no_uptime_that_was_agreed() -> None:
    said = brief(
        first=("Uptime for November is 99.2 % against 99.8 %.", "A credit.", ""),
        second=("Planned maintenance is no downtime, so uptime is 99.9 %.", "No credit.", ""),
        kind="service_level",
    )
    assert today(suggest(said).term("uptime")) != "99.9 %"
    assert one("Uptime is 99.2 % in November.", "uptime", kind="service_level").today_is_usual
