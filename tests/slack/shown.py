"""What a person reads in blocks: every text, in order, and every button's label."""

from collections.abc import Iterable, Mapping
from typing import Any


def texts(part: Any) -> Iterable[str]:
    """Every text in a message or a view, labels and initial values among them."""
    if isinstance(part, Mapping):
        for key, held in part.items():
            if key in {"text", "initial_value"} and isinstance(held, str):
                yield held
            elif key not in {"action_id", "block_id", "private_metadata", "callback_id"}:
                yield from texts(held)
    elif isinstance(part, list | tuple):
        for held in part:
            yield from texts(held)


def read(part: Any) -> str:
    return "\n".join(texts(part))


def buttons(part: Any) -> list[str]:
    """The labels of the buttons, in order."""
    if isinstance(part, Mapping):
        if part.get("type") == "button":
            return [part["text"]["text"]]
        return [b for held in part.values() for b in buttons(held)]
    if isinstance(part, list | tuple):
        return [b for held in part for b in buttons(held)]
    return []


def value_of(view: Any, label: str) -> str:
    """The value that the button of this label sends."""
    for block in view["blocks"]:
        for element in (block.get("accessory"), *block.get("elements", [])):
            if element and element.get("type") == "button" and element["text"]["text"] == label:
                return str(element["value"])
    raise AssertionError(f"there is no button {label}, only {buttons(view)}")
