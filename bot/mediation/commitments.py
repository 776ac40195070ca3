"""Who does what by when: done by one side, confirmed or contested by another, changed by both."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import count

from bot.mediation.changes import AsSigned, Change
from bot.mediation.people import PersonId, SideId
from bot.mediation.refusals import MovedOn, NotEntitled
from bot.mediation.rhythm import Every, occurrence


class Progress(StrEnum):
    OPEN = "open"
    DONE = "done"
    CONTESTED = "contested"
    CONFIRMED = "confirmed"


UNDONE = frozenset({Progress.OPEN, Progress.CONTESTED})


@dataclass(frozen=True, slots=True)
class Past:
    """One earlier time of what comes round: its day, and when it was done.

    done_on: the day of that where its owner was; None where only the moment was kept.
    """

    due: date
    done_at: datetime
    done_on: date | None = None

    @property
    def was_in_time(self) -> bool:
        return (self.done_on or self.done_at.date()) <= self.due


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that shows it: its name, and its link in Slack."""

    name: str
    link: str


MOST_PAST = 60
"""A year of weeks is remembered, and a little more."""

AGAIN = timedelta(days=4)
"""How long before its next day something that comes round can be done again."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """Who does what by when, and how anybody can see that it was done.

    done_on: the day on which it was done, where its owner is. evidence: a link, or words, from
    who did it. contested_because, contested_on: what is missing, in the words of the other side,
    and since which day. every, until: it comes round, up to this day. kept: times it was kept
    before. change: asked for and not answered. signed_as: None while nothing was changed. first:
    the day from which all later ones are counted; None where that is `due`. past: oldest first.
    passed_on: the day of `late_from` for which the named people were told that it is still open.
    added_by: who promised it in their own words; None where it follows from a term. agreed_by: who
    of the other side agreed to one that came after the signatures, which it is no part of.
    looked_into: the id of the case that became of its contest; empty where there is none.
    """

    key: str
    side: SideId
    what: str
    due: date
    measure: str
    owner: PersonId
    progress: Progress = Progress.OPEN
    done_by: PersonId | None = None
    done_at: datetime | None = None
    confirmed_by: PersonId | None = None
    confirmed_at: datetime | None = None
    evidence: str = ""
    contested_because: str = ""
    every: Every | None = None
    until: date | None = None
    kept: int = 0
    change: Change | None = None
    signed_as: AsSigned | None = None
    first: date | None = None
    past: tuple[Past, ...] = ()
    done_on: date | None = None
    contested_on: date | None = None
    attached: Attached | None = None
    passed_on: date | None = None
    added_by: PersonId | None = None
    agreed_by: PersonId | None = None
    looked_into: str = ""

    @property
    def as_signed(self) -> AsSigned:
        """As it stands in the text that was signed."""
        now = AsSigned(self.what, self.due, every=self.every, until=self.until)
        return self.signed_as or now

    @property
    def is_contested(self) -> bool:
        return self.progress is Progress.CONTESTED

    @property
    def late_from(self) -> date | None:
        """The last day on which it is not late: its own, or that on which it was contested."""
        if self.is_contested and self.contested_on is not None:
            return max(self.due, self.contested_on)
        return self.owed_on

    @property
    def is_undone(self) -> bool:
        return self.progress in UNDONE

    @property
    def owed_on(self) -> date | None:
        """The day of what is still to be done; None where there is nothing.

        What comes round is owed again after its day, whether or not anybody has confirmed it.
        """
        if self.is_undone:
            return self.due
        return self._next_due(self._met_up_to) if self.progress is Progress.DONE else None

    @property
    def _met_up_to(self) -> date:
        """The last day that it was done for: what is done late stands for the times missed too."""
        done_on = self.done_on or (self.done_at.date() if self.done_at else self.due)
        return max(self.due, done_on - timedelta(days=1))

    @property
    def next_due(self) -> date:
        """The day that people are told of: of what is still to be done, else of what was."""
        return self.owed_on or self.due

    def can_be_done(self, today: date) -> bool:
        """Whether it is open, or comes round again within days."""
        return self.owed_on is not None and (self.is_undone or today >= self.owed_on - AGAIN)

    def handed_to(self, owner: PersonId) -> "Commitment":
        """Seen to by somebody else of the same side; the signed text stays as it was."""
        signed = replace(self.as_signed, owner=self.as_signed.owner or self.owner)
        return replace(self, owner=owner, signed_as=signed)

    def done(
        self, *, by: PersonId, now: datetime, on: date | None = None, evidence: str = ""
    ) -> "Commitment":
        """Marked as done. Raises MovedOn where it is already, and its next day is far off.

        on: the day where its owner is; that of `now` where it is not said.
        """
        on = on or now.date()
        return replace(
            self._opened_for(on),
            progress=Progress.DONE,
            done_by=by,
            done_at=now,
            done_on=on,
            evidence=evidence.strip(),
        )

    def shown(self, evidence: str) -> "Commitment":
        """With what shows that it was done, as long as the other side has not confirmed it."""
        if self.progress is not Progress.DONE:
            raise MovedOn("This waits for no confirmation, so there is nothing to show just now.")
        return replace(self, evidence=evidence.strip())

    def confirmed(self, *, side: SideId, by: PersonId, now: datetime) -> "Commitment":
        """Confirmed by another side than the one that owes it; one that recurs opens again."""
        if side == self.side:
            raise NotEntitled(
                "This is your side's promise; it is confirmed by those to whom it was made."
            )
        if self.progress not in {Progress.DONE, Progress.CONTESTED}:
            raise MovedOn("There is nothing to confirm here yet.")
        kept = replace(
            self,
            progress=Progress.CONFIRMED,
            confirmed_by=by,
            confirmed_at=now,
            contested_because="",
            contested_on=None,
        )
        following = self._next_due(self._met_up_to)
        if following is None:
            return kept
        return replace(kept._opened_again(following), kept=self.kept + 1)

    def contested(self, *, side: SideId, because: str, on: date | None = None) -> "Commitment":
        """Not done as agreed, says another side than the one that owes it, on this day."""
        if side == self.side:
            raise NotEntitled(
                "This is your side's promise; it is confirmed by those to whom it was made."
            )
        if self.progress is not Progress.DONE:
            raise MovedOn("This was not marked as done, so there is nothing to contest yet.")
        return replace(
            self,
            progress=Progress.CONTESTED,
            contested_because=because,
            contested_on=on,
            looked_into="",
        )

    def asked(self, change: Change) -> "Commitment":
        """With what one side asks for; a newer wish takes the place of an older one."""
        if self.progress is Progress.CONFIRMED:
            raise MovedOn("This commitment is kept already, so there is nothing to change.")
        if (change.what, change.due, change.every, change.until) == (
            self.what, self.due, self.every, self.until,
        ):  # fmt: skip
            raise MovedOn("That is how it stands already, so nothing was asked for.")
        return replace(self, change=change)

    def changed(self, *, side: SideId) -> "Commitment":
        """The change holds, once another side than the one that asked agrees."""
        change = self._open_change(side)
        return replace(
            self,
            what=change.what,
            due=change.due,
            every=change.every,
            until=change.until,
            change=None,
            first=None,
            signed_as=self.as_signed,
        )

    def unchanged(self) -> "Commitment":
        """The wish is off the table, by either side; what held before goes on."""
        if self.change is None:
            raise MovedOn("That change is no longer on the table.")
        return replace(self, change=None)

    def is_overdue(self, today: date) -> bool:
        return self.late_from is not None and self.late_from < today

    def _open_change(self, side: SideId) -> Change:
        if self.change is None:
            raise MovedOn("That change is no longer on the table.")
        if self.change.side == side:
            raise NotEntitled("Your side asked for this; the others say whether they agree.")
        return self.change

    def _opened_for(self, today: date) -> "Commitment":
        """As it is, where it is open; else open for its next time, where that one is near."""
        if self.is_undone:
            return self
        if not self.can_be_done(today):
            raise MovedOn("This commitment was already marked as done.")
        return self._opened_again(self.next_due)

    def _opened_again(self, following: date) -> "Commitment":
        """Open for its next time; when this one was done is remembered."""
        past = self.past
        if self.done_at:
            past = (*past, Past(self.due, self.done_at, self.done_on))
        return replace(
            self,
            progress=Progress.OPEN,
            due=following,
            first=self.first or self.due,
            past=past[-MOST_PAST:],
            done_by=None,
            done_at=None,
            done_on=None,
            evidence="",
            attached=None,
            contested_because="",
            contested_on=None,
            signed_as=self.as_signed,
        )

    def _next_due(self, after: date) -> date | None:
        """The first day after this one on which it is due again; None after the last time."""
        if self.every is None:
            return None
        first = self.first or self.due
        following = next(day for n in count(1) if (day := occurrence(first, self.every, n)) > after)
        return following if self.until is None or following <= self.until else None
