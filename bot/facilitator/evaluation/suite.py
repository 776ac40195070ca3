"""The cases: what was written, and what a good statement finds in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.facilitator.yaml_files import read_yaml
from bot.mediation.issues import GapKind, IssueKind, Message
from bot.mediation.people import ChannelId, PersonId, SideId
from bot.mediation.statements import Brief, Statement

SHIPPED = Path(__file__).parent / "cases"
_WHEN = datetime(2026, 11, 24, tzinfo=UTC)
HELD_OUT = SHIPPED / "held_out"
"""Disputes that the rules were not written for."""

_REQUIRED = frozenset({"id", "kind", "gap", "messages", "customer", "provider"})
_FACTS = frozenset({"agreed", "disputed", "understood", "terms"})
_OPTIONAL = _FACTS | {"language", "traits"}

Found = tuple[tuple[str, ...], ...]
"""What has to be found: for each fact, the words that one sentence about it holds."""


class CaseFault(Exception):
    """A case file is not in order; names the file, the case and the field."""


@dataclass(frozen=True, slots=True)
class KeyedCase:
    """One case with its key. is_keyed: whether the key has facts, or kind and gap alone."""

    id: str
    kind: IssueKind
    gap: GapKind
    language: str
    traits: frozenset[str]
    messages: tuple[Message, ...]
    brief: Brief
    agreed: Found
    disputed: Found
    understood: Found
    terms: tuple[str, ...]
    is_keyed: bool = True


def load_cases(folder: Path = SHIPPED) -> tuple[KeyedCase, ...]:
    """Every case of every file, in order. Raises CaseFault for one that is not in order."""
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        raise CaseFault(f"{folder}: there are no case files here")
    return tuple(_case(fields, path.name) for path in paths for fields in read_yaml(path) or [])


def _case(fields: Mapping[str, Any], file: str) -> KeyedCase:
    where = f"{file}: {fields.get('id', 'a case without id')}"
    needed = _REQUIRED | (_FACTS if set(fields) & _FACTS else frozenset())
    odd = (needed - set(fields)) | (set(fields) - _REQUIRED - _OPTIONAL)
    if odd:
        raise CaseFault(f"{where}: missing or not known: {', '.join(sorted(odd))}")
    try:
        kind, gap = IssueKind(fields["kind"]), GapKind(fields["gap"])
    except ValueError as fault:
        raise CaseFault(f"{where}: {fault}") from fault
    messages = tuple(
        Message(ChannelId("C1"), f"{i}.0", PersonId(f"U{name}"), text, author_name=name)
        for i, (name, text) in enumerate(fields["messages"], start=1)
    )
    return KeyedCase(
        id=str(fields["id"]),
        kind=kind,
        gap=gap,
        language=str(fields.get("language", "en")),
        traits=frozenset(fields.get("traits", ())),
        messages=messages,
        brief=_brief(fields, kind, messages),
        agreed=_found(fields.get("agreed", [])),
        disputed=_found(fields.get("disputed", [])),
        understood=_found(fields.get("understood", [])),
        terms=tuple(fields.get("terms", ())),
        is_keyed=bool(set(fields) & _FACTS),
    )


def _brief(fields: Mapping[str, Any], kind: IssueKind, messages: tuple[Message, ...]) -> Brief:
    sides = tuple((SideId(role), str(fields[role][0]), role) for role in ("customer", "provider"))
    return Brief(
        title="",
        happened="",
        kind=kind,
        sides=sides,
        statements=tuple(
            Statement(side, PersonId(f"U{side}"), _WHEN, *map(str, fields[side][1:]))
            for side, _, _ in sides
        ),
        sources=tuple(m.text for m in messages),
    )


def _found(facts: list[list[str]]) -> Found:
    return tuple(tuple(map(str, words)) for words in facts)
