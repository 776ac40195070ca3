"""A clarification: from one message to both lines shown, then an end or a case."""

import pytest

from bot.mediation.clarification import Outcome, ShownLine
from bot.mediation.refusals import MovedOn, Outsider
from tests.mediation.parts import ANNA, BEN, BUYER, NOW, SELLER, STRANGER, clarification

LINES = (ShownLine(SELLER.id, BEN, "b"), ShownLine(BUYER.id, ANNA, "a"))


def test_lines_are_shown_in_the_order_of_the_sides() -> None:
    for lines in (LINES, LINES[::-1]):
        shown = clarification().shown(lines)
        assert [line.words for line in shown.lines] == ["a", "b"]
        assert shown.outcome is Outcome.SHOWN


def test_both_sides_clear_it_up() -> None:
    shown = clarification().shown(LINES)
    one = shown.cleared(BUYER.id, now=NOW)
    assert (one.outcome, one.cleared_by) == (Outcome.SHOWN, frozenset({BUYER.id}))
    assert one.cleared(BUYER.id, now=NOW) == one
    both = one.cleared(SELLER.id, now=NOW)
    assert (one.ended_at, both.outcome, both.ended_at) == (None, Outcome.CLEARED_UP, NOW)


def test_only_what_is_shown_is_cleared_up() -> None:
    with pytest.raises(MovedOn):
        clarification().cleared(BUYER.id, now=NOW)
    ended = clarification().shown(LINES).cleared(BUYER.id, now=NOW).cleared(SELLER.id, now=NOW)
    with pytest.raises(MovedOn):
        ended.cleared(BUYER.id, now=NOW)


def test_outsiders_clear_up_nothing() -> None:
    with pytest.raises(Outsider):
        clarification().shown(LINES).cleared(STRANGER, now=NOW)


def test_it_can_become_a_case_until_it_has_ended() -> None:
    for before in (clarification(), clarification().shown(LINES)):
        case = before.became("c1")
        assert (case.outcome, case.case_id) == (Outcome.CASE, "c1")
        with pytest.raises(MovedOn):
            case.became("c2")
    ended = clarification().shown(LINES).cleared(BUYER.id, now=NOW).cleared(SELLER.id, now=NOW)
    with pytest.raises(MovedOn):
        ended.became("c1")
