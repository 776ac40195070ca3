"""Domain values as JSON and back, strictly: a field that is not known, or missing, is refused.

Knows dataclasses, enums, dates, tuples, frozen sets, mappings with any key, optional values and
the plain ones. Private text is written only where the caller says that the JSON is encrypted.
"""

import dataclasses
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, NewType, TypeVar, Union, get_args, get_origin, get_type_hints

from bot.mediation.caucus import PrivateText
from bot.mediation.people import SideId
from bot.mediation.wall import VAULT, reveal

T = TypeVar("T")
_PLAIN = str | int | float | bool


class Undecodable(Exception):
    """Stored JSON does not have the shape of its type; says where."""


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
        return PrivateText(stored["text"], owner=SideId(stored["owner"]))
    if dataclasses.is_dataclass(kind):
        return _dataclass(kind, stored, path)
    try:
        if issubclass(kind, Enum):
            return kind(stored)
        if kind in (datetime, date):
            return kind.fromisoformat(stored)
    except (TypeError, ValueError) as fault:
        raise Undecodable(f"{path}: {stored!r} is no {kind.__name__}") from fault
    if kind is float and isinstance(stored, int):
        return float(stored)
    if not isinstance(stored, kind):
        raise Undecodable(f"{path}: {stored!r} is no {kind.__name__}")
    return stored


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
    try:
        return kind(**values)
    except TypeError as fault:
        raise Undecodable(f"{path}: {fault}") from fault


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
    _require_list(stored, path)
    return {_decode(args[0], k, path): _decode(args[1], v, f"{path}[{k}]") for k, v in stored}


def _require_list(stored: Any, path: str) -> None:
    if not isinstance(stored, list):
        raise Undecodable(f"{path}: {type(stored).__name__} is no list")


_CONTAINERS: Mapping[Any, Callable[[tuple[Any, ...], Any, str], Any]] = {
    tuple: _tuple,
    frozenset: _set,
    Mapping: _mapping,
}
