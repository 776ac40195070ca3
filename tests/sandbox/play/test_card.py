"""A card in the terminal: only what is new, packages side by side, a promise on one line."""

from io import StringIO
from typing import cast

import pytest
from rich.console import Console

from bot.sandbox.person import Person
from bot.sandbox.play.card import card_panel
from bot.sandbox.play.case import Side
from bot.sandbox.play.hands import Hands
from bot.sandbox.seen import SeenMessage

TITLE = "Case 1: Late"


def side(name: str) -> Hands:
    nobody = cast(Person, object())  # the card asks nothing of a person
    return Hands(name, Side(speaker="x"), nobody, "C1", "1.0")


def shown(*lines: str, new: tuple[str, ...] | None = None) -> list[str]:
    """The panel's lines without its border."""
    text = "\n".join((TITLE, *lines))
    told = SeenMessage("1.0", "C1", "Parley", "U1", text, text, "", False, False, (), ())
    sides = [side("Northwind Foods"), side("Baltic Packaging")]
    out = Console(file=StringIO(), width=100, highlight=False)
    out.print(card_panel(told, lines if new is None else new, sides))
    rows = cast(StringIO, out.file).getvalue().splitlines()[1:-1]
    return [row.strip("│ ").rstrip() for row in rows if row.strip("│ ")]


PACKAGES = (
    "Term | Today | Package A | Package B",
    "Penalty | 1 % | none | 1 %",
    "Target | not fixed | 98 % | 95 %",
    "Northwind Foods gains | – | about 60 % | about 40 %",
    "Baltic Packaging gains | – | about 70 % | about 50 %",
    "What a side gains is told of the most that it could gain here, rounded to tens.",
    "Package A",
    "Northwind Foods gets: Penalty none",
    "Package B",
    "Packages on the table",
)


def test_only_what_is_new_stands_on_it() -> None:
    assert shown("Old", "New", new=("New",)) == ["New"]


@pytest.mark.parametrize("line", ["In the long run: a plan", "A largo plazo: un plan"])
def test_what_a_package_serves_is_left_to_the_card_in_either_language(line: str) -> None:
    assert line in shown(line)
    assert line not in shown(*PACKAGES, line)


def test_packages_stand_side_by_side_with_what_holds_today_and_what_each_side_gains() -> None:
    rows = [row.split("  ") for row in shown(*PACKAGES)]
    table = [[cell.strip() for cell in row if cell.strip()] for row in rows]
    assert table[0] == ["today", "Package A", "Package B"]
    assert table[2:] == [
        ["Penalty", "1 %", "none", "1 %"],
        ["Target", "not fixed", "98 %", "95 %"],
        ["Northwind Foods gains", "about 60 %", "about 40 %"],
        ["Baltic Packaging gains", "about 70 %", "about 50 %"],
        ["Packages on the table"],
    ]


def test_a_promise_its_owner_and_its_day_are_one_line() -> None:
    told = shown("Northwind Foods: Penalty: none", "@Maria Lopez, by 8 Dec 2026  ·  open")
    assert told == ["Northwind Foods: Penalty: none  ·  @Maria Lopez, by 8 Dec 2026"]


@pytest.mark.parametrize(("count", "said"), [(1, "1 commitment"), (4, "4 commitments")])
def test_promises_that_were_kept_are_counted(count: int, said: str) -> None:
    told = shown(*["@Maria Lopez, by 8 Dec 2026  ·  done and confirmed"] * count)
    assert told == [f"{said}  ·  done and confirmed"]


def test_a_quote_of_what_stands_above_is_not_told_again() -> None:
    assert shown(">Maria: late again", ">Tomas: not late", "Hearing both sides") == [
        "“…” (as written above)",
        "Hearing both sides",
    ]
