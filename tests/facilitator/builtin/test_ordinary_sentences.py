"""What people write without a term's name still finds the term: sentences in a file beside this."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from bot.facilitator import builtin_facilitator, load_library
from bot.facilitator.builtin.trades import spoken_of
from bot.mediation.issues import IssueKind

LIBRARY = load_library()
BUILTIN = builtin_facilitator(LIBRARY)
FILE = Path(__file__).with_name("ordinary_sentences.yaml")
BY_KIND: dict[str, list[list[str]]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
ROWS = [(key, sentence) for rows in BY_KIND.values() for key, sentence in rows]


@pytest.mark.parametrize(("key", "sentence"), ROWS)
def test_an_ordinary_sentence_finds_its_term_among_the_first_two(key: str, sentence: str) -> None:
    found = [e.key for e in spoken_of(sentence, BUILTIN.voice_for([sentence]))]
    assert key in found[:2]


def test_nearly_every_sentence_finds_its_term_first() -> None:
    voices = {s: BUILTIN.voice_for([s]) for _, s in ROWS}
    first = [spoken_of(s, voices[s])[0].key == key for key, s in ROWS]
    assert sum(first) >= 0.97 * len(ROWS)


def test_the_sentences_are_many_and_of_every_kind_in_both_languages() -> None:
    assert len(ROWS) >= 60
    assert {k: len(rows) >= 5 for k, rows in BY_KIND.items()} == dict.fromkeys(IssueKind, True)
    spoken = Counter(BUILTIN.voice_for([s]).language for _, s in ROWS)
    assert min(spoken["en"], spoken["es"]) >= 20


@pytest.mark.parametrize("text", ["Good morning to all of you.", "Buenos días a todos.", "Thanks."])
def test_small_talk_speaks_of_no_term(text: str) -> None:
    assert spoken_of(text, BUILTIN.voice_for([text])) == ()
