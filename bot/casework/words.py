"""The words: what the use cases ask of a facilitator, built in or a language model.

Every input type here holds public text only, but for `own_side` calls, which say so. No answer
holds a number that a package is made of: terms come from the library and from people's texts,
packages from the solver.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from bot.casework.asking import CloserWatch, Inquirer
from bot.mediation.issues import Intake, Message
from bot.mediation.partner import NO_GROUND, Ground
from bot.mediation.people import Side, TradeRole
from bot.mediation.statements import Brief, CommonStatement
from bot.mediation.terms import Agenda, Exchange, Package, Reasons, Term, Trade

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Worded(Generic[T]):
    """An answer, and who worded it.

    by_model: a language model did. notice: a sentence for people where the model was asked and
    the built-in facilitator had to answer, or where it could not read what was written; empty
    otherwise.
    """

    value: T
    by_model: bool = False
    notice: str = ""


class Facilitator(Inquirer, CloserWatch, Protocol):
    """Words for people. Never raises for a reason that lies in a text or in a model."""

    def intake(self, messages: Sequence[Message], *, raised_from: str) -> Worded[Intake]:
        """Title, what happened, kind and urgency. `raised_from` is the ts of one message."""
        ...

    def outline(self, message: Message) -> Intake:
        """Kind, urgency and a title of the matter and its numbers: none of the message's words.

        Written by code, for a message whose writer has not agreed to anything.
        """
        ...

    def frame(self, brief: Brief) -> Worded[CommonStatement]:
        """The common statement, each side's part of it still to be confirmed by that side."""
        ...

    def suggest_terms(self, brief: Brief, common: CommonStatement | None) -> Worded[Agenda]:
        """Terms, their options and today's value, from the library and from the texts."""
        ...

    def reasons(
        self,
        agenda: Agenda,
        package: Package,
        sides: Sequence[Side],
        ground: Ground = NO_GROUND,
    ) -> Reasons:
        """Two lines a side: what it gives and what it gets, against today and in the long run.

        Written by code, from what each side chose to share and from goals that both recorded.
        """
        ...

    def suggest_trades(
        self, text: str, *, asker: TradeRole, other: str, limit: int = 3
    ) -> tuple[Trade, ...]:
        """Library trades for the terms found in a public text. No model, no waiting.

        other: the other side's name; "" where it is not known.
        """
        ...

    def trades_between(
        self, terms: Sequence[Term], *, asker: TradeRole, other: str, limit: int = 3
    ) -> tuple[Trade, ...]:
        """Trades between the terms of a case, each a step from what holds today."""
        ...

    def reword_trades(self, trades: Sequence[Trade]) -> Worded[tuple[Trade, ...]]:
        """The same trades, in better words where there are some. It may take a while."""
        ...

    def word_swaps(
        self, terms: Sequence[Term], exchanges: Sequence[Exchange], *, asker: TradeRole, other: str
    ) -> tuple[Trade, ...]:
        """Own-side call: exchanges from the asker's ratings, in words that are public."""
        ...

    def spoken_in(self, text: str) -> str:
        """The code of the language that a text is in, of those that Parley speaks."""
        ...

    def term(self, key: str) -> Term | None:
        """The library's term of this key."""
        ...
