"""What a value has to be before Slack takes it, and how one that is not is made to fit.

Every rule keeps two promises: what `fitted` returns is without faults, or GONE; and a value
without faults comes back as it was. A rule for a block is put together from rules for its parts,
so the table in `kinds` is checked and mended by the same entries.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from bot.slack.limits.cut import cut, length

Json = Any
"""A tree as it came from, or goes into, JSON: what it holds is what the rules find out."""


class Gone:
    """The value cannot be kept in any shorter form."""


GONE: Final = Gone()


class Rule(Protocol):
    def faults(self, value: Json, path: str) -> Iterator[str]:
        """A line for each fault: where it is, and what Slack asks for."""
        ...

    def fitted(self, value: Json) -> Json:
        """A value without faults, or GONE."""
        ...


@dataclass(frozen=True, slots=True)
class Line:
    """A string for people: shortened where it is too long."""

    most: int

    def faults(self, value: Json, path: str) -> Iterator[str]:
        if not isinstance(value, str) or not value.strip():
            yield f"{path}: is not a text with something in it"
        elif length(value) > self.most:
            yield f"{path}: has {length(value)} characters, and at most {self.most} are taken"

    def fitted(self, value: Json) -> Json:
        if not isinstance(value, str) or not value.strip():
            return GONE
        return cut(value, self.most)


@dataclass(frozen=True, slots=True)
class Name:
    """A string for programs: half of an id is worse than none, so it is never shortened."""

    most: int
    least: int = 1

    def faults(self, value: Json, path: str) -> Iterator[str]:
        if not isinstance(value, str) or not self.least <= length(value) <= self.most:
            yield f"{path}: is not a string of {self.least} to {self.most} characters"

    def fitted(self, value: Json) -> Json:
        return GONE if any(self.faults(value, "")) else value


@dataclass(frozen=True, slots=True)
class Is:
    """A value that is either right or wrong; `what` says what it has to be."""

    what: str
    holds: Callable[[Json], bool]

    def faults(self, value: Json, path: str) -> Iterator[str]:
        if not self.holds(value):
            yield f"{path}: is not {self.what}"

    def fitted(self, value: Json) -> Json:
        return value if self.holds(value) else GONE


def one_of(*values: str) -> Is:
    return Is(" or ".join(repr(v) for v in values), lambda v: isinstance(v, str) and v in values)


def whole(low: int, high: int) -> Is:
    return Is(
        f"a whole number from {low} to {high}",
        lambda v: isinstance(v, int) and not isinstance(v, bool) and low <= v <= high,
    )


FLAG: Final = Is("true or false", lambda v: isinstance(v, bool))


@dataclass(frozen=True, slots=True)
class Words:
    """A text object. plain: only `plain_text` is taken, and other formats become that."""

    most: int
    plain: bool = False

    def faults(self, value: Json, path: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield f"{path}: is not a text object"
            return
        kind = value.get("type")
        if not _is_one(kind, self._kinds()):
            yield f"{path}.type: is not {' or '.join(self._kinds())}"
        yield from Line(self.most).faults(value.get("text"), f"{path}.text")
        extra = {"plain_text": "emoji", "mrkdwn": "verbatim"}.get(str(kind), "")
        for key in value.keys() - {"type", "text"}:
            if key != extra or not isinstance(value[key], bool):
                yield f"{path}.{key}: does not belong here"

    def fitted(self, value: Json) -> Json:
        text = Line(self.most).fitted(value.get("text")) if isinstance(value, dict) else GONE
        if text is GONE:
            return GONE
        kind = value.get("type")
        kept = kind if _is_one(kind, self._kinds()) else "plain_text"
        made = {"type": kept, "text": text}
        extra = "emoji" if kept == "plain_text" else "verbatim"
        if isinstance(value.get(extra), bool):
            made[extra] = value[extra]
        return made

    def _kinds(self) -> tuple[str, ...]:
        return ("plain_text",) if self.plain else ("plain_text", "mrkdwn")


@dataclass(frozen=True, slots=True)
class Each:
    """A list. What is too much is left off at its end; `key` names what must not repeat."""

    rule: Rule
    most: int
    least: int = 1
    key: str = ""

    def faults(self, value: Json, path: str) -> Iterator[str]:
        if not isinstance(value, list):
            yield f"{path}: is not a list"
            return
        if not self.least <= len(value) <= self.most:
            yield f"{path}: has {len(value)} entries, and {self.least} to {self.most} are taken"
        for index, entry in enumerate(value):
            yield from self.rule.faults(entry, f"{path}[{index}]")
        for index in self._repeated(value):
            yield f"{path}[{index}].{self.key}: stands there twice"

    def fitted(self, value: Json) -> Json:
        if not isinstance(value, list):
            return GONE
        entries = [made for made in map(self.rule.fitted, value) if made is not GONE]
        repeated = set(self._repeated(entries))
        kept = [e for index, e in enumerate(entries) if index not in repeated][: self.most]
        return kept if len(kept) >= self.least else GONE

    def _repeated(self, entries: Sequence[Json]) -> Iterator[int]:
        seen: set[str] = set()
        for index, entry in enumerate(entries):
            held = entry.get(self.key) if self.key and isinstance(entry, dict) else None
            if not isinstance(held, str):
                continue
            if held in seen:
                yield index
            seen.add(held)


@dataclass(frozen=True, slots=True)
class Shape:
    """An object. needs, may: rules by key. any_of: at least one of these keys is there.

    A needed part that cannot be kept takes the whole with it; keys of no rule are left out.
    """

    needs: Mapping[str, Rule] = field(default_factory=dict)
    may: Mapping[str, Rule] = field(default_factory=dict)
    any_of: tuple[str, ...] = ()

    def faults(self, value: Json, path: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield f"{path}: is not an object"
            return
        for key in self.needs.keys() - value.keys():
            yield f"{path}.{key}: is missing"
        if self.any_of and not any(key in value for key in self.any_of):
            yield f"{path}: has none of {', '.join(self.any_of)}"
        rules = {**self.may, **self.needs}
        for key, held in value.items():
            if key in rules:
                yield from rules[key].faults(held, f"{path}.{key}")
            else:
                yield f"{path}.{key}: does not belong here"

    def fitted(self, value: Json) -> Json:
        if not isinstance(value, dict):
            return GONE
        rules = {**self.may, **self.needs}
        tried = {key: rules[key].fitted(held) for key, held in value.items() if key in rules}
        made = {key: held for key, held in tried.items() if held is not GONE}
        whole = self.needs.keys() <= made.keys()
        return made if whole and (not self.any_of or made.keys() & set(self.any_of)) else GONE


@dataclass(frozen=True, slots=True)
class ByType:
    """One of several shapes, told apart by `type`."""

    kinds: Mapping[str, Rule]

    def faults(self, value: Json, path: str) -> Iterator[str]:
        rule = self._rule(value)
        if rule is None:
            yield f"{path}.type: is not one of {', '.join(sorted(self.kinds))}"
        else:
            yield from rule.faults(value, path)

    def fitted(self, value: Json) -> Json:
        rule = self._rule(value)
        return GONE if rule is None else rule.fitted(value)

    def _rule(self, value: Json) -> Rule | None:
        kind = value.get("type") if isinstance(value, dict) else None
        return self.kinds.get(kind) if isinstance(kind, str) else None


@dataclass(frozen=True, slots=True)
class Also:
    """A rule, and what its parts have to do with one another.

    wrong: lines for a value that the rule itself is content with. mend: makes those go away.
    """

    rule: Rule
    wrong: Callable[[Json], Iterator[str]]
    mend: Callable[[Json], Json]

    def faults(self, value: Json, path: str) -> Iterator[str]:
        own = tuple(self.rule.faults(value, path))
        yield from own
        if not own:
            yield from (f"{path}{line}" for line in self.wrong(value))

    def fitted(self, value: Json) -> Json:
        made = self.rule.fitted(value)
        return self.mend(made) if made is not GONE and any(self.wrong(made)) else made


@dataclass(frozen=True, slots=True)
class Else:
    """A rule whose value may not go missing: what cannot be kept is stood in for."""

    rule: Rule
    stand_in: Mapping[str, Json]

    def faults(self, value: Json, path: str) -> Iterator[str]:
        return self.rule.faults(value, path)

    def fitted(self, value: Json) -> Json:
        made = self.rule.fitted(value)
        return dict(self.stand_in) if made is GONE else made


def _is_one(kind: Json, kinds: Sequence[str]) -> bool:
    return isinstance(kind, str) and kind in kinds
