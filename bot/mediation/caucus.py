"""What one side tells in private. Import this only where that same side is served.

Nothing here shows what was told by accident: not in `str`, `repr`, a format, a log or a pickle.
Words come out through `bot.mediation.wall` alone; ratings and answers are plain values that
print as their type's name.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import NoReturn, final

from bot.mediation.concerns import Concern
from bot.mediation.people import PersonId, SideId


@final
class PrivateText:
    """Words that belong to one side."""

    __slots__ = ("__owner", "__text")

    def __init__(self, text: str, *, owner: SideId) -> None:
        self.__text = text
        self.__owner = owner

    @property
    def owner(self) -> SideId:
        """The side that these words belong to, for good."""
        return self.__owner

    def _through_the_wall(self) -> str:
        """For `bot.mediation.wall` alone."""
        return self.__text

    def __bool__(self) -> bool:
        return bool(self.__text.strip())

    def __repr__(self) -> str:
        return f"PrivateText(owner={self.owner!r})"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return repr(self)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, PrivateText)
            and self.owner == other.owner
            and self.__text == other.__text
        )

    def __hash__(self) -> int:
        return hash((self.__owner, self.__text))

    def __reduce__(self) -> NoReturn:
        raise TypeError("private text is not pickled; store it through storage.mapping")


class _Untold:
    """Prints as nothing but the name of its type."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"{type(self).__name__}(…)"


class Wish(StrEnum):
    """Which way a side would like a term to go, along the order of its options."""

    MORE = "more"
    FEWER = "fewer"


class Choice(StrEnum):
    """The answer to an either/or question."""

    FIRST = "first"
    SECOND = "second"
    EITHER = "either"


@dataclass(frozen=True, slots=True, repr=False)
class Preference(_Untold):
    """One either/or tap: which of two packages (option index per term) a side would rather have.

    `second` is today's terms where the question was "sign this, or keep today's terms?", and the
    side's own way out where it was "sign this, or go your other way?".
    """

    first: tuple[int, ...]
    second: tuple[int, ...]
    choice: Choice


@dataclass(frozen=True, slots=True, repr=False)
class Ratings(_Untold):
    """How a side rates the agenda. Anything may be missing. All of it is private.

    matters: up to three term keys, the one that matters most first.
    wishes: term key -> direction, where the library's guess was changed or confirmed.
    nevers: (term key, option index) that this side can never do.
    importance: term key -> 0 to 10. stars: (term key, option index) -> 1 to 5.
    way_out: term key -> option index, where without a deal another one than today's is open to
    this side alone; empty where today's terms would go on.
    """

    matters: tuple[str, ...] = ()
    wishes: Mapping[str, Wish] = field(default_factory=dict)
    nevers: frozenset[tuple[str, int]] = frozenset()
    importance: Mapping[str, int] = field(default_factory=dict)
    stars: Mapping[tuple[str, int], int] = field(default_factory=dict)
    preferences: tuple[Preference, ...] = ()
    way_out: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, repr=False)
class PrivateLine(_Untold):
    """One side's line about one message, private until every side's line is in."""

    clarification_id: str
    side: SideId
    person: PersonId
    words: PrivateText
    at: datetime


class Reason(StrEnum):
    """Why a side could sign none of the packages."""

    TOO_MUCH = "too_much"
    TOO_LITTLE = "too_little"
    NEVER = "never"
    SOMETHING_MISSING = "something_missing"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True, repr=False)
class BlindAnswer(_Untold):
    """A side's answer to one round's menu: the offers it could sign, none of them is a decline.

    `term` is the key of the term that stands in the way, where one was named.
    """

    round: int
    could_sign: frozenset[int]
    reason: Reason | None = None
    term: str | None = None
    remark: PrivateText | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Short(_Untold):
    """The package that came nearest where there was none to propose, as this side stands to it.

    package: option index per term. by: how far it stays below no deal for this side, in hundredths
    of the way from its worst package to its best. Found by a rule that everybody knows.
    """

    package: tuple[int, ...]
    by: int


@dataclass(frozen=True, slots=True, repr=False)
class InDoubt(_Untold):
    """A passage of what this side says for all to read that may be nothing for a facilitator.

    It is asked about in private, before anybody else has read it, and stops nothing by itself.
    """

    concern: Concern
    words: PrivateText


class Told(StrEnum):
    """Which part of what a side tells in private was told, or changed."""

    STORY = "story"
    RATINGS = "ratings"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Change:
    """Who of a side told or changed what, and when. No word of it."""

    by: PersonId
    at: datetime
    what: Told


MOST_CHANGES = 12
"""As many as a side reads back."""


@dataclass(frozen=True, slots=True, repr=False)
class Caucus(_Untold):
    """Everything that one side has told Parley alone about one case, and what it alone is told.

    `revision` counts the changes, so that two colleagues cannot overwrite each other unseen.
    `told_by` is who of the side changed it last, `changes` what was told when and by whom, the
    newest last; taps of one person that follow each other are one change. `short` stands where this
    side would have to move. `looked`: it was asked once whether its answers say what it means.
    `in_doubt`: what it reads beside its part of the statement, before it confirms that.
    """

    case_id: str
    side: SideId
    why: PrivateText | None = None
    private: PrivateText | None = None
    ratings: Ratings | None = None
    answers: tuple[BlindAnswer, ...] = ()
    revision: int = 0
    told_by: PersonId | None = None
    short: Short | None = None
    changes: tuple[Change, ...] = ()
    looked: bool = False
    in_doubt: InDoubt | None = None

    def answer_to(self, round_number: int) -> BlindAnswer | None:
        return next((a for a in self.answers if a.round == round_number), None)

    def with_ratings(
        self, ratings: Ratings, *, by: PersonId, at: datetime | None = None
    ) -> "Caucus":
        return replace(self._changed(Told.RATINGS, by, at), ratings=ratings)

    def with_short(self, short: Short) -> "Caucus":
        return replace(self, short=short, revision=self.revision + 1)

    def with_second_look(self) -> "Caucus":
        return replace(self, looked=True, revision=self.revision + 1)

    def with_doubt(self, in_doubt: InDoubt | None) -> "Caucus":
        return replace(self, in_doubt=in_doubt, revision=self.revision + 1)

    def with_answer(
        self, answer: BlindAnswer, *, by: PersonId, at: datetime | None = None
    ) -> "Caucus":
        kept = tuple(a for a in self.answers if a.round != answer.round)
        return replace(self._changed(Told.ANSWER, by, at), answers=(*kept, answer))

    def with_words(
        self,
        *,
        why: PrivateText | None,
        private: PrivateText | None,
        by: PersonId,
        at: datetime | None = None,
    ) -> "Caucus":
        return replace(self._changed(Told.STORY, by, at), why=why, private=private)

    def _changed(self, what: Told, by: PersonId, at: datetime | None) -> "Caucus":
        """One revision on; at: None where the moment is not to be kept."""
        changes = self.changes
        if at is not None:
            last = changes[-1] if changes else None
            goes_on = last is not None and (last.by, last.what) == (by, what)
            changes = (*(changes[:-1] if goes_on else changes), Change(by, at, what))
        return replace(
            self, told_by=by, changes=changes[-MOST_CHANGES:], revision=self.revision + 1
        )
