"""What goes over the wire is strict, and what comes back is checked once more."""

from typing import Any

import pytest

from bot.casework.usage import Outcome
from bot.facilitator.model import frame, intake, terms, trades
from bot.facilitator.model.caller import NotUsable
from bot.facilitator.model.schema import Quote, Reply, validated, wire_schema

SCHEMAS: dict[str, dict[str, Any]] = {
    "intake": intake.SCHEMA,
    "frame": frame.SCHEMA,
    "terms": terms.SCHEMA,
    "trades": trades.SCHEMA,
}


def objects(node: object) -> list[dict[str, Any]]:
    """Every object schema in a schema."""
    if isinstance(node, list):
        return [found for item in node for found in objects(item)]
    if not isinstance(node, dict):
        return []
    inner = [found for value in node.values() for found in objects(value)]
    return [node, *inner] if node.get("type") == "object" else inner


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_object_requires_all_of_its_fields_and_takes_no_other(name: str) -> None:
    found = objects(SCHEMAS[name])
    assert found
    for schema in found:
        assert schema["additionalProperties"] is False
        assert set(schema["required"]) == set(schema["properties"])


@pytest.mark.parametrize("name", SCHEMAS)
def test_no_schema_uses_what_strict_servers_refuse(name: str) -> None:
    text = repr(SCHEMAS[name])
    for word in ("maxLength", "minLength", "maxItems", "minItems", "'default'"):
        assert word not in text


def test_a_field_may_be_called_like_a_keyword() -> None:
    class Titled(Reply):
        title: str
        default: str

    assert set(wire_schema(Titled)["properties"]) == {"title", "default"}


@pytest.mark.parametrize(
    "content", [None, [], "text", {}, {"source": "1", "quote": "x"}, {"source": 1, "quote": None}]
)
def test_content_of_another_shape_is_malformed(content: object) -> None:
    with pytest.raises(NotUsable) as raised:
        validated(Quote, content)
    assert raised.value.outcome is Outcome.MALFORMED


def test_content_of_the_right_shape_is_read() -> None:
    assert validated(Quote, {"source": 1, "quote": "x"}) == Quote(source=1, quote="x")
