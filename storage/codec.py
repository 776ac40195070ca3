"""Domain values as JSON and back, strictly.

A field that is not known is refused, and so is a missing one unless it has a default (rows of an
earlier version stay readable).

Knows dataclasses, enums, dates, tuples, frozen sets, mappings with any key, optional values and
the plain ones. Private text is written only where the caller says that the JSON is encrypted.
"""

import dataclasses
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import MISSING
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, NewType, TypeVar, Union, get_args, get_origin, get_type_hints

from bot.mediation.caucus import PrivateText
from bot.mediation.people import SideId
from bot.mediation.refusals import Refusal
from bot.mediation.wall import VAULT, reveal

T = TypeVar("T")
_PLAIN = str | int | float | bool


class Undecodable(Exception):
    """Stored JSON does not have the shape of its type; says where, never what stood there."""


@dataclasses.dataclass(frozen=True, slots=True)
class _StoredPrivateText:
    owner: str
    text: str


def encode(value: object, *, encrypted: bool = False) -> Any:
    """A domain value as plain JSON values.

    Raises TypeError for a private text unless the JSON is going to be encrypted.
    """
    if value is None or (isinstance(value, _PLAIN) and not isinstance(value, Enum)):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, PrivateText):
        if not encrypted:
            raise TypeError("private text goes into encrypted columns only")
        return {"owner": value.owner, "text": reveal(value, to=VAULT)}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = dataclasses.fields(value)
        return {f.name: encode(getattr(value, f.name), encrypted=encrypted) for f in fields}
    if isinstance(value, Mapping):
        pairs = ((k, v) for k, v in value.items())
        return [[encode(k), encode(v, encrypted=encrypted)] for k, v in pairs]
    if isinstance(value, frozenset):
        items = [encode(item, encrypted=encrypted) for item in value]
        return sorted(items, key=repr)
    if isinstance(value, tuple):
        return [encode(item, encrypted=encrypted) for item in value]
    raise TypeError(f"{type(value).__name__} has no stored form")


def decode(kind: type[T], stored: Any) -> T:
    """The value of this type. Raises Undecodable for any other shape."""
    result: T = _decode(kind, stored, kind.__name__)
    return result


def _decode(kind: Any, stored: Any, path: str) -> Any:
    if isinstance(kind, NewType):
        return _decode(kind.__supertype__, stored, path)
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _optional(kind, stored, path)
    if origin in _CONTAINERS:
        return _CONTAINERS[origin](get_args(kind), stored, path)
    if kind is PrivateText:
        return _private(stored, path)
    if dataclasses.is_dataclass(kind):
        return _dataclass(kind, stored, path)
    value = _scalar(kind, stored)
    if value is None:
        # The stored value is not named: it may be what somebody said in private.
        raise Undecodable(f"{path}: {type(stored).__name__} that is no {kind.__name__}")
    return value


def _scalar(kind: Any, stored: Any) -> Any:
    """The plain value, None where it does not fit."""
    try:
        if issubclass(kind, Enum):
            return kind(stored)
        if kind in (datetime, date):
            return kind.fromisoformat(stored)
    except (TypeError, ValueError):
        return None
    if kind is float and type(stored) is int:
        return float(stored)
    return stored if type(stored) is kind else None


def _private(stored: Any, path: str) -> PrivateText:
    held = _dataclass(_StoredPrivateText, stored, path)
    return PrivateText(held.text, owner=SideId(held.owner))


def _optional(kind: Any, stored: Any, path: str) -> Any:
    if stored is None:
        return None
    inner = [a for a in get_args(kind) if a is not NoneType]
    return _decode(inner[0], stored, path)


def _dataclass(kind: Any, stored: Any, path: str) -> Any:
    hints = _hints(kind)
    if not isinstance(stored, dict):
        raise Undecodable(f"{path}: {type(stored).__name__} is no {kind.__name__}")
    if unknown := stored.keys() - hints.keys():
        raise Undecodable(f"{path}: unknown {', '.join(sorted(unknown))}")
    values = {k: _decode(hints[k], v, f"{path}.{k}") for k, v in stored.items()}
    if missing := [f.name for f in dataclasses.fields(kind) if _is_due(f) and f.name not in values]:
        raise Undecodable(f"{path}: {', '.join(missing)} of {kind.__name__} missing")
    with suppress(Refusal):
        return kind(**values)
    raise Undecodable(f"{path}: no {kind.__name__} by the rules of its own")


def _is_due(field: dataclasses.Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return {f.name: get_type_hints(kind)[f.name] for f in dataclasses.fields(kind)}


def _tuple(args: tuple[Any, ...], stored: Any, path: str) -> tuple[Any, ...]:
    _require_list(stored, path)
    if len(args) == 2 and args[1] is Ellipsis:
        return tuple(_decode(args[0], item, f"{path}[{i}]") for i, item in enumerate(stored))
    if len(args) != len(stored):
        raise Undecodable(f"{path}: {len(stored)} items, not {len(args)}")
    pairs = zip(args, stored, strict=True)
    return tuple(_decode(a, item, f"{path}[{i}]") for i, (a, item) in enumerate(pairs))


def _set(args: tuple[Any, ...], stored: Any, path: str) -> frozenset[Any]:
    _require_list(stored, path)
    return frozenset(_decode(args[0], item, f"{path}[{i}]") for i, item in enumerate(stored))


def _mapping(args: tuple[Any, ...], stored: Any, path: str) -> dict[Any, Any]:
    """Entries are named by their place: a key may be a term that somebody rated in private."""
    _require_list(stored, path)
    if any(not isinstance(pair, list) or len(pair) != 2 for pair in stored):
        raise Undecodable(f"{path}: an entry is no pair")
    pairs = enumerate(stored)
    return {
        _decode(args[0], k, f"{path}[{i}]"): _decode(args[1], v, f"{path}[{i}]")
        for i, (k, v) in pairs
    }


def _require_list(stored: Any, path: str) -> None:
    if not isinstance(stored, list):
        raise Undecodable(f"{path}: {type(stored).__name__} is no list")


_CONTAINERS: Mapping[Any, Callable[[tuple[Any, ...], Any, str], Any]] = {
    tuple: _tuple,
    frozenset: _set,
    Mapping: _mapping,
}
