"""`python -m bench.watch`: learn the weights of the watch from examples, and say how good they are.

Needs the extra `train`. The examples stand in `bench/sentences` and with the tests of the watch;
the ordinary ones are all texts of the evaluation's cases. What is printed is cross-validated, so
that no sentence is judged by weights that have seen it, but for the held-out set, which no
weights see. `--write` keeps what was learned from all examples.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.facilitator.watch.careful import CarefulWatch
from bot.facilitator.watch.features import features
from bot.facilitator.watch.likeness import ENOUGH, SHORTEST, WEIGHTS
from bot.facilitator.yaml_files import read_yaml
from bot.mediation.concerns import Concern

EXAMPLES = Path(__file__).parent / "sentences"
HOUSE = Path(__file__).parents[1]
SEEN = HOUSE / "tests/facilitator/watch"
CASES = HOUSE / "bot/facilitator/evaluation/cases"
SAID = HOUSE / "tests/facilitator/builtin/ordinary_sentences.yaml"
HELD_OUT = EXAMPLES / "held_out"
COUNTED = tuple(WEIGHTS.parent / name for name in ("features.py", "parties.py"))
NONE, ORDINARY = "none", "ordinary"
SIGNS = 12_000
"""As many as the file holds: those that say most."""

RARE = 2
SCALE = 20
FOLDS = 5
STRENGTH = 10.0
LEVELS = (0.5, 0.6, 0.65, 0.7, 0.8)

Numbers = NDArray[np.float64]
Truths = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Example:
    """A text, the companies that speak, and what it is to be stopped for, or `none`.

    is_ordinary: not written to be mistaken for something.
    """

    text: str
    sides: tuple[str, ...]
    stop: str
    is_ordinary: bool = False


def examples() -> list[Example]:
    """All that is learned from."""
    files = (*sorted(EXAMPLES.glob("*.yaml")), SEEN / "sentences.yaml")
    return [*(e for path in files for e in read(path)), *_ordinary()]


def read(path: Path) -> Iterator[Example]:
    """Those of one file: by what they are to be stopped for, each a text alone or with `sides`."""
    for stop, held in read_yaml(path).items():
        for entry in held:
            row = {"text": entry} if isinstance(entry, str) else entry
            is_ordinary = row.get("kind", path.stem) == ORDINARY
            yield Example(row["text"], tuple(row.get("sides", ())), stop, is_ordinary)


def fingerprint() -> str:
    """Of the examples and what is counted of them, so that other weights are told from theirs."""
    digest = sha256()
    for path in (*sorted(EXAMPLES.glob("*.yaml")), *COUNTED):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _ordinary() -> Iterator[Example]:
    """Every text of the cases that the words are judged by, and of ordinary sentences."""
    for path in (*sorted(CASES.rglob("*.yaml")), SAID):
        for text in dict.fromkeys(_texts(read_yaml(path))):
            if len(text.split()) >= SHORTEST:
                yield Example(text, (), NONE, is_ordinary=True)


def _texts(node: object) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, Mapping):
        yield from (t for v in node.values() for t in _texts(v))
    elif isinstance(node, Sequence):
        yield from (t for v in node for t in _texts(v))


@dataclass(frozen=True, slots=True)
class Learned:
    """Weights by sign: for any concern, then for each."""

    signs: dict[str, int]
    weights: Numbers
    bias: Numbers

    def likely(self, held: Sequence[frozenset[str]]) -> Numbers:
        """How likely each is of any concern, 0 to 1."""
        score = _table(held, self.signs) @ self.weights[:, 0] + self.bias[0]
        found: Numbers = 1 / (1 + np.exp(-score))
        return found


def learn(held: Sequence[frozenset[str]], stops: Sequence[str]) -> Learned:
    """Logistic regression over all signs, then once more over those that say most."""
    counted = Counter(f for signs in held for f in signs)
    often = sorted(f for f, n in counted.items() if n >= RARE)
    first = _fitted(held, stops, {f: n for n, f in enumerate(often)})
    most = np.argsort(-np.abs(first.weights).max(axis=1), kind="stable")[:SIGNS]
    return _fitted(held, stops, {often[k]: n for n, k in enumerate(sorted(most))})


def _fitted(held: Sequence[frozenset[str]], stops: Sequence[str], signs: dict[str, int]) -> Learned:
    from sklearn.linear_model import LogisticRegression

    table, said = _table(held, signs), np.array(stops)
    found = []
    for truth in (said != NONE, *(said == c for c in Concern)):
        model = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0)
        found.append(model.fit(table, truth))
    weights = np.stack([m.coef_[0] for m in found], axis=1)
    return Learned(signs, weights, np.array([m.intercept_[0] for m in found]))


def _table(held: Sequence[frozenset[str]], signs: dict[str, int]) -> Any:
    """A row for each text: its known signs, each as much as the others."""
    from scipy.sparse import csr_matrix

    rows = [[signs[f] for f in sorted(fs) if f in signs] for fs in held]
    ends = np.cumsum([0, *(len(r) for r in rows)])
    values = np.concatenate([np.full(len(r), 1 / np.sqrt(max(ENOUGH, len(r)))) for r in rows])
    columns = np.concatenate([np.array(r, dtype=int) for r in rows])
    return csr_matrix((values, columns, ends), shape=(len(held), len(signs)))


def cross_validated(held: Sequence[frozenset[str]], stops: Sequence[str]) -> Numbers:
    """How likely each is of any concern, by weights learned from the others."""
    from sklearn.model_selection import StratifiedKFold

    found = np.zeros(len(held))
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    for rest, part in folds.split(np.zeros(len(held)), stops):
        learned = learn([held[n] for n in rest], [stops[n] for n in rest])
        found[part] = learned.likely([held[n] for n in part])
    return found


def report(title: str, all_of: Sequence[Example], likely: Numbers) -> None:
    """A line for each level: what of each concern is found, and what is found amiss."""
    print(f"\n{title}: {dict(Counter(e.stop for e in all_of))}")
    shown = _groups(all_of)
    print("from".ljust(6), *(name.rjust(18) for name in shown))
    for level in LEVELS:
        shares = (f"{(likely[g] >= level).mean():.1%}".rjust(18) for g in shown.values())
        print(f"{level:<6}", *shares)


def at_work(path: Path) -> None:
    """A held-out file as the watch reads it now, lists and likeness: stopped, and asked about."""
    watch, held = CarefulWatch(), list(read(path))
    certain = np.array(
        [watch.look(e.text, person="", sides=e.sides) is not None for e in held], dtype=bool
    )
    asked = np.array([watch.suspect(e.text, sides=e.sides) is not None for e in held], dtype=bool)
    print(f"\n{path.name}, as the watch reads it: stopped + asked about, of all")
    for name, group in _groups(held).items():
        found = f"{certain[group].sum()} + {(asked & ~certain)[group].sum()} of {group.sum()}"
        print(name.rjust(18), found)


def _groups(all_of: Sequence[Example]) -> dict[str, Truths]:
    groups = {c.value: [e.stop == c for e in all_of] for c in Concern}
    groups["harmless and near"] = [e.stop == NONE and not e.is_ordinary for e in all_of]
    groups["ordinary"] = [e.is_ordinary for e in all_of]
    return {name: np.array(g, dtype=bool) for name, g in groups.items() if any(g)}


def write(learned: Learned, path: Path = WEIGHTS) -> None:
    """As whole numbers, so that the file says the same on every machine."""
    whole = np.rint(learned.weights * SCALE).astype(int)
    held = {f: whole[n].tolist() for f, n in sorted(learned.signs.items())}
    bias = np.rint(learned.bias * SCALE).astype(int).tolist()
    lines = ",\n".join(f"{json.dumps(f)}: {json.dumps(w)}" for f, w in held.items())
    head = json.dumps({"learned_from": fingerprint(), "scale": SCALE, "bias": bias})
    path.write_text(f'{head[:-1]}, "signs": {{\n{lines}\n}}}}\n', encoding="utf-8")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--write", action="store_true", help="keep what was learned")
    keep = asked.parse_args().write
    all_of = examples()
    held, stops = [features(e.text, e.sides) for e in all_of], [e.stop for e in all_of]
    report("Cross-validated", all_of, cross_validated(held, stops))
    learned = learn(held, stops)
    apart = [e for path in sorted(HELD_OUT.glob("*.yaml")) for e in read(path)]
    report("Held out", apart, learned.likely([features(e.text, e.sides) for e in apart]))
    for path in sorted(HELD_OUT.glob("*.yaml")):
        at_work(path)
    if keep:
        write(learned)
        print(f"\nwritten: {WEIGHTS.name}, {WEIGHTS.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
