"""A case file from the disk, read strictly; every fault at once, each with its place."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.sandbox.play.case import CaseFile

SHIPPED = Path(__file__).parent.parent / "cases"


class CaseFault(Exception):
    """The file cannot be played as it stands. `faults`: a place in it and a sentence each."""

    def __init__(self, faults: Sequence[str], path: Path | None = None) -> None:
        super().__init__("\n".join(f"{path}: {one}" if path else one for one in faults))
        self.faults = tuple(faults)


class _Strict(yaml.SafeLoader):
    """YAML in which a key stands once; otherwise the later one would win unseen."""


def _mapping(loader: _Strict, node: yaml.MappingNode) -> dict[Any, Any]:
    seen: set[Any] = set()
    for key_node, _ in node.value:
        key = loader.construct_object(key_node)
        if key in seen:
            raise yaml.constructor.ConstructorError(
                None, None, f"“{key}” stands twice", key_node.start_mark
            )
        seen.add(key)
    return loader.construct_mapping(node, deep=True)


_Strict.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def read_case(path: Path) -> CaseFile:
    """The case in a file. Raises CaseFault with the file's name and what to change where."""
    try:
        raw = yaml.load(path.read_text(encoding="utf-8"), _Strict)  # a SafeLoader
    except OSError as fault:
        raise CaseFault([f"{fault.strerror}."], path) from None
    except (yaml.YAMLError, UnicodeDecodeError) as fault:
        raise CaseFault([f"it cannot be read as YAML: {fault}"], path) from None
    try:
        return CaseFile.model_validate(_with_tuples(raw))
    except ValidationError as fault:
        found = [line for one in fault.errors() for line in _sentence(one).splitlines()]
    raise CaseFault(found, path)


def shipped(name: str) -> CaseFile:
    """A case that comes with the project, by the name of its file without the ending."""
    return read_case(SHIPPED / f"{name}.yaml")


def _with_tuples(value: Any) -> Any:
    """YAML's lists as tuples, which strict reading asks for."""
    if isinstance(value, dict):
        return {key: _with_tuples(inner) for key, inner in value.items()}
    return tuple(_with_tuples(one) for one in value) if isinstance(value, list) else value


def _sentence(fault: ErrorDetails) -> str:
    place = ".".join(str(part) for part in fault["loc"] if part != "[key]")
    match fault["type"]:
        case "missing":
            return f"{place}: is missing."
        case "extra_forbidden":
            return f"{place}: is not known here. Take it out, or check its spelling."
        case "value_error":
            said = str(fault["ctx"]["error"])
            return f"{place}: {fault['input']} {said}." if place else said
    said = fault["msg"].removeprefix("Input ")
    return f"{place or 'the file'}: {said}, not {fault['input']!r}."
