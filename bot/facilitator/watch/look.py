"""See what a facilitator must keep out of: threats, harassment, safety, competitors' secrets."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.casework.asking import Seen, Stop, Then
from bot.facilitator.reading.lexicon import LANGUAGES
from bot.facilitator.reading.phrase import found
from bot.facilitator.reading.sentences import folded, plain, sentences
from bot.facilitator.yaml_files import read_yaml
from bot.mediation.concerns import Concern

_FOLDER = Path(__file__).parent
REACH = 90
"""Characters within which words of one sentence are read together."""


@dataclass(frozen=True, slots=True)
class _Together:
    """Words of different lists that show a concern where they stand in one sentence.

    unless: words of the same sentence with which they show none.
    """

    parts: tuple[re.Pattern[str], ...]
    unless: re.Pattern[str] | None

    def seen_in(self, sentence: str) -> str:
        if self.unless and self.unless.search(sentence):
            return ""
        hits = sorted(
            (*m.span(), part)
            for part, found_by in enumerate(self.parts)
            for m in found_by.finditer(sentence)
        )
        for first, (start, _, _) in enumerate(hits):
            ends: dict[int, int] = {}
            for begin, end, part in hits[first:]:
                if begin - start > REACH:
                    break
                ends.setdefault(part, end)
                if len(ends) == len(self.parts):
                    return sentence[start : max(ends.values())]
        return ""


@dataclass(frozen=True, slots=True)
class _Sign:
    concern: Concern
    sentence: str
    somebody: str
    cues: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]
    together: tuple[_Together, ...]

    def seen_in(self, words: str) -> str:
        """The words of a text that show the concern, "" where none does."""
        cue = next(iter(found(self.cues, words)), "")
        phrase = cue or next((m[0] for p in self.patterns if (m := p.search(words))), "")
        return phrase or next(
            (seen for part in sentences(words) for t in self.together if (seen := t.seen_in(part))),
            "",
        )


class WordWatch:
    """Honours `bot.casework.asking.Watch` by lists of words, in every language at once.

    What matters more comes first: a text with a threat and a price is a threat.
    """

    def __init__(self) -> None:
        self._signs = tuple(
            sign
            for concern in Concern
            for language in LANGUAGES
            for sign in _signs(language)
            if sign.concern is concern
        )

    def look(
        self, text: str, *, person: str, passed: frozenset[Concern] = frozenset()
    ) -> Stop | None:
        words = folded(plain(text)).replace("’", "'")
        for sign in self._signs:
            seen = sign.seen_in(words) if sign.concern not in passed else ""
            if seen:
                who = person or sign.somebody
                told = sign.sentence.replace("{words}", seen).replace("{person}", who)
                return Stop(sign.concern, told, seen)
        return None


def asked_about(seen: Seen, *, person: str, language: str, then: Then) -> str:
    """What to ask about a passage that may be meant otherwise."""
    content = read_yaml(_FOLDER / f"{language}.yaml")
    said, who = content["in_doubt"], person or content["somebody"]
    rest = said[then]
    if then is Then.TAKE_OUT and seen.concern is Concern.SAFETY:
        rest = ""  # it is often the very thing that happened
    sentence = f"{said[seen.concern]} {rest}".strip()
    return sentence.replace("{words}", seen.words).replace("{person}", who)


def _signs(language: str) -> tuple[_Sign, ...]:
    content = read_yaml(_FOLDER / f"{language}.yaml")
    return tuple(
        _Sign(
            concern,
            content[concern]["sentence"],
            content["somebody"],
            tuple(content[concern]["cues"]),
            tuple(_compiled(p, content["lists"]) for p in content[concern]["patterns"]),
            tuple(_read_together(t, content["lists"]) for t in content[concern]["together"]),
        )
        for concern in Concern
    )


def _read_together(rule: Mapping[str, Any], lists: Mapping[str, str]) -> _Together:
    parts = tuple(_compiled(part, lists) for part in rule["all"])
    return _Together(parts, _compiled(rule["unless"], lists) if "unless" in rule else None)


_BUILT_IN = {
    " … ": r" (?:(?:[^\s.!?]|[.](?=\d))+ ){0,6}?",
    "<Name>": r"(?-i:[A-ZÁÉÍÓÚÑ][\w&-]+)",
    "<money>": r"(?:[€$£] ?\d[\d.,]*|\d[\d.,]* ?(?:[€$£%]|EUR|USD|GBP|euros?|dollars?))",
    "<number>": r"[€$£]? ?\d[\d.,]*",
}


def _compiled(pattern: str, lists: Mapping[str, str]) -> re.Pattern[str]:
    """A pattern of the file as a regular expression over whole words, whatever their case."""
    for _ in range(2):  # a list may use another one
        for name, words in lists.items():
            pattern = pattern.replace(f"<{name}>", f"(?:{words})")
    for name, words in _BUILT_IN.items():
        pattern = pattern.replace(name, words)
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)
