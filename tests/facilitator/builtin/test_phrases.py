"""Sentences are data, filled in strictly, with the same inputs in every language."""

import pytest

from bot.facilitator.builtin.phrases import PhraseFault, Phrases, load_phrases
from bot.facilitator.reading.lexicon import LANGUAGES
from bot.mediation.issues import IssueKind

EVERY = {x: load_phrases(x) for x in LANGUAGES}


def test_every_language_says_the_same_things_with_the_same_inputs() -> None:
    english = EVERY["en"]
    for phrases in EVERY.values():
        assert phrases.keys == english.keys
        assert {k: phrases.inputs(k) for k in phrases.keys} == {
            k: english.inputs(k) for k in english.keys
        }


STATED = ("both_", "question_", "settle_", "evidence_")


@pytest.mark.parametrize("language", LANGUAGES)
def test_among_three_sides_no_statement_speaks_of_two(language: str) -> None:
    phrases = EVERY[language]
    assert phrases.among(2) is phrases
    many = phrases.among(3)
    for key in (k for k in phrases.keys if k.startswith(STATED)):
        inputs = dict.fromkeys(phrases.inputs(key), "x")
        said = many.say(key, **inputs).casefold()
        assert not any(word in said for word in ("both sides", "that both", "las dos partes"))
    question = many.say("question_recognition")
    assert question != phrases.say("question_recognition")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_issue_has_its_evidence(language: str) -> None:
    assert all(EVERY[language].say(f"evidence_{kind}") for kind in IssueKind)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_shouts_blames_or_speaks_of_errors(language: str) -> None:
    for key in EVERY[language].keys:
        sentence = EVERY[language].say(key, **dict.fromkeys(EVERY[language].inputs(key), "x"))
        assert "!" not in sentence
        assert "error" not in sentence.casefold()
        assert "fault" not in sentence.casefold()


def test_a_missing_an_unused_and_an_unknown_input_are_refused() -> None:
    phrases = Phrases("en", {"hello": "Hello {name}."})
    assert phrases.say("hello", name="Ana") == "Hello Ana."
    with pytest.raises(PhraseFault, match="takes"):
        phrases.say("hello")
    with pytest.raises(PhraseFault, match="takes"):
        phrases.say("hello", name="Ana", age="7")
    with pytest.raises(PhraseFault, match="no sentence"):
        phrases.say("goodbye")


def test_braces_in_what_people_wrote_stay_as_they_are() -> None:
    assert Phrases("en", {"a": "{x}"}).say("a", x="{0} {y.__class__}") == "{0} {y.__class__}"


@pytest.mark.parametrize(
    ("things", "listed"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (list("abc"), "a, b and c")],
)
def test_things_are_listed_as_people_do(things: list[str], listed: str) -> None:
    assert EVERY["en"].listed(things) == listed
