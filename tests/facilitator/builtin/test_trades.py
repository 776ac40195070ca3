"""Trades on request: from the library and the public text, for whoever asks."""

import pytest

from bot.facilitator import builtin_facilitator, load_library
from bot.mediation.people import TradeRole
from bot.mediation.terms import Trade
from tests.facilitator.examples import BRIEFS

BUILTIN = builtin_facilitator(load_library())
PENALTY = "As agreed we deducted the 3 % late-delivery penalty from the October invoices."


def trades(text: str, asker: TradeRole, limit: int = 3) -> tuple[Trade, ...]:
    return BUILTIN.suggest_trades(text, asker=asker, other="Brightmart", limit=limit)


def test_a_trade_says_what_to_give_what_to_get_and_is_ready_to_copy() -> None:
    first = trades(PENALTY, TradeRole.PROVIDER)[0]
    assert first.get == "Late-delivery penalty: 2 % instead of 3 %"
    assert first.give == "OTIF target: 96 % instead of 95 %"
    assert first.costs_you == "room for the odd bad week, in part."
    assert first.helps_them == "For Brightmart, it means fewer gaps on the shelf or the line."
    assert first.words == (
        "What if we met like this? From us: OTIF target, 96 %. In return: late-delivery penalty,"
        " 2 %. For you, that means fewer gaps on the shelf or the line; for us, a margin"
        " that one late day does not take. Shall we talk about it?"
    )


@pytest.mark.parametrize("asker", TradeRole)
@pytest.mark.parametrize("text", [b.sources[0] for b in BRIEFS.values()])
def test_three_trades_for_whoever_asks_about_a_term(text: str, asker: TradeRole) -> None:
    found = trades(text, asker)
    assert len(found) == 3
    assert len({t.words for t in found}) == 3
    assert all(t.give != t.get for t in found)


def test_each_end_of_the_trade_asks_for_its_own_direction() -> None:
    mine, yours = trades(PENALTY, TradeRole.CUSTOMER)[0], trades(PENALTY, TradeRole.PROVIDER)[0]
    assert mine.get == "Late-delivery penalty: 5 % instead of 3 %"
    assert yours.get == "Late-delivery penalty: 2 % instead of 3 %"


def test_a_number_of_the_text_is_where_the_trade_starts_from() -> None:
    found = trades("The contract has an OTIF target of 97 %.", TradeRole.PROVIDER)[0]
    assert found.get == "OTIF target: 96 % instead of 97 %"


def test_who_has_no_known_role_gets_no_direction() -> None:
    for trade in trades(PENALTY, TradeRole.UNSAID):
        assert trade.give.startswith("Some movement on the ")
        assert not any(c.isdigit() for c in trade.words)


@pytest.mark.parametrize("asker", TradeRole)
@pytest.mark.parametrize("text", ["", "hello", "5 days", "The pallets were short by 4."])
def test_a_text_that_names_no_term_brings_no_trade(text: str, asker: TradeRole) -> None:
    assert trades(text, asker) == ()


@pytest.mark.parametrize("asker", TradeRole)
def test_a_figure_with_no_name_beside_it_is_of_the_main_term_of_its_kind(asker: TradeRole) -> None:
    (first, *_) = trades("They want payment after 60 days instead of 30.", asker)
    assert "ayment days" in first.get


def test_who_has_no_known_role_reads_the_costs_of_both_ends() -> None:
    first = trades(PENALTY, TradeRole.UNSAID)[0]
    for gain in ("fewer gaps on the shelf or the line", "room for the odd bad week"):
        assert gain in first.costs_you
        assert gain in first.helps_them


def test_fewer_are_given_when_fewer_are_asked_for() -> None:
    assert len(trades(PENALTY, TradeRole.CUSTOMER, limit=1)) == 1


def test_a_spanish_message_is_answered_in_spanish() -> None:
    found = trades("Descontamos la penalización del 3 % en las facturas.", TradeRole.PROVIDER)
    assert found[0].words.startswith("¿Y si nos encontramos así? De")
