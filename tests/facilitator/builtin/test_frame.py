"""The common statement: what both name, where they differ, one question; nobody is judged."""

import re
from dataclasses import replace

import pytest

from bot.facilitator import builtin_facilitator, load_library
from bot.mediation.issues import GapKind, IssueKind
from bot.mediation.people import PersonId, SideId
from bot.mediation.statements import Brief, CommonStatement, Statement
from tests.facilitator.examples import BRIEFS, CUSTOMER, PROVIDER, WHEN, Told, brief, swapped

BUILTIN = builtin_facilitator(load_library())


def frame(said: Brief) -> CommonStatement:
    return BUILTIN.frame(said).value


def told(first: str, second: str, kind: str = "late_delivery") -> CommonStatement:
    return frame(brief(first=(first, "", ""), second=(second, "", ""), kind=kind))


def test_two_ways_of_counting_are_shown_side_by_side() -> None:
    common = frame(BRIEFS["otif"])
    assert common.agreed == ("Both sides name 660 order lines and October.",)
    assert common.disputed == (
        "OTIF: Brightmart arrives at 93.8 %, Nordpack at 97 %.",
        "What holds today for the OTIF target: Brightmart names 98 %, Nordpack names 95 %.",
    )
    assert common.understood_differently == (
        "Which day counts as the day of delivery: for Brightmart, the appointment date;"
        " for Nordpack, the delivery date.",
    )
    assert common.gap is GapKind.INTERPRETATION
    assert common.question.endswith("the appointment date, or the delivery date?")
    assert "counted once by both sides together" in common.would_settle


def test_a_price_increase_is_a_matter_of_interests() -> None:
    common = frame(BRIEFS["resin"])
    assert common.gap is GapKind.INTEREST
    assert common.disputed == common.understood_differently == ()
    assert "3 November" in common.agreed[0]
    assert "For both sides, a cost that can be borne matters." in common.agreed
    assert common.question.startswith("Which mix of the price change, the index")
    assert common.would_settle == ""


def test_the_same_words_understood_differently_are_a_misunderstanding() -> None:
    common = frame(BRIEFS["five_days"])
    assert common.gap is GapKind.INTERPRETATION
    assert common.understood_differently == (
        "What “fine” covers: for Brightmart, no extra charge; for Nordpack, that it can be done.",
    )
    assert common.would_settle == "One written line that says which of the two holds."


def test_meanings_that_no_list_knows_are_quoted_side_by_side() -> None:
    common = told(
        "We understood that the blue caps come first.", "We meant that the green caps come first."
    )
    assert common.gap is GapKind.INTERPRETATION
    assert common.understood_differently == (
        "What was meant: Brightmart says “We understood that the blue caps come first”,"
        " Nordpack says “We meant that the green caps come first”.",
    )
    assert common.question == "What should these words mean from now on?"


def test_a_count_on_which_both_differ_is_a_matter_of_fact() -> None:
    common = told("We received 40 pallets on 3 May.", "We loaded 48 pallets on 3 May.", "volume")
    assert common.gap is GapKind.FACT
    assert common.disputed == ("The figures: Brightmart has 40 pallets, Nordpack has 48 pallets.",)
    assert common.agreed == ("Both sides name 3 May.",)
    assert common.question == "Which count do both sides want to work with?"
    assert common.would_settle.startswith("The orders of the period")


def test_readings_of_another_kind_of_issue_are_left_out() -> None:
    texts = ("We count a delivery at the gate.", "", ""), ("Once unloaded.", "", "")
    late = BUILTIN.frame(brief(first=texts[0], second=texts[1])).value
    price = BUILTIN.frame(brief(first=texts[0], second=texts[1], kind=IssueKind.PRICE)).value
    assert (len(late.understood_differently), price.understood_differently) == (1, ())


def test_a_day_on_which_both_differ_is_a_matter_of_fact() -> None:
    common = told("The goods came on 5 May.", "The goods were there on 3 May.")
    assert common.gap is GapKind.FACT
    assert common.disputed == ("The day of arrival: Brightmart names 5 May, Nordpack names 3 May.",)
    assert common.question == "What was the day of arrival?"


def test_what_was_agreed_is_settled_by_the_page_that_says_it() -> None:
    common = told("The agreed OTIF target is 98 %.", "The OTIF target in the contract is 95 %.")
    assert common.gap is GapKind.FACT
    assert common.question == "What was agreed on the OTIF target, and where is it written down?"
    assert common.would_settle.startswith("The signed page that names the OTIF target.")


def test_a_result_without_a_definition_asks_for_the_definition_first() -> None:
    common = told("OTIF was 91 % in May.", "OTIF came to 96 % in May.")
    assert common.gap is GapKind.FACT
    assert common.would_settle.startswith("First, one line on how it is counted.")
    assert "by order line or by order" in common.would_settle


def test_who_asks_to_be_heard_is_asked_what_would_help() -> None:
    common = frame(
        brief(
            kind="communication",
            first=("Nobody answered our mails for two weeks.", "An apology.", "We felt ignored."),
            second=("The mails went to a colleague who had left. We are sorry.", "", ""),
        )
    )
    assert common.gap is GapKind.RECOGNITION
    assert common.question.startswith("What would each side like to hear")


def test_a_matter_of_principle_is_named_as_one() -> None:
    common = frame(
        brief(
            first=("It is a matter of principle for us.", "A fair way.", "Loyalty counts."),
            second=("We deliver to everybody alike.", "Nothing.", ""),
        )
    )
    assert common.gap is GapKind.VALUE


def test_what_both_need_is_said_first_although_neither_said_it_to_the_other() -> None:
    common = frame(
        brief(
            first=("The orders changed.", "A fixed week.", "We need a plan we can trust."),
            second=("The week was full.", "More notice.", "Our plan for the shifts breaks."),
        )
    )
    assert "For both sides, a plan that can be relied on matters." in common.agreed


def test_each_side_is_told_in_its_own_words() -> None:
    common = frame(BRIEFS["five_days"])
    mine = common.about(CUSTOMER)
    assert mine.account.startswith("On 2 November your planner told us")
    assert mine.wants == "Take the fee of 180 EUR off, and tell us what holds."
    assert (mine.needs, mine.confirmed_by) == ("", None)


def test_rude_words_do_not_reach_the_other_side() -> None:
    rude: Told = ("You are liars!!! The truck came on Monday.", "Stop being idiots.", "")
    common = frame(brief(first=rude, second=("The truck came on Tuesday.", "Peace.", "")))
    everything = repr(common).casefold()
    assert "liar" not in everything
    assert "idiot" not in everything
    assert common.about(CUSTOMER).account == "The truck came on Monday."


@pytest.mark.parametrize("name", BRIEFS)
def test_sides_swapped_the_statement_mirrors(name: str) -> None:
    one, other = frame(BRIEFS[name]), frame(swapped(BRIEFS[name]))
    assert one.gap is other.gap
    assert len(one.disputed) == len(other.disputed)
    assert set(one.agreed) == set(other.agreed)
    for side in (CUSTOMER, PROVIDER):
        assert one.about(side) == other.about(side)
    for first, second in zip(one.disputed, other.disputed, strict=True):
        assert sorted(re.findall(r"\w+", first)) == sorted(re.findall(r"\w+", second))


@pytest.mark.parametrize("name", BRIEFS)
def test_every_number_stands_in_a_text_of_the_sides(name: str) -> None:
    common = frame(BRIEFS[name])
    said = " ".join(t for s in BRIEFS[name].statements for t in (s.happened, s.wants, s.why))
    told_of = " ".join((*common.agreed, *common.disputed, *common.understood_differently))
    for number in re.findall(r"\d+(?:[.,]\d+)*", told_of):
        assert number in said


def test_a_number_gets_its_name_from_the_channel_where_no_side_names_it() -> None:
    said = brief(
        kind="price",
        first=("The letter says 6 %.", "", ""),
        second=("It is 6 % for all.", "", ""),
        sources=("We need a price increase of 6 % from May.",),
    )
    assert frame(said).agreed == ("Both sides name the price change (6 %).",)


@pytest.mark.parametrize("count", [1, 3])
def test_any_number_of_sides_is_heard(count: int) -> None:
    both = brief(first=("We have 40 pallets.", "", ""), second=("We have 48 pallets.", "", ""))
    third = (SideId("third"), "Rollo", "unsaid")
    sides = (*both.sides, third)[:count]
    last = Statement(third[0], PersonId("U3"), WHEN, "We carried 44 pallets.", "Peace.")
    told = (*both.statements, last)[:count]
    common = frame(replace(both, sides=sides, statements=told))
    assert [s.side for s in common.said] == [side for side, _, _ in sides]
    assert len(common.disputed) == (0 if count == 1 else 3)
    assert common.question


def test_a_silent_side_is_left_room_and_nothing_is_made_up() -> None:
    common = told("The truck came on Monday.", "")
    assert common.about(PROVIDER).account == "No account was written down."
    assert common.disputed == ()


def test_a_statement_in_spanish_is_answered_in_spanish() -> None:
    common = told(
        "El OTIF de octubre fue de 93,8 %, contamos por la fecha de la cita.",
        "El OTIF de octubre fue de 97 %, contamos por la fecha de entrega.",
    )
    assert common.disputed == ("OTIF: según Brightmart, 93,8 %; según Nordpack, 97 %.",)
    assert common.question.startswith("Qué día cuenta como día de entrega: ¿")


def test_where_a_delivery_counts_two_moments_of_two_events_are_no_dispute() -> None:
    common = told(
        "It was unloaded at 16:20. A delivery counts for us once it is unloaded.",
        "The driver checked in at 13:40. We count the delivery at the gate.",
    )
    assert common.disputed == ()
    assert common.gap is GapKind.INTERPRETATION


def test_how_late_is_stated_once_for_both_or_side_by_side() -> None:
    shown = told("You delivered 2 days late.", "It came on 14 March instead of 12 March.")
    assert shown.agreed == ("Both sides speak of a delay of 2 days.",)
    shown = told("You delivered 4 days late.", "It came on 14 March instead of 12 March.")
    assert shown.disputed == ("How late: Brightmart tells of 4 days, Nordpack of 2 days.",)
    assert shown.gap is GapKind.FACT


@pytest.mark.parametrize(
    ("kind", "first", "second", "subject"),
    [
        (
            "price",
            "The index is the average of the quarter.",
            "We take the index at the end of the month.",
            "Which value of the index counts",
        ),
        (
            "volume",
            "The minimum of 5,000 is per order.",
            "The minimum is 5,000 pieces per colour.",
            "What the minimum order is for",
        ),
        (
            "innovation",
            "We paid for it, so the mould is ours.",
            "The payment was a contribution to the mould, with the right to use it.",
            "What the tool's price pays for",
        ),
    ],
)
def test_what_trades_often_understand_differently_is_named(
    kind: str, first: str, second: str, subject: str
) -> None:
    (sentence,) = told(first, second, kind).understood_differently
    assert sentence.startswith(f"{subject}: for Brightmart, ")


def test_spanish_days_and_hours_have_their_article() -> None:
    common = told(
        "El 7 de marzo a las 14:00 llegó el camión, era viernes.",
        "El camión llegó el 7 de marzo a las 14:00, el viernes.",
    )
    assert common.agreed == ("Las dos partes mencionan el 7 de marzo, el viernes y las 14:00.",)


def test_a_span_of_hours_differs_in_the_end_that_is_not_shared() -> None:
    common = told(
        "The portal was down from 13:10 to 18:05.",
        "The portal was down from 13:10 to 15:00.",
        "service_level",
    )
    assert common.disputed == (
        "The time of the end: Brightmart names 18:05, Nordpack names 15:00.",
    )
    assert common.gap is GapKind.FACT


def test_words_of_arriving_and_booking_are_no_reading_where_nobody_waited() -> None:
    common = told(
        "The labels arrived on Thursday 12 November. The line stood still.",
        "The truck was booked for Tuesday 10 November and loaded a day later.",
    )
    assert common.understood_differently == ()


def test_the_number_of_a_lot_is_named_as_what_both_speak_of_and_counts_nothing() -> None:
    common = told(
        "Lot 5521 has 11.2 % protein.", "The certificate for lot 5521 says 12.1 %.", "quality"
    )
    assert common.agreed == ("Both sides name the number 5521.",)


def test_short_numbers_and_those_that_one_side_names_are_no_common_ground() -> None:
    common = told("Line 2 stood still, order 4711.", "Line 2 stood still, order 4712.")
    assert common.agreed == ()


def test_a_paper_that_each_side_calls_otherwise_is_the_same_by_its_number() -> None:
    common = told("PO 4711-A came late.", "We shipped order 4711-a on Monday.")
    assert common.agreed == ("Both sides name the number 4711-A.",)


def test_a_weekday_beside_its_date_is_named_once() -> None:
    common = told("It was due on Sunday 8 November.", "We came on Sunday, 8 November, as planned.")
    assert common.agreed == ("Both sides name 8 November.",)
    assert told("It was due on Sunday.", "We came on Sunday.").agreed == (
        "Both sides name Sunday.",
    )
