"""The timeline's chain: whatever is done to it shows, except that a text may be erased."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.mediation.people import PersonId
from bot.mediation.timeline import GENESIS, Event, Link, digest_of, first_break, link
from tests.mediation.parts import ANNA, NOW

Chain = list[Link]


def chain(*texts: str) -> Chain:
    links: Chain = []
    for number, text in enumerate(texts or ("one", "two", "three", "four")):
        event = Event("c1", "said", ANNA, NOW + timedelta(minutes=number), text)
        salt = f"{number + 7:032x}"
        links.append(link(event, after=links[-1] if links else None, salt=salt))
    return links


def test_a_chain_that_was_left_alone_holds() -> None:
    assert first_break(chain()) is None
    assert first_break([]) is None


def test_each_link_names_the_one_before() -> None:
    links = chain()
    assert [item.position for item in links] == [0, 1, 2, 3]
    assert [item.previous for item in links] == [GENESIS, *(item.hash for item in links[:-1])]


@given(st.lists(st.text(), min_size=1, max_size=6))
def test_any_text_can_stand_in_it(texts: list[str]) -> None:
    links = chain(*texts)
    assert first_break(links) is None
    assert [item.text for item in links] == texts


TAMPERING: dict[str, tuple[Callable[[Chain], Chain], int]] = {
    "a text": (lambda c: _with(c, 2, text="they agreed"), 2),
    "an empty text": (lambda c: _with(c, 2, text=""), 2),
    "who": (lambda c: _with(c, 1, actor=PersonId("U666")), 1),
    "nobody": (lambda c: _with(c, 1, actor=None), 1),
    "when": (lambda c: _with(c, 1, at=NOW), 1),
    "what kind": (lambda c: _with(c, 3, kind="agreed"), 3),
    "whose": (lambda c: _with(c, 0, subject="c2"), 0),
    "the digest": (lambda c: _with(c, 1, digest=digest_of("x", c[1].salt), text="x"), 1),
    "the salt": (lambda c: _with(c, 1, salt="00" * 16), 1),
    "the hash": (lambda c: _with(c, 1, hash="0" * 64), 1),
    "the link before": (lambda c: _with(c, 2, previous=GENESIS), 2),
    "one taken out": (lambda c: c[:1] + c[2:], 1),
    "the first taken out": (lambda c: c[1:], 0),
    "two swapped": (lambda c: [c[0], c[2], c[1], c[3]], 1),
    "one twice": (lambda c: [c[0], c[1], c[1], c[2], c[3]], 2),
    "one put in between": (
        lambda c: [*c[:2], link(_event(), after=c[1], salt="ab" * 16), *c[2:]],
        3,
    ),
}


def _with(links: Chain, position: int, **changes: object) -> Chain:
    changed = replace(links[position], **changes)  # type: ignore[arg-type]
    return [*links[:position], changed, *links[position + 1 :]]


def _event() -> Event:
    return Event("c1", "said", ANNA, NOW, "smuggled in")


@pytest.mark.parametrize("what", TAMPERING)
def test_whatever_is_changed_is_found_where_it_was_changed(what: str) -> None:
    tamper, found_at = TAMPERING[what]
    assert first_break(tamper(chain())) == found_at


@given(st.sets(st.integers(0, 3)))
def test_texts_may_be_erased_in_any_number(erased: set[int]) -> None:
    links = [replace(i, text=None, salt="") if i.position in erased else i for i in chain()]
    assert first_break(links) is None


def test_an_erased_text_leaves_nothing_that_could_be_guessed() -> None:
    """Two links of the same short text differ, because each has a salt of its own."""
    yes, again = chain("yes", "yes")
    assert yes.digest != again.digest
    assert "yes" not in repr(replace(yes, text=None))


def test_the_same_moment_in_another_zone_is_the_same_link() -> None:
    there = timezone(timedelta(hours=9))
    here, elsewhere = (
        link(Event("c1", "said", ANNA, at, "x"), after=None, salt="ab" * 16)
        for at in (NOW, NOW.astimezone(there))
    )
    assert here.hash == elsewhere.hash
    assert first_break([replace(elsewhere, at=NOW)]) is None
