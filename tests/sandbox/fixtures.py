"""The payload fixtures, and how two payloads are compared: by keys and types, at every depth."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent / "fixtures" / "slack"


def fixture(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.json").read_text())


def differences(expected: Any, actual: Any, at: str = "$") -> Iterator[str]:
    """Where two payloads differ in keys or types. Of lists the first entries are compared."""
    if type(expected) is not type(actual):
        yield f"{at}: {type(expected).__name__} expected, {type(actual).__name__} found"
    elif isinstance(expected, dict):
        yield from (f"{at}.{k}: missing" for k in expected.keys() - actual.keys())
        yield from (f"{at}.{k}: not in the fixture" for k in actual.keys() - expected.keys())
        for key in sorted(expected.keys() & actual.keys()):
            yield from differences(expected[key], actual[key], f"{at}.{key}")
    elif isinstance(expected, list):
        if bool(expected) != bool(actual):
            yield f"{at}: one is empty, the other is not"
        elif expected:
            yield from differences(expected[0], actual[0], f"{at}[0]")
