"""One question at the end; for a gap of fact or reading also what would settle it."""

import pytest

from bot.facilitator import builtin_facilitator, load_library
from bot.mediation.issues import GapKind, IssueKind
from tests.facilitator.examples import BRIEFS, Told, brief

BUILTIN = builtin_facilitator(load_library())
SETTLED = {GapKind.FACT, GapKind.INTERPRETATION}

ACCOUNTS: list[tuple[Told, Told]] = [
    (("We have 40 pallets.", "", ""), ("We have 48 pallets.", "", "")),
    (("OTIF was 93 %.", "", ""), ("OTIF was 97 %.", "", "")),
    (("It came on 5 May.", "", ""), ("It came on 3 May.", "", "")),
    (("The agreed OTIF is 98 %.", "", ""), ("The agreed OTIF is 95 %.", "", "")),
    (("We count working days.", "", ""), ("We count calendar days.", "", "")),
    (("We understood Friday.", "", ""), ("We meant Sunday.", "", "")),
    (("Nobody told us.", "An apology.", ""), ("We are sorry.", "", "")),
    (("A matter of principle.", "Fair.", ""), ("So it is.", "", "")),
    (("It is late.", "", ""), ("It is not.", "", "")),
]


@pytest.mark.parametrize("kind", IssueKind)
@pytest.mark.parametrize("accounts", ACCOUNTS, ids=lambda a: a[0][0])
def test_there_is_one_question_and_where_it_helps_a_proof(
    kind: IssueKind, accounts: tuple[Told, Told]
) -> None:
    common = BUILTIN.frame(brief(first=accounts[0], second=accounts[1], kind=kind)).value
    assert common.question.count("?") == 1
    assert common.question.endswith("?")
    assert bool(common.would_settle) is (common.gap in SETTLED)
    assert common.would_settle == "" or common.would_settle[0].isupper()
    assert "Brightmart" not in common.question
    assert "Nordpack" not in common.would_settle


@pytest.mark.parametrize("name", BRIEFS)
def test_a_question_names_nobody(name: str) -> None:
    common = BUILTIN.frame(BRIEFS[name]).value
    assert "Brightmart" not in common.question + common.would_settle
    assert "Nordpack" not in common.question + common.would_settle


def test_a_mix_names_only_what_a_side_named() -> None:
    said = brief(
        first=("37 of 2,000 lids were outside the tolerance.", "The 8D report in 10 days.", ""),
        second=("The lids were sorted.", "A part of the sorting cost.", "Costs of a rush order."),
        kind=IssueKind.QUALITY,
    )
    question = BUILTIN.frame(said).value.question
    assert "the 8D report and the customer's part of rework" in question


def test_a_mix_is_asked_about_only_of_two_terms_with_different_names() -> None:
    said = brief(
        first=("Our OTIF is fine; the OTIF target stays.", "The OTIF target stays.", ""),
        second=("We missed the OTIF target.", "A lower OTIF target.", ""),
    )
    question = BUILTIN.frame(said).value.question
    assert "mix of" not in question


@pytest.mark.parametrize(
    ("first", "second", "question"),
    [
        ("It came on 5 May.", "It came on 3 May.", "What was the day of arrival?"),
        ("Checked in at 07:40.", "It arrived at 07:15.", "What was the time of arrival?"),
        ("We paid on 5 May.", "They paid on 3 May.", "What was the day of the payment?"),
        ("It was moved to 5 May.", "It was moved to 3 May.", "What was the day?"),
    ],
)
def test_a_question_of_a_day_or_an_hour_says_of_what(
    first: str, second: str, question: str
) -> None:
    said = brief(first=(first, "", ""), second=(second, "", ""))
    assert BUILTIN.frame(said).value.question == question


def asked(first: Told, second: Told, kind: IssueKind) -> str:
    return BUILTIN.frame(brief(first=first, second=second, kind=kind)).value.question


def test_the_one_term_that_both_speak_of_stands_in_the_question() -> None:
    went = ("The minimum order went from 200 to 600 jars.", "Orders of 200 jars.", "")
    pays = ("Below 600 jars it does not pay.", "600 jars an order.", "")
    assert asked(went, pays, IssueKind.VOLUME) == (
        "What would make the minimum order work for both sides?"
    )


def test_what_one_side_alone_speaks_of_is_not_made_the_question() -> None:
    mails = ("Nobody answers a message in the channel within 48 hours.", "An answer.", "")
    found = asked(mails, ("Our dock is full.", "Patience.", ""), IssueKind.OTHER)
    assert found == "What would have to change so that both sides get what they need?"
