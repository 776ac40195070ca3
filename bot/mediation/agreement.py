"""What was agreed, under a version hash, and who does what by when."""

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from bot.mediation.people import PersonId, SideId
from bot.mediation.refusals import MovedOn, NotEntitled

WITHOUT_PREJUDICE = "What was said on the way here is no admission by either side."
NO_AMENDMENT = "No contract is amended unless this text says so."


class Progress(StrEnum):
    OPEN = "open"
    DONE = "done"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class Settled:
    """One term as it was agreed. `before` is empty where nothing held before."""

    term: str
    option: str
    before: str = ""
    definition: str = ""


@dataclass(frozen=True, slots=True)
class Commitment:
    """Who does what by when, and how anybody can see that it was done."""

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

    def done(self, *, by: PersonId, now: datetime) -> "Commitment":
        if self.progress is not Progress.OPEN:
            raise MovedOn("This commitment was already marked as done.")
        return replace(self, progress=Progress.DONE, done_by=by, done_at=now)

    def confirmed(self, *, side: SideId, by: PersonId, now: datetime) -> "Commitment":
        """Confirmed by another side than the one that owes it."""
        if side == self.side:
            raise NotEntitled("The other side confirms this one, since it is your side's promise.")
        if self.progress is not Progress.DONE:
            raise MovedOn("There is nothing to confirm here yet.")
        return replace(self, progress=Progress.CONFIRMED, confirmed_by=by, confirmed_at=now)

    def is_overdue(self, today: date) -> bool:
        return self.progress is Progress.OPEN and self.due < today


@dataclass(frozen=True, slots=True)
class Signature:
    """A person of a side accepted exactly the text that this hash stands for."""

    side: SideId
    person: PersonId
    at: datetime
    version: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """The accepted package, frozen. The commitments' progress is not part of the version."""

    case_id: str
    title: str
    settled: tuple[Settled, ...]
    commitments: tuple[Commitment, ...]
    frame: tuple[str, ...] = (WITHOUT_PREJUDICE, NO_AMENDMENT)
    signatures: tuple[Signature, ...] = ()

    @property
    def version(self) -> str:
        """SHA-256 over the canonical JSON of everything that is signed, in hex."""
        promised = [
            {"key": c.key, "side": c.side, "what": c.what, "due": c.due.isoformat()}
            | {"measure": c.measure, "owner": c.owner}
            for c in self.commitments
        ]
        text = {
            "case": self.case_id,
            "title": self.title,
            "settled": [asdict(s) for s in self.settled],
            "commitments": promised,
            "frame": list(self.frame),
        }
        canonical = json.dumps(text, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()

    def signed(self, *, side: SideId, by: PersonId, version: str, now: datetime) -> "Agreement":
        """With one more signature.

        Raises MovedOn when the person saw another version than the one that stands now.
        """
        if version != self.version:
            raise MovedOn("The text has changed since you opened it. Please read it once more.")
        if any(s.side == side for s in self.signatures):
            raise MovedOn("Your side has already signed this.")
        return replace(self, signatures=(*self.signatures, Signature(side, by, now, version)))

    def is_signed_by(self, sides: frozenset[SideId]) -> bool:
        return sides <= {s.side for s in self.signatures if s.version == self.version}

    def commitment(self, key: str) -> Commitment | None:
        return next((c for c in self.commitments if c.key == key), None)

    def with_commitment(self, changed: Commitment) -> "Agreement":
        """With a commitment's progress moved on; the signed version stays the same."""
        kept = tuple(changed if c.key == changed.key else c for c in self.commitments)
        return replace(self, commitments=kept)

    @property
    def is_fulfilled(self) -> bool:
        return all(c.progress is Progress.CONFIRMED for c in self.commitments)
