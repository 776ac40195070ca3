"""A case's card in a terminal: what is new on it, packages side by side, promises one a line."""

import re
from collections.abc import Mapping, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from bot.sandbox.play.forms_read import PACKAGE, packages_in
from bot.sandbox.play.hands import Hands
from bot.sandbox.play.judgement import Package, Term
from bot.sandbox.seen import SeenMessage

COLOURS = ("cyan", "magenta")
WAY = ("● ", "○ ")
PROMISED = "  ·  open"
KEPT = "  ·  done and confirmed"
GAIN = re.compile(r"[▰▱]+ *(.+)")
PACKAGED = (
    *(PACKAGE, "•  ", "Gives: ", "Gets: ", "As today: ", "One side gains", "Of the most that"),
    *("In the long run: ", "Also serves: "),
)


def card_panel(message: SeenMessage, new: Sequence[str], sides: Sequence[Hands]) -> Panel:
    """What is new on a card since it was last looked at, under its title."""
    terms = sides[0].terms
    packages = packages_in(message.text, terms)
    title = message.text.splitlines()[0]
    names = {h.name: colour for h, colour in zip(sides, COLOURS, strict=False)}
    lines = [line for line in new if line != title]
    parts: list[RenderableType] = []
    if packages and any(line in new for line in packages):
        parts.append(_side_by_side(packages, terms, _gains(message.text, names)))
    if packages:
        lines = [line for line in lines if not _of_packages(line, names)]
    parts += [_styled(line, names) for line in _brief(lines)]
    heading = Text(title, style="bold green")
    return Panel(Group(*parts), title=heading, title_align="left", box=box.ROUNDED)


def _of_packages(line: str, names: Mapping[str, str]) -> bool:
    told = line.startswith(PACKAGED) or " gets: " in line or GAIN.search(line) is not None
    return line in names or (told and "better off than today's terms" not in line)


def _gains(text: str, names: Mapping[str, str]) -> dict[str, list[str]]:
    """What the card says of each side's gain, package by package."""
    return {
        name: [found[1] for line in text.splitlines() if (found := _gain(line, name))]
        for name in names
    }


def _gain(line: str, name: str) -> re.Match[str] | None:
    return GAIN.search(line) if line.startswith(name) else None


def _side_by_side(
    packages: Mapping[str, Package], terms: Sequence[Term], gains: Mapping[str, Sequence[str]]
) -> Table:
    """A column for each package; what it changes is bold, each side's gain stands below."""
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1))
    table.add_column("")
    table.add_column("today", style="dim")
    for heading in packages:
        table.add_column(heading)
    for term in terms:
        labels = [p.get(term.name, "") for p in packages.values()]
        cells = [Text(label, style="" if label == term.today else "bold") for label in labels]
        table.add_row(term.name, term.today or "not fixed", *cells)
    for (name, told), colour in zip(gains.items(), COLOURS, strict=False):
        if len(told) == len(packages):
            table.add_row(Text(f"{name} gains", style=colour), "", *told)
    return table


def _brief(lines: Sequence[str]) -> list[str]:
    """Quotes of what stands above in one line, a promise in one line, kept promises in one."""
    told: list[str] = []
    kept = sum(line.endswith(KEPT) for line in lines)
    for line in lines:
        quoted = "“…” (as written above)"
        if line.startswith(">"):
            told += [] if quoted in told else [quoted]
        elif line.endswith(KEPT) or (kept and "raised by" in line):
            continue
        elif line.endswith(PROMISED) and told:
            told[-1] += f"  ·  {line.removesuffix(PROMISED)}"
        else:
            told.append(line)
    count = "1 commitment" if kept == 1 else f"{kept} commitments"
    return [f"{count}{KEPT}", *told] if kept else told


def _styled(line: str, names: Mapping[str, str]) -> Text:
    if line in names:
        return Text(line, style=f"bold {names[line]}")
    if line.startswith(WAY):
        return Text(line, style="green")
    label, colon, rest = line.partition(": ")
    if colon and label in names:
        return Text.assemble((label, f"bold {names[label]}"), ": ", rest)
    if colon and len(label) < 14 and not line.startswith("•"):
        return Text.assemble((label + colon, "dim"), rest)
    return Text(line)
