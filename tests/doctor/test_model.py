"""Whether the language model is within reach."""

import socket

import pytest

from bot.doctor.finding import Finding
from bot.doctor.model import WITHOUT, model_finding
from tests.slack.loopback import Loopback, Reply

MODELS = {"object": "list", "data": [{"id": "gpt-5-mini"}, {"id": "other-1"}]}


def look(model: Loopback, name: str = "gpt-5-mini", key: str = "sk-secret") -> Finding:
    return model_finding(key, model.url, name)


def test_without_a_key_there_is_nothing_to_mend() -> None:
    found = model_finding("", "", "gpt-5-mini")
    assert not found.is_fault
    assert "built-in facilitator" in found.sentence


def test_a_server_that_has_the_model(model: Loopback) -> None:
    model.answer("models", MODELS)
    assert look(model) == Finding("language model", "The server answers for gpt-5-mini.")
    assert model.calls[0].bearer == "sk-secret"


def test_a_model_that_the_server_does_not_have(model: Loopback) -> None:
    model.answer("models", MODELS)
    found = look(model, "gpt-9")
    assert found.sentence == f"The server has no gpt-9. {WITHOUT}"
    assert found.todo == "Set PARLEY_MODEL to one of: gpt-5-mini, other-1."


def test_a_server_of_ones_own_is_looked_at_without_a_key(model: Loopback) -> None:
    model.answer("models", MODELS)
    assert look(model, key="").sentence == "The server answers for gpt-5-mini."
    assert model.calls[0].bearer == ""


@pytest.mark.parametrize("status", [401, 403])
def test_a_key_that_is_not_taken(model: Loopback, status: int) -> None:
    model.answer("models", Reply({}, status))
    found = look(model)
    assert found.todo == "Check OPENAI_API_KEY."
    assert "sk-secret" not in found.sentence


def test_a_server_without_a_list_is_no_fault(model: Loopback) -> None:
    for reply in (Reply({}, 404), Reply({"models": []})):
        model.answer("models", reply)
        assert not look(model).is_fault


@pytest.mark.parametrize(
    "reply", [Reply({}, 503), Reply("<html>welcome</html>"), Reply(close=True)]
)
def test_a_server_that_does_not_work_is_told_and_parley_goes_on(
    model: Loopback, reply: Reply
) -> None:
    model.answer("models", reply)
    found = look(model)
    assert found.is_fault
    assert WITHOUT in found.sentence


def test_a_server_out_of_reach() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    found = model_finding("sk-secret", url, "gpt-5-mini")
    assert found.todo == "See whether this machine reaches OPENAI_BASE_URL."


def test_the_key_is_not_carried_elsewhere(model: Loopback) -> None:
    model.answer("models", Reply({}, 302, {"Location": f"{model.url}elsewhere"}))
    assert look(model).is_fault
    assert model.methods() == ["models"]
