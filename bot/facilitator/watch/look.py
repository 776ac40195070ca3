"""See what a facilitator must keep out of: threats, harassment, safety, competitors' secrets."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.casework.asking import Seen, Stop, Then
from bot.facilitator.reading.lexicon import LANGUAGES
from bot.facilitator.reading.phrase import found
from bot.facilitator.reading.sentences import folded, plain, sentences
from bot.facilitator.watch.parties import named
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

    def phrase_in(self, words: str) -> str:
        """A set phrase that stands in a text, "" where none does."""
        return next(iter(found(self.cues, words)), "")

    def pattern_in(self, words: str) -> str:
        """The words of a text that a pattern, or words together, take for the concern."""
        phrase = next((m[0] for p in self.patterns if (m := p.search(words))), "")
        return phrase or next(
            (seen for part in sentences(words) for t in self.together if (seen := t.seen_in(part))),
            "",
        )


class WordWatch:
    """Lists of words, in every language at once.

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
        self,
        text: str,
        *,
        person: str,
        sides: Sequence[str] = (),
        passed: frozenset[Concern] = frozenset(),
    ) -> Stop | None:
        """The first of all that the lists find, in doubt or not."""
        return next(self.stops(text, person=person, sides=sides, passed=passed), None)

    def stops(
        self, text: str, *, person: str, sides: Sequence[str], passed: frozenset[Concern]
    ) -> Iterator[Stop]:
        """One for each concern and language. A set phrase is certain, a pattern in doubt."""
        written = folded(plain(text)).replace("’", "'")
        words = _without_capitals(written, sides)
        for sign in self._signs:
            if sign.concern in passed:
                continue
            phrase = sign.phrase_in(words)
            if found_there := phrase or sign.pattern_in(words):
                seen, who = _as_written(found_there, written), person or sign.somebody
                told = sign.sentence.replace("{words}", seen).replace("{person}", who)
                yield Stop(sign.concern, told, seen, in_doubt=not phrase)


def _without_capitals(words: str, sides: Sequence[str]) -> str:
    """With the names of the sides in small letters, so that a name with a capital is another's."""
    names = named(tuple(sides))
    return names.sub(lambda m: m[0].lower(), words) if names else words


def _as_written(words: str, text: str) -> str:
    at = text.lower().find(words.lower())
    return text[at : at + len(words)] if at >= 0 else words


def asked_about(seen: Seen, *, person: str, language: str, then: Then) -> str:
    """What to ask about a passage that may be meant otherwise."""
    content = read_yaml(_FOLDER / f"{language}.yaml")
    said, who = content["in_doubt"], person or content["somebody"]
    rest = said.get(f"{then}_{seen.concern}", said[then])
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


_NO_NAME = (
    "you|they|we|i|he|she|it|the|this|that|these|those|our|your|their|my|his|her|on|in|at|for|from|"
    "and|but|if|when|after|before|with|please|then|now|yesterday|today|last|since|so|as|by|to|who|"
    "somebody|someone|everybody|nobody|there|also|because|already|again|po|pos|order|invoice|"
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    "usted|ustedes|vosotros|vosotras|nos|nosotros|el|la|los|las|un|una|esto|eso|ya|ayer|hoy|luego|"
    "entonces|si|cuando|pero|y|en|por|de|con|para|que|su|sus|vuestro|vuestra|alguien|nadie|"
    "lunes|martes|miércoles|jueves|viernes|sábado|domingo|pedido|factura"
)
"""Words that begin with a capital where a sentence begins, and name nobody."""

_BUILT_IN = {
    " … ": r" (?:(?:[^\s.!?]|[.](?=\d))+ ){0,6}?",
    "<Name>": rf"(?!(?:{_NO_NAME})\b)(?-i:[A-ZÁÉÍÓÚÑ][\w&-]+)",
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
