"""What no list knows is asked about where it is like what a facilitator keeps out of."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.casework.asking import Seen
from bot.facilitator import load_library
from bot.facilitator.evaluation import load_cases
from bot.facilitator.watch import CarefulWatch, Likeness
from bot.facilitator.watch.likeness import LONGEST_SHOWN
from bot.facilitator.yaml_files import read_yaml
from bot.mediation.concerns import Concern

LIKENESS, WATCH = Likeness(), CarefulWatch()
HELD_OUT = sorted((Path(__file__).parents[3] / "bench/sentences/held_out").glob("*.yaml"))
SIDES = ("Brightmart", "Nordpack")
VEILED = "It would be sad if your little warehouse burned one of these nights."


def suspected(text: str, *passed: Concern) -> Seen | None:
    return LIKENESS.suspect(text, sides=SIDES, passed=frozenset(passed))


def test_a_veiled_threat_is_asked_about_in_its_own_words() -> None:
    found = suspected(f"The lorry came at nine.\n{VEILED}\nWe want a plan by Friday.")
    assert found is not None
    assert found.concern is Concern.THREAT
    assert VEILED in found.words


def test_what_was_asked_about_before_is_passed() -> None:
    assert suspected(VEILED) is not None
    assert suspected(VEILED, Concern.THREAT) is None


def test_a_long_passage_is_shown_shortened() -> None:
    long = VEILED.rstrip(".") + " and then " + "nobody in the whole valley would have seen it, " * 5
    found = suspected(long)
    assert found is not None
    assert len(found.words) <= LONGEST_SHOWN


@pytest.mark.parametrize("text", ["", "Ok.", "…", "😀", "4711", "<@U1>"])
def test_a_text_of_next_to_nothing_is_like_nothing(text: str) -> None:
    assert suspected(text) is None


def test_what_a_rival_charges_is_told_from_what_the_partner_charges() -> None:
    rival, _ = LIKENESS.likely("Globex would do it for 4.20 a box, so beat that.", SIDES)
    partner, _ = LIKENESS.likely("Nordpack would do it for 4.20 a box, so beat that.", SIDES)
    assert rival > partner


def test_most_of_what_nobody_has_seen_is_found_by_lists_or_likeness() -> None:
    """Held out: no list and no weight knows them. docs/words.md has the figures of each set."""
    found = {True: 0, False: 0}
    count = {True: 0, False: 0}
    for row, stop in _held_out():
        text, is_stopped = row["text"], stop != "none"
        certain = WATCH.look(text, person="Ana", sides=row["sides"]) is not None
        asked = WATCH.suspect(text, sides=row["sides"]) is not None
        count[is_stopped] += 1
        found[is_stopped] += certain or asked
    assert count[True] >= 80
    assert found[True] >= 0.7 * count[True], f"{found[True]} of {count[True]}"
    assert found[False] <= 0.12 * count[False], f"{found[False]} of {count[False]} harmless ones"


def _held_out() -> Iterator[tuple[dict[str, Any], str]]:
    for path in HELD_OUT:
        for stop, rows in read_yaml(path).items():
            yield from ((row, stop) for row in rows)


def test_ordinary_quarrels_are_hardly_ever_asked_about() -> None:
    said = [
        (t, tuple(name for _, name, _ in case.brief.sides))
        for case in load_cases()
        for s in case.brief.statements
        for t in (s.happened, s.wants, s.why)
    ]
    asked = [t for t, sides in said if LIKENESS.suspect(t, sides=sides)]
    assert len(said) > 400
    assert len(asked) <= 0.01 * len(said), asked


def test_no_word_of_the_library_is_asked_about() -> None:
    entries = load_library().entries.values()
    texts = [t for e in entries for t in (e.name, e.definition, e.mismatch or "")]
    asked = [t for t in texts if suspected(t)]
    assert len(asked) <= 0.01 * len(texts), asked
