"""What was agreed, under a version hash, and who does what by when."""

import hashlib
import json
from collections.abc import Sized
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from itertools import count

from bot.mediation.both_or_all import both_or_all
from bot.mediation.commitments import Commitment, Progress
from bot.mediation.people import PersonId, SideId
from bot.mediation.refusals import MovedOn, NotEntitled, NotFound

__all__ = ["Agreement", "Commitment", "OutsideSigner", "Progress", "Settled", "Signature"]

_NO_ADMISSION = {
    "en": "What was said on the way here is no admission by {either} side.",
    "es": "Lo que se dijo hasta llegar aquí no vale como admisión de {neither}.",
}
_NO_AMENDMENT = {
    "en": "No contract is amended unless this text says so.",
    "es": "Ningún contrato se modifica si este texto no lo dice.",
}
WITHOUT_PREJUDICE = both_or_all(_NO_ADMISSION["en"], ())
NO_AMENDMENT = _NO_AMENDMENT["en"]


def frame_for(sides: Sized, language: str = "en") -> tuple[str, ...]:
    """What an agreement between so many sides says of itself, in the language that it is in."""
    return both_or_all(_NO_ADMISSION[language], sides, language), _NO_AMENDMENT[language]


FRAME = frame_for(())


@dataclass(frozen=True, slots=True)
class Settled:
    """One term as it was agreed. `before` is empty where nothing held before.

    from_now_on: it changes, and holds by itself; nobody has to do anything.
    """

    term: str
    option: str
    before: str = ""
    definition: str = ""
    from_now_on: bool = False


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
    offered: promises that came after the signatures, and hold once the other side agrees.
    """

    case_id: str
    title: str
    settled: tuple[Settled, ...]
    commitments: tuple[Commitment, ...]
    frame: tuple[str, ...] = FRAME
    signatures: tuple[Signature, ...] = ()
    review_on: date | None = None
    fits: frozenset[SideId] = frozenset()
    offered: tuple[Commitment, ...] = ()

    @property
    def version(self) -> str:
        """SHA-256 over the canonical JSON of everything that is signed, in hex."""
        promised = [_in_the_text(c) for c in self.commitments if c.agreed_by is None]
        text = {
            "case": self.case_id,
            "title": self.title,
            "settled": [_as_settled(s) for s in self.settled],
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
        """Everything is kept, and nothing is offered that waits for an answer."""
        kept = all(c.progress is Progress.CONFIRMED for c in self.commitments)
        return kept and not self.offered

    def free_key(self, side: SideId) -> str:
        """A key for one more promise of this side."""
        taken = {c.key for c in (*self.commitments, *self.offered)}
        return next(key for n in count(1) if (key := f"own{n}-{side}") not in taken)

    def with_promise(self, promise: Commitment) -> "Agreement":
        """With one more promise in the text; who had signed it reads and signs the new one."""
        return replace(self, commitments=(*self.commitments, promise), signatures=())

    def without_promise(self, key: str, *, side: SideId) -> "Agreement":
        """Without a promise that its own side had put into the text.

        Raises NotEntitled for another side's, MovedOn where it follows from the package.
        """
        promise = self.commitment(key)
        if promise is None:
            raise NotFound("This promise is not in the text any more.")
        if promise.side != side:
            raise NotEntitled("This promise is not your side's; whoever made it can leave it out.")
        if promise.added_by is None:
            raise MovedOn(
                "This promise follows from the package that every side accepted, so it stays."
            )
        kept = tuple(c for c in self.commitments if c.key != key)
        return replace(self, commitments=kept, signatures=())

    def offering(self, promise: Commitment) -> "Agreement":
        """With one more promise that waits for the other side; the signed text stays as it is."""
        return replace(self, offered=(*self.offered, promise))

    def accepting(self, key: str, *, side: SideId, by: PersonId) -> "Agreement":
        """The promise holds, once another side than the one that offers it agrees."""
        offer = self._offer(key)
        if offer.side == side:
            raise NotEntitled("Your side offered this; the others say whether they agree.")
        held = (*self.commitments, replace(offer, agreed_by=by))
        return replace(self, commitments=held, offered=self._others(key))

    def declining(self, key: str) -> "Agreement":
        """The offer is off the table, by either side."""
        self._offer(key)
        return replace(self, offered=self._others(key))

    def _offer(self, key: str) -> Commitment:
        found = next((c for c in self.offered if c.key == key), None)
        if found is None:
            raise MovedOn("That promise is no longer on offer.")
        return found

    def _others(self, key: str) -> tuple[Commitment, ...]:
        return tuple(c for c in self.offered if c.key != key)


def _as_settled(term: Settled) -> dict[str, object]:
    """Older texts, which say of no term that it holds by itself, keep their version."""
    said = asdict(term)
    if not term.from_now_on:
        del said["from_now_on"]
    return said


def _in_the_text(promise: Commitment) -> dict[str, str]:
    """What is signed of a promise. A rhythm is named where there is one, so that older texts keep
    the version under which they were signed."""
    signed = promise.as_signed
    said = {"key": promise.key, "side": promise.side, "what": signed.what}
    said |= {"due": signed.due.isoformat(), "measure": promise.measure}
    said |= {"owner": signed.owner or promise.owner}
    if signed.every is not None:
        said["every"] = signed.every.value
    if signed.until is not None:
        said["until"] = signed.until.isoformat()
    return said
