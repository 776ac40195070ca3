"""A claim stands in the message that it cites, or it is no claim."""

from dataclasses import replace

import pytest

from bot.facilitator import builtin_facilitator, load_library
from bot.facilitator.builtin.claims import standing, told_in, wanted_in, words_of_files
from bot.mediation.issues import Claim
from bot.mediation.people import PersonId
from tests.facilitator.examples import message

VOICE = builtin_facilitator(load_library()).voice_for(["the of and"])
SENT = message("The *truck* came   at 9:40.\nWe waited.", ts="7.0")


@pytest.mark.parametrize(
    ("ts", "words", "stands"),
    [
        ("7.0", "The truck came at 9:40.", True),
        ("7.0", "truck  came at", True),
        ("7.0", "The truck came at 9:45.", False),
        ("7.0", "the truck came at 9:40.", False),
        ("8.0", "The truck came at 9:40.", False),
        ("7.0", "a", False),
    ],
)
def test_its_words_are_there_letter_for_letter(ts: str, words: str, stands: bool) -> None:
    claim = Claim(ts, PersonId("U1"), words)
    assert standing([claim], [SENT]) == ((claim,) if stands else ())


def test_a_files_name_is_read_as_words() -> None:
    sent = replace(SENT, files=("gate_times-3_May.csv", "photo.jpeg"))
    assert words_of_files(sent) == "gate times 3 May photo"


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("We count 31 of 33.", True),
        ("He signed at 06:50.", True),
        ("It came on 4 June.", True),
        ("We sent 12 pallets.", True),
        ("Somebody signed it.", False),
    ],
)
def test_what_tells_a_quantity_or_a_time_is_a_claim(text: str, tells: bool) -> None:
    sent = message(text, ts="7.0")
    assert bool(told_in([sent], VOICE)) is tells


@pytest.mark.parametrize(
    "text", ["I'd like a joint count.", "Please count it with us.", "We want a credit."]
)
def test_a_request_is_a_wish_however_it_is_put(text: str) -> None:
    assert [c.words for c in wanted_in([message(text, ts="7.0")], VOICE)] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "You want 80 % of the rooms.",
        "They ask for 12 % more.",
        "You billed 46 hours (change request 12).",
        "It was in the offer, page 7.",
    ],
)
def test_what_another_wants_is_no_wish_of_the_writers(text: str) -> None:
    assert wanted_in([message(text, ts="7.0")], VOICE) == ()
