"""From a pydantic model to the strict JSON schema that goes over the wire, and back."""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.casework.usage import Outcome
from bot.facilitator.model.caller import NotUsable

M = TypeVar("M", bound="Reply")

_LEFT_OUT = frozenset({"title", "default", "maxLength", "minLength", "maxItems", "minItems"})
"""Strict schemas of common servers do not take these; pydantic checks them afterwards."""


class Reply(BaseModel):
    """A model's answer. Every field is required, and no other is taken."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Quote(Reply):
    """A passage of a text, letter for letter. source: the text's number."""

    source: int
    quote: str


def wire_schema(reply: type[Reply]) -> dict[str, Any]:
    schema = _stripped(reply.model_json_schema())
    assert isinstance(schema, dict)
    return {"title": reply.__name__, **schema}


def validated(reply: type[M], content: object) -> M:
    """Raises NotUsable for content of another shape."""
    try:
        return reply.model_validate(content)
    except ValidationError as fault:
        raise NotUsable(Outcome.MALFORMED) from fault


def _stripped(node: object) -> object:
    if isinstance(node, Mapping):
        names = node.get("properties")
        kept = {k: v for k, v in node.items() if k not in _LEFT_OUT}
        if isinstance(names, Mapping):
            kept["properties"] = {k: _stripped(v) for k, v in names.items()}
        return {k: v if k == "properties" else _stripped(v) for k, v in kept.items()}
    if isinstance(node, list):
        return [_stripped(item) for item in node]
    return node
