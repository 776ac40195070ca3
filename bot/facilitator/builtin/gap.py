"""What lies between two sides: fact, interpretation, interest, value or recognition."""

from collections.abc import Sequence

from bot.facilitator.builtin.account import Account
from bot.facilitator.builtin.differences import Comparison
from bot.facilitator.reading.lexicon import Lexicon
from bot.facilitator.reading.phrase import found
from bot.mediation.issues import GapKind


def gap_of(seen: Comparison, lexicon: Lexicon) -> GapKind:
    """The gap that has to be closed first: what is not understood comes before what is wanted."""
    accounts = seen.accounts
    if _seeks(lexicon.recognition, accounts) >= 2 and not seen.figures:
        return GapKind.RECOGNITION
    if seen.readings or meant_differently(accounts):
        return GapKind.INTERPRETATION
    if seen.figures or seen.days or seen.lateness or seen.delays or seen.faults:
        return GapKind.FACT
    if _seeks(lexicon.value, accounts) >= 2:
        return GapKind.VALUE
    return GapKind.INTEREST


def meant_differently(accounts: Sequence[Account]) -> bool:
    """Whether every side tells what words meant to it."""
    return len(accounts) > 1 and all(a.meaning for a in accounts)


def _seeks(words: Sequence[str], accounts: Sequence[Account]) -> int:
    """How much the accounts speak of something; what is asked for weighs double."""
    return sum(
        len(found(words, a.told)) + 2 * len(found(words, a.wants)) + len(found(words, a.why))
        for a in accounts
    )
