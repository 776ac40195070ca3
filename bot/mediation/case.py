"""A case: one issue between sides, from raised to its end. Everything in it may be read by all.

What a side tells in private is a `Caucus`, which a case never holds.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.mediation.agreement import Agreement
from bot.mediation.facts.counts import Count
from bot.mediation.issues import Issue
from bot.mediation.people import ChannelId, PartnershipId, PersonId, Side, SideId, WorkspaceKey
from bot.mediation.proposals import Round
from bot.mediation.refusals import MovedOn, Outsider
from bot.mediation.stages import ENDS, Stage, may_follow
from bot.mediation.standstill import Standstill
from bot.mediation.statements import CommonStatement, Statement
from bot.mediation.terms import Agenda

COUNTED_AT = (Stage.FRAMED, Stage.AGENDA, Stage.RATING, Stage.PROPOSED, Stage.SIGNING)
"""A file that is on its way while the case moves on is still counted."""


class Bond(StrEnum):
    """How one case hangs together with another, seen from the one."""

    REOPENS = "reopens"
    REOPENED_AS = "reopened_as"
    CONTESTS = "contests"
    CONTESTED_IN = "contested_in"
    RESEMBLES = "resembles"


@dataclass(frozen=True, slots=True)
class Tie:
    """Another case of the same partnership, by its id and its number.

    ended: the stage it had come to, where the tie was made because of that.
    """

    bond: Bond
    case_id: str
    number: int
    ended: Stage | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """A stage, and since when the case was at it."""

    stage: Stage
    at: datetime


@dataclass(frozen=True, slots=True)
class Case:
    """One issue between the sides of a partnership.

    number: counts a workspace's cases from 1; people read and type it.
    version: counts saved changes; storage refuses to save over a newer one.
    settles: sides that said the common statement settles it. bargains: sides that want to
    look for a package. rated: sides whose ratings are in (not what they are). left: sides that
    took their consent back. frozen_for: sides that are not in the channel any more; the case waits.
    been: every stage after the first, oldest first.
    """

    id: str
    number: int
    workspace: WorkspaceKey
    partnership: PartnershipId
    channel: ChannelId
    thread_ts: str
    sides: tuple[Side, ...]
    issue: Issue
    stage: Stage = Stage.CLARIFYING
    moved_at: datetime | None = None
    statements: tuple[Statement, ...] = ()
    common: CommonStatement | None = None
    settles: frozenset[SideId] = frozenset()
    bargains: frozenset[SideId] = frozenset()
    agenda: Agenda | None = None
    rated: frozenset[SideId] = frozenset()
    rounds: tuple[Round, ...] = ()
    agreement: Agreement | None = None
    ended_because: str = ""
    left: frozenset[SideId] = frozenset()
    standstill: Standstill | None = None
    frozen_for: frozenset[SideId] = frozenset()
    ties: tuple[Tie, ...] = ()
    counts: tuple[Count, ...] = ()
    been: tuple[Moved, ...] = ()
    version: int = 0

    def side(self, side: SideId) -> Side:
        return next(s for s in self.sides if s.id == side)

    @property
    def side_ids(self) -> frozenset[SideId]:
        return frozenset(s.id for s in self.sides)

    @property
    def language(self) -> str:
        """What its text is in: that of the statement, before there is one that of the issue."""
        return (self.common and self.common.language) or self.issue.language or "en"

    @property
    def languages(self) -> tuple[str, ...]:
        """Its own first, then the other one that a side writes; until that shows, its readers'."""
        also = [r.language for r in self.common.also] if self.common else self.issue.readers
        return tuple(dict.fromkeys((self.language, *also)))

    @property
    def is_over(self) -> bool:
        return self.stage in ENDS

    @property
    def round(self) -> Round | None:
        """The round that is open or was closed last."""
        return self.rounds[-1] if self.rounds else None

    def statement_of(self, side: SideId) -> Statement | None:
        return next((s for s in self.statements if s.side == side), None)

    def at(self, stage: Stage, *, now: datetime) -> "Case":
        """The case moved to another stage.

        Raises MovedOn where the order of stages does not allow it.
        """
        if not may_follow(self.stage, stage):
            raise MovedOn("This case has moved on. Open it to see where it stands.")
        return replace(self, stage=stage, moved_at=now, been=(*self.been, Moved(stage, now)))

    def stage_at(self, moment: datetime) -> Stage:
        """Where it stood then; of a case from before stages were remembered, where it stands."""
        if not self.been:
            return self.stage
        return next((m.stage for m in reversed(self.been) if m.at <= moment), Stage.CLARIFYING)

    def require(self, *stages: Stage) -> None:
        """Raise MovedOn unless the case is at one of these stages."""
        if self.stage not in stages:
            raise MovedOn("This case has moved on. Open it to see where it stands.")

    def require_side(self, side: SideId) -> None:
        """Raise Outsider for another side, MovedOn while a side is out of the channel."""
        if side not in self.side_ids:
            raise Outsider("This case is between other sides, so there is nothing to fill in.")
        if self.frozen_for:
            names = " and ".join(s.name for s in self.sides if s.id in self.frozen_for)
            raise MovedOn(
                f"{names} is not in this channel at present, so this case waits as it stands. It "
                "goes on once the channel is shared again."
            )

    def with_statement(self, statement: Statement) -> "Case":
        """With a side's account; a new one of the same side takes the place of the old one."""
        self.require(Stage.CLARIFYING)
        self.require_side(statement.side)
        others = tuple(s for s in self.statements if s.side != statement.side)
        return replace(self, statements=(*others, statement))

    @property
    def has_heard_everyone(self) -> bool:
        return {s.side for s in self.statements} >= self.side_ids

    def with_common(self, common: CommonStatement, *, now: datetime) -> "Case":
        return replace(self, common=common).at(Stage.CONFIRMING, now=now)

    def with_verdict(self, side: SideId, *, settles: bool) -> "Case":
        """With one side's word on whether the common statement settles it; it may change it."""
        self.require(Stage.FRAMED)
        self.require_side(side)
        if settles:
            return replace(self, settles=self.settles | {side}, bargains=self.bargains - {side})
        return replace(self, bargains=self.bargains | {side}, settles=self.settles - {side})

    def with_count(self, count: Count) -> "Case":
        """With what a side counted; an earlier count of it by the same definition gives way."""
        self.require(*COUNTED_AT)
        self.require_side(count.side)
        same = (count.side, count.calculator)
        others = tuple(c for c in self.counts if (c.side, c.calculator) != same)
        return replace(self, counts=(*others, count))

    def with_rating(self, side: SideId) -> "Case":
        self.require(Stage.RATING, Stage.PROPOSED)
        self.require_side(side)
        return replace(self, rated=self.rated | {side})

    def with_round(self, menu: Round, *, now: datetime) -> "Case":
        closed = tuple(replace(r, closed=True) for r in self.rounds)
        return replace(self, rounds=(*closed, menu)).at(Stage.PROPOSED, now=now)

    def with_terms_open_again(self, *, now: datetime) -> "Case":
        """Back to the terms, because one is missing; what was rated stands in the forms still."""
        assert self.agenda is not None
        opened = replace(self, agenda=self.agenda.opened_again, rated=frozenset())
        return opened.at(Stage.AGENDA, now=now)

    def ended(self, stage: Stage, *, because: str, now: datetime) -> "Case":
        return replace(self, ended_because=because).at(stage, now=now)

    @property
    def people(self) -> frozenset[PersonId]:
        """Everyone who spoke in the case so far, and who raised it."""
        return frozenset({self.issue.raised_by, *(s.by for s in self.statements)})
