"""A term's options as a scale: read from the library, widened by numbers that people named."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.facilitator.library import Entry
from bot.facilitator.reading.quantities import number_of
from bot.mediation.terms import MAX_OPTIONS

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
ROOMY = 6
"""More options than this are thinned out around the numbers that people named."""


@dataclass(frozen=True, slots=True)
class Step:
    """One option. value is None where it is a word ("no cap")."""

    label: str
    value: float | None


@dataclass(frozen=True, slots=True)
class Scale:
    """Options in their order, and how a new number is written among them."""

    steps: tuple[Step, ...]
    pattern: str
    named: frozenset[float] = frozenset()

    @classmethod
    def of(cls, entry: Entry) -> "Scale":
        steps = tuple(Step(o, _value(o)) for o in entry.options)
        patterns = {_NUMBER.sub("{}", o, count=1) for o in entry.options if _value(o) is not None}
        plural = [p for p in patterns if p.endswith("s")]
        return cls(steps, plural[0] if plural else next(iter(sorted(patterns)), ""))

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(s.label for s in self.steps)

    def with_values(self, values: Iterable[float]) -> "Scale":
        """With options for these numbers, where they are near the scale's own.

        A number far outside (more than the scale's own width away) is about something else.
        """
        scale = self
        for value in dict.fromkeys(abs(v) for v in values):
            scale = scale._with(value)
        return scale

    def _with(self, value: float) -> "Scale":
        own = [s.value for s in self.steps if s.value is not None]
        if not own or not self._is_near(value, own) or len(self.steps) >= MAX_OPTIONS:
            return self
        named = self.named | {value}
        if value in own:
            return replace(self, named=named)
        step = Step(self.pattern.format(_written(value)), value)
        rising = own == sorted(own)
        at = next(
            (
                i
                for i, s in enumerate(self.steps)
                if s.value is not None and (s.value > value if rising else s.value < value)
            ),
            1 + max(i for i, s in enumerate(self.steps) if s.value is not None),
        )
        return replace(self, steps=(*self.steps[:at], step, *self.steps[at:]), named=named)

    def _is_near(self, value: float, own: list[float]) -> bool:
        width = max(own) - min(own) or max(own)
        if "%" in self.pattern and value > 100:
            return False
        return min(own) - width <= value <= max(own) + width

    def around(self, keep: Iterable[int]) -> "Scale":
        """Thinned to the options between and beside those to keep, if there are many."""
        kept = sorted(i for i in keep)
        if len(self.steps) <= ROOMY or not kept:
            return self
        first, last = max(0, kept[0] - 1), min(len(self.steps), kept[-1] + 2)
        while last - first < 4:
            first, last = max(0, first - 1), min(len(self.steps), last + 1)
        return replace(self, steps=self.steps[first:last])

    def at(self, value: float | None) -> int | None:
        return next(
            (i for i, s in enumerate(self.steps) if value is not None and s.value == value), None
        )


def _value(option: str) -> float | None:
    found = _NUMBER.search(option)
    return number_of(found[0]) if found else None


def _written(value: float) -> str:
    return f"{value:g}"
