"""What each side said for everyone to read, and what can be said in common."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.mediation.issues import GapKind
from bot.mediation.people import PersonId, SideId


@dataclass(frozen=True, slots=True)
class Statement:
    """One side's account, only what it marked as shareable.

    `why` is empty unless the side ticked "may be shared" under it.
    """

    side: SideId
    by: PersonId
    at: datetime
    happened: str
    wants: str
    why: str = ""

    def says_the_same_as(self, other: "Statement | None") -> bool:
        """Whoever said it, and when."""
        return other is not None and replace(other, by=self.by, at=self.at) == self


@dataclass(frozen=True, slots=True)
class SaidAbout:
    """What the common statement says about one side, which that side confirms first.

    corrected: whether that side changed the draft, or added to it, before it confirmed.
    """

    side: SideId
    account: str
    wants: str
    needs: str = ""
    confirmed_by: PersonId | None = None
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class Rendition:
    """What lies between the sides, sentence for sentence as in the statement, in its language."""

    language: str
    agreed: tuple[str, ...]
    disputed: tuple[str, ...]
    understood_differently: tuple[str, ...]
    question: str
    would_settle: str = ""


@dataclass(frozen=True, slots=True)
class CommonStatement:
    """One neutral text that both sides find right.

    agreed, disputed, understood_differently: one sentence each. question: the one question to
    be answered. would_settle: what would answer it (a document, a count, a definition), given
    where the gap is one of fact or interpretation. by_model: whether a language model worded it.
    notice: why none did, where one was asked to. language: what it is in, "en" or "es"; also: the
    same in another language that a side writes.
    """

    agreed: tuple[str, ...]
    disputed: tuple[str, ...]
    understood_differently: tuple[str, ...]
    said: tuple[SaidAbout, ...]
    gap: GapKind
    question: str
    would_settle: str = ""
    by_model: bool = False
    notice: str = ""
    language: str = ""
    also: tuple[Rendition, ...] = ()

    def about(self, side: SideId) -> SaidAbout:
        return next(s for s in self.said if s.side == side)

    def confirmed(
        self, side: SideId, *, by: PersonId, account: str, wants: str, needs: str
    ) -> "CommonStatement":
        """The statement with a side's own part as that side left it."""
        drafted = self.about(side)
        changed = (account, wants, needs) != (drafted.account, drafted.wants, drafted.needs)
        mine = SaidAbout(
            side, account, wants, needs, confirmed_by=by, corrected=changed or drafted.corrected
        )
        return replace(self, said=tuple(mine if s.side == side else s for s in self.said))

    def with_more(
        self, side: SideId, *, account: str = "", wants: str = "", needs: str = ""
    ) -> "CommonStatement":
        """With this said after what the draft has of a side, which is still to confirm it."""
        drafted = self.about(side)
        mine = replace(
            drafted,
            account=f"{drafted.account} {account}".strip(),
            wants=f"{drafted.wants} {wants}".strip(),
            needs=f"{drafted.needs} {needs}".strip(),
            corrected=True,
        )
        return replace(self, said=tuple(mine if s.side == side else s for s in self.said))

    @property
    def is_confirmed(self) -> bool:
        return all(s.confirmed_by is not None for s in self.said)


@dataclass(frozen=True, slots=True)
class Brief:
    """All that may be used to word something that both sides will read.

    There is no private text in it, by type.
    """

    title: str
    happened: str
    kind: str
    sides: tuple[tuple[SideId, str, str], ...]
    """(side, name, trade role) each."""
    statements: tuple[Statement, ...]
    sources: tuple[str, ...] = ()
