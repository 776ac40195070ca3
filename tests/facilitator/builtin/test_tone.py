"""What happened stays, blame goes; nothing is added to anybody's words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.facilitator.builtin.tone import MAX_ACCOUNT, Calm
from bot.facilitator.reading.lexicon import load_lexicon

CALM = Calm(load_lexicon("en"))
SPANISH = Calm(load_lexicon("es"))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The truck came at 14:30.", "The truck came at 14:30."),
        ("You are incompetent idiots!!! The truck came on Monday.", "The truck came on Monday."),
        ("Your truck was late AGAIN, this is ridiculous!!!", "Your truck was late."),
        ("You always ship 3 pallets too few.", "You ship 3 pallets too few."),
        ("You lied about 12 pallets, we think.", "You […] about 12 pallets, we think."),
        ("WHY IS NOBODY ANSWERING US??!", "Why is nobody answering us?"),
        ("You NEVER answer, and the OTIF is low.", "You never answer, and the OTIF is low."),
        ("The trucks are always late, as usual.", "The trucks are late."),
        ("Obviously the labels were wrong again.", "The labels were wrong."),
        ("You people delivered 2 days late.", "You delivered 2 days late."),
        ("This is a disgrace.", ""),
        ("", ""),
    ],
)
def test_blame_goes_and_the_matter_stays(text: str, left: str) -> None:
    assert CALM.account(text) == left


def test_spanish_blame_goes_too() -> None:
    text = "Siempre igual, sois unos mentirosos. Faltaron 12 palés."
    assert SPANISH.account(text) == "Faltaron 12 palés."


def test_where_sentences_are_left_out_for_room_an_ellipsis_stands() -> None:
    filler = "Nobody at the gate could say at that hour where the truck had gone to."
    said = [filler, "The truck came at 14:30.", *[filler] * 12, "We paid for 3 hours.", filler]
    told = CALM.account(" ".join(said))
    assert len(told) <= MAX_ACCOUNT
    assert told.count("…") == 2, "one for each gap"
    first, last = told.index("14:30"), told.index("3 hours")
    assert "…" in told[first:last]
    assert told.endswith("…")


def test_an_account_that_fits_has_no_ellipsis() -> None:
    assert CALM.account("The truck came at 14:30. We waited.") == (
        "The truck came at 14:30. We waited."
    )


def test_a_long_account_keeps_the_sentences_with_numbers() -> None:
    filler = "We spoke about many things that day in the office. " * 12
    text = f"{filler}In the end 41 order lines were late. {filler}"
    account = CALM.account(text)
    assert "41 order lines" in account
    assert len(account) <= MAX_ACCOUNT


@given(st.text(max_size=3000))
def test_an_account_keeps_its_limit_and_never_shouts(text: str) -> None:
    account = CALM.account(text)
    assert len(account) <= MAX_ACCOUNT
    assert "!" not in account


@given(st.lists(st.sampled_from(["The", "truck", "was", "late", "idiots", "41", "lines", "."])))
def test_no_word_is_added(words: list[str]) -> None:
    text = " ".join(words)
    said = {w.strip(".").casefold() for w in text.split()} | {"", "[…]"}
    assert {w.strip(".…").casefold() for w in CALM.account(text).split()} <= said


@pytest.mark.parametrize(
    "text",
    [
        "We never received the letter.",
        "Nobody ever answered.",
        "The risk lies with neither of us.",
        "It was our own fault.",
        "It is not always possible to deliver on time.",
        "We do not always get a slot.",
        "We never again pay before the goods are here.",
        "The label is not clearly readable.",
        "Nobody was late again.",
        "If the truck is late again, we take 2 %.",
        "We need the missing pallets again.",
        "As we always do, we ship on Friday.",
        "The order was again confirmed on 3 May.",
        "We always load before noon.",
        "Clearly marked pallets came on 3 May.",
        "We check the seal once again before loading.",
    ],
)
def test_what_changes_the_meaning_is_never_left_out(text: str) -> None:
    assert CALM.account(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Nunca recibimos la carta.",
        "Fue culpa nuestra.",
        "Siempre descargamos antes de las 12.",
        "No siempre llegamos tarde.",
        "Pagamos el día 25, como siempre.",
        "Siempre que avisen, descargamos.",
        "Si llega tarde otra vez, aplicamos el 2 %.",
    ],
)
def test_nor_in_spanish(text: str) -> None:
    assert SPANISH.account(text) == text
