"""Scenario files: public negotiation problems with the true worths of every side.

A file is a list of `{"name", "source", "terms": [{"name", "options": [str]}], "parties":
[{"name", "worth": [[float per option] per term], "walk_away": float}], "human_deal"?: package or
null, "forbidden"?: [[[term, option], ...], ...] or null}`. Worths are additive, the worst option of
a term is worth 0 and the best package 1, combinations left aside and rounding allowed for;
`walk_away` is on that scale. A side to which all is worth nothing stands only where every term has
one option.
"""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.bargaining.problem import Combination, Package, Problem, Worths

ROUNDED = 0.01
"""By how much worths that somebody has rounded may miss 0 and 1."""

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


class MalformedScenario(Exception):
    """The file does not hold scenarios; `str()` begins with the path of the fault in it."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """One negotiation problem. worths: [side][term][option]; walk_aways: one a side."""

    name: str
    source: str
    options: tuple[int, ...]
    worths: tuple[Worths, ...]
    walk_aways: tuple[float, ...]
    human_deal: Package | None = None
    forbidden: tuple[Combination, ...] = ()

    @property
    def problem(self) -> Problem:
        """The true problem, the walk-aways being what no deal is worth."""
        return Problem(self.worths, self.walk_aways, forbidden=self.forbidden)


def read_scenarios(path: Path) -> tuple[Scenario, ...]:
    """Every scenario of a file. Raises MalformedScenario, OSError."""
    try:
        content: Json = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as fault:
        raise MalformedScenario(f"$: is not JSON ({fault})") from fault
    entries = _list(content, "$")
    return tuple(_scenario(entry, f"$[{i}]") for i, entry in enumerate(entries))


def _scenario(entry: Json, at: str) -> Scenario:
    fields = _dict(entry, at)
    terms = _some(_field(fields, "terms", at), f"{at}.terms")
    options = tuple(_options(t, f"{at}.terms[{i}]") for i, t in enumerate(terms))
    parties = _list(_field(fields, "parties", at), f"{at}.parties")
    if not 2 <= len(parties) <= 6:
        raise MalformedScenario(f"{at}.parties: 2 to 6 parties are needed, not {len(parties)}")
    sides = [_party(p, options, f"{at}.parties[{i}]") for i, p in enumerate(parties)]
    deal = fields.get("human_deal")
    return Scenario(
        name=_text(_field(fields, "name", at), f"{at}.name"),
        source=_text(fields.get("source", ""), f"{at}.source"),
        options=options,
        worths=tuple(worths for worths, _ in sides),
        walk_aways=tuple(walk_away for _, walk_away in sides),
        human_deal=None if deal is None else _package(deal, options, f"{at}.human_deal"),
        forbidden=_forbidden(fields.get("forbidden"), options, f"{at}.forbidden"),
    )


def _options(entry: Json, at: str) -> int:
    """How many options a term has."""
    fields = _dict(entry, at)
    labels = _some(_field(fields, "options", at), f"{at}.options")
    for o, label in enumerate(labels):
        _text(label, f"{at}.options[{o}]")
    _text(_field(fields, "name", at), f"{at}.name")
    return len(labels)


def _party(entry: Json, options: Sequence[int], at: str) -> tuple[Worths, float]:
    fields = _dict(entry, at)
    _text(_field(fields, "name", at), f"{at}.name")
    rows = _list(_field(fields, "worth", at), f"{at}.worth")
    if len(rows) != len(options):
        raise MalformedScenario(
            f"{at}.worth: {len(rows)} terms, where the scenario has {len(options)}"
        )
    worths = []
    for t, row in enumerate(rows):
        values = _list(row, f"{at}.worth[{t}]")
        if len(values) != options[t]:
            raise MalformedScenario(
                f"{at}.worth[{t}]: {len(values)} worths, where the term has {options[t]} options"
            )
        worths.append(tuple(_number(v, f"{at}.worth[{t}][{o}]") for o, v in enumerate(values)))
    _check_scale(worths, f"{at}.worth")
    return tuple(worths), _number(_field(fields, "walk_away", at), f"{at}.walk_away")


def _check_scale(worths: Sequence[tuple[float, ...]], at: str) -> None:
    for t, term in enumerate(worths):
        low = min(term)
        if not -1e-9 <= low <= ROUNDED:
            o = term.index(low)
            raise MalformedScenario(f"{at}[{t}][{o}]: a term's worst option is worth 0, not {low}")
    best = math.fsum(max(term) for term in worths)
    if abs(best - 1) > ROUNDED and any(len(term) > 1 for term in worths):
        raise MalformedScenario(f"{at}: the best package is worth 1, not {best:.6g}")


def _package(entry: Json, options: Sequence[int], at: str) -> Package:
    chosen = _list(entry, at)
    if len(chosen) != len(options):
        raise MalformedScenario(f"{at}: one option for each of {len(options)} terms is needed")
    return tuple(_index(o, options[t], f"{at}[{t}]") for t, o in enumerate(chosen))


def _forbidden(entry: Json, options: Sequence[int], at: str) -> tuple[Combination, ...]:
    found: list[Combination] = []
    if entry is None:
        return ()
    for i, combination in enumerate(_list(entry, at)):
        pairs = set()
        for j, pair in enumerate(_some(combination, f"{at}[{i}]")):
            here = f"{at}[{i}][{j}]"
            both = _list(pair, here)
            if len(both) != 2:
                raise MalformedScenario(f"{here}: a term index and an option index are needed")
            term = _index(both[0], len(options), f"{here}[0]")
            pairs.add((term, _index(both[1], options[term], f"{here}[1]")))
        found.append(frozenset(pairs))
    return tuple(found)


def _field(fields: dict[str, Json], name: str, at: str) -> Json:
    if name not in fields:
        raise MalformedScenario(f"{at}.{name}: is missing")
    return fields[name]


def _dict(value: Json, at: str) -> dict[str, Json]:
    if not isinstance(value, dict):
        raise MalformedScenario(f"{at}: an object is needed")
    return value


def _list(value: Json, at: str) -> list[Json]:
    if not isinstance(value, list):
        raise MalformedScenario(f"{at}: a list is needed")
    return value


def _some(value: Json, at: str) -> list[Json]:
    found = _list(value, at)
    if not found:
        raise MalformedScenario(f"{at}: at least one entry is needed")
    return found


def _text(value: Json, at: str) -> str:
    if not isinstance(value, str):
        raise MalformedScenario(f"{at}: a text is needed")
    return value


def _number(value: Json, at: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise MalformedScenario(f"{at}: a number is needed")
    if not abs(value) <= 1e12:
        raise MalformedScenario(f"{at}: a finite number up to 10^12 is needed")
    return float(value)


def _index(value: Json, size: int, at: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < size:
        raise MalformedScenario(f"{at}: an index from 0 to {size - 1} is needed")
    return value
