"""A term's options as a scale: read from the library, widened by numbers that people named."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.facilitator.library import Entry
from bot.facilitator.library.spoken import DECIMAL_COMMA
from bot.facilitator.reading.measures import MONEY
from bot.facilitator.reading.quantities import ANY_NOUN, BARE, GOODS, Quantity, number_of
from bot.mediation.terms import MAX_OPTIONS

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_NOT_NUMBER = re.compile(r"[\d.,\u00a0]+")
FEWEST, ROOMY = 4, 6
"""More options than this are thinned out around the numbers that people named."""


@dataclass(frozen=True, slots=True)
class Step:
    """One option. value is None where it is a word ("no cap")."""

    label: str
    value: float | None


@dataclass(frozen=True, slots=True)
class Scale:
    """Options in their order, and how a new number is written among them.

    point: what stands before the decimals.
    """

    steps: tuple[Step, ...]
    pattern: str
    named: frozenset[float] = frozenset()
    unit: str = ""
    counted: str = ""
    point: str = "."

    @classmethod
    def spoken(cls, entry: Entry, quantities: Sequence[Quantity]) -> "Scale":
        """The entry's options in the unit that people count it in, widened by their numbers.

        In another currency the library's steps stay. In another unit of goods (cartons for
        pallets) they mean nothing, and the people's own numbers are all there is.
        """
        units = [q.unit for q in quantities if q.unit]
        counted = max(units, key=units.count, default="")
        own = Scale.of(entry)
        spoken = [q for q in quantities if q.unit in {counted, BARE}]
        if counted in MONEY and (code := counted.upper()) not in entry.unit:
            own = own._in_currency(code)
        is_goods = counted in GOODS or counted.startswith(ANY_NOUN)
        if is_goods and not any(_names(q, entry) for q in spoken):
            return cls._of_words(spoken, counted)
        return replace(own.with_values(q.value for q in spoken), counted=counted)

    @classmethod
    def of(cls, entry: Entry) -> "Scale":
        steps = tuple(Step(o, _value(o)) for o in entry.options)
        patterns = {_NUMBER.sub("{}", o, count=1) for o in entry.options if _value(o) is not None}
        plural = [p for p in patterns if p.endswith("s")]
        return cls(
            steps,
            plural[0] if plural else next(iter(sorted(patterns)), ""),
            unit=entry.unit,
            point="," if entry.language in DECIMAL_COMMA else ".",
        )

    @classmethod
    def _of_words(cls, quantities: Sequence[Quantity], counted: str) -> "Scale":
        said = {abs(q.value): q.label for q in reversed(quantities)}
        nouns = [n for label in said.values() if (n := _NOT_NUMBER.sub("", label).strip())]
        noun = next(iter(nouns), "")
        labelled = {v: w if w.endswith(noun) else f"{w} {noun}" for v, w in said.items()}
        steps = tuple(Step(labelled[v], v) for v in sorted(labelled))[:MAX_OPTIONS]
        return cls(steps, "", frozenset(said), noun, counted)

    def _in_currency(self, code: str) -> "Scale":
        def named(text: str) -> str:
            return text.replace("EUR", code)

        steps = tuple(replace(s, label=named(s.label)) for s in self.steps)
        return replace(self, steps=steps, pattern=named(self.pattern), unit=named(self.unit))

    def takes(self, quantity: Quantity) -> bool:
        """Whether a number is in the unit that this scale counts."""
        return quantity.unit in {self.counted, BARE}

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
        if not own or not self._is_near(value, own):
            return self
        named = self.named | {value}
        if value in own:
            return replace(self, named=named)
        step = Step(self.pattern.format(_written(value).replace(".", self.point)), value)
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

    def around(self, keep: Iterable[int], asked: Iterable[int] = ()) -> "Scale":
        """Thinned to the options between and beside those to keep, if there are many.

        asked: of these, what people ask for. Nobody is offered more than they ask for.
        """
        kept, ends = sorted(keep), set(asked)
        if len(self.steps) <= ROOMY or not kept:
            return self._thinned()
        at_ends = len(kept) > 1
        first = max(0, kept[0] - (0 if at_ends and kept[0] in ends else 1))
        last = min(len(self.steps), kept[-1] + (1 if at_ends and kept[-1] in ends else 2))
        while last - first < FEWEST:
            first, last = max(0, first - 1), min(len(self.steps), last + 1)
        return replace(self, steps=self.steps[first:last])._thinned()

    def _thinned(self) -> "Scale":
        """With as many options as a term takes: those go first that nobody named, the closest."""
        steps = list(self.steps)
        while len(steps) > MAX_OPTIONS:
            loose = [
                (after.value - before.value, i)
                for i, (before, step, after) in enumerate(_threes(steps), start=1)
                if before.value is not None
                and after.value is not None
                and step.value not in self.named
            ]
            del steps[min(loose, key=lambda gap: (abs(gap[0]), gap[1]))[1] if loose else -1]
        return replace(self, steps=tuple(steps))

    def at(self, value: float | None) -> int | None:
        return next(
            (i for i, s in enumerate(self.steps) if value is not None and s.value == value), None
        )


def _names(quantity: Quantity, entry: Entry) -> bool:
    """Whether the library counts an entry in the quantity's own unit: "10 pallets"."""
    words = quantity.label.casefold().split()
    return any(word.rstrip("s") == entry.unit.casefold().rstrip("s") for word in words)


def _value(option: str) -> float | None:
    found = _NUMBER.search(option)
    return number_of(found[0]) if found else None


def _written(value: float) -> str:
    return f"{value:g}"


def _threes(steps: Sequence[Step]) -> Iterable[tuple[Step, Step, Step]]:
    return zip(steps[:-2], steps[1:-1], steps[2:], strict=True)
