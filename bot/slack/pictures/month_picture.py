"""The month as a picture: open cases by age above, commitments below."""

from io import BytesIO
from typing import TYPE_CHECKING, Any

from bot.casework.month import Month
from bot.casework.tongues import tongue
from bot.slack.pictures import style

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def month_picture(month: Month) -> bytes:
    """A PNG. The same month gives the same bytes."""
    import matplotlib as mpl  # takes half a second, which only who draws should wait
    from matplotlib.figure import Figure
    from matplotlib.ticker import MaxNLocator

    settings: Any = dict(style.RC)  # its stub names every key
    with mpl.rc_context(settings):
        figure = Figure(figsize=style.SIZE_IN, dpi=style.DPI, layout="constrained")
        above, below = figure.subplots(2, 1, sharex=True, height_ratios=(3, 2))
        colours = zip(style.COLOURS, style.HATCHES, strict=True)
        rows = [
            (name, row, colour, hatch)
            for (name, row), (colour, hatch) in zip(month.ages, colours, strict=True)
        ]
        speaks = tongue(month.language)
        _bars(above, speaks.say("month.open"), rows)
        _bars(
            below,
            speaks.say("month.done"),
            [
                (speaks.say("month.in_time"), month.in_time, style.IN_TIME, ""),
                (speaks.say("month.late"), month.late, style.LATE, "//"),
            ],
        )
        for axes in (above, below):
            axes.yaxis.set_major_locator(MaxNLocator(nbins=4, integer=True, min_n_ticks=1))
        labels = [speaks.day(day) if n % 3 == 2 else "" for n, day in enumerate(month.weeks)]
        below.set_xticks(range(len(labels)), labels)
        drawn = BytesIO()
        figure.savefig(drawn, format="png", metadata={"Software": None})
    return drawn.getvalue()


def _bars(axes: "Axes", title: str, rows: list[tuple[str, tuple[int, ...], str, str]]) -> None:
    """Stacked bars, a week each."""
    axes.set_title(title)
    floor = [0] * len(rows[0][1])
    for name, row, colour, hatch in rows:
        axes.bar(
            range(len(row)), row, bottom=floor, label=name, color=colour, hatch=hatch,
            edgecolor=style.GROUND,
        )  # fmt: skip
        floor = [a + b for a, b in zip(floor, row, strict=True)]
    axes.set_ylim(0, max(1, *floor) * 1.3)
    axes.legend(loc="upper left", ncols=len(rows), fontsize=13, handlelength=1.2)
