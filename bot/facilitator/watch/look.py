"""See what a facilitator must keep out of: threats, harassment, safety, competitors' secrets."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from bot.casework.asking import Concern, Stop
from bot.facilitator.reading.lexicon import LANGUAGES
from bot.facilitator.reading.phrase import found
from bot.facilitator.reading.sentences import folded, plain

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class _Sign:
    concern: Concern
    sentence: str
    cues: tuple[str, ...]


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
        words = folded(plain(text))
        for sign in self._signs:
            seen = found(sign.cues, words) if sign.concern not in passed else ()
            if seen:
                told = sign.sentence.replace("{words}", seen[0]).replace("{person}", person)
                return Stop(sign.concern, told, seen[0])
        return None


def _signs(language: str) -> tuple[_Sign, ...]:
    content = yaml.safe_load((_FOLDER / f"{language}.yaml").read_text(encoding="utf-8"))
    return tuple(
        _Sign(concern, content[concern]["sentence"], tuple(content[concern]["cues"]))
        for concern in Concern
    )
