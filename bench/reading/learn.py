"""A softmax regression on words, and on what words mean, folded into one table of weights.

The meaning of a word is its vector in multilingual-e5-small (Wang et al., 2024; MIT licence), so
that a word that stands in no keyed text has weights too, in English and Spanish alike. Vectors and
scikit-learn are needed to learn, never to read: a word's share of them ends up in its row.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.facilitator.reading.weights import SCALE, Weights, features, words_of

STRENGTH = 10.0
"""The inverse of the penalty on large weights; chosen by cross-validation."""

SEEN_ALONE = 1
SEEN_JOINED = 2
LEAST = 15
"""Rows of which no weight reaches this are left out."""

Vectors = Mapping[str, npt.NDArray[np.float64]]
Zones = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Space:
    """The columns of one zone: a number and a scale for each feature that was seen."""

    zone: str
    columns: Mapping[str, int]
    scales: Mapping[str, float]
    offset: int
    size: int


def learn(
    samples: Sequence[tuple[Zones, str]],
    vectors: Vectors,
    *,
    balanced: bool,
    meaning: float,
    written: bool,
) -> Weights:
    """Weights for samples of (zone -> text, label); where written, small rows are left out.

    balanced: whether every label counts alike, however many samples it has. meaning: how much a
    word's vector weighs beside the word itself.
    """
    vectors = {word: meaning * vector for word, vector in vectors.items()}
    spaces = _spaces(samples)
    linear = import_module("sklearn.linear_model")
    model: Any = linear.LogisticRegression(
        C=STRENGTH, max_iter=2000, class_weight="balanced" if balanced else None
    )
    model.fit(_matrix([zones for zones, _ in samples], spaces, vectors), [y for _, y in samples])
    rows: dict[str, str] = {}
    for space in spaces:
        coefficients = model.coef_[:, space.offset : space.offset + space.size]
        for feature in dict.fromkeys((*space.columns, *vectors)):
            row = _row(feature, space, coefficients, vectors)
            whole = np.rint(row * SCALE).astype(int)
            if not written or np.abs(whole).max() >= LEAST:
                rows[space.zone + feature] = " ".join(map(str, whole))
    bias = tuple(round(b * SCALE) for b in model.intercept_)
    return Weights(tuple(model.classes_), bias, rows)


def _spaces(samples: Sequence[tuple[Zones, str]]) -> tuple[_Space, ...]:
    spaces, offset = [], 0
    for zone in samples[0][0]:
        texts = [zones[zone] for zones, _ in samples]
        often = Counter(f for text in texts for f in features(words_of(text)))
        kept = sorted(f for f, n in often.items() if n >= _fewest(f))
        scales = {f: (math.log(len(texts) / often[f]) + 1) / 6 for f in kept}
        size = len(kept) + _DIMENSIONS
        spaces.append(_Space(zone, {f: n for n, f in enumerate(kept)}, scales, offset, size))
        offset += size
    return tuple(spaces)


def _fewest(feature: str) -> int:
    return SEEN_JOINED if feature.endswith("*") or " " in feature else SEEN_ALONE


_DIMENSIONS = 384


def _matrix(texts: Sequence[Zones], spaces: Sequence[_Space], vectors: Vectors) -> Any:
    sparse = import_module("scipy.sparse")
    found = sparse.lil_matrix((len(texts), sum(s.size for s in spaces)))
    for n, zones in enumerate(texts):
        for space in spaces:
            words = words_of(zones[space.zone])
            length = math.sqrt(len(set(words)) or 1)
            for feature in features(words):
                if feature in space.columns:
                    at = space.offset + space.columns[feature]
                    found[n, at] = space.scales[feature] / length
            meant = [vectors[w] for w in set(words) if w in vectors]
            if meant:
                start = space.offset + len(space.columns)
                found[n, start : start + _DIMENSIONS] = np.sum(meant, axis=0) / length
    return found.tocsr()


def _row(
    feature: str, space: _Space, coefficients: npt.NDArray[np.float64], vectors: Vectors
) -> npt.NDArray[np.float64]:
    row = np.zeros(coefficients.shape[0])
    if feature in space.columns:
        row += space.scales[feature] * coefficients[:, space.columns[feature]]
    if feature in vectors:
        row += coefficients[:, len(space.columns) :] @ vectors[feature]
    return row
