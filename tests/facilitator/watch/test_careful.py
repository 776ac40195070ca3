"""A list stops what it is sure of; the rest is asked about, so that nothing harmless is held."""

from pathlib import Path

import pytest

from bot.casework.asking import Seen, Then
from bot.facilitator.watch import CarefulWatch, Likeness, WordWatch, asked_about
from bot.facilitator.yaml_files import read_yaml
from bot.mediation.concerns import Concern

WATCH, LISTS = CarefulWatch(), WordWatch()
SIDES = ("Brightmart", "Nord Pack GmbH")
SENTENCES: dict[str, list[str]] = read_yaml(Path(__file__).with_name("sentences.yaml"))
HARMLESS = (
    "4.60 is what they charge us now, 4.05 was the quote.",
    "Delivery note says 48 pallets and the scan in Munich shows 46, so they do not match it.",
    "They split the market hall delivery between two trucks.",
    "All 40 boxes arrived in one piece, thank you.",
    "The women's shoes were delivered late and smell of glue.",
)
"""As companies speak of each other, and of goods."""


@pytest.mark.parametrize("text", HARMLESS)
def test_what_a_list_takes_amiss_is_asked_about_and_not_held(text: str) -> None:
    assert LISTS.look(text, person="") is not None
    assert WATCH.look(text, person="", sides=SIDES) is None
    assert WATCH.suspect(text, sides=SIDES) is not None


@pytest.mark.parametrize(
    "text",
    [
        "You quoted us 4.05 in March, please match that.",
        "THEY QUOTED US 4.05 IN MARCH AND CHARGED 4.60. MATCH THE QUOTE.",
        "Nord Pack quoted us 4.05 in March, then charged 4.60. Please match the quote.",
        "What price do you give Brightmart for pallets?",
        "Brightmart nos cobra 300 euros por camión, ¿y ustedes lo ven normal?",
        "They never told us what they charge for waiting time.",
        "It is your turn this time to pay the demurrage.",
        "Their offer was 4.05, and you ask why we are angry.",
        "The black one is dirty, the white one is missing.",
        "Nadie resultó herido.",
        "Ningún conductor resultó herido.",
    ],
)
def test_what_the_partner_charges_and_that_nobody_was_hurt_can_be_said(text: str) -> None:
    assert WATCH.look(text, person="", sides=SIDES) is None
    assert WATCH.suspect(text, sides=SIDES) is None


def test_what_a_list_is_right_about_is_stopped_or_asked_about_and_nearly_always_stopped() -> None:
    texts = [t for concern in Concern for t in SENTENCES[concern]]
    stopped = [t for t in texts if WATCH.look(t, person="")]
    assert len(texts) > 150
    assert len(stopped) >= 0.95 * len(texts)
    assert [t for t in texts if t not in stopped and not WATCH.suspect(t, sides=())] == []


@pytest.mark.parametrize(
    "text", ["We will burn your depot down.", "Había trozos de vidrio en los yogures."]
)
def test_a_short_text_that_leans_to_it_is_stopped_though_it_is_too_short_to_be_likely(
    text: str,
) -> None:
    assert Likeness().suspect(text, sides=()) is None
    assert WATCH.look(text, person="") is not None


def test_a_set_phrase_is_stopped_whatever_stands_around_it() -> None:
    text = "The pallets came on Monday, 40 short. I know where you live. The invoice is right."
    stop = WATCH.look(text, person="Ana Ruiz")
    assert stop is not None
    assert (stop.concern, stop.words) == (Concern.THREAT, "I know where you live")
    assert "“I know where you live”" in stop.sentence


def test_what_was_asked_about_before_is_passed() -> None:
    assert WATCH.suspect(HARMLESS[0], sides=(), passed=frozenset(Concern)) is None


@pytest.mark.parametrize(("language", "belongs"), [("en", "belongs here"), ("es", "constar aquí")])
def test_a_competitor_s_secret_is_never_said_to_belong_here(language: str, belongs: str) -> None:
    invited = {
        concern
        for concern in Concern
        if belongs
        in asked_about(
            Seen(concern, "words"), person="Ana", language=language, then=Then.SEND_AGAIN
        )
    }
    assert invited == set(Concern) - {Concern.COMPETITION}
