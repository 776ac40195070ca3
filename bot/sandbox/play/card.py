"""A case's card in a terminal: what is new on it, packages side by side, promises one a line."""

import re
from collections.abc import Mapping, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from bot.sandbox.play import card_words
from bot.sandbox.play.hands import Hands
from bot.sandbox.seen import SeenMessage

COLOURS = ("cyan", "magenta")
WAY = ("● ", "○ ")
PROMISED = tuple(f"  ·  {state}" for state in card_words.OPEN)
KEPT = tuple(f"  ·  {state}" for state in card_words.KEPT)
GAINS = re.compile(r"^Gana (?=\S)| gains$")
CELL = " | "
HEADS = (("Term", "Today"), ("Punto", "Hoy"))
PACKAGE = re.compile(r"(Package|Paquete) [A-F]")
PACKAGED = (
    *("Against A: ", "One side gains", "What a side gains"),
    *("Also serves: ", "In the long run: ", "A largo plazo: "),
    *("Frente al A: ", "Aquí una parte gana", "Lo que gana una parte", "También sirve a esto: "),
)
GETS = (" gets: ", " recibe: ")
BETTER = ("better off than today's terms", "mejor que las condiciones de hoy")
RAISED = ("raised by", "lo planteó")


def card_panel(message: SeenMessage, new: Sequence[str], sides: Sequence[Hands]) -> Panel:
    """What is new on a card since it was last looked at, under its title."""
    table = _table(message.text)
    title = message.text.splitlines()[0]
    names = {h.name: colour for h, colour in zip(sides, COLOURS, strict=False)}
    lines = [line for line in new if line != title]
    parts: list[RenderableType] = []
    if table and any(CELL.join(row) in new for row in table):
        parts.append(_side_by_side(table, names))
    if table:
        rows = {CELL.join(row) for row in table}
        lines = [line for line in lines if line not in rows and not _of_packages(line)]
    parts += [_styled(line, names) for line in _brief(lines)]
    heading = Text(title, style="bold green")
    return Panel(Group(*parts), title=heading, title_align="left", box=box.ROUNDED)


def _of_packages(line: str) -> bool:
    told = (
        line.startswith(PACKAGED)
        or any(gets in line for gets in GETS)
        or PACKAGE.fullmatch(line) is not None
    )
    return told and not any(better in line for better in BETTER)


def _table(text: str) -> list[list[str]]:
    """The rows of the card's table of packages, its headings first."""
    lines = text.splitlines()
    starts = tuple(CELL.join(heads) for heads in HEADS)
    heads = next((line.split(CELL) for line in lines if line.startswith(starts)), [])
    rows = [line.rsplit(CELL, len(heads) - 1) for line in lines] if heads else []
    return [row for row in rows if len(row) == len(heads)]


def _side_by_side(rows: Sequence[Sequence[str]], names: Mapping[str, str]) -> Table:
    """A column for each package; what it changes is bold, each side's gain stands below."""
    heads, *rest = rows
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1))
    table.add_column("")
    table.add_column("today", style="dim")
    for heading in heads[len(HEADS[0]) :]:
        table.add_column(heading)
    for name, today, *cells in rest:
        if GAINS.search(name):
            colour = names.get(GAINS.sub("", name), "")
            table.add_row(Text(name, style=colour), "", *cells)
        else:
            marked = [Text(cell, style="" if cell == today else "bold") for cell in cells]
            table.add_row(name, today, *marked)
    return table


def _brief(lines: Sequence[str]) -> list[str]:
    """Quotes of what stands above in one line, a promise in one line, kept promises in one."""
    told: list[str] = []
    kept = sum(line.endswith(KEPT) for line in lines)
    for line in lines:
        quoted = "“…” (as written above)"
        if line.startswith(">"):
            told += [] if quoted in told else [quoted]
        elif line.endswith(KEPT) or (kept and any(said in line for said in RAISED)):
            continue
        elif line.endswith(PROMISED) and told:
            told[-1] += f"  ·  {line.rpartition('  ·  ')[0]}"
        else:
            told.append(line)
    count = "1 commitment" if kept == 1 else f"{kept} commitments"
    return [f"{count}{KEPT[0]}", *told] if kept else told


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
