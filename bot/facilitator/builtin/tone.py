"""Keep an account to what happened: words of blame go, and what they were about stays."""

import re

from bot.facilitator.reading.lexicon import Lexicon
from bot.facilitator.reading.phrase import any_of
from bot.facilitator.reading.quantities import QuantityReader
from bot.facilitator.reading.sentences import as_sentence, folded, plain, sentences, shortened

MAX_ACCOUNT = 420
MAX_WANTS = 260
FEWEST_WORDS = 3
LEFT_OUT = "[…]"
_LOUD = re.compile(r"!+")
_SPACED = re.compile(r"\s+([,;.!?])")
_DOUBTING = re.compile(r"[?!]*\?[?!]*")


class Calm:
    """Cleans one language's texts. What it leaves is always words of the text itself."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._quantities = QuantityReader(lexicon)
        self._shouts = re.compile(rf"\b(?:{'|'.join(lexicon.shouted).upper()})\b")
        # Longest first, so that "again and again" goes as a whole.
        soft = sorted(map(re.escape, lexicon.soft_blame), key=len, reverse=True)
        self._soft = re.compile(rf"(?<!\w)(?:{'|'.join(soft)})(?!\w) *", re.IGNORECASE)

    def account(self, text: str, limit: int = MAX_ACCOUNT) -> str:
        """The text without sentences that only blame, or that give orders to software.

        At most `limit` characters; where it is shortened, sentences with numbers stay first.
        """
        said = [s for s in sentences(plain(text)) if not any_of(self._lexicon.to_machine, s)]
        kept = [as_sentence(calm) for s in said if (calm := self._calm(s))]
        return _within(kept, [bool(self._quantities.read(s)) for s in kept], limit)

    def without_orders(self, text: str) -> str:
        """The text without sentences that give orders to software rather than tell of anything."""
        said = sentences(plain(text))
        return " ".join(s for s in said if not any_of(self._lexicon.to_machine, s))

    def is_beside_the_matter(self, text: str) -> bool:
        """Whether a text blames, or gives orders to software."""
        return self.blames(text) or any_of(self._lexicon.to_machine, text)

    def blames(self, text: str) -> bool:
        return any_of(self._lexicon.blame, text)

    def _calm(self, sentence: str) -> str:
        """The sentence without words of blame; nothing where it says nothing else."""
        sentence = _LOUD.sub(".", _DOUBTING.sub("?", sentence))
        if sentence.isupper() and len(sentence) > 12:
            sentence = sentence.capitalize()
        sentence = self._shouts.sub(lambda m: m[0].lower(), sentence)
        sentence = sentence[:1].upper() + sentence[1:]
        sentence = self._soft.sub("", sentence)
        return self._without_hard_words(_SPACED.sub(r"\1", folded(sentence)))

    def _without_hard_words(self, sentence: str) -> str:
        """The clauses that do not blame; of a clause with a number, all but the words of blame."""
        if not self.blames(sentence):
            return sentence
        clauses = re.split(r"(?<=[,;])\s+|\s+(?=[–—])", sentence)
        told = [self._without_words(c) if self._quantities.read(c) else c for c in clauses]
        kept = [c for c in told if not self.blames(c)]
        words = " ".join(kept).strip(" ,;–—")
        return words if len(words.split()) >= FEWEST_WORDS else ""

    def _without_words(self, clause: str) -> str:
        for word in sorted(self._lexicon.blame, key=len, reverse=True):
            clause = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", LEFT_OUT, clause, flags=re.I)
        return folded(clause)


def _within(kept: list[str], telling: list[bool], limit: int) -> str:
    """As many sentences as the limit allows, in their order, the telling ones first."""
    order = sorted(range(len(kept)), key=lambda i: (not telling[i], i))
    chosen: list[int] = []
    for i in order:
        if sum(len(kept[j]) + 1 for j in (*chosen, i)) <= limit:
            chosen.append(i)
    if not chosen and kept:
        return shortened(kept[order[0]], limit)
    return " ".join(kept[i] for i in sorted(chosen))
