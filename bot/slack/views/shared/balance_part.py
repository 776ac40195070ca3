"""How even the packages of a menu are, as far as both sides may know it."""

from dataclasses import dataclass

from bot.mediation.case import Case
from bot.slack.blocks import Block, image
from bot.slack.text import plain

LETTERS = "ABCDEF"
OF_THE_MOST = "of the most that it could gain here"


@dataclass(frozen=True, slots=True)
class Balance:
    """Each side's share of the most that it could gain, in per cent, package by package.

    shares: a row for each package, in the order of `sides`.
    """

    sides: tuple[str, ...]
    shares: tuple[tuple[int, ...], ...]

    @property
    def alt(self) -> str:
        """The picture in words."""
        told = [
            f"Package {LETTERS[n]}: "
            + ", ".join(f"{s} about {share} %" for s, share in zip(self.sides, row, strict=True))
            for n, row in enumerate(self.shares)
        ]
        return f"What each side gains, {OF_THE_MOST}. {'. '.join(told)}."


def balance_of(case: Case) -> Balance | None:
    """The balance of the open round; None where the shares are not known for everybody."""
    if case.round is None or any(set(o.shares) != case.side_ids for o in case.round.offers):
        return None
    return Balance(
        tuple(plain(side.name, 40) for side in case.sides),
        tuple(tuple(o.shares[s.id] for s in case.sides) for o in case.round.offers),
    )


def balance_picture(case: Case, file_id: str) -> list[Block]:
    """The picture with its words; nothing where there is none."""
    found = balance_of(case)
    return [image(file_id, found.alt)] if found is not None and file_id else []
