"""The story of a case in a terminal: what is new on the screens, then who does what."""

import itertools
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rich import box
from rich.console import Console, Group
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from bot.sandbox.play.card import COLOURS, card_panel
from bot.sandbox.play.card_words import CASE
from bot.sandbox.play.case import CaseFile
from bot.sandbox.play.hands import Hands, Note
from bot.sandbox.seen import Screen, SeenMessage

MARKS = {"tap": "▸", "write": "✎", "choose": "☑", "see": "◦", "weigh": "≈"}
KINDS = ("taps", "types", "chooses", "reads, alone", "weighs, on no screen")
QUIET_S = 0.15
"""The screen counts as still when nothing has changed on it for so long."""

AUTHOR_WIDTH = 14


@dataclass(frozen=True, slots=True)
class Tally:
    """What a case cost one side's speaker."""

    side: str
    person: str
    taps: int
    words: int


@dataclass(slots=True)
class Story:
    """Tells to a console; with a quiet one it costs no time."""

    console: Console
    seen: dict[str, frozenset[str]] = field(default_factory=dict)
    told: list[Hands] = field(default_factory=list)

    def open(self, case: CaseFile) -> None:
        if self.console.quiet:
            return
        who = Table.grid(padding=(0, 3))
        for colour, (name, side) in zip(COLOURS, case.sides.items(), strict=False):
            trade = case.organisations[name].trade
            who.add_row(Text(name, style=f"bold {colour}"), trade, case.people[side.speaker].name)
        told = Group(Text(case.about), Text(""), who)
        self.console.print()
        self.console.print(Panel(told, title=f"[bold]{case.title}[/]", box=box.ROUNDED, padding=1))
        legend = "   ".join(f"{m} {k}" for m, k in zip(MARKS.values(), KINDS, strict=True))
        self.console.print(Text(f"  {legend}", style="dim"))

    def chapter(self, title: str, sides: Sequence[Hands], channel: str) -> None:
        """End the last chapter with what was done in it; begin this one with what is new."""
        if self.console.quiet:
            return
        self._doings(sides)
        self._settle(sides[0], channel)
        self.console.print()
        self.console.print(Rule(Text(title, style="bold"), align="left", style="dim"))
        screen = sides[0].person.screen(channel)
        for message in screen.messages:
            self._message(message, sides)
        for hands in sides[1:]:
            self._alone(hands.person.screen(channel), hands)

    def mail(self, hands: Hands, direct: str) -> None:
        """What is new in somebody's conversation with Parley."""
        if self.console.quiet:
            return
        for message in hands.person.screen(direct).messages:
            if new := self._new_lines(f"{hands.name}:{message.ts}", message.text):
                self._said(f"Parley, to {hands.person.name} alone", new, "dim")

    def close(self, end: str, tallies: Iterable[Tally]) -> None:
        if self.console.quiet:
            return
        cost = Table(box=box.SIMPLE_HEAD, padding=(0, 2))
        cost.add_column("")
        cost.add_column("taps", justify="right")
        cost.add_column("words", justify="right")
        for colour, one in zip(itertools.cycle(COLOURS), tallies):
            name = Text.assemble((one.person, colour), f"  {one.side}")
            cost.add_row(name, str(one.taps), str(one.words))
        self.console.print()
        self.console.print(
            Rule(Text(f"{end}. What it took", style="bold"), align="left", style="dim")
        )
        self.console.print(cost)

    # What people do

    def _doings(self, sides: Sequence[Hands]) -> None:
        """The notes taken since, in a column for each side."""
        if not any(h.notes for h in sides):
            return
        table = Table.grid(expand=True, padding=(0, 2))
        for _ in sides:
            table.add_column(ratio=1)
        heads = [
            Text(h.person.name, style=f"bold {c}") for c, h in zip(COLOURS, sides, strict=False)
        ]
        table.add_row(*heads)
        table.add_row(*(_noted(h.notes) for h in sides))
        self.console.print(Padding(table, (1, 0, 0, 2)))
        for hands in sides:
            hands.notes.clear()

    # What people see

    def _settle(self, hands: Hands, channel: str) -> None:
        """Wait until the screen is still, so that what belongs together is told together."""
        before, now = "", hands.person.screen(channel).text
        while now != before:
            time.sleep(QUIET_S)
            before, now = now, hands.person.screen(channel).text

    def _new_lines(self, key: str, text: str) -> list[str]:
        before = self.seen.get(key, frozenset())
        lines = text.splitlines()
        self.seen[key] = frozenset(lines)
        return [line for line in lines if line not in before]

    def _message(self, message: SeenMessage, sides: Sequence[Hands]) -> None:
        new = self._new_lines(f"{sides[0].name}:{message.ts}", message.text)
        if not new:
            return
        if message.text.startswith(CASE):
            self.console.print(card_panel(message, new, sides))
        elif message.author == "Parley":
            for_one = message.ephemeral
            head = f"Parley, to {sides[0].person.name} alone" if for_one else "Parley"
            self._said(head, new, "dim" if for_one else "green")
        else:
            colour = next(
                (
                    c
                    for c, h in zip(COLOURS, sides, strict=False)
                    if h.person.name == message.author
                ),
                "white",
            )
            self._said(message.author, new, colour)

    def _alone(self, screen: Screen, hands: Hands) -> None:
        for message in screen.messages:
            new = self._new_lines(f"{hands.name}:{message.ts}", message.text)
            if message.ephemeral and new:
                self._said(f"Parley, to {hands.person.name} alone", new, "dim")

    def _said(self, author: str, lines: Sequence[str], colour: str) -> None:
        table = Table.grid(padding=(0, 2))
        table.add_column(style=colour, min_width=AUTHOR_WIDTH)
        table.add_column()
        table.add_row(author, "\n".join(lines))
        self.console.print(Padding(table, (0, 0, 0, 2)))


def _noted(notes: Iterable[Note]) -> Text:
    told = Text()
    for note, again in itertools.groupby(notes):
        count = len(list(again))
        times = f"  ×{count}" if count > 1 else ""
        style = "dim" if note.kind in ("see", "weigh") else ""
        told.append(f"{MARKS[note.kind]} {note.text}{times}\n", style=style)
    told.right_crop(1)
    return told
