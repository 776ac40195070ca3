"""The language model through LangChain: strict JSON schema, one attempt, a hard time limit."""

import concurrent.futures
from collections.abc import Mapping
from typing import Any

from bot.casework.usage import Outcome
from bot.facilitator.model.client import Answer, Schema
from bot.facilitator.model.settings import ModelSettings
from prompts import Rendered

_WORKERS = 4
REASONING = ("gpt-5", "o1", "o3", "o4")
"""How the names of models begin that take a reasoning effort; others refuse the field."""


class LangChainClient:
    """Imports LangChain at its first call: that takes more than a second."""

    def __init__(self, settings: ModelSettings) -> None:
        self._settings = settings
        self._workers = concurrent.futures.ThreadPoolExecutor(_WORKERS, "model")

    def ask(self, prompt: Rendered, schema: Schema, *, timeout_s: float) -> Answer:
        """A server that trickles its answer outlasts a socket's limit, so the wait is limited."""
        call = self._workers.submit(_call, self._settings, prompt, dict(schema), timeout_s)
        try:
            return call.result(timeout=timeout_s)
        except concurrent.futures.TimeoutError:
            call.cancel()
            return Answer(Outcome.SLOW)


def _call(
    settings: ModelSettings, prompt: Rendered, schema: dict[str, Any], timeout_s: float
) -> Answer:
    from langchain_core.exceptions import ModelError
    from langchain_core.messages import HumanMessage, SystemMessage
    from langchain_openai.chat_models.base import OpenAIRefusalError
    from langsmith import tracing_context
    from openai import OpenAIError

    model = _model(settings, timeout_s).with_structured_output(
        schema, method="json_schema", strict=True, include_raw=True
    )
    messages = [SystemMessage(prompt.instructions), HumanMessage(prompt.texts)]
    try:
        # What people wrote goes to this model alone, whatever the machine's environment says.
        with tracing_context(enabled=False):
            return _answer(model.invoke(messages))
    except OpenAIRefusalError:
        return Answer(Outcome.REFUSED)
    except (ModelError, OpenAIError) as fault:
        return Answer(_outcome_of(fault))
    except (ValueError, TypeError, LookupError, AttributeError):
        # LangChain reads the protocol's fields without looking whether they are there
        return Answer(Outcome.MALFORMED)


def _model(settings: ModelSettings, timeout_s: float) -> Any:
    from langchain.chat_models import init_chat_model

    options: dict[str, Any] = {
        "base_url": settings.base_url or None,
        "api_key": settings.api_key or "none",
        "timeout": timeout_s,
        "max_retries": 0,
        "max_tokens": settings.max_answer_tokens,
    }
    if ":" not in settings.model:
        options["model_provider"] = "openai"
    if settings.model.rpartition(":")[2].startswith(REASONING):
        # Their thinking counts against the answer's length; these calls need little of it.
        options["reasoning_effort"] = "low"
    return init_chat_model(settings.model, **options)


def _answer(result: Mapping[str, Any]) -> Answer:
    """From LangChain's `raw`, `parsed` and `parsing_error`."""
    raw, parsed = result["raw"], result["parsed"]
    usage = raw.usage_metadata or {}
    tokens = (int(usage.get("input_tokens", 0)), int(usage.get("output_tokens", 0)))
    if raw.additional_kwargs.get("refusal"):
        return Answer(Outcome.REFUSED, None, *tokens)
    reason = raw.response_metadata.get("finish_reason")
    if reason == "length":
        return Answer(Outcome.CUT_OFF, None, *tokens)
    if reason == "content_filter":
        return Answer(Outcome.REFUSED, None, *tokens)
    if not raw.text.strip():
        return Answer(Outcome.EMPTY, None, *tokens)
    if not isinstance(parsed, dict):
        return Answer(Outcome.MALFORMED, None, *tokens)
    return Answer(Outcome.USED, parsed, *tokens)


def _outcome_of(fault: Exception) -> Outcome:
    import openai
    from langchain_core import exceptions as chain

    outcomes: tuple[tuple[tuple[type[Exception], ...], Outcome], ...] = (
        ((chain.ModelRateLimitError, openai.RateLimitError), Outcome.RATE_LIMITED),
        ((chain.ModelTimeoutError, openai.APITimeoutError), Outcome.SLOW),
        ((openai.LengthFinishReasonError, chain.ContextOverflowError), Outcome.CUT_OFF),
        ((openai.ContentFilterFinishReasonError,), Outcome.REFUSED),
        ((openai.APIResponseValidationError,), Outcome.MALFORMED),
        (
            (
                chain.ModelAuthenticationError,
                chain.ModelPermissionDeniedError,
                chain.ModelInvalidRequestError,
                chain.ModelNotFoundError,
                openai.AuthenticationError,
                openai.PermissionDeniedError,
                openai.BadRequestError,
                openai.NotFoundError,
            ),
            Outcome.REJECTED,
        ),
    )
    return next((o for kinds, o in outcomes if isinstance(fault, kinds)), Outcome.UNREACHABLE)
