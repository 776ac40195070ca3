"""The real client against a real socket: every way in which a model can let us down."""

import io
import json
import warnings
from collections.abc import Iterator

import pytest
from langchain_core.tracers.langchain import wait_for_all_tracers
from starlette.responses import JSONResponse, Response

import bot.logs
from bot.casework.usage import Outcome
from bot.facilitator.model.langchain import LangChainClient
from bot.facilitator.model.schema import Reply, wire_schema
from bot.facilitator.model.settings import ModelSettings
from bot.logs import set_up_logs
from prompts import Rendered
from tests.facilitator.model.server import ModelServer, completion, serving
from tests.logs_kept import logs_kept


class Colour(Reply):
    colour: str


SCHEMA = wire_schema(Colour)
PROMPT = Rendered("Name a colour.", '["red"]')


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with serving() as running:
        yield running


def client(server: ModelServer) -> LangChainClient:
    return LangChainClient(ModelSettings("scripted", base_url=server.url, api_key="made-up"))


def outcome(server: ModelServer, timeout_s: float = 10.0) -> Outcome:
    answer = client(server).ask(PROMPT, SCHEMA, timeout_s=timeout_s)
    assert answer.content is None
    return answer.outcome


def test_an_answer_comes_with_its_tokens(server: ModelServer) -> None:
    server.says({"colour": "blue"})
    answer = client(server).ask(PROMPT, SCHEMA, timeout_s=10)
    assert answer.content == {"colour": "blue"}
    assert (answer.outcome, answer.prompt_tokens, answer.answer_tokens) == (Outcome.USED, 120, 30)


def test_the_request_asks_for_the_strict_schema_and_keeps_texts_apart(server: ModelServer) -> None:
    server.says({"colour": "blue"})
    client(server).ask(PROMPT, SCHEMA, timeout_s=10)
    sent = server.requests[0]
    wanted = sent["response_format"]["json_schema"]
    assert wanted["strict"] is True
    assert wanted["schema"]["additionalProperties"] is False
    assert wanted["schema"]["required"] == ["colour"]
    assert [(m["role"], m["content"]) for m in sent["messages"]] == [
        ("system", "Name a colour."),
        ("user", '["red"]'),
    ]


def test_an_answer_that_is_no_json_is_malformed(server: ModelServer) -> None:
    server.says("Blue, I should think.")
    assert outcome(server) is Outcome.MALFORMED


def test_an_empty_answer_is_empty(server: ModelServer) -> None:
    server.says("")
    assert outcome(server) is Outcome.EMPTY


def test_a_refusal_is_a_refusal(server: ModelServer) -> None:
    server.says("", refusal="I cannot help with that.")
    assert outcome(server) is Outcome.REFUSED


def test_a_filtered_answer_counts_as_refused(server: ModelServer) -> None:
    server.says('{"colour": "bl', finish="content_filter")
    assert outcome(server) is Outcome.REFUSED


def test_a_cut_off_answer_is_cut_off(server: ModelServer) -> None:
    server.says('{"colour": "bl', finish="length")
    assert outcome(server) is Outcome.CUT_OFF


def test_a_full_server_is_asked_once(server: ModelServer) -> None:
    server.fails(429)
    assert outcome(server) is Outcome.RATE_LIMITED
    assert len(server.requests) == 1


@pytest.mark.parametrize("status", [400, 401, 403, 404])
def test_a_call_that_the_server_will_not_take_is_rejected(server: ModelServer, status: int) -> None:
    server.fails(status)
    assert outcome(server) is Outcome.REJECTED


@pytest.mark.parametrize("status", [500, 502, 503])
def test_a_broken_server_counts_as_not_reachable(server: ModelServer, status: int) -> None:
    server.fails(status)
    assert outcome(server) is Outcome.UNREACHABLE


@pytest.mark.parametrize("body", ["<html>hello</html>", "{}", '{"choices": []}', "[]", ""])
def test_an_answer_outside_the_protocol_is_not_used(server: ModelServer, body: str) -> None:
    server.fails(200, body)
    assert outcome(server) in {Outcome.MALFORMED, Outcome.UNREACHABLE, Outcome.EMPTY}


def test_a_slow_server_is_left_after_the_limit(server: ModelServer) -> None:
    server.says({"colour": "blue"})
    server.waits = True
    assert outcome(server, timeout_s=0.3) is Outcome.SLOW


def test_a_server_that_is_not_there_is_not_reachable() -> None:
    gone = LangChainClient(ModelSettings("scripted", base_url="http://127.0.0.1:9/v1"))
    assert gone.ask(PROMPT, SCHEMA, timeout_s=10).outcome is Outcome.UNREACHABLE


def test_the_key_stands_in_no_text_of_the_settings() -> None:
    assert "made-up" not in repr(ModelSettings("m", api_key="made-up"))


@pytest.mark.parametrize(
    ("model", "effort"),
    [("gpt-5-mini", "low"), ("openai:gpt-5-mini", "low"), ("o4-mini", "low"), ("gpt-4.1", None)],
)
def test_a_model_that_thinks_is_asked_to_think_briefly(
    server: ModelServer, model: str, effort: str | None
) -> None:
    server.says({"colour": "blue"})
    settings = ModelSettings(model, base_url=server.url, api_key="made-up", max_answer_tokens=77)
    LangChainClient(settings).ask(PROMPT, SCHEMA, timeout_s=10)
    sent = server.requests[0]
    assert sent.get("reasoning_effort") == effort
    assert sent["model"] == model.rpartition(":")[2]
    assert 77 in {sent.get("max_tokens"), sent.get("max_completion_tokens")}


def test_no_text_goes_to_a_tracing_service_that_the_machine_names(
    server: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGSMITH_TRACING", "true")
    monkeypatch.setenv("LANGSMITH_API_KEY", "made-up")
    monkeypatch.setenv("LANGSMITH_ENDPOINT", server.url.removesuffix("/v1"))
    server.says({"colour": "blue"})
    assert client(server).ask(PROMPT, SCHEMA, timeout_s=10).outcome is Outcome.USED
    wait_for_all_tracers()
    assert server.strays == []


SAID = "words of somebody's own"
ODD = {
    "refused with the request in it": Response(
        json.dumps({"error": {"message": SAID, "code": SAID}}), 400, media_type="application/json"
    ),
    "not JSON": Response(f"<p>{SAID}</p>", 200, media_type="text/html"),
    "cut in the middle": JSONResponse(completion(f'{{"colour": "{SAID}')),
    "fields of another kind": JSONResponse(
        {**completion(json.dumps({"colour": SAID})), "usage": {"prompt_tokens": SAID}}
    ),
    "choices of another kind": JSONResponse({**completion("{}"), "choices": SAID}),
}


@pytest.mark.parametrize("answer", ODD.values(), ids=ODD)
def test_what_a_server_says_back_stands_in_no_log_and_on_no_console(
    server: ModelServer, answer: Response, capfd: pytest.CaptureFixture[str]
) -> None:
    """Libraries warn with the value that they stumble over."""
    out = io.StringIO()
    server.answers = [answer]
    with logs_kept():
        set_up_logs("debug", stream=out)
        with warnings.catch_warnings():
            warnings.simplefilter("always")
            warnings.showwarning = bot.logs._warned
            client(server).ask(Rendered("Name a colour.", SAID), SCHEMA, timeout_s=10)
    assert len(server.requests) == 1
    assert SAID not in out.getvalue() + "".join(capfd.readouterr())
