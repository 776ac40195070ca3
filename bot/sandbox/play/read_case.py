"""A case file from the disk, read strictly; every fault at once, each with its place."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.sandbox.play.case import CaseFile

SHIPPED = Path(__file__).parent.parent / "cases"
NOT_THERE = "there is no such file. The ones that come along: {}."
EMPTY = "it is empty. docs/cases.md says what goes in."
NO_KEYS = "it has no keys such as “title:” and “people:”. docs/cases.md says what goes in."


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
    except FileNotFoundError:
        raise CaseFault([NOT_THERE.format(", ".join(shipped_names()))], path) from None
    except OSError as fault:
        raise CaseFault([f"{fault.strerror}."], path) from None
    except UnicodeDecodeError:
        raise CaseFault(["it is no text in UTF-8."], path) from None
    except yaml.YAMLError as fault:
        raise CaseFault([f"it cannot be read as YAML: {_yaml_fault(fault)}"], path) from None
    if not isinstance(raw, dict):
        raise CaseFault([NO_KEYS if raw else EMPTY], path)
    try:
        return CaseFile.model_validate(_with_tuples(raw))
    except ValidationError as fault:
        told = _told_apart(fault.errors())
    raise CaseFault([line for one in told for line in _sentence(one).splitlines()], path)


def path_of(named: Path) -> Path:
    """The file of that path, or the shipped case of that name, with or without its ending."""
    if named.exists() or named.parent != Path() or named.stem not in shipped_names():
        return named
    return SHIPPED / f"{named.stem}.yaml"


def shipped_names() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in SHIPPED.glob("*.yaml")))


def shipped(name: str) -> CaseFile:
    """A case that comes with the project, by the name of its file without the ending."""
    return read_case(SHIPPED / f"{name}.yaml")


def _with_tuples(value: Any) -> Any:
    """YAML's lists as tuples, which strict reading asks for."""
    if isinstance(value, dict):
        return {key: _with_tuples(inner) for key, inner in value.items()}
    return tuple(_with_tuples(one) for one in value) if isinstance(value, list) else value


def _yaml_fault(fault: yaml.YAMLError) -> str:
    """What is wrong, and on which line."""
    mark = getattr(fault, "problem_mark", None)
    problem = getattr(fault, "problem", "") or getattr(fault, "reason", "") or str(fault)
    return f"line {mark.line + 1}, column {mark.column + 1}: {problem}." if mark else f"{problem}."


def _told_apart(faults: Sequence[ErrorDetails]) -> list[ErrorDetails]:
    """Without those of a list or group that come of a fault inside it."""
    inside = {fault["loc"][:n] for fault in faults for n in range(len(fault["loc"]))}
    return [fault for fault in faults if not fault["loc"] or fault["loc"] not in inside]


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
        case "model_type" | "dict_type":
            return f"{place}: should have keys of its own; docs/cases.md names them."
        case "too_short":
            return f"{place}: there should be at least {fault['ctx']['min_length']} of them."
        case "too_long":
            return f"{place}: there should be at most {fault['ctx']['max_length']} of them."
    said = fault["msg"].removeprefix("Input ")
    return f"{place}: {said}, not {fault['input']!r}."
