"""The findings, for whoever looks at a terminal."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.doctor.finding import Finding


def shown(findings: Sequence[Finding], console: Console | None = None) -> None:
    """One row each: a mark, what was looked at, what was found, and the next step."""
    screen = console or Console()
    table = Table.grid(padding=(0, 2))
    for finding in findings:
        mark = Text("✗", "bold red") if finding.is_fault else Text("✓", "green")
        told = Text(finding.sentence)
        if finding.todo:
            told.append(f"\n→ {finding.todo}", "bold")
        table.add_row(mark, Text(finding.about), told)
    screen.print(table)
    faults = sum(1 for finding in findings if finding.is_fault)
    screen.print(f"\n{_summary(faults)}")


def _summary(faults: int) -> str:
    if not faults:
        return "Everything that Parley needs is there."
    return "One thing to mend." if faults == 1 else f"{faults} things to mend, the first one first."
