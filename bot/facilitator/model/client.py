"""A seam to one language model: instructions and texts in, a JSON object or an outcome out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from bot.casework.usage import Outcome
from prompts import Rendered

Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. content is None unless the outcome is USED; tokens 0 where not told."""

    outcome: Outcome
    content: Mapping[str, Any] | None = None
    prompt_tokens: int = 0
    answer_tokens: int = 0


class ModelClient(Protocol):
    """One call, one attempt. Never raises: what went wrong is the answer's outcome."""

    def ask(self, prompt: Rendered, schema: Schema, *, timeout_s: float) -> Answer: ...
