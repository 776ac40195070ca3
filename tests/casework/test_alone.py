"""What is asked for alone with Parley, in both languages."""

import pytest

from bot.casework.alone import asked_in
from bot.casework.prepare_home import answer_direct
from bot.casework.shown import Asked, Origin
from bot.mediation.issues import Message
from tests.casework.fakes import ScriptedFacilitator
from tests.casework.world import ANNA, CHANNEL, WORKSPACE, World


@pytest.mark.parametrize(
    ("text", "asked", "language"),
    [
        ("What waits for me?", Asked.WAITS, "en"),
        ("¿Qué me espera?", Asked.WAITS, "es"),
        ("¿Qué tengo pendiente?", Asked.WAITS, "es"),
        ("help", Asked.HELP, "en"),
        ("Help me!", Asked.HELP, "en"),
        ("What can you do?", Asked.HELP, "en"),
        ("Ayuda", Asked.HELP, "es"),
        ("¿Cómo funciona?", Asked.HELP, "es"),
        ("raise an issue: pallets late", Asked.RAISE, "en"),
        ("Please open a case", Asked.RAISE, "en"),
        ("Quiero plantear un asunto", Asked.RAISE, "es"),
        ("They raise the price by 4 %", Asked.TRADES, ""),
        ("raise the price index to 60 %", Asked.TRADES, ""),
        ("Could earlier payment help me get a lower price?", Asked.TRADES, ""),
        ("", Asked.TRADES, ""),
    ],
)
def test_what_a_letter_asks_for(text: str, asked: Asked, language: str) -> None:
    assert asked_in(text) == (asked, language)


def answered(
    world: World, text: str, words: ScriptedFacilitator | None = None
) -> tuple[Asked, str, int]:
    world.room.threads[CHANNEL, "7.1"] = [Message(CHANNEL, "7.1", ANNA.person, text)]
    answer_direct(
        "direct:1",
        Origin(CHANNEL, "", "7.1"),
        ANNA,
        workspace=WORKSPACE,
        store=world.store,
        room=world.room,
        facilitator=words or ScriptedFacilitator(),
        clock=world.clock,
    )
    told = world.room.answers["direct:1"]
    return told.asked, told.language, len(told.trades.trades)


@pytest.mark.parametrize("by_model", [True, False])
def test_better_words_come_into_an_answer_where_a_model_has_some(
    world: World, by_model: bool
) -> None:
    answered(world, "payment days", ScriptedFacilitator(by_model=by_model))
    (trade,) = world.room.answers["direct:1"].trades.trades
    assert trade.words.startswith("Better: ") is by_model


def test_only_a_question_about_terms_is_answered_with_trades(world: World) -> None:
    assert answered(world, "payment days") == (Asked.TRADES, "en", 1)
    assert answered(world, "¿Y el plazo de pago?") == (Asked.TRADES, "es", 1)
    assert answered(world, "raise an issue: pallets late") == (Asked.RAISE, "en", 0)
    assert answered(world, "ayuda") == (Asked.HELP, "es", 0)
