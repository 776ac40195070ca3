"""What the built-in facilitator says, in one language: sentences as data, filled in strictly."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from string import Formatter

from bot.casework.tongues import tongue
from bot.facilitator.yaml_files import read_yaml

_FOLDER = Path(__file__).parent / "wording"


NO_WORDS: Mapping[str, str] = {}
FOR_MANY = "for_many"
"""What stands in a file of sentences for the words that speak of two sides."""


class PhraseFault(Exception):
    """A sentence was asked for that does not exist, or with other inputs than it declares."""


class Phrases:
    """The sentences of one language by key."""

    def __init__(
        self, language: str, sentences: Mapping[str, str], for_many: Mapping[str, str] = NO_WORDS
    ) -> None:
        self.language = language
        self._sentences = dict(sentences)
        self._for_many = for_many

    def among(self, sides: int) -> "Phrases":
        """As it is said where more than two sides are at the table."""
        if sides <= 2:
            return self
        return Phrases(self.language, {k: self._of_many(s) for k, s in self._sentences.items()})

    def _of_many(self, sentence: str) -> str:
        for two, many in self._for_many.items():
            sentence = sentence.replace(two, many)
        return sentence

    def say(self, key: str, **inputs: str) -> str:
        """The sentence with its inputs. Raises PhraseFault for a missing or an unused input."""
        sentence = self._sentences.get(key)
        if sentence is None:
            raise PhraseFault(f"{self.language}: there is no sentence `{key}`")
        if set(inputs) != self.inputs(key):
            raise PhraseFault(f"{self.language}: `{key}` takes {sorted(self.inputs(key))}")
        return sentence.format_map(inputs)

    def listed(self, things: Sequence[str]) -> str:
        """ "a", "a and b", "a, b and c"."""
        return tongue(self.language).listed(things)

    def inputs(self, key: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(self._sentences[key]) if name}

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(self._sentences)


def load_phrases(language: str) -> Phrases:
    path = _FOLDER / f"{language}.yaml"
    held = dict(read_yaml(path))
    return Phrases(language, held, held.pop(FOR_MANY))
