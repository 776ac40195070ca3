"""Which language a text is in, by its most common words."""

import re
from collections.abc import Sequence

from bot.facilitator.reading.lexicon import Lexicon

_WORD = re.compile(r"[^\W\d_]+")


def language_of(texts: Sequence[str], lexicons: Sequence[Lexicon]) -> str:
    """The language whose common words stand most often in the texts; the first one on a tie."""
    words = _WORD.findall(" ".join(texts).casefold())
    hits = [sum(map(frozenset(x.stop_words).__contains__, words)) for x in lexicons]
    return lexicons[hits.index(max(hits))].language
