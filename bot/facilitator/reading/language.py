"""Which language a text is in, by its most common words."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from bot.facilitator.reading.lexicon import Lexicon
from bot.facilitator.yaml_files import read_yaml

FEWEST_WORDS = 12
FEWEST_TELLTALE = 3
"""Different common words of a language that show it."""

_NOT_SPOKEN = Path(__file__).with_name("not_spoken.yaml")
_WORD = re.compile(r"[^\W\d_]+")


def language_of(texts: Sequence[str], lexicons: Sequence[Lexicon]) -> str:
    """The language whose common words stand most often in the texts; the first one on a tie."""
    words = _WORD.findall(" ".join(texts).casefold())
    hits = [_hits(words, lexicon) for lexicon in lexicons]
    return lexicons[hits.index(max(hits))].language


def clearly_not(language: str, text: str, lexicons: Sequence[Lexicon]) -> bool:
    """Whether a text is in another language than this; a few words prove nothing."""
    words = _WORD.findall(text.casefold())
    hits = {lexicon.language: _hits(words, lexicon) for lexicon in lexicons}
    own = hits.pop(language)
    return max(hits.values(), default=0) > own + 1 or (own == 0 and len(words) >= FEWEST_WORDS)


def is_spoken(text: str) -> bool:
    """Whether a text shows no language that there is no lexicon for; a few words show none."""
    words = frozenset(_WORD.findall(text.casefold()))
    return all(len(words & common) < FEWEST_TELLTALE for common in _not_spoken())


@cache
def _not_spoken() -> tuple[frozenset[str], ...]:
    return tuple(map(frozenset, read_yaml(_NOT_SPOKEN).values()))


def _hits(words: Sequence[str], lexicon: Lexicon) -> int:
    return sum(map(frozenset(lexicon.stop_words).__contains__, words))
