"""The wall: the one door through which private text leaves its type.

Who asks must say for whom. A text opens for its own side and for the vault (storage, which
encrypts it), and for nobody else: not for the channel, not for the other side, and not for a
call whose answer either of them may see.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.mediation.caucus import PrivateText
from bot.mediation.people import SideId


class WallBreach(Exception):
    """Private text was asked for on behalf of someone it does not belong to: a fault of ours."""


@dataclass(frozen=True, slots=True)
class Audience:
    """Who will read, or may later see, what is made of a text."""

    kind: str
    side: SideId | None = None

    @classmethod
    def own_side(cls, side: SideId) -> "Audience":
        return cls("side", side)


EVERYONE = Audience("everyone")
"""The channel, the digest, the timeline, an export, a log, a prompt whose answer others see."""

VAULT = Audience("vault")
"""Encrypted storage."""


def reveal(text: PrivateText, *, to: Audience) -> str:
    """The words of a private text, for an audience that they belong to.

    Raises WallBreach for every other audience.
    """
    if to == VAULT or to == Audience.own_side(text.owner):
        return text._through_the_wall()
    raise WallBreach(f"a private text of {text.owner} was asked for {to.kind} {to.side or ''}")


def release(texts: Mapping[SideId, PrivateText], *, sides: Iterable[SideId]) -> dict[SideId, str]:
    """Lines that every side wrote to be shown together, once every side has written one.

    Raises WallBreach while a side's line is missing, or stands under another side's name.
    """
    awaited = set(sides)
    owners = {side for side, text in texts.items() if text and text.owner == side}
    if owners != awaited or set(texts) != awaited:
        raise WallBreach("lines were to be shown before every side had written its own")
    return {side: text._through_the_wall() for side, text in texts.items()}
