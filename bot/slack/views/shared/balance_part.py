"""How even the packages of a menu are, as far as both sides may know it."""

from dataclasses import dataclass

from bot.casework.tongues import tongue
from bot.mediation.case import Case
from bot.slack.blocks import Block, image
from bot.slack.text import plain

LETTERS = "ABCDEF"


@dataclass(frozen=True, slots=True)
class Balance:
    """Each side's share of the most that it could gain, in per cent, package by package.

    shares: a row for each package, in the order of `sides`. language: of the words around them.
    """

    sides: tuple[str, ...]
    shares: tuple[tuple[int, ...], ...]
    language: str = "en"

    @property
    def title(self) -> str:
        """What it shows."""
        return tongue(self.language).say("package.balance")

    def letter(self, number: int) -> str:
        """What a package is called."""
        return tongue(self.language).say("package", letter=LETTERS[number])

    def about(self, share: int) -> str:
        return tongue(self.language).say("package.about", share=share)

    @property
    def alt(self) -> str:
        """The picture in words."""
        told = [
            f"{self.letter(n)}: "
            + ", ".join(f"{s} {self.about(n)}" for s, n in zip(self.sides, row, strict=True))
            for n, row in enumerate(self.shares)
        ]
        return f"{self.title}. {'. '.join(told)}."


def balance_of(case: Case) -> Balance | None:
    """The balance of the open round; None where the shares are not known for everybody."""
    if case.round is None or any(set(o.shares) != case.side_ids for o in case.round.offers):
        return None
    return Balance(
        tuple(plain(side.name, 40) for side in case.sides),
        tuple(tuple(o.shares[s.id] for s in case.sides) for o in case.round.offers),
        case.language,
    )


def balance_picture(case: Case, file_id: str) -> list[Block]:
    """The picture with its words; nothing where there is none."""
    found = balance_of(case)
    return [image(file_id, found.alt)] if found is not None and file_id else []
