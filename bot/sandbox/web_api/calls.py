"""One call of the Web API: its arguments, whichever way the SDK encoded them."""

import json
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qsl

from bot.sandbox.refusals import SlackRefusal
from bot.sandbox.workspace import Workspace

JSON = dict[str, Any]


class Arguments:
    """The arguments of a call, read by type. JSON bodies and forms give the same answers."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = {key: value for key, value in values.items() if value is not None}

    def __contains__(self, name: str) -> bool:
        return name in self._values

    def text(self, name: str, default: str = "") -> str:
        return str(self._values.get(name, default))

    def required(self, name: str) -> str:
        """A text that must be there. Raises SlackRefusal."""
        if not self._values.get(name):
            message = f"[ERROR] missing required field: {name}"
            raise SlackRefusal("invalid_arguments", message)
        return str(self._values[name])

    def flag(self, name: str, *, default: bool = False) -> bool:
        value = self._values.get(name, default)
        return value in (True, "true", "True", "1", 1)

    def number(self, name: str, default: int) -> int:
        try:
            return int(self._values.get(name, default))
        except ValueError:
            raise SlackRefusal("invalid_arguments", f"[ERROR] {name} must be a number") from None

    def structure(self, name: str, refusal: str = "invalid_arguments") -> Any:
        """A JSON value, sent as such or as a string. None when absent. Raises SlackRefusal."""
        value = self._values.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except json.JSONDecodeError:
            raise SlackRefusal(refusal, f"[ERROR] {name} is not valid JSON") from None

    def names(self, name: str) -> list[str]:
        """A list of ids, sent as a list or separated by commas."""
        value = self._values.get(name, "")
        parts = value if isinstance(value, list) else str(value).split(",")
        return [str(part).strip() for part in parts if str(part).strip()]


Method = Callable[[Workspace, Arguments], JSON]


def decode(content_type: str, query: Mapping[str, str], body: bytes) -> Arguments:
    """Read the arguments of a request. Raises SlackRefusal for a body that cannot be read."""
    values: JSON = dict(query)
    if content_type.startswith("application/json") and body:
        try:
            given = json.loads(body)
        except ValueError:
            raise SlackRefusal("invalid_json") from None
        if not isinstance(given, dict):
            raise SlackRefusal("json_not_object")
        values |= given
    elif body:
        values |= dict(parse_qsl(body.decode(), keep_blank_values=True))
    return Arguments(values)


def page(items: list[JSON], call: Arguments, *, default: int) -> tuple[list[JSON], str]:
    """One page of a list, and the cursor of the next, "" at the end. Raises SlackRefusal."""
    cursor = call.text("cursor") or "0"
    if not cursor.isdecimal():
        raise SlackRefusal("invalid_cursor")
    start = int(cursor)
    limit = max(1, min(call.number("limit", default) or default, 1_000))
    following = start + limit
    return items[start:following], str(following) if following < len(items) else ""
