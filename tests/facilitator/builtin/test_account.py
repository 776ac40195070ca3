"""One side's account, taken apart."""

import pytest

from bot.facilitator import load_library
from bot.facilitator.builtin.account import Account, reading_of
from bot.facilitator.builtin.voice import voice
from bot.facilitator.reading.lexicon import Contrast, Reading
from bot.mediation.issues import IssueKind
from tests.facilitator.examples import CUSTOMER, PROVIDER, brief

VOICE = voice("en", load_library())
DAYS = Contrast(
    "Which days",
    ("frozen_window",),
    (Reading("working days", ("working days",)), Reading("calendar days", ("calendar days",))),
)


def account(happened: str, wants: str = "", why: str = "") -> Account:
    said = brief(first=(happened, wants, why), second=("", "", ""))
    return VOICE.accounts.read(said, IssueKind.LATE_DELIVERY)[0]


def test_an_account_knows_its_figures_days_and_interests() -> None:
    mine = account(
        "On 3 November 41 of 660 order lines were late.",
        "An OTIF target of 98 %.",
        "Empty shelves cost us customers; our margin is thin.",
    )
    assert [f.quantity.value for f in mine.figures] == [41, 660]
    assert [f.quantity.value for f in mine.asked] == [98]
    assert [m.key for m in mine.moments] == ["11-03"]
    assert set(mine.interests) == {"availability", "margin"}


@pytest.mark.parametrize(
    "why",
    [
        "Empty trucks cost us more than any fine.",
        "We plan to leave the market.",
        "The bank finances our stock.",
    ],
)
def test_a_bare_word_is_no_interest(why: str) -> None:
    assert not {"margin", "planning", "availability"} & set(account("x", "", why).interests)


def test_a_reason_that_is_not_shared_gives_no_interest() -> None:
    assert account("Our margin is thin.", "More margin.").interests == ()


def test_sentences_on_what_words_mean_are_kept_apart() -> None:
    mine = account("It came. We understood Friday.", "Say what you mean by Friday.")
    assert mine.meaning == ("We understood Friday.", "Say what you mean by Friday.")


def test_a_silent_side_has_an_empty_account() -> None:
    said = brief(first=("x", "", ""), second=("y", "", ""))
    alone = said.statements[:1]
    read = VOICE.accounts.read(
        type(said)(said.title, said.happened, said.kind, said.sides, alone), IssueKind.OTHER
    )
    assert [(a.side, a.told) for a in read] == [(CUSTOMER, "x"), (PROVIDER, "")]


@pytest.mark.parametrize(
    ("happened", "reading"),
    [
        ("We count working days.", "working days"),
        ("Five calendar days.", "calendar days"),
        ("Not calendar days, working days.", "working days"),
        ("Working days rather than calendar days.", "working days"),
        ("Calendar days or working days, who knows.", ""),
        ("Five days.", ""),
    ],
)
def test_the_reading_that_an_account_shows(happened: str, reading: str) -> None:
    assert reading_of(account(happened), DAYS) == reading


def test_marks_of_slack_are_gone_from_an_account() -> None:
    assert account("<@U1> the *truck* was late").told == "the truck was late"
