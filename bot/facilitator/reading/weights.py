"""What the words of a text point to, by weights that were learned from keyed texts.

A linear model: each word, the beginning of each long word and each pair of neighbours has a weight
for each label. `python -m bench.reading` learns them and says how; here they are added up.
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

_FOLDER = Path(__file__).parent / "weights"
_WORD = re.compile(r"[^\W\d_]{2,}")
SCALE = 100
"""Weights are kept as whole numbers, this many to one."""

BEGINNING = 5
"""Letters by which words of one stem are taken together."""


@dataclass(frozen=True, slots=True)
class Weights:
    """labels: what is told apart. bias: of each label. rows: feature -> its weights, as written."""

    labels: tuple[str, ...]
    bias: tuple[int, ...]
    rows: Mapping[str, str]

    def shares(self, texts: Mapping[str, str]) -> Mapping[str, float]:
        """How likely each label is, in shares of 1; `texts` are told apart by their zone."""
        sums = [b / SCALE for b in self.bias]
        for zone, text in texts.items():
            words = words_of(text)
            length = math.sqrt(len(set(words)) or 1) * SCALE
            for row in self._rows_of(zone, words):
                for n, weight in enumerate(row.split()):
                    sums[n] += int(weight) / length
        most = max(sums)
        powers = [math.exp(s - most) for s in sums]
        return {k: p / sum(powers) for k, p in zip(self.labels, powers, strict=True)}

    def _rows_of(self, zone: str, words: Iterable[str]) -> Iterator[str]:
        return (self.rows[key] for f in features(words) if (key := zone + f) in self.rows)


def words_of(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def heard(text: str, few: int) -> float:
    """How far a text's words are heard, of 1: `few` words say half, many say nearly all."""
    words = len(set(words_of(text)))
    return words / (words + few)


def features(words: Iterable[str]) -> frozenset[str]:
    """Words, beginnings and pairs, each once."""
    words = list(words)
    beginnings = {f"{w[:BEGINNING]}*" for w in words if len(w) >= BEGINNING}
    return frozenset({*words, *beginnings, *(f"{a} {b}" for a, b in pairwise(words))})


@cache
def load_weights(name: str) -> Weights:
    """The weights of one question, `kind` or `gap`; read when they are first asked for."""
    lines = (_FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = dict(line.split("\t", 1) for line in lines)
    labels, bias = rows.pop("labels:"), rows.pop("bias:")
    return Weights(tuple(labels.split()), tuple(map(int, bias.split())), rows)
