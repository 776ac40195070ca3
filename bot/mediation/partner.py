"""What one side wants known about how it works, and the goals that both share."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.mediation.people import SideId
from bot.mediation.refusals import MovedOn, NotEntitled

MOST_GOALS = 3


class Topic(StrEnum):
    """In the order in which they are asked, one at the end of a case."""

    HOURS = "hours"
    REALITIES = "realities"
    DRIVERS = "drivers"
    HOLIDAYS = "holidays"
    CULTURE = "culture"


@dataclass(frozen=True, slots=True)
class AboutUs:
    """A side's own words by topic, for the other side to read; "" where it was passed over."""

    said: Mapping[Topic, str] = field(default_factory=dict)

    def with_words(self, topic: Topic, words: str) -> "AboutUs":
        return replace(self, said={**self.said, topic: words})

    def next_topic(self, ended_cases: int) -> Topic | None:
        """What to ask now: one topic for each case that has ended, never more."""
        if len(self.said) >= ended_cases:
            return None
        return next((topic for topic in Topic if topic not in self.said), None)


@dataclass(frozen=True, slots=True)
class Goal:
    """Something both want in the long run. Shared once every side has said so."""

    text: str
    agreed_by: frozenset[SideId]


@dataclass(frozen=True, slots=True)
class Ground:
    """What may be said of the long run: each side's shared words on itself, and shared goals."""

    said: Mapping[SideId, tuple[str, ...]] = field(default_factory=dict)
    goals: tuple[str, ...] = ()

    def said_by(self, side: SideId) -> str:
        return "\n".join(self.said.get(side, ()))


NO_GROUND = Ground()


@dataclass(frozen=True, slots=True)
class Goals:
    """At most three, against which packages are looked at in the long term."""

    held: tuple[Goal, ...] = ()

    def shared(self, sides: frozenset[SideId]) -> tuple[str, ...]:
        return tuple(g.text for g in self.held if g.agreed_by >= sides)

    def proposed(self, text: str, side: SideId) -> "Goals":
        """Raises MovedOn where there are three, or this one already."""
        if any(g.text.casefold() == text.casefold() for g in self.held):
            raise MovedOn("This goal stands there already.")
        if len(self.held) >= MOST_GOALS:
            raise MovedOn("Three goals stand there already. Take one away before you add another.")
        return Goals((*self.held, Goal(text, frozenset({side}))))

    def agreed(self, number: int, side: SideId) -> "Goals":
        goal = self._at(number)
        if side in goal.agreed_by:
            raise NotEntitled("Your side shares this goal; the others are still to say.")
        agreed = replace(goal, agreed_by=goal.agreed_by | {side})
        return Goals(tuple(agreed if n == number else g for n, g in enumerate(self.held)))

    def without(self, number: int) -> "Goals":
        """Either side may take a goal away: it is shared by both or by nobody."""
        self._at(number)
        return Goals(tuple(g for n, g in enumerate(self.held) if n != number))

    def _at(self, number: int) -> Goal:
        if not 0 <= number < len(self.held):
            raise MovedOn("This goal has been taken away in the meantime.")
        return self.held[number]
