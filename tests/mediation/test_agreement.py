"""The agreement: a version over all that is signed, signatures on that version, promises kept."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.mediation.agreement import NO_AMENDMENT, WITHOUT_PREJUDICE, Agreement, Progress, Settled
from bot.mediation.people import PersonId
from bot.mediation.refusals import MovedOn, NotEntitled
from bot.mediation.rhythm import Every
from tests.mediation.parts import ANNA, BEN, BUYER, NOW, SELLER, agreement, commitment

CHANGES: dict[str, Callable[[Agreement], Agreement]] = {
    "case": lambda a: replace(a, case_id="c2"),
    "title": lambda a: replace(a, title="Later"),
    "term": lambda a: replace(a, settled=(replace(a.settled[0], term="Other"),)),
    "option": lambda a: replace(a, settled=(replace(a.settled[0], option="98 %"),)),
    "before": lambda a: replace(a, settled=(replace(a.settled[0], before=""),)),
    "definition": lambda a: replace(a, settled=(replace(a.settled[0], definition="by order"),)),
    "a term that holds by itself": lambda a: replace(
        a, settled=tuple(replace(s, from_now_on=True) for s in a.settled)
    ),
    "a term more": lambda a: replace(a, settled=(*a.settled, Settled("Cap", "5 %"))),
    "what": lambda a: replace(a, commitments=(replace(a.commitments[0], what="x"),)),
    "due": lambda a: replace(a, commitments=(replace(a.commitments[0], due=date(2027, 1, 1)),)),
    "measure": lambda a: replace(a, commitments=(replace(a.commitments[0], measure="x"),)),
    "owner": lambda a: replace(a, commitments=(replace(a.commitments[0], owner=ANNA),)),
    "side": lambda a: replace(a, commitments=(replace(a.commitments[0], side=BUYER.id),)),
    "rhythm": lambda a: replace(a, commitments=(replace(a.commitments[0], every=Every.WEEK),)),
    "until": lambda a: replace(a, commitments=(replace(a.commitments[0], until=date(2027, 1, 1)),)),
    "no commitment": lambda a: replace(a, commitments=()),
    "frame": lambda a: replace(a, frame=(NO_AMENDMENT,)),
}


@pytest.mark.parametrize("what", CHANGES)
def test_everything_that_is_signed_is_in_the_version(what: str) -> None:
    assert CHANGES[what](agreement()).version != agreement().version


def test_progress_and_signatures_are_not_in_it() -> None:
    before = agreement()
    done = commitment().done(by=BEN, now=NOW)
    kept = done.confirmed(side=BUYER.id, by=ANNA, now=NOW)
    for changed in (done, kept):
        assert before.with_commitment(changed).version == before.version
    signed = before.signed(side=BUYER.id, by=ANNA, version=before.version, now=NOW)
    assert signed.version == before.version


def test_the_version_of_a_known_text_is_known() -> None:
    """Recorded once: a version that was signed last year has to be the same next year."""
    assert agreement().version == (
        "fc7d59754d02996c293b77a15485102e7c5206cbd04f16b61cab53aa42660573"
    )


def test_a_version_is_a_hash_in_hex_and_says_nothing_by_itself() -> None:
    assert len(agreement().version) == 64
    assert int(agreement().version, 16)


@given(st.text(), st.text())
def test_texts_cannot_be_moved_between_fields_unnoticed(one: str, other: str) -> None:
    first = replace(agreement(), settled=(Settled(one, other),))
    second = replace(agreement(), settled=(Settled(other, one),))
    assert (first.version == second.version) == (one == other)


def test_the_frame_is_stated() -> None:
    assert agreement().frame == (WITHOUT_PREJUDICE, NO_AMENDMENT)


def test_it_is_signed_once_every_side_has_signed_this_version() -> None:
    sides = frozenset({BUYER.id, SELLER.id})
    text = agreement()
    one = text.signed(side=BUYER.id, by=ANNA, version=text.version, now=NOW)
    both = one.signed(side=SELLER.id, by=BEN, version=text.version, now=NOW)
    assert [a.is_signed_by(sides) for a in (text, one, both)] == [False, False, True]
    assert both.signatures[1].person == BEN


def test_a_signature_under_another_text_counts_for_nothing() -> None:
    text = agreement()
    signed = text.signed(side=BUYER.id, by=ANNA, version=text.version, now=NOW)
    changed = CHANGES["option"](signed)
    assert signed.is_signed_by(frozenset({BUYER.id}))
    assert not changed.is_signed_by(frozenset({BUYER.id}))


def test_nobody_signs_a_version_that_they_have_not_seen() -> None:
    with pytest.raises(MovedOn, match="read it once more"):
        agreement().signed(side=BUYER.id, by=ANNA, version="0" * 64, now=NOW)


def test_a_side_signs_once() -> None:
    text = agreement()
    one = text.signed(side=BUYER.id, by=ANNA, version=text.version, now=NOW)
    with pytest.raises(MovedOn, match="already signed"):
        one.signed(side=BUYER.id, by=PersonId("UALEX"), version=text.version, now=NOW)


class TestCommitments:
    def test_done_is_said_once(self) -> None:
        done = commitment().done(by=BEN, now=NOW)
        assert (done.progress, done.done_by, done.done_at) == (Progress.DONE, BEN, NOW)
        with pytest.raises(MovedOn):
            done.done(by=BEN, now=NOW)

    def test_the_other_side_confirms_what_was_done(self) -> None:
        done = commitment().done(by=BEN, now=NOW)
        kept = done.confirmed(side=BUYER.id, by=ANNA, now=NOW)
        assert (kept.progress, kept.confirmed_by) == (Progress.CONFIRMED, ANNA)
        with pytest.raises(MovedOn):
            kept.confirmed(side=BUYER.id, by=ANNA, now=NOW)
        with pytest.raises(MovedOn):
            kept.done(by=BEN, now=NOW)

    def test_nobody_confirms_their_own_promise(self) -> None:
        with pytest.raises(NotEntitled):
            commitment().done(by=BEN, now=NOW).confirmed(side=SELLER.id, by=BEN, now=NOW)

    def test_what_is_not_done_is_not_confirmed(self) -> None:
        with pytest.raises(MovedOn):
            commitment().confirmed(side=BUYER.id, by=ANNA, now=NOW)

    def test_it_is_overdue_the_day_after_its_day_while_open(self) -> None:
        promise = commitment()
        assert not promise.is_overdue(promise.due)
        assert promise.is_overdue(promise.due + timedelta(days=1))
        assert not promise.done(by=BEN, now=NOW).is_overdue(promise.due + timedelta(days=1))

    def test_it_is_found_and_changed_by_its_key(self) -> None:
        text = agreement(commitment("k1"), commitment("k2", BUYER))
        done = commitment("k2", BUYER).done(by=ANNA, now=NOW)
        changed = text.with_commitment(done)
        assert changed.commitment("k2") == done
        assert changed.commitment("k1") == commitment("k1")
        assert text.commitment("k9") is None

    def test_fulfilled_means_every_promise_confirmed(self) -> None:
        text = agreement(commitment("k1"), commitment("k2", BUYER))
        one = commitment("k1").done(by=BEN, now=NOW).confirmed(side=BUYER.id, by=ANNA, now=NOW)
        two = (
            commitment("k2", BUYER)
            .done(by=ANNA, now=NOW)
            .confirmed(side=SELLER.id, by=BEN, now=NOW)
        )
        assert not text.is_fulfilled
        assert not text.with_commitment(one).is_fulfilled
        assert text.with_commitment(one).with_commitment(two).is_fulfilled
