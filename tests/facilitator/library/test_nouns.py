"""Every term of the library stands well in every sentence that takes one."""

import re

import pytest

from bot.facilitator.builtin.naming import in_text, topic_in_text
from bot.facilitator.builtin.phrases import load_phrases
from bot.facilitator.library import Entry, load_library

LIBRARY = load_library()
ARTICLES = {"en": ("the ",), "es": ("el ", "la ", "los ", "las ")}
UNCOUNTED = {"exclusivity", "uptime", "OTIF", "waiting", "forecast", "late", "defects"}
"""English nouns that take no article."""

INNER = {"question_agreed", "settle_agreed", "both_topic", "differ_agreed", "trade_open"}
INNER |= {"trade_part_open", "trade_part_without", "question_count_of", "ask_definition"}
INNER |= {"named_topic", "question_interest", "question_term", "trade_words_open"}
"""Sentences with a term inside them, rather than at the head of a list."""


AWRY = re.compile(
    r"\bthe (?:the|an?)\b|\b(?:el|la|los|las) (?:el|la|los|las)\b|\b(?:de|a) el\b"
    r"|\bwho was\b|\bhow was\b|\bwithin in\b"
)


def entries(language: str) -> list[Entry]:
    return list(LIBRARY.in_language(language).entries.values())


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("key", LIBRARY.entries)
def test_a_term_has_its_article_or_needs_none(language: str, key: str) -> None:
    entry = LIBRARY.in_language(language).entries[key]
    for noun in (in_text(entry), topic_in_text(entry)):
        assert noun.startswith(ARTICLES[language]) or noun.split()[0] in UNCOUNTED, noun
        assert not re.search(r"(?: every| within| over| en| cada)$", noun), noun


@pytest.mark.parametrize("sentence", sorted(INNER))
@pytest.mark.parametrize("language", ["en", "es"])
def test_no_article_stands_twice_and_none_is_left_unjoined(language: str, sentence: str) -> None:
    phrases = load_phrases(language)
    for entry in entries(language):
        for noun in (in_text(entry), topic_in_text(entry)):
            inputs = phrases.inputs(sentence)
            said = phrases.say(sentence, **dict.fromkeys(inputs, noun))
            assert not AWRY.search(said), said


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_a_step_costs_is_said_of_any_gain(language: str) -> None:
    phrases = load_phrases(language)
    for entry in entries(language):
        for gain in (entry.more, entry.less):
            said = phrases.say("trade_costs", benefit=gain)
            assert said.endswith(f": {gain}.")
