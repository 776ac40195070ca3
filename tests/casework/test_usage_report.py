"""`parley usage`: tokens, time, how calls ended, and money where a price is known."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.casework.preferences import Helpful
from bot.casework.usage import ModelCall, Outcome, Price
from bot.casework.usage_report import UsageDay, as_line, found_helpful, usage_by_day

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
CALL = ModelCall(NOON, "frame", "gpt-5-mini", 1, Outcome.USED, 100, 20, 1.5)
SLOW = replace(CALL, outcome=Outcome.SLOW, prompt_tokens=0, answer_tokens=0, seconds=20.0)
PRICES = {"gpt-5-mini": Price(10, 50)}


def test_a_report_has_a_line_a_day() -> None:
    found = usage_by_day([CALL, SLOW, replace(CALL, at=NOON + timedelta(days=1))])
    assert [(d.day, d.calls, d.prompt_tokens, d.answer_tokens) for d in found] == [
        (date(2026, 11, 24), 2, 100, 20),
        (date(2026, 11, 25), 1, 100, 20),
    ]
    assert found[0].outcomes == {Outcome.USED: 1, Outcome.SLOW: 1}
    assert found[0].seconds == 10.75
    assert usage_by_day([]) == ()


def test_without_a_price_none_is_known() -> None:
    (day,) = usage_by_day([CALL])
    assert (day.cost, day.unpriced) == (None, 1)
    assert as_line(day).endswith("1.5 s each; no price known")


def test_with_a_price_the_money_is_told() -> None:
    """100 x 10 + 20 x 50 millionths are 0.002 a call."""
    (day,) = usage_by_day([CALL, CALL, SLOW], PRICES)
    assert day.cost == 0.004
    assert as_line(day) == (
        "2026-11-24  3 calls: 2 used, 1 slow; 200 tokens asked, 40 answered; 1.5 s each; "
        "cost 0.0040"
    )


def test_calls_without_a_price_are_told_beside_the_money() -> None:
    other = replace(CALL, model="another", outcome=Outcome.RATE_LIMITED)
    (day,) = usage_by_day([CALL, other], PRICES)
    assert (day.cost, day.unpriced) == (0.002, 1)
    line = as_line(day)
    assert "1 used, 1 rate limited" in line
    assert "cost 0.0020, and 1 calls without a price" in line


def test_a_day_that_took_nothing_costs_nothing() -> None:
    (day,) = usage_by_day([SLOW], PRICES)
    assert (day.cost, day.unpriced) == (0.0, 0)
    assert isinstance(day, UsageDay)


def test_how_suggestions_were_found_is_one_line_where_anybody_has_said() -> None:
    assert found_helpful(Helpful()) == ""
    told = found_helpful(Helpful(3, 1))
    assert told == "Suggested trades: found helpful 3, not helpful 1."
