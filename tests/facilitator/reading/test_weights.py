"""Weights learned from texts: quick, even, and of some use for words that no list holds."""

from math import isclose
from time import perf_counter

import pytest

from bot.facilitator.reading.weights import Weights, features, load_weights
from bot.mediation.issues import GapKind, IssueKind

KIND, GAP = load_weights("kind"), load_weights("gap")


def test_every_kind_and_every_gap_has_its_weights() -> None:
    assert set(KIND.labels) == set(IssueKind)
    assert set(GAP.labels) == set(GapKind)
    assert all(len(row.split()) == len(KIND.labels) for row in KIND.rows.values())
    assert all(len(row.split()) == len(GAP.labels) for row in GAP.rows.values())


def test_words_their_beginnings_and_pairs_count_once_each() -> None:
    assert features(["late", "trucks", "late", "trucks"]) == {
        *("late", "trucks", "truck*"),
        *("late trucks", "trucks late"),
    }


def test_shares_add_up_to_one_and_follow_the_weights() -> None:
    weights = Weights(("a", "b"), (0, 0), {"late": "300 0", "told:late": "0 300"})
    assert isclose(sum(weights.shares({"": "so late"}).values()), 1)
    assert weights.shares({"": "late"})["a"] > 0.9
    assert weights.shares({"told:": "late"})["b"] > 0.9
    assert weights.shares({"": "..."}) == {"a": 0.5, "b": 0.5}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The handles break off in the hand, and they smell of oil.", "quality"),
        ("He sat outside your barn for half a day until someone unloaded.", "detention"),
        ("Mi tienda es la única del pueblo que debía tenerlo.", "exclusivity"),
        ("El servidor estuvo caído toda la noche y nadie atendía.", "service_level"),
    ],
)
def test_a_trade_that_no_list_knows_is_read_by_its_words(text: str, kind: str) -> None:
    shares = KIND.shares({"": text})
    assert max(shares, key=lambda label: shares[label]) == kind


def test_a_long_text_is_read_at_once() -> None:
    text = "The load came late and a third of the crates were soaked, says our goods-in. " * 40
    KIND.shares({"": text})
    started = perf_counter()
    KIND.shares({"": text})
    assert perf_counter() - started < 0.05
