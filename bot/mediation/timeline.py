"""The timeline: what happened in a case, as a chain that shows every change to it.

Each link holds a salted digest of its text, not the text. The text stands with its salt in a row
of its own and can be erased (a person's right) without breaking the chain. A changed text, and a
changed, missing or added link, is found by `first_break`; only links cut off at the very end need
the last hash, known from elsewhere, to be missed.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.mediation.people import PersonId

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, in public words. Never anything from a caucus."""

    subject: str
    """Id of the case or clarification."""
    kind: str
    actor: PersonId | None
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a chain. `text` is None and `salt` is "" once they have been erased together.

    A salt that stayed behind would let anybody try what the erased words may have been.
    """

    subject: str
    position: int
    kind: str
    actor: PersonId | None
    at: datetime
    salt: str
    digest: str
    previous: str
    hash: str
    text: str | None


def digest_of(text: str, salt: str) -> str:
    """SHA-256 of a salt (hex) and a text: what remains when both are erased."""
    return hashlib.sha256(bytes.fromhex(salt) + text.encode()).hexdigest()


def link(event: Event, *, after: Link | None, salt: str) -> Link:
    """The event as the next link. `salt` is at least 16 random bytes in hex."""
    bare = Link(
        subject=event.subject,
        position=after.position + 1 if after else 0,
        kind=event.kind,
        actor=event.actor,
        at=event.at,
        salt=salt,
        digest=digest_of(event.text, salt),
        previous=after.hash if after else GENESIS,
        hash="",
        text=event.text,
    )
    return replace(bare, hash=_hash_of(bare))


def first_break(chain: Iterable[Link]) -> int | None:
    """The position of the first link that does not hold, None for a sound chain."""
    previous = GENESIS
    for position, item in enumerate(chain):
        sound = (
            item.position == position
            and item.previous == previous
            and item.hash == _hash_of(item)
            and (item.text is None or item.digest == digest_of(item.text, item.salt))
        )
        if not sound:
            return position
        previous = item.hash
    return None


def _hash_of(item: Link) -> str:
    signed: Mapping[str, object] = {
        "subject": item.subject,
        "position": item.position,
        "kind": item.kind,
        "actor": item.actor,
        "at": item.at.astimezone(UTC).isoformat(),
        "digest": item.digest,
        "previous": item.previous,
    }
    return hashlib.sha256(json.dumps(signed, sort_keys=True).encode()).hexdigest()
