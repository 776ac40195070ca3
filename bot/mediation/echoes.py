"""Whether words were taken from other words, though they were shortened or put more calmly."""

import re

FEWEST = 3
"""Fewer words than this are anybody's."""
IN_ACCOUNT, IN_TITLE = 0.75, 0.5
"""How much of it has to stand in the other words: a title sums up, an account repeats."""

_WORD = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")
_SAID_BY = re.compile(r"([^:\n]{1,80}: )?(.*)", re.DOTALL)


def echoes(words: str, other: str, *, share: float = IN_ACCOUNT) -> bool:
    """Whether at least this share of the words stand in the other words, in any order."""
    own = _WORD.findall(words.casefold())
    theirs = set(_WORD.findall(other.casefold()))
    return len(own) >= FEWEST and sum(w in theirs for w in own) >= share * len(own)


def without_echoes(text: str, other: str, *, instead: str) -> str:
    """The text, with one word of ours in place of the sentences that echo the other words.

    Who said a line ("Ben: …") stays; lines and sentences that echo nothing stay as they are.
    """
    return "\n".join(_line_without(line, other, instead) for line in text.split("\n"))


def _line_without(line: str, other: str, instead: str) -> str:
    found = _SAID_BY.fullmatch(line)
    who, said = (found[1] or "", found[2]) if found else ("", line)
    kept: list[str] = []
    for sentence in _SENTENCE_END.split(said):
        put = instead if echoes(sentence, other) else sentence
        if put != instead or kept[-1:] != [instead]:
            kept.append(put)
    return who + " ".join(kept) if instead in kept else line
