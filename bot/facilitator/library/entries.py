"""What the library of supply-chain terms holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.mediation.issues import IssueKind
from bot.mediation.people import TradeRole
from bot.mediation.terms import Term


def inside(name: str) -> str:
    """For the middle of a sentence: "OTIF target" stays, "Price change" loses its capital."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


@dataclass(frozen=True, slots=True)
class Needs:
    """A term that has to be there for another to mean anything: a cap on penalties, a penalty.

    unless: index of the option of the own term that needs nothing.
    """

    other: str
    unless: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One negotiable term as the library knows it.

    topic: what it is called as a matter of fact ("OTIF" for the term "OTIF target").
    today: index of the option that usually holds. cues: words that point to it in a text.
    more, less: what the side that wants more (or less) of it gains.
    noun, topic_noun: the name and the topic as they stand inside a sentence, with their article.
    holds: whether it holds by itself once agreed, as a price does.
    mismatch: how its definition is often understood differently.
    needs: the term without which it means nothing, None for most.
    """

    key: str
    kind: IssueKind
    name: str
    topic: str
    unit: str
    options: tuple[str, ...]
    today: int | None
    wants_more: TradeRole | None
    duty: TradeRole | None
    definition: str
    traded_for: tuple[str, ...]
    cues: tuple[str, ...]
    more: str
    less: str
    holds: bool = False
    mismatch: str = ""
    noun: str = ""
    topic_noun: str = ""
    language: str = "en"
    needs: Needs | None = None

    def as_term(self) -> Term:
        return Term(
            key=self.key,
            name=self.name,
            options=self.options,
            today=self.today,
            unit=self.unit,
            definition=self.definition,
            wants_more=self.wants_more,
            duty=self.duty,
            traded_for=self.traded_for,
            holds=self.holds,
        )


@dataclass(frozen=True, slots=True)
class Library:
    """All entries by key, in the order of their files, and the words that point to each kind.

    spoken: for languages other than English, the same entries in that language's words.
    """

    entries: Mapping[str, Entry]
    cues: Mapping[IssueKind, tuple[str, ...]]
    spoken: Mapping[str, Mapping[str, Entry]] = field(default_factory=dict)

    def of_kind(self, kind: IssueKind) -> tuple[Entry, ...]:
        return tuple(e for e in self.entries.values() if e.kind is kind)

    def partners(self, entry: Entry) -> tuple[Entry, ...]:
        """The entries that this one is often traded for."""
        return tuple(self.entries[k] for k in entry.traded_for if k in self.entries)

    def in_language(self, language: str) -> "Library":
        """The same library in a language's words; entries without such words stay as they are."""
        words = self.spoken.get(language, {})
        return Library({k: words.get(k, e) for k, e in self.entries.items()}, self.cues)
