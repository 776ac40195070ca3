"""Which language a text is in, by its most common words."""

import re
from collections.abc import Sequence

from bot.facilitator.reading.lexicon import Lexicon

FEWEST_WORDS = 12
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


def _hits(words: Sequence[str], lexicon: Lexicon) -> int:
    return sum(map(frozenset(lexicon.stop_words).__contains__, words))
