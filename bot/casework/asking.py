"""Two more things that the words can do: ask one side better, and know when to keep out."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from bot.mediation.concerns import Concern
from bot.mediation.issues import IssueKind


class Part(StrEnum):
    """What an answer is added to."""

    HAPPENED = "happened"
    WANTS = "wants"
    WHY = "why"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question to one side about its own account, and why it is worth an answer."""

    text: str
    reason: str
    part: Part = Part.HAPPENED


@dataclass(frozen=True, slots=True)
class Offer:
    """A wording of what a side kept to itself, for that side to accept, change or refuse.

    question: "May I say that …?". words: what would then stand as that side's reason.
    """

    question: str
    words: str


class Inquirer(Protocol):
    """Serves one side alone: its input may be that side's unsent form, its answer goes there."""

    def follow_ups(
        self, *, kind: IssueKind, happened: str, wants: str, why: str, known: str = ""
    ) -> tuple[FollowUp, ...]:
        """At most three; none where the form says enough.

        known: what both sides can read of the issue already, and nobody has to say again.
        """
        ...

    def may_say(self, why: str) -> Offer | None:
        """None where the reason shows no interest that has a name of its own."""
        ...


@dataclass(frozen=True, slots=True)
class Stop:
    """A kind sentence for whoever wrote it, with the person to turn to. words: what was seen.

    in_doubt: it may be mistaken, and goes on when it is sent once more.
    """

    concern: Concern
    sentence: str
    words: str
    in_doubt: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """A passage of somebody's own text, letter for letter, and what it may be."""

    concern: Concern
    words: str


class Then(StrEnum):
    """What whoever is asked about a passage can do next."""

    NOTHING = "nothing"
    TAKE_OUT = "take_out"
    SEND_AGAIN = "send_again"


class Watch(Protocol):
    def look(
        self,
        text: str,
        *,
        person: str,
        sides: Sequence[str] = (),
        passed: frozenset[Concern] = frozenset(),
    ) -> Stop | None:
        """What is certain; None for nearly every text. `person` is who to turn to, as it will be
        shown, "" where nobody is known.

        sides: the names of the companies. passed: concerns that are not looked for.
        """
        ...

    def suspect(
        self, text: str, *, sides: Sequence[str], passed: frozenset[Concern] = frozenset()
    ) -> Seen | None:
        """What may well be one, and may be mistaken. sides: the names of the companies."""
        ...

    def in_doubt(self, seen: Seen, *, person: str, text: str, then: Then) -> str:
        """What to say of a passage to who wrote the text, in its language."""
        ...


class CloserWatch(Watch, Protocol):
    """Looks where code sees nothing, and may be mistaken."""

    def look_closely(self, text: str, *, sides: Sequence[str]) -> Seen | None:
        """What only shows at a closer look, which may take a while. It stops nothing by itself.

        text: what one side says for all to read, by itself. sides: the names of all sides.
        """
        ...
