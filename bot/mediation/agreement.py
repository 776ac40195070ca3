"""What was agreed, under a version hash, and who does what by when."""

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime

from bot.mediation.commitments import AsSigned, Commitment, Progress
from bot.mediation.people import PersonId, SideId
from bot.mediation.refusals import MovedOn

__all__ = ["Agreement", "Commitment", "OutsideSigner", "Progress", "Settled", "Signature"]

WITHOUT_PREJUDICE = "What was said on the way here is no admission by either side."
NO_AMENDMENT = "No contract is amended unless this text says so."
FRAME = (WITHOUT_PREJUDICE, NO_AMENDMENT)


@dataclass(frozen=True, slots=True)
class Settled:
    """One term as it was agreed. `before` is empty where nothing held before."""

    term: str
    option: str
    before: str = ""
    definition: str = ""


@dataclass(frozen=True, slots=True)
class OutsideSigner:
    """Somebody who signed outside of Slack, as a person of the same side attests."""

    name: str
    role: str
    on: date


@dataclass(frozen=True, slots=True)
class Signature:
    """A person of a side accepted exactly the text that this hash stands for.

    outside: who signed it outside of Slack, where `person` attests that.
    """

    side: SideId
    person: PersonId
    at: datetime
    version: str
    outside: OutsideSigner | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """The accepted package, frozen. The commitments' progress is not part of the version.

    review_on: the day on which both look at it again. fits: sides that said it still does.
    """

    case_id: str
    title: str
    settled: tuple[Settled, ...]
    commitments: tuple[Commitment, ...]
    frame: tuple[str, ...] = FRAME
    signatures: tuple[Signature, ...] = ()
    review_on: date | None = None
    fits: frozenset[SideId] = frozenset()

    @property
    def version(self) -> str:
        """SHA-256 over the canonical JSON of everything that is signed, in hex."""
        promised = []
        for c in self.commitments:
            text_of = c.signed_as or AsSigned(c.what, c.due)
            said = {"key": c.key, "side": c.side, "what": text_of.what}
            said |= {"due": text_of.due.isoformat(), "measure": c.measure}
            said |= {"owner": text_of.owner or c.owner}
            promised.append(said)
        text = {
            "case": self.case_id,
            "title": self.title,
            "settled": [asdict(s) for s in self.settled],
            "commitments": promised,
            "frame": list(self.frame),
        }
        if self.review_on is not None:
            text["review"] = self.review_on.isoformat()
        canonical = json.dumps(text, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()

    def signed(
        self,
        *,
        side: SideId,
        by: PersonId,
        version: str,
        now: datetime,
        outside: OutsideSigner | None = None,
    ) -> "Agreement":
        """With one more signature.

        Raises MovedOn when the person saw another version than the one that stands now.
        """
        if version != self.version:
            raise MovedOn("The text has changed since you opened it. Please read it once more.")
        if any(s.side == side for s in self.signatures):
            raise MovedOn("Your side has already signed this.")
        signature = Signature(side, by, now, version, outside)
        return replace(self, signatures=(*self.signatures, signature))

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
