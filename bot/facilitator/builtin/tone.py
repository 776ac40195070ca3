"""Keep an account to what happened: words of blame go, and what they were about stays."""

import re

from bot.facilitator.reading.lexicon import Lexicon
from bot.facilitator.reading.phrase import any_of, places
from bot.facilitator.reading.quantities import QuantityReader
from bot.facilitator.reading.sentences import as_sentence, folded, plain, sentences, shortened

MAX_ACCOUNT = 420
MAX_WANTS = 260
GAP = "…"
FEWEST_WORDS = 3
LEFT_OUT = "[…]"
_LOUD = re.compile(r"!+")
_SPACED = re.compile(r"(?:\s+|,\s*(?=[.!?]))([,;.!?])")
_CLAUSES = r"((?:[,;:]|\s(?:[–—]|and|but|y|pero|because|porque))\s+)(?!(?:{})\W*$)"
_BESIDE = 24
"""Characters between a word for what went wrong and a soft word of blame that belongs to it."""
_DOUBTING = re.compile(r"[?!]*\?[?!]*")


class Calm:
    """Cleans one language's texts. What it leaves is always words of the text itself."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._quantities = QuantityReader(lexicon)
        plainer = "|".join(map(re.escape, lexicon.plainer))
        self._plainer = re.compile(rf"(?<!\w)(?:{plainer})(?!\w)", re.IGNORECASE)
        self._shouts = re.compile(rf"\b(?:{'|'.join(lexicon.shouted).upper()})\b")
        # Longest first, so that "again and again" goes as a whole.
        soft = sorted(map(re.escape, lexicon.soft_blame), key=len, reverse=True)
        # "…, as usual." belongs to what it follows.
        self._clauses = re.compile(_CLAUSES.format("|".join(soft)), re.IGNORECASE)
        self._soft = re.compile(rf"(?<!\w)(?:{'|'.join(soft)})(?!\w) *", re.IGNORECASE)
        kept = "|".join(re.escape(w) for w in lexicon.kept_after if w != "n't")
        self._kept_after = re.compile(rf"(?<!\w)(?:{kept})(?!\w)|n['’]t(?!\w)", re.IGNORECASE)

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
        sentence = self._plainer.sub(lambda m: self._lexicon.plainer[m[0].lower()], sentence)
        sentence = sentence[:1].upper() + sentence[1:]
        clauses = self._clauses.split(sentence)
        sentence = "".join(map(self._without_soft_words, clauses))
        return self._without_hard_words(_SPACED.sub(r"\1", folded(sentence)))

    def _without_soft_words(self, clause: str) -> str:
        """ "late again" as "late"; elsewhere, and behind a "not" or an "if", all words stay."""
        if not self._soft.search(clause):
            return clause
        wrong = [span for word in self._lexicon.gone_wrong for span in places(word, clause)]

        def left(soft: re.Match[str]) -> str:
            is_beside = any(
                0 <= max(start - soft.end(), soft.start() - end) <= _BESIDE for start, end in wrong
            )
            is_borne = self._kept_after.search(clause[: soft.start()])
            return "" if is_beside and not is_borne else soft[0]

        return self._soft.sub(left, clause)

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
    """As many sentences as the limit allows, in their order, the telling ones first.

    An ellipsis stands wherever some are left out for want of room.
    """
    order = sorted(range(len(kept)), key=lambda i: (not telling[i], i))
    chosen: set[int] = set()
    for i in order:
        if len(_with_gaps(kept, chosen | {i})) <= limit:
            chosen.add(i)
    if not chosen and kept:
        return shortened(kept[order[0]], limit)
    return _with_gaps(kept, chosen)


def _with_gaps(kept: list[str], chosen: set[int]) -> str:
    parts: list[str] = []
    for i, sentence in enumerate(kept):
        if i in chosen:
            parts.append(sentence)
        elif parts[-1:] != [GAP]:
            parts.append(GAP)
    return " ".join(parts)
