"""How one side weighs packages: its own numbers, from the case file and the labels it reads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.sandbox.play.case import Side, TermView

SAME = 0.01
"""Worths closer than this feel the same to a person."""

Package = Mapping[str, str]
"""An option's label for each term's name."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term as the form shows it, its options in order. `today` is None where nothing is fixed."""

    name: str
    options: tuple[str, ...]
    today: str | None


@dataclass(frozen=True, slots=True)
class Judgement:
    """One side's mind. `usual`: the best option by term, as the form takes it to be."""

    side: Side
    terms: Sequence[Term]
    usual: Mapping[str, str]

    def view(self, term: Term) -> TermView:
        """What the case says of a term; for the others its stated default."""
        return self.side.terms.get(term.name) or TermView(importance=self.side.other_terms)

    def wants_more(self, term: Term) -> bool | None:
        """Which end of the options is better; None where neither case nor form says."""
        said = self.view(term).wants
        if said is not None:
            return said == "more"
        usual = self.usual.get(term.name)
        return None if usual is None else usual == term.options[-1]

    def worth(self, package: Package) -> float:
        """From 0, the worst option everywhere, to 1, the best. What is not fixed counts half."""
        total = sum(self.view(t).importance for t in self.terms) or 1
        return sum(self._part(t, package.get(t.name)) for t in self.terms) / total

    def _part(self, term: Term, label: str | None) -> float:
        weight, more = self.view(term).importance, self.wants_more(term)
        if label is None or more is None:
            return weight / 2
        step = term.options.index(label) / (len(term.options) - 1)
        return weight * (step if more else 1 - step)

    @property
    def today(self) -> float:
        """What today's terms are worth."""
        return self.worth({t.name: t.today for t in self.terms if t.today is not None})

    def could_sign(self, package: Package) -> bool:
        """Nothing in it that this side can never do, and enough above today's terms."""
        ruled_out = any(package.get(t.name) in self.view(t).never for t in self.terms)
        return not ruled_out and self.worth(package) >= self.today + self.side.least_gain

    def verdict(self, package: Package) -> str:
        """What this side thinks of a package, in its own numbers."""
        if any(package.get(t.name) in self.view(t).never for t in self.terms):
            return "has something in it that we can never do"
        gain = round(100 * (self.worth(package) - self.today))
        if gain <= 0:
            return (
                "no better for us than today" if gain == 0 else f"{-gain} % worse for us than today"
            )
        enough = "" if self.could_sign(package) else ", too little to sign"
        return f"{gain} % better for us than today{enough}"

    def rather(self, first: Package, second: Package) -> int:
        """1 for the first, -1 for the second, 0 where both are much the same."""
        gap = self.worth(first) - self.worth(second)
        return 0 if abs(gap) < SAME else (1 if gap > 0 else -1)

    def top(self, count: int) -> list[str]:
        """The names of the terms that matter most, most first; none that do not matter."""
        ranked = sorted(self.terms, key=lambda t: -self.view(t).importance)
        return [t.name for t in ranked[:count] if self.view(t).importance > 0]

    def nevers(self) -> list[str]:
        """What this side can never do, as the form lists it."""
        return [
            f"{t.name}: {label}"
            for t in self.terms
            for label in self.view(t).never
            if label in t.options and label != t.today
        ]

    def turned(self) -> list[Term]:
        """Terms that this side wants the other way than the form takes for granted."""
        return [
            t
            for t in self.terms
            if self.view(t).wants is not None
            and self.usual.get(t.name) not in (None, t.options[-1 if self.wants_more(t) else 0])
        ]
