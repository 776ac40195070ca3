"""What the built-in facilitator says, in one language: sentences as data, filled in strictly."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from string import Formatter

from bot.facilitator.yaml_files import read_yaml

_FOLDER = Path(__file__).parent / "wording"


class PhraseFault(Exception):
    """A sentence was asked for that does not exist, or with other inputs than it declares."""


class Phrases:
    """The sentences of one language by key."""

    def __init__(self, language: str, sentences: Mapping[str, str]) -> None:
        self.language = language
        self._sentences = dict(sentences)

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
        if len(things) < 2:
            return "".join(things)
        return self.say("and", first=", ".join(things[:-1]), last=things[-1])

    def inputs(self, key: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(self._sentences[key]) if name}

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(self._sentences)


def load_phrases(language: str) -> Phrases:
    path = _FOLDER / f"{language}.yaml"
    return Phrases(language, read_yaml(path))
