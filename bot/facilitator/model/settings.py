"""How the language model is reached, and what it may cost."""

from dataclasses import dataclass, field

from bot.casework.usage import Prices


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """Which model, where, with which key, within which limits.

    model: "gpt-5-mini", or with its provider "openai:gpt-5-mini". base_url: "" for its own.
    timeout_s: for one call of ours, all its attempts together. daily_tokens: 0 keeps it silent.
    daily_cost: in the prices' money, None for no limit but the tokens'. prices: by model.
    """

    model: str
    base_url: str = ""
    api_key: str = field(default="", repr=False)
    timeout_s: float = 20.0
    daily_tokens: int = 500_000
    daily_cost: float | None = None
    prices: Prices = field(default_factory=dict)
    max_answer_tokens: int = 4_000
