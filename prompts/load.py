"""The strict loader: a missing input raises, and so does one that is not used."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from jinja2 import StrictUndefined, Template, TemplateSyntaxError, meta
from jinja2.sandbox import ImmutableSandboxedEnvironment

_FOLDER = Path(__file__).parent / "calls"
_FENCE = "---\n"
_TEXTS = "\n=== texts\n"


class PromptFault(Exception):
    """A prompt's file is not in order, or it was rendered with other inputs than it declares."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a model is given: the house's instructions, and apart from them what people wrote."""

    instructions: str
    texts: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """One call's prompt. inputs: exactly what `render` takes."""

    name: str
    purpose: str
    inputs: frozenset[str]
    instructions: Template
    texts: Template

    def render(self, **inputs: Any) -> Rendered:
        """Raises PromptFault for a missing input and for one that the prompt does not declare."""
        if set(inputs) != self.inputs:
            odd = ", ".join(sorted(set(inputs) ^ self.inputs))
            raise PromptFault(f"{self.name}: missing or not declared: {odd}")
        return Rendered(
            self.instructions.render(**inputs).strip(), self.texts.render(**inputs).strip()
        )


def load_prompt(name: str, folder: Path = _FOLDER) -> Prompt:
    """Raises PromptFault where the file's inputs and what it uses are not the same."""
    path = folder / f"{name}.jinja"
    if not path.is_file():
        raise PromptFault(f"{name}: there is no such prompt in {folder.name}")
    front, body = _parts(name, path.read_text(encoding="utf-8"))
    if set(front) != {"purpose", "inputs"} or not isinstance(front["inputs"], list):
        raise PromptFault(f"{name}: the front matter has `purpose` and a list of `inputs`")
    instructions, mark, texts = body.partition(_TEXTS)
    if not mark:
        raise PromptFault(f"{name}: the line `=== texts` is missing")
    declared = frozenset(map(str, front["inputs"]))
    used = _used(name, instructions) | _used(name, texts)
    if used != declared:
        odd = ", ".join(sorted(used ^ declared))
        raise PromptFault(f"{name}: declared and not used, or used and not declared: {odd}")
    environment = _environment()
    return Prompt(
        name=name,
        purpose=str(front["purpose"]),
        inputs=declared,
        instructions=environment.from_string(instructions),
        texts=environment.from_string(texts),
    )


def names(folder: Path = _FOLDER) -> tuple[str, ...]:
    """Every prompt there is."""
    return tuple(sorted(path.stem for path in folder.glob("*.jinja")))


def _environment() -> ImmutableSandboxedEnvironment:
    """No loader, no globals, no access to attributes that reach outside of the inputs."""
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
    environment.globals.clear()
    environment.filters = {"json": _as_json, "join": _joined}
    return environment


def _joined(items: Iterable[object], mark: str) -> str:
    return mark.join(map(str, items))


def _as_json(value: object) -> str:
    """Letters stay letters, so that a quote can be copied as it stands."""
    return json.dumps(value, ensure_ascii=False, indent=1)


def _parts(name: str, text: str) -> tuple[dict[str, Any], str]:
    if not text.startswith(_FENCE) or _FENCE not in text[len(_FENCE) :]:
        raise PromptFault(f"{name}: the front matter is missing")
    front, _, body = text[len(_FENCE) :].partition(_FENCE)
    read = yaml.safe_load(front)
    return (read if isinstance(read, dict) else {}), "\n" + body


def _used(name: str, template: str) -> set[str]:
    try:
        return meta.find_undeclared_variables(_environment().parse(template))
    except TemplateSyntaxError as fault:
        raise PromptFault(f"{name}: line {fault.lineno}: {fault.message}") from fault
