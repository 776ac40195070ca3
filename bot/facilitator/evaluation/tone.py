"""How a statement sounds to a reader from outside: by lists that nothing else in Parley uses."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from bot.facilitator.reading.turns import turns_in
from bot.facilitator.yaml_files import read_yaml

_LISTS = Path(__file__).parent / "tone.yaml"


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    content = read_yaml(_LISTS)
    return {name: tuple(dict.fromkeys(words)) for name, words in content.items()}


def blaming(sentences: Iterable[str]) -> int:
    """How often words of blame or contempt stand in sentences."""
    return _count("blame", sentences)


def pointing(sentences: Iterable[str]) -> int:
    """How often sentences that are in nobody's name speak to somebody."""
    return _count("pointing", sentences)


def judging(sentences: Iterable[str]) -> int:
    """How often sentences say who is right, or agree with somebody."""
    return _count("verdicts", sentences)


def _count(name: str, sentences: Iterable[str]) -> int:
    lists = {name: _lists()[name]}
    return sum(turns_in(sentence, lists).get(name, 0) for sentence in sentences)
