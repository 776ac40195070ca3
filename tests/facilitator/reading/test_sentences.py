"""Slack's marks go, sentences are told apart, and nothing is cut inside a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.facilitator.reading.sentences import as_sentence, plain, sentences, shortened


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("<@U123> hello", "hello"),
        ("<!channel> hello", "hello"),
        ("see <https://a.example/x|the report>", "see the report"),
        ("see <https://a.example/x>", "see https://a.example/x"),
        ("*bold* and _soft_ and ~gone~", "bold and soft and gone"),
        ("R&amp;D &lt;3", "R&D <3"),
        ("thanks :smile:", "thanks"),
        ("zero\u200bwidth", "zerowidth"),
        ("\u202eleft", "left"),
        ("2 * 3 stays", "2 * 3 stays"),
        ("snake_case_name", "snake_case_name"),
        ("at 10:30:00 sharp", "at 10:30:00 sharp"),
    ],
)
def test_slack_marks_go_and_words_stay(text: str, left: str) -> None:
    assert plain(text) == left


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two! Three?", 3),
        ("It was 93.8 % in May. We had 95 %.", 2),
        ("e.g. the report is late", 1),
        ("approx. 5 days", 1),
        ("first line\nsecond line", 2),
        ("...", 0),
        ("", 0),
        ("- \n- \n", 0),
    ],
)
def test_sentences_are_told_apart(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@given(st.text(max_size=300), st.integers(10, 80))
def test_a_shortened_text_keeps_its_limit(text: str, limit: int) -> None:
    assert len(shortened(text, limit)) <= limit


def test_a_cut_falls_between_words() -> None:
    assert shortened("orders inside five days are fine", 20) == "orders inside five…"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("hello there", "Hello there."),
        (", so what?", "So what?"),
        ("", ""),
        ("fine.", "Fine."),
        ("ok 🙂", "Ok 🙂"),
    ],
)
def test_a_sentence_has_a_capital_and_an_end(text: str, sentence: str) -> None:
    assert as_sentence(text) == sentence


def test_a_day_with_its_dot_does_not_end_a_german_sentence() -> None:
    said = "Die Bestellung kam am 22. Oktober statt am 21. Oktober. Wir warten."
    assert sentences(said) == (
        "Die Bestellung kam am 22. Oktober statt am 21. Oktober.",
        "Wir warten.",
    )
    assert len(sentences("We counted 22. Then we stopped.")) == 2
