"""How like a passage is to what a facilitator keeps out of, by weights learned from examples.

Lists know what somebody thought of. These weights know what thousands of sentences of either sort
have in common, and err now and then: what they find is asked about, and stops nothing for good.
`python -m bench.watch` makes `weights.json` and says how good they are.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import zip_longest
from math import exp, sqrt
from pathlib import Path
from typing import Any

from bot.casework.asking import Seen
from bot.facilitator.reading.sentences import folded, plain, sentences, shortened
from bot.facilitator.watch.features import features
from bot.mediation.concerns import Concern

WEIGHTS = Path(__file__).parent / "weights.json"
LIKELY = 0.65
"""From here on it is asked about. docs/words.md has what that finds, and what it finds amiss."""

ENOUGH = 200
"""Known signs of a long sentence. A passage with fewer shows less, so it is never sure."""

LONGEST_SHOWN = 140
SHORTEST = 3
"""Words that a passage has at least."""


class Likeness:
    """The weights at work: a linear score of what a passage holds, each sign counted once.

    The first weight of a sign says how far it speaks for any concern at all; the others, in the
    order of the concerns, for which.
    """

    def suspect(
        self, text: str, *, sides: Sequence[str], passed: frozenset[Concern] = frozenset()
    ) -> Seen | None:
        """The passage of one or two sentences that is most like a concern, if one is likely."""
        scored = [(*self.likely(p, sides), p) for p in _passages(text)]
        held = [(how, concern, p) for how, concern, p in scored if concern not in passed]
        how, concern, passage = max(held, key=lambda h: h[0], default=(0.0, Concern.SAFETY, ""))
        return Seen(concern, shortened(passage, LONGEST_SHOWN)) if how >= LIKELY else None

    def leaning(self, text: str, sides: Sequence[str] = ()) -> float:
        """How far the signs of its most suspect passage speak for any concern, however few they
        are: below 0 they speak against it. A short text is seldom likely, and may lean far."""
        return max((_leaning(p, sides) for p in _passages(text)), default=0.0)

    def likely(self, passage: str, sides: Sequence[str] = ()) -> tuple[float, Concern]:
        """How likely a passage is of any concern, 0 to 1, and which one it would be."""
        weights = _weights()
        held = [w for f in features(passage, sides) if (w := weights["signs"].get(f))]
        length = sqrt(max(ENOUGH, len(held)))
        sums = [b + sum(w[n] for w in held) / length for n, b in enumerate(weights["bias"])]
        concerns = list(Concern)
        most = max(range(len(concerns)), key=lambda n: sums[n + 1])
        return 1 / (1 + exp(-sums[0] / weights["scale"])), concerns[most]


def _leaning(passage: str, sides: Sequence[str]) -> float:
    weights = _weights()
    held = [w[0] for f in features(passage, sides) if (w := weights["signs"].get(f))]
    return float(sum(held) / weights["scale"] / sqrt(len(held) or 1))


def _passages(text: str) -> Iterator[str]:
    """Each sentence, and each with the one after it."""
    said = sentences(plain(text))
    for first, second in zip_longest(said, said[1:], fillvalue=""):
        yield from (p for p in (first, folded(f"{first} {second}")) if len(p.split()) >= SHORTEST)


@cache
def _weights() -> Mapping[str, Any]:
    read: Mapping[str, Any] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return read
