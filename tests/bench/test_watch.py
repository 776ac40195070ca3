"""The examples of the watch are in order, and its weights are those that they give."""

import json
from collections import Counter

from bench.watch import HELD_OUT, NONE, examples, fingerprint, read
from bot.facilitator.watch.likeness import WEIGHTS
from bot.mediation.concerns import Concern

LEARNED = [e for e in examples() if not e.is_ordinary]
APART = [e for path in sorted(HELD_OUT.glob("*.yaml")) for e in read(path)]


def test_the_weights_were_learned_from_the_examples_that_stand_here() -> None:
    said = "after a change of the examples: python -m bench.watch --write"
    assert json.loads(WEIGHTS.read_text(encoding="utf-8"))["learned_from"] == fingerprint(), said


def test_each_sign_has_a_weight_for_any_concern_and_one_for_each() -> None:
    kept = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    lengths = {len(w) for w in (kept["bias"], *kept["signs"].values())}
    assert lengths == {1 + len(Concern)}


def test_every_concern_has_many_examples_and_as_many_that_are_near_and_harmless() -> None:
    counted = Counter(e.stop for e in LEARNED)
    assert set(counted) == {NONE, *Concern}
    assert min(counted.values()) > 500
    assert counted[NONE] > 4 * 450


def test_nothing_that_is_held_out_is_learned_from() -> None:
    assert len(APART) > 300
    learned = {e.text.casefold() for e in examples()}
    assert [e.text for e in APART if e.text.casefold() in learned] == []
