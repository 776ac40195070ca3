"""What can be negotiated: terms, the options of each, and what holds today."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.mediation.people import SideId, TradeRole
from bot.mediation.refusals import Unclear

Package = tuple[int, ...]
"""One option for every term: the option's index, in the agenda's order of terms."""

Exchange = tuple[tuple[int, int], tuple[int, int]]
"""What one side gets and what it gives for it, each a (term, option) by index."""

MAX_TERMS = 12
MAX_OPTIONS = 10


class Counted(StrEnum):
    """In which unit a term's options are. Nothing is ever converted."""

    AS_USUAL = "as_usual"
    AS_WRITTEN = "as_written"
    IN_ONE_OF_SEVERAL = "in_one_of_several"


@dataclass(frozen=True, slots=True)
class Term:
    """Something negotiable and the values it can take, least first.

    options: 1 to 10 labels, in rising order where they have one ("30 days", "45 days").
    today: index of the option that holds without a deal, None where nothing holds today.
    wants_more: the trade role that usually wants a later option, None where nobody knows.
    duty: the trade role that has to do something when this term changes.
    definition: what exactly is counted; recorded before the number.
    traded_for: keys of the terms it is often traded for.
    today_is_usual: whether nobody named today's value, so that it is a guess until people check.
    counted: whether its unit, or its currency, is the one that is usual for it.
    holds: whether it holds by itself once agreed, as a price does; nobody has to do anything.
    agreed_in: the number of the case in which today's value was agreed, 0 where it was not.
    """

    key: str
    name: str
    options: tuple[str, ...]
    today: int | None = None
    unit: str = ""
    definition: str = ""
    wants_more: TradeRole | None = None
    duty: TradeRole | None = None
    traded_for: tuple[str, ...] = ()
    today_is_usual: bool = False
    counted: Counted = Counted.AS_USUAL
    holds: bool = False
    agreed_in: int = 0

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise Unclear(self.key, "Give this term a name.")
        if not 1 <= len(self.options) <= MAX_OPTIONS:
            raise Unclear(self.key, f"“{self.name}” needs 1 to {MAX_OPTIONS} options.")
        if len({o.casefold() for o in self.options}) != len(self.options):
            raise Unclear(self.key, f"Two options of “{self.name}” are the same.")
        if self.today is not None and not 0 <= self.today < len(self.options):
            raise Unclear(self.key, f"Today's value of “{self.name}” is not among its options.")


@dataclass(frozen=True, slots=True)
class Condition:
    """These options of a term stand only with those of another; both are terms by key."""

    term: str
    options: tuple[str, ...]
    other: str
    among: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """The terms on the table. A new edition needs everyone's confirmation again.

    forbidden: combinations of (term key, option index) that cannot stand together.
    conditions: the same as people read and write it.
    notice: why no language model suggested the terms, where one was asked to.
    """

    terms: tuple[Term, ...]
    edition: int = 1
    confirmed_by: frozenset[SideId] = frozenset()
    forbidden: tuple[frozenset[tuple[str, int]], ...] = ()
    conditions: tuple[Condition, ...] = ()
    notice: str = ""

    def __post_init__(self) -> None:
        if not 1 <= len(self.terms) <= MAX_TERMS:
            raise Unclear("terms", f"Put 1 to {MAX_TERMS} terms on the table.")
        if len({t.key for t in self.terms}) != len(self.terms):
            raise Unclear("terms", "Two terms have the same name.")

    def term(self, key: str) -> Term:
        return next(t for t in self.terms if t.key == key)

    def is_checked_by(self, sides: frozenset[SideId]) -> bool:
        """Whether all of these sides have confirmed this edition."""
        return sides <= self.confirmed_by

    @property
    def opened_again(self) -> "Agenda":
        """The same terms, to be checked by everyone once more and to be added to.

        What everybody had confirmed as today's value is no guess any more.
        """
        terms = tuple(replace(t, today_is_usual=False) for t in self.terms)
        edition, nobody = self.edition + 1, frozenset[SideId]()
        return replace(self, terms=terms, edition=edition, confirmed_by=nobody, notice="")

    def labels(self, package: Package) -> tuple[str, ...]:
        return tuple(t.options[i] for t, i in zip(self.terms, package, strict=True))

    @property
    def today(self) -> Package | None:
        """The package that holds without a deal, None where a term has no value today."""
        values = tuple(t.today for t in self.terms if t.today is not None)
        return values if len(values) == len(self.terms) else None

    @property
    def apart(self) -> tuple[frozenset[tuple[str, int]], ...]:
        """Every combination of (term key, option index) that cannot stand together."""
        terms = {t.key: t for t in self.terms}
        pairs = (
            frozenset({(c.term, i), (c.other, j)})
            for c in self.conditions
            if c.term in terms and c.other in terms
            for i, option in enumerate(terms[c.term].options)
            if option in c.options
            for j, other in enumerate(terms[c.other].options)
            if other not in c.among
        )
        return (*self.forbidden, *pairs)

    def edited(
        self,
        terms: tuple[Term, ...],
        *,
        by: SideId,
        conditions: tuple[Condition, ...] | None = None,
    ) -> "Agenda":
        """The same agenda if nothing changed, else the next edition, confirmed by its editor.

        conditions: None where the editor left them. Those of a term that is gone go with it.
        """
        left = self.conditions if conditions is None else conditions
        if terms == self.terms and left == self.conditions:
            return replace(self, confirmed_by=self.confirmed_by | {by})
        kept = tuple(
            pair
            for pair in self.forbidden
            if all(any(t.key == k and i < len(t.options) for t in terms) for k, i in pair)
        )
        options = {t.key: set(t.options) for t in terms}
        held = tuple(
            c
            for c in left
            if options.get(c.term, set()) & {*c.options}
            and options.get(c.other, set()) & {*c.among}
        )
        return Agenda(terms, self.edition + 1, frozenset({by}), kept, held)


@dataclass(frozen=True, slots=True)
class Trade:
    """A concession and what it may be answered with, as a suggestion to one person.

    gives, gets: both as they stand inside `words`, which are ready to copy.
    """

    give: str
    get: str
    costs_you: str
    helps_them: str
    words: str
    gives: str = ""
    gets: str = ""


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why a package may suit each side, in public words: what it gives, what it gets.

    lasts: what it serves in the long run, for every side or for none. goals: those that both
    sides have recorded and that it moves towards.
    """

    gives: Mapping[SideId, str] = field(default_factory=dict)
    gets: Mapping[SideId, str] = field(default_factory=dict)
    lasts: Mapping[SideId, str] = field(default_factory=dict)
    goals: tuple[str, ...] = ()
