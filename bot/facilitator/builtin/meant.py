"""Where two accounts tell the same rule in two ways: how something is counted, what it covers."""

from collections.abc import Sequence
from itertools import product

from bot.facilitator.builtin.account import Account, Told


def meant_by(accounts: Sequence[Account]) -> tuple[str, ...]:
    """A sentence of each side on what was meant; none where it is not plainly the same thing."""
    if len(accounts) < 2:
        return ()
    if all(a.meaning for a in accounts):
        return tuple(a.meaning[0] for a in accounts)
    return rules_of(accounts)


def rules_of(accounts: Sequence[Account]) -> tuple[str, ...]:
    """A sentence of each of two sides in which it tells one rule in its own way."""
    if len(accounts) != 2:
        return ()
    pairs = (p for p in product(*(a.rules for a in accounts)) if _tell_one_rule(*p))
    return next(((one.sentence, other.sentence) for one, other in pairs), ())


def _tell_one_rule(one: Told, other: Told) -> bool:
    """Each with a word of its own: else it is one rule, told with other numbers."""
    own, others = one.words - other.words, other.words - one.words
    return bool(one.words & other.words and own and others)
