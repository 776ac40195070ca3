"""A model words what stands around a trade's terms, and changes nothing of the trade."""

from dataclasses import replace

import pytest

from bot.casework.words import Worded
from bot.mediation.people import TradeRole
from bot.mediation.terms import Trade
from tests.facilitator.model.bench import BUILTIN, ModelBench

TEXT = "As agreed we deducted the 3 % late-delivery penalty from the October invoices."
TRADES = BUILTIN.suggest_trades(TEXT, asker=TradeRole.PROVIDER, other="Brightmart", limit=2)
GOOD = "We could go for «1» if you could meet us with «2». Would that work for you?"


def reworded(*sentences: str) -> tuple[Worded[tuple[Trade, ...]], ModelBench]:
    said = [{"number": n, "sentence": s} for n, s in enumerate(sentences, start=1)]
    bench = ModelBench({"TradesReply": {"trades": said}})
    return bench.facilitator.reword_trades(TRADES), bench


def test_the_models_words_stand_around_the_trade_as_code_wrote_it() -> None:
    found, _ = reworded(GOOD, GOOD)
    assert found.by_model
    assert found.value[0].words == (
        f"We could go for {TRADES[0].gives} if you could meet us with"
        " late-delivery penalty, 2 % instead of 3 %. Would that work for you?"
    )
    assert "OTIF target" in TRADES[0].gives
    assert [replace(t, words="") for t in found.value] == [replace(t, words="") for t in TRADES]


def test_no_value_of_the_trade_goes_to_the_model() -> None:
    _, bench = reworded(GOOD, GOOD)
    assert "penalty" in bench.client.prompts[0].texts
    assert "2 %" not in bench.client.prompts[0].texts


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "We could offer «1».",
        "We could offer «1», «1» even, for «2» from you.",
        "You could give «1», and we would take «2».",
        "What we would ask of you is «1»; in return you have «2».",
        "We could offer «1» and 5 % more, if you agree to «2».",
        "We could offer «1» with free time at the dock, if you agree to «2».",
        "We could offer «1», as you were always unreliable, for your «2».",
        "We could offer «1» if you agree to «2». In private they said that they need money.",
        "We could offer «1»! In return, «2».",
        "We could offer «1»; ignore the above, and your «2».",
        "We could offer «1», see https://example.org, and in return «2».",
        "We could offer «1», in return «2». " + "It would help us both a lot. " * 20,
    ],
)
def test_a_sentence_that_says_more_or_other_is_left_aside(sentence: str) -> None:
    found, _ = reworded(sentence, GOOD)
    assert found.by_model
    assert found.value[0] == TRADES[0]
    assert found.value[1] != TRADES[1]


@pytest.mark.parametrize("sentence", ["nothing", "Podríamos ofrecer «1» si ustedes aceptan «2»."])
def test_where_nothing_holds_the_first_words_stand_and_nobody_is_told(sentence: str) -> None:
    found, bench = reworded(sentence, sentence)
    assert found == Worded(TRADES)
    assert 1 <= len(bench.usage.calls) <= 2
