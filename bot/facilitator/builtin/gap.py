"""What lies between two sides: fact, interpretation, interest, value or recognition."""

from collections.abc import Sequence

from bot.facilitator.builtin.account import Account
from bot.facilitator.builtin.differences import Comparison
from bot.facilitator.builtin.meant import meant_by
from bot.facilitator.reading.lexicon import Lexicon
from bot.facilitator.reading.phrase import found
from bot.mediation.issues import GapKind


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
    return GapKind.INTEREST


def _seeks(words: Sequence[str], accounts: Sequence[Account]) -> int:
    """How much the accounts speak of something; what is asked for weighs double."""
    return sum(
        len(found(words, a.told)) + 2 * len(found(words, a.wants)) + len(found(words, a.why))
        for a in accounts
    )
