"""What lies between two sides: fact, interpretation, interest, value or recognition."""

from collections.abc import Mapping, Sequence

from bot.facilitator.builtin.account import Account
from bot.facilitator.builtin.differences import Comparison
from bot.facilitator.builtin.meant import meant_by
from bot.facilitator.reading.lexicon import Lexicon
from bot.facilitator.reading.phrase import found
from bot.facilitator.reading.sentences import sentences
from bot.facilitator.reading.weights import heard, load_weights, words_of
from bot.mediation.issues import GapKind

_MARGIN, _FOR_MEANING = 0.1, 0.3
"""By so much a gap has to be likelier than a difference of interests, which any dispute is too.

More where it is one of meaning: who asks what words mean should be sure that words are the matter.
"""

_FEW = 12
"""So many words are heard half."""


def gap_of(seen: Comparison, lexicon: Lexicon) -> GapKind:
    """The gap that has to be closed first: what is not understood comes before what is wanted."""
    accounts = seen.accounts
    if _seeks(lexicon.recognition, accounts) >= 2 and not seen.figures:
        return GapKind.RECOGNITION
    if seen.readings or meant_by(accounts):
        return GapKind.INTERPRETATION
    if seen.differs_in_fact:
        return GapKind.FACT
    if _seeks(lexicon.value, accounts) >= 2:
        return GapKind.VALUE
    return _learned(accounts)


def _learned(accounts: Sequence[Account]) -> GapKind:
    """What the words of both sides say, where no rule sees anything.

    A difference of interests, where they do not say it clearly, or a side has not told its wish.
    """
    if not all(words_of(a.told) and words_of(a.wants) for a in accounts):
        return GapKind.INTEREST
    told = " ".join(sorted(a.told for a in accounts))
    wished = " ".join(sorted(f"{a.wants} {a.why}" for a in accounts))
    shares = _shares(told, wished)
    best = max(GapKind, key=lambda gap: shares[gap])
    ahead = (shares[best] - shares[GapKind.INTEREST]) * heard(f"{told} {wished}", _FEW)
    least = _FOR_MEANING if best is GapKind.INTERPRETATION else _MARGIN
    return best if ahead > least else GapKind.INTEREST


def telling(account: Account, gap: GapKind) -> str:
    """The sentence of an account that speaks most of a gap; "" where it has none."""
    return max(sentences(account.told), key=lambda s: _shares(s, "")[gap], default="")


def _shares(told: str, wished: str) -> Mapping[GapKind, float]:
    shares = load_weights("gap").shares({"told:": told, "wished:": wished})
    return {gap: shares[gap] for gap in GapKind}


def _seeks(words: Sequence[str], accounts: Sequence[Account]) -> int:
    """How much the accounts speak of something; what is asked for weighs double."""
    return sum(
        len(found(words, a.told)) + 2 * len(found(words, a.wants)) + len(found(words, a.why))
        for a in accounts
    )
