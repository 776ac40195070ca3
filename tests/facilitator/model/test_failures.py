"""Each way in which a model lets us down, from a real socket through LangChain to what people read:
the built-in words, a sentence that says so, bounded attempts, and a record without any text."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from bot.casework.usage import Outcome
from bot.facilitator import ModelSettings, builtin_facilitator, load_library, model_facilitator
from tests.facilitator.examples import BRIEFS
from tests.facilitator.model.bench import BUILTIN
from tests.facilitator.model.doubles import SetClock, UsageInMemory
from tests.facilitator.model.server import ModelServer, serving
from tests.facilitator.model.test_frame import SAID, reply

SPANISH: dict[str, Any] = {
    "agreed": [],
    "understood_differently": [],
    "said": [
        {
            "side": name,
            "account": "El planificador dijo que los pedidos dentro de cinco días están bien, y "
            "después llegó un cargo de 180 EUR que nadie esperaba.",
            "wants": "Quiere que se quite el cargo de 180 EUR de la factura.",
            "needs": "",
        }
        for name in ("Brightmart", "Nordpack")
    ],
    "question": "¿Qué cubre “bien”: que se puede hacer, o también que es sin cargo?",
    "would_settle": "Una línea escrita sobre cuándo se aplica el cargo.",
}

WAYS: dict[str, tuple[Outcome, int, Callable[[ModelServer], None]]] = {
    "malformed": (Outcome.MALFORMED, 2, lambda s: s.says('{"agreed": "no list"}')),
    "no json": (Outcome.MALFORMED, 2, lambda s: s.says("Let me think about that.")),
    "empty": (Outcome.EMPTY, 2, lambda s: s.says("")),
    "refused": (Outcome.REFUSED, 1, lambda s: s.says("", refusal="I cannot.")),
    "cut off": (Outcome.CUT_OFF, 2, lambda s: s.says('{"agr', finish="length")),
    "rate-limited": (Outcome.RATE_LIMITED, 1, lambda s: s.fails(429)),
    "broken": (Outcome.UNREACHABLE, 1, lambda s: s.fails(500)),
    "rejected": (Outcome.REJECTED, 1, lambda s: s.fails(401)),
    "wrong language": (Outcome.WRONG_LANGUAGE, 2, lambda s: s.says(reply(**SPANISH))),
}


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with serving() as running:
        yield running


def framed(server: ModelServer, timeout_s: float = 10.0) -> tuple[Any, UsageInMemory]:
    usage = UsageInMemory()
    settings = ModelSettings("m", base_url=server.url, api_key="k", timeout_s=timeout_s)
    builtin = builtin_facilitator(load_library())
    return model_facilitator(builtin, settings, usage, SetClock()).frame(SAID), usage


@pytest.mark.parametrize("way", WAYS)
def test_the_built_in_words_stand_with_a_sentence_that_says_so(
    server: ModelServer, way: str
) -> None:
    outcome, attempts, let_down = WAYS[way]
    let_down(server)
    found, usage = framed(server)
    assert found.value == BUILTIN.frame(SAID).value
    assert not found.by_model
    assert found.notice.endswith("so the built-in facilitator wrote this.")
    assert usage.outcomes == [outcome] * attempts
    assert len(server.requests) == attempts
    assert [c.attempt for c in usage.calls] == list(range(1, attempts + 1))


def test_a_slow_model_is_left_at_the_limit(server: ModelServer) -> None:
    server.says(reply())
    server.waits = True
    found, usage = framed(server, timeout_s=0.3)
    assert found.value == BUILTIN.frame(SAID).value
    assert "did not answer in time" in found.notice
    assert usage.outcomes == [Outcome.SLOW]


def test_a_second_answer_that_holds_is_used(server: ModelServer) -> None:
    server.says(reply(**SPANISH))
    server.says(reply())
    found, usage = framed(server)
    assert found.by_model
    assert usage.outcomes == [Outcome.WRONG_LANGUAGE, Outcome.USED]


def test_what_people_wrote_stands_in_no_record(server: ModelServer) -> None:
    server.says(reply())
    _, usage = framed(server)
    record = repr(usage.calls)
    words = {w for s in BRIEFS["five_days"].statements for w in s.happened.split() if len(w) > 6}
    assert words
    assert not [word for word in words if word in record]
