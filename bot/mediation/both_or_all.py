"""How a sentence speaks of the sides: of both where there are two, of all where there are more."""

from collections.abc import Mapping, Sized
from typing import Final

TWO: Final[Mapping[str, str]] = {
    "both": "both",
    "either": "either",
    "neither": "neither",
    "none": "neither",
    "another": "the other side",
    "others": "the other side",
    "others_have": "the other side has",
    "others_are": "the other side is",
    "it_agrees": "it agrees",
    "of_another": "the other's",
    "everybody": "both sides",
    "another_one": "the other",
}
MORE: Final[Mapping[str, str]] = {
    "both": "all",
    "either": "any",
    "neither": "no",
    "none": "none",
    "another": "another side",
    "others": "the other sides",
    "others_have": "the other sides have",
    "others_are": "the other sides are",
    "it_agrees": "one of them agrees",
    "of_another": "another's",
    "everybody": "every side",
    "another_one": "another",
}
"""By the word for two. `another` is any one of them, `others` are all of them."""

TWO_IN_SPANISH: Final[Mapping[str, str]] = {
    "both": "las dos",
    "neither": "ninguna de las dos partes",
    "another": "la otra parte",
    "others": "la otra parte",
    "others_have": "la otra parte haya",
    "everybody": "las dos partes",
    "another_one": "a la otra",
}
MORE_IN_SPANISH: Final[Mapping[str, str]] = {
    "both": "todas las",
    "neither": "ninguna de las partes",
    "another": "otra parte",
    "others": "las otras partes",
    "others_have": "las otras partes hayan",
    "everybody": "todas las partes",
    "another_one": "a otra",
}
_WORDS: Final = {"en": (TWO, MORE), "es": (TWO_IN_SPANISH, MORE_IN_SPANISH)}


def both_or_all(sentence: str, sides: Sized, language: str = "en", /, **more: object) -> str:
    """The sentence with its words for so many sides; a capital in a name stands in the word.

    more: what else is filled in. Raises KeyError for a word that is not known here.
    """
    words = _WORDS[language][len(sides) > 2]
    capital = {key.capitalize(): word[:1].upper() + word[1:] for key, word in words.items()}
    return sentence.format_map({**words, **capital, **more})
