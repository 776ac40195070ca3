"""Two accounts side by side: the same, different, or understood differently."""

import pytest

from bot.facilitator import load_library
from bot.facilitator.builtin.compare import (
    compared,
    shared_delay,
    shared_figures,
    shared_moments,
)
from bot.facilitator.builtin.differences import Comparison
from bot.facilitator.builtin.voice import voice
from bot.facilitator.reading.topics import Standing
from bot.mediation.issues import IssueKind
from tests.facilitator.examples import brief

VOICE = voice("en", load_library())


def lay(first: str, second: str, *, asks: str = "") -> Comparison:
    said = brief(first=(first, asks, ""), second=(second, "", ""))
    accounts = VOICE.accounts.read(said, IssueKind.LATE_DELIVERY)
    return compared(accounts, VOICE.lexicon.contrasts)


def differing(seen: Comparison) -> list[tuple[float, float]]:
    return [(d.ours.value, d.theirs.value) for d in seen.figures]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("We have 40 pallets.", "We have 48 pallets.", [(40, 48)]),
        ("We have 40 pallets.", "We have 40 pallets.", []),
        ("We have 40 pallets.", "We have 48 trucks.", []),
        ("40 pallets and 50 pallets.", "48 pallets.", []),
        ("OTIF was 93 %.", "OTIF was 97 %.", [(93, 97)]),
        ("OTIF was 93 %.", "The target of OTIF is 97 %.", []),
        ("It rained on 40 %.", "It snowed on 50 %.", []),
        ("41 of 660 order lines were late.", "20 of 660 order lines were late.", [(41, 20)]),
        ("41 of 660 order lines were late.", "640 of 660 order lines were on time.", []),
        ("We paid in 30 days.", "It took 50 days.", []),
        ("We count 88 empty crates.", "You have 140 blue empty crates.", [(88, 140)]),
        ("You have 96 euro pallets.", "We have 212 pallets.", [(96, 212)]),
        ("It has six colours.", "We quoted four colours. Six colours need more.", []),
    ],
)
def test_numbers_differ_only_where_they_are_about_the_same(
    first: str, second: str, expected: list[tuple[float, float]]
) -> None:
    assert differing(lay(first, second)) == expected


def test_what_is_free_is_not_held_against_what_was_waited() -> None:
    said = brief(
        first=("We count the 2 free hours from the appointment.", "", ""),
        second=("Our drivers waited 4 hours on average.", "", ""),
    )
    accounts = VOICE.accounts.read(said, IssueKind.DETENTION)
    assert differing(compared(accounts, ())) == []


def test_a_count_of_faults_is_laid_beside_a_rate_of_them() -> None:
    said = brief(
        first=("1,800 of 240,000 bottles had cracked necks.", "", ""),
        second=("Our inspection was 120 ppm for both lots.", "", ""),
    )
    seen = compared(VOICE.accounts.read(said, IssueKind.QUALITY), ())
    (fault,) = seen.faults
    assert fault.rate is not None
    assert (fault.count.value, fault.rate.label) == (1_800, "120 ppm")


def test_a_difference_knows_how_it_is_meant() -> None:
    (difference,) = lay("The agreed OTIF is 98 %.", "The OTIF in the contract is 95 %.").figures
    assert difference.standing is Standing.AGREED
    assert difference.entry is not None
    assert difference.entry.key == "otif_target"


def test_what_is_asked_for_is_no_dispute_about_facts() -> None:
    assert lay("It was late.", "OTIF was 97 %.", asks="An OTIF of 99 %.").figures == ()


def test_a_number_is_shared_where_both_tell_of_it_and_not_where_one_wants_it_gone() -> None:
    seen = lay("We got 12 pallets.", "We sent 12 pallets.")
    assert [f.quantity.value for f in shared_figures(seen.accounts)] == [12]
    asked = lay("It was late.", "A fee of 180 EUR.", asks="Take off the fee of 180 EUR.")
    assert shared_figures(asked.accounts) == ()


def test_of_two_wordings_of_one_number_the_telling_one_is_kept() -> None:
    seen = lay("It was 6 %.", "We got a price rise of 6 %.")
    (shared,) = shared_figures(seen.accounts)
    assert shared.entry is not None
    assert shared.entry.key == "price_change"


@pytest.mark.parametrize(
    ("first", "second", "days", "shared"),
    [
        ("It came on 5 May.", "It came on 3 May.", [("5 May", "3 May")], []),
        ("It came on 5 May.", "It came on May 5.", [], ["05-05"]),
        ("On 5 May and 6 May.", "On 7 May.", [], []),
        ("We approved it on 5 May.", "We quoted it on 3 May.", [], []),
        ("It was moved to 5 May.", "It was moved to 3 May.", [("5 May", "3 May")], []),
        ("Checked in at 07:40.", "It arrived at 07:15.", [("07:40", "07:15")], []),
        ("It came at 9:00, left at 11:00.", "It left at 11:30.", [("11:00", "11:30")], []),
        ("It came at 9:00.", "It came at 9:00.", [], ["clock 09:00"]),
        ("In May.", "In June.", [], []),
        ("In May.", "In May.", [], ["month 5"]),
    ],
)
def test_days_differ_where_each_side_names_one(
    first: str, second: str, days: list[tuple[str, str]], shared: list[str]
) -> None:
    seen = lay(first, second)
    assert [(d.ours.label, d.theirs.label) for d in seen.days] == days
    assert [m.key for m in shared_moments(seen.accounts)] == shared


def test_readings_are_compared_for_every_contrast() -> None:
    seen = lay(
        "We count order lines by appointment date.", "We count whole orders by delivery date."
    )
    assert {(r.ours, r.theirs) for r in seen.readings} == {
        ("the appointment date", "the delivery date"),
        ("order lines", "whole orders"),
    }


def test_one_account_alone_shares_and_differs_in_nothing() -> None:
    said = brief(first=("We have 40 pallets.", "", ""), second=("", "", ""))
    (alone, _) = VOICE.accounts.read(said, IssueKind.OTHER)
    assert shared_figures([alone]) == ()
    assert shared_moments([alone]) == ()
    assert compared([alone], VOICE.lexicon.contrasts).figures == ()


@pytest.mark.parametrize(
    ("first", "second", "asks"),
    [
        ("A letter announced 6 %.", "Resin is dear.", "No lump increase."),
        ("A letter announced 6 %.", "We announced 6 %.", ""),
        ("6 % is not something I can carry.", "The letter says 6 %.", ""),
        ("The price went up by 6 %.", "We never agreed to 6 %.", ""),
    ],
)
def test_what_one_side_asks_for_or_turns_down_is_shared_by_nobody(
    first: str, second: str, asks: str
) -> None:
    assert shared_figures(lay(first, second, asks=asks).accounts) == ()


def test_a_number_is_agreed_only_where_every_account_says_so() -> None:
    (shared,) = shared_figures(lay("OTIF was 97 %.", "The agreed OTIF is 97 %.").accounts)
    assert shared.standing is Standing.HAPPENED


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("It came 3 days late.", "It arrived on time.", 1),
        ("It was on time.", "It came 2 hours late.", 1),
        ("It came 3 days late.", "It was not on time.", 0),
        ("It came 3 days late.", "It was late, the next was on time.", 0),
        ("It came late.", "It arrived on time.", 0),
    ],
)
def test_late_against_on_time_is_open(first: str, second: str, count: int) -> None:
    assert len(lay(first, second).lateness) == count


@pytest.mark.parametrize(
    ("first", "second", "counts"),
    [
        ("37 of 2,000 lids leaked.", "50 samples were within tolerance.", [37]),
        ("37 of 2,000 lids leaked.", "We are sorry for it.", []),
        ("37 of 2,000 lids leaked.", "4 of 2,000 lids leaked, the others were all fine.", []),
        ("The lids were fine.", "50 samples were within tolerance.", []),
    ],
)
def test_a_count_of_what_leaks_stands_against_a_check_that_found_none(
    first: str, second: str, counts: list[float]
) -> None:
    assert [d.count.value for d in lay(first, second).faults] == counts


@pytest.mark.parametrize(
    ("first", "second", "readings"),
    [
        (
            "We count a delivery once it is unloaded.",
            "We count it at the gate.",
            [("once it is unloaded", "at the gate")],
        ),
        (
            "Measured by carton, with must-arrive-by dates.",
            "We count POs by the booked slot.",
            [
                ("the delivery date", "the appointment date"),
                ("pieces or cartons", "whole orders"),
            ],
        ),
        (
            "45 days from receipt of the goods.",
            "45 days from receipt of a correct invoice.",
            [("the day of delivery", "the day the invoice arrived")],
        ),
        (
            "It is in the approved drawing.",
            "As quoted.",
            [("the order with what was approved", "the offer")],
        ),
        (
            "Exclusive from launch.",
            "From the first delivery.",
            [("the launch", "the first delivery")],
        ),
        ("We count it not at the gate.", "We count it once unloaded.", []),
        (
            "We count free time from the appointment. The bill came without gate times.",
            "Our drivers waited four hours, counted from arrival at the gate.",
            [("the appointment", "the arrival at the gate")],
        ),
    ],
)
def test_readings_that_are_often_confused_are_told_apart(
    first: str, second: str, readings: list[tuple[str, str]]
) -> None:
    assert [(r.ours, r.theirs) for r in lay(first, second).readings] == readings


def test_a_count_whose_noun_is_left_out_is_shared_and_no_difference() -> None:
    said = brief(
        first=("Of 40,000 labels in the forecast we took 25,800, and 14,200 are left.", "", ""),
        second=("14,200 labels are left. The forecast was 40,000.", "", ""),
    )
    accounts = VOICE.accounts.read(said, IssueKind.FORECAST)
    assert differing(compared(accounts, ())) == []
    assert {f.quantity.value for f in shared_figures(accounts)} == {40000, 14200}


@pytest.mark.parametrize(
    ("first", "second", "shared", "differ"),
    [
        ("It came 2 days late.", "It came on 14 March instead of 12 March.", 2, []),
        ("It came 4 days late.", "It came on 14 March instead of 12 March.", None, [(4, 2)]),
        ("It came 3 days late.", "It was 2 days late.", None, [(3, 2)]),
        ("It came 3 days late.", "It was 2 hours late.", None, []),
        ("It came on 2 March instead of 27 February.", "It came 3 days late.", None, []),
    ],
)
def test_how_late_is_reckoned_from_two_days_and_compared(
    first: str, second: str, shared: float | None, differ: list[tuple[float, float]]
) -> None:
    seen = lay(first, second)
    delay = shared_delay(seen.accounts)
    assert (delay.value if delay else None) == shared
    assert [(d.ours.value, d.theirs.value) for d in seen.delays] == differ


def test_a_reading_in_a_wish_is_a_proposal_and_not_what_was_understood() -> None:
    contrast = [c for c in VOICE.lexicon.contrasts if c.key == "What the minimum order is for"]
    said = brief(
        first=("The minimum rose to 5,000 per SKU.", "", ""),
        second=("The setup takes 4 hours.", "5,000 per order.", ""),
    )
    accounts = VOICE.accounts.read(said, IssueKind.VOLUME)
    assert compared(accounts, contrast).readings == ()
