"""Trades on request: from the library and the public text, for whoever asks."""

from dataclasses import replace

import pytest

from bot.facilitator import builtin_facilitator, load_library
from bot.mediation.people import TradeRole
from bot.mediation.terms import Term, Trade
from tests.facilitator.examples import BRIEFS

LIBRARY = load_library()
BUILTIN = builtin_facilitator(LIBRARY)
PENALTY = "As agreed we deducted the 3 % late-delivery penalty from the October invoices."


def trades(text: str, asker: TradeRole, limit: int = 3) -> tuple[Trade, ...]:
    return BUILTIN.suggest_trades(text, asker=asker, other="Brightmart", limit=limit)


def test_a_trade_says_what_to_give_what_to_get_and_is_ready_to_copy() -> None:
    first = trades(PENALTY, TradeRole.PROVIDER)[0]
    assert first.get == "Late-delivery penalty: 2 % instead of 3 %"
    assert first.give == "OTIF target: for example 96 %"
    assert first.costs_you == (
        "A part of what it gives your side today: room for the odd bad week."
    )
    assert first.helps_them == "For Brightmart, it means fewer gaps on the shelf or the line."
    assert first.words == (
        "Could this work? From us: OTIF target, for example 96 %. In return: late-delivery"
        " penalty, 2 % instead of 3 %. For you, that means fewer gaps on the shelf or the line;"
        " for us, a margin that one late day does not take. Shall we talk about it?"
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
    assert found[0].words.startswith("¿Podría funcionar esto? De")


@pytest.mark.parametrize(
    ("text", "asker", "get"),
    [
        ("A 4 % penalty is a lot, today it is 2 %.", "provider", "penalty: 1 % instead of 2 %"),
        ("The detention rate is $45/hr.", "provider", "Detention rate: 60 USD instead of 45 USD"),
        ("Free time is currently 3 hours.", "provider", "dock: 2 hours instead of 3 hours"),
        ("We are on net 60 and they ask for net 75.", "customer", "75 days instead of 60 days"),
        ("Piden pagar a 60 días, hoy son 45.", "provider", "30 días en lugar de 45 días"),
        ("Our MOQ is 300 crates today; they want 900.", "provider", "900 crates instead of 300"),
    ],
)
def test_a_step_starts_from_the_value_that_the_text_says_holds(
    text: str, asker: str, get: str
) -> None:
    assert any(get in t.get for t in trades(text, TradeRole(asker), limit=6))


@pytest.mark.parametrize(
    "text",
    [
        "They want free time of 4 hours at the dock.",
        "The driver waited 5 hours today, and the detention rate is a point of dispute.",
        "OTIF was 93 % and the penalty hurts.",
        "Our minimum order is far too high.",
    ],
)
@pytest.mark.parametrize("asker", [TradeRole.CUSTOMER, TradeRole.PROVIDER])
def test_where_no_text_says_what_holds_nothing_is_said_to_hold(text: str, asker: TradeRole) -> None:
    for trade in trades(text, asker):
        assert "instead of" not in trade.give + trade.get + trade.words


@pytest.mark.parametrize(
    ("asker", "asks"), [(TradeRole.PROVIDER, "6 %"), (TradeRole.CUSTOMER, "5 %")]
)
def test_what_a_text_asks_for_is_where_an_example_starts(asker: TradeRole, asks: str) -> None:
    found = trades("We need a price increase of 6 % on all film grades.", asker)
    assert len(found) == 3
    assert {t.get for t in found} == {f"Price change: for example {asks}"}


def on_the_table(asker: TradeRole, **today: int | None) -> tuple[Trade, ...]:
    terms = [LIBRARY.entries[key].as_term() for key in today]
    held = [replace(t, today=today[t.key], today_is_usual=False) for t in terms]
    return BUILTIN.trades_between(held, asker=asker, other="Brightmart")


def test_on_the_table_a_step_starts_from_what_both_sides_confirmed() -> None:
    (first, *_) = on_the_table(TradeRole.PROVIDER, late_penalty=2, otif_target=3)
    assert first.get == "Late-delivery penalty: 1 % instead of 2 %"
    assert first.give == "OTIF target: 96 % instead of 95 %"


@pytest.mark.parametrize("asker", [TradeRole.CUSTOMER, TradeRole.PROVIDER])
@pytest.mark.parametrize("rate", range(4))
@pytest.mark.parametrize("free", range(4))
def test_nobody_gives_or_asks_for_what_holds_already(
    asker: TradeRole, rate: int, free: int
) -> None:
    for trade in on_the_table(asker, detention_rate=rate, free_hours=free):
        for change in (trade.give, trade.get):
            option, _, today = change.partition(": ")[2].partition(" instead of ")
            assert option != today


def test_a_term_of_the_peoples_own_is_traded_without_a_word_on_what_it_is_good_for() -> None:
    own = Term("own-colour", "Colour of the lids", ("red", "blue"), today=0)
    penalty = LIBRARY.entries["late_penalty"].as_term()
    (trade,) = BUILTIN.trades_between([own, penalty], asker=TradeRole.CUSTOMER, other="Brightmart")
    assert "some movement on the colour of the lids" in trade.words
    assert "that means" not in trade.words


def test_to_do_without_is_said_as_such() -> None:
    found = on_the_table(TradeRole.PROVIDER, evidence=1, claim_days=1)
    assert any("In return: doing without the evidence on the invoice" in t.words for t in found)


def test_a_swap_is_a_sentence_to_copy_that_tells_no_rating() -> None:
    terms = [LIBRARY.entries[k].as_term() for k in ("late_penalty", "otif_target")]
    (swap,) = BUILTIN.word_swaps(
        terms, [((0, 1), (1, 4))], asker=TradeRole.PROVIDER, other="Brightmart"
    )
    assert swap.words == (
        "Could this work? From us: OTIF target, 96 % instead of 95 %. In return:"
        " late-delivery penalty, 1 % instead of 3 %. Shall we talk about it?"
    )
    assert "rated" in swap.costs_you


def test_where_there_is_none_today_that_is_said_beside_the_value() -> None:
    found = on_the_table(TradeRole.CUSTOMER, penalty_cap=3, late_penalty=2)
    assert any("cap on penalties, 5 % (today: no cap)" in t.words for t in found)


def test_a_name_that_takes_no_value_behind_it_stands_as_its_noun() -> None:
    terms = [replace(LIBRARY.entries[k].as_term(), today_is_usual=True) for k in PAIR]
    words = " ".join(
        t.words for t in BUILTIN.trades_between(terms, asker=TradeRole.PROVIDER, other="B")
    )
    assert "the time between price reviews, for example 6 months" in words
    assert "every," not in words


PAIR = ("review_months", "payment_days")


def test_what_a_side_keeps_by_not_moving_is_never_what_the_other_gains() -> None:
    text = "Nobody answers. We need a named contact and a weekly call."
    for trade in trades(text, TradeRole.CUSTOMER):
        gain = trade.helps_them.rpartition("it means ")[2]
        assert gain
        assert gain not in trade.costs_you


def test_a_container_is_traded_for_what_containers_are_traded_for() -> None:
    found = trades("Per diem of $95/day for the container.", TradeRole.CUSTOMER)
    assert found[0].give.startswith("Free days for a container")
    assert not any("dock" in t.words for t in found)


@pytest.mark.parametrize("asker", [TradeRole.CUSTOMER, TradeRole.PROVIDER])
def test_what_costs_no_money_is_offered_as_a_step_for_both(asker: TradeRole) -> None:
    terms = [LIBRARY.entries[k].as_term() for k in ("apology", "named_contact")]
    (found,) = BUILTIN.trades_between(terms, asker=asker, other="Nordpack")
    assert found.give == "Named contact: one a side instead of none"
    assert "word of recognition, in this thread (today: none)" in found.words
    assert "movement" not in found.words


@pytest.mark.parametrize(
    ("asker", "example"), [(TradeRole.PROVIDER, "45 days"), (TradeRole.CUSTOMER, "60 days")]
)
def test_who_wants_less_is_offered_what_the_contract_says_and_not_less(
    asker: TradeRole, example: str
) -> None:
    first = trades("You pay after 71 days. Contract = 45.", asker)[0]
    assert first.get == f"Payment days: for example {example}"


@pytest.mark.parametrize("asker", [TradeRole.CUSTOMER, TradeRole.PROVIDER])
def test_a_number_without_its_goods_is_answered_with_no_number_of_other_goods(
    asker: TradeRole,
) -> None:
    for trade in trades("MOQ 500, we can take 200.", asker):
        assert "pallet" not in trade.words


def test_rejected_lots_find_a_trade() -> None:
    assert trades("Quality is bad, 3 lots were rejected in a month.", TradeRole.CUSTOMER)
