"""The month as a picture: open cases by age, by what they wait for, and commitments below."""

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from bot.casework.month import Month, Rows
from bot.casework.tongues import tongue
from bot.slack.pictures import style

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def month_picture(month: Month) -> bytes:
    """A PNG; a panel without a bar is left out. The same month gives the same bytes."""
    import matplotlib as mpl  # takes half a second, which only who draws should wait
    from matplotlib.figure import Figure
    from matplotlib.ticker import MaxNLocator

    speaks = tongue(month.language)
    done = (
        (speaks.say("month.in_time"), month.in_time),
        (speaks.say("month.late"), month.late),
    )
    panels = [
        (speaks.say("month.open"), month.ages, style.AGES, 3),
        (speaks.say("month.stages"), month.stages, style.STAGES, 2),
        (speaks.say("month.done"), done, style.DONE, 2),
    ]
    panels = [panel for panel in panels if any(sum(row) for _, row in panel[1])] or panels[:1]
    heights = tuple(height for *_, height in panels)
    settings: Any = dict(style.RC)  # its stub names every key
    with mpl.rc_context(settings):
        size = (style.WIDTH_IN, style.PANEL_IN * sum(heights))
        figure = Figure(figsize=size, dpi=style.DPI, layout="constrained")
        drawn = figure.subplots(len(panels), 1, sharex=True, height_ratios=heights, squeeze=False)
        for axes, (title, rows, looks, _) in zip(drawn[:, 0], panels, strict=True):
            _bars(axes, title, rows, looks)
            axes.yaxis.set_major_locator(MaxNLocator(nbins=4, integer=True, min_n_ticks=1))
        labels = [speaks.day(day) if n % 3 == 2 else "" for n, day in enumerate(month.weeks)]
        drawn[-1, 0].set_xticks(range(len(labels)), labels)
        png = BytesIO()
        figure.savefig(png, format="png", metadata={"Software": None})
    return png.getvalue()


def _bars(axes: "Axes", title: str, rows: Rows, looks: Sequence[style.Look]) -> None:
    """Stacked bars, a week each."""
    axes.set_title(title)
    floor = [0] * len(rows[0][1])
    for (name, row), (colour, hatch) in zip(rows, looks, strict=True):
        axes.bar(
            range(len(row)), row, bottom=floor, label=name, color=colour, hatch=hatch,
            edgecolor=style.GROUND,
        )  # fmt: skip
        floor = [a + b for a, b in zip(floor, row, strict=True)]
    axes.set_ylim(0, max(1, *floor) * 1.4)
    axes.legend(
        loc="upper left", ncols=len(rows), fontsize=13, handlelength=1.2,
        columnspacing=1.0, handletextpad=0.5, borderaxespad=0.2,
    )  # fmt: skip
