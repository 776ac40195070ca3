"""The report of an evaluation: a table to read, and a plot of the same figures."""

from pathlib import Path

from bot.facilitator.evaluation.run import Evaluation
from bot.facilitator.evaluation.score import Score

_INK, _BAR, _GRID = "#1b2a33", "#2a7f9e", "#d8dfe3"


def as_markdown(found: Evaluation) -> str:
    """The measures, then what each case missed."""
    lines = [
        f"# The words, scored: {found.name}",
        "",
        f"{len(found.scores)} cases, {found.calls} calls to a language model,"
        f" {found.tokens} tokens.",
        "",
        "| measure | share |",
        "|---|---|",
        *(f"| {name} | {value:.0%} |" for name, value in found.measures().items()),
        "",
        "| case | kind | gap | agreed | disputed | understood | terms | symmetric |",
        "|---|---|---|---|---|---|---|---|",
        *(_row(s) for s in found.scores),
        "",
    ]
    return "\n".join(lines)


def write_report(found: Evaluation, folder: Path) -> tuple[Path, Path]:
    """The table as Markdown and the plot as PNG; the paths of both."""
    folder.mkdir(parents=True, exist_ok=True)
    name = "".join(c if c.isalnum() else "-" for c in found.name)
    table, plot = folder / f"words-{name}.md", folder / f"words-{name}.png"
    picture = f"![Every measure as a bar, from 0 to 100 %]({plot.name})\n"
    table.write_text(f"{as_markdown(found)}\n{picture}", encoding="utf-8")
    _plot(found, plot)
    return table, plot


def _row(score: Score) -> str:
    def mark(held: bool) -> str:
        return "yes" if held else "no"

    counts = [score.agreed, score.disputed, score.understood, score.terms]
    cells = [
        score.case,
        mark(score.kind),
        mark(score.gap),
        *(f"{h.found} of {h.of}" for h in counts),
        mark(score.symmetric),
    ]
    return f"| {' | '.join(cells)} |"


def _plot(found: Evaluation, path: Path) -> None:
    from matplotlib.figure import Figure  # takes half a second; only this report needs it

    measures = found.measures()
    figure = Figure(figsize=(7, 0.34 * len(measures) + 1.2), layout="constrained")
    axes = figure.subplots()
    names = list(reversed(measures))
    bars = axes.barh(names, [100 * measures[n] for n in names], color=_BAR)
    axes.bar_label(bars, fmt="%.0f %%", padding=3, color=_INK)
    axes.set_xlim(0, 112)
    axes.set_xticks([0, 25, 50, 75, 100])
    axes.set_xlabel("share of cases or facts, %", color=_INK)
    axes.set_title(f"The words: {found.name}, {len(found.scores)} cases", color=_INK, loc="left")
    axes.grid(axis="x", color=_GRID)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    figure.savefig(path, dpi=110)
