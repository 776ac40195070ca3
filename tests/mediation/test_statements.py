"""The common statement: each side's part is that side's own word."""

from dataclasses import fields, replace

import pytest

from bot.mediation.statements import Brief, Statement
from tests.mediation.parts import ANNA, BEN, BUYER, SELLER, common


def test_a_side_leaves_its_part_as_it_was_drafted_or_corrects_it() -> None:
    drafted = common().about(BUYER.id)
    kept = common().confirmed(
        BUYER.id, by=ANNA, account=drafted.account, wants=drafted.wants, needs=drafted.needs
    )
    assert kept.about(BUYER.id) == replace(drafted, confirmed_by=ANNA)
    corrected = common().confirmed(BUYER.id, by=ANNA, account="No.", wants="x", needs="y")
    mine = corrected.about(BUYER.id)
    assert (mine.account, mine.wants, mine.needs, mine.corrected) == ("No.", "x", "y", True)


def test_the_other_sides_part_is_untouched() -> None:
    corrected = common().confirmed(BUYER.id, by=ANNA, account="No.", wants="x", needs="y")
    assert corrected.about(SELLER.id) == common().about(SELLER.id)
    assert [s.side for s in corrected.said] == [BUYER.id, SELLER.id]


def test_it_is_confirmed_once_every_side_has_confirmed_its_own() -> None:
    statement = common()
    for side, by in ((BUYER, ANNA), (SELLER, BEN)):
        assert not statement.is_confirmed
        statement = statement.confirmed(side.id, by=by, account="a", wants="w", needs="")
    assert statement.is_confirmed


def test_a_side_that_it_does_not_speak_of_confirms_nothing() -> None:
    with pytest.raises(StopIteration):
        common().about(type(BUYER.id)("nobody"))


def test_a_brief_has_no_place_for_private_words() -> None:
    assert {f.name for f in fields(Brief)} == {
        "title", "happened", "kind", "sides", "statements", "sources",
    }  # fmt: skip
    assert {f.name for f in fields(Statement)} == {
        "side", "by", "at", "happened", "wants", "why",
    }  # fmt: skip
