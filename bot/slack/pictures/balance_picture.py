"""How even the packages of a menu are: a bar a side for each package, to 100 per cent."""

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from bot.slack.pictures import style
from bot.slack.views.shared.balance_part import LETTERS, Balance

if TYPE_CHECKING:
    from matplotlib.axes import Axes

BAR_IN = 0.5
"""Inches of height for each bar, its share of the gaps among them."""
FRAME_IN = 1.7
THICK = 0.8
LARGE, MIDDLE = 24, 20


@lru_cache(maxsize=1)
def _letters() -> frozenset[int]:
    """What the font of every picture can show."""
    from matplotlib import font_manager

    found = font_manager.get_font(font_manager.findfont("DejaVu Sans"))
    return frozenset(found.get_charmap())


def can_be_drawn(balance: Balance) -> bool:
    """Whether the font has every letter of the sides' names; the card's words do without it."""
    return all(ord(letter) in _letters() for name in balance.sides for letter in name)


def balance_picture(balance: Balance) -> bytes:
    """A PNG. The same balance gives the same bytes."""
    import matplotlib as mpl  # takes half a second, which only who draws should wait
    from matplotlib.figure import Figure

    settings: Any = {**style.RC, "font.family": "DejaVu Sans"}  # its stub names every key
    bars = len(balance.shares) * len(balance.sides)
    with mpl.rc_context(settings):
        size = (style.WIDTH_IN, FRAME_IN + BAR_IN * bars)
        figure = Figure(figsize=size, dpi=style.DPI, layout="constrained")
        axes = figure.subplots()
        _bars(axes, balance)
        figure.suptitle(
            balance.title.replace(", ", ",\n", 1), x=0.02, ha="left",
            fontsize=MIDDLE, fontweight="bold",
        )  # fmt: skip
        figure.legend(
            *axes.get_legend_handles_labels(), loc="outside lower left", ncols=2,
            fontsize=MIDDLE, handlelength=1.2,
        )  # fmt: skip
        png = BytesIO()
        figure.savefig(png, format="png", metadata={"Software": None})
    return png.getvalue()


def _bars(axes: "Axes", balance: Balance) -> None:
    """Package A on top, in each the sides in the order of the card."""
    sides, packages = len(balance.sides), len(balance.shares)
    for place, name in enumerate(balance.sides):
        colour, hatch = style.SIDES[place % len(style.SIDES)]
        shares = [row[place] for row in balance.shares]
        at = [n + THICK * ((place + 0.5) / sides - 0.5) for n in range(packages)]
        axes.barh(
            at, shares, height=THICK / sides, label=_short(name), color=colour, hatch=hatch,
            edgecolor=style.GROUND,
        )  # fmt: skip
        for y, share in zip(at, shares, strict=True):
            axes.text(
                share + 1.5, y, f"{share} %", va="center", fontsize=MIDDLE,
                bbox={"facecolor": style.GROUND, "edgecolor": "none", "pad": 1},
            )  # fmt: skip
    axes.axvline(100, color=style.QUIET, linestyle=":", zorder=0)
    axes.set_xlim(0, 112)
    axes.set_xticks([])
    axes.set_yticks(range(packages), [LETTERS[n] for n in range(packages)])
    axes.tick_params(axis="y", length=0, labelsize=LARGE)
    axes.invert_yaxis()
    axes.spines["bottom"].set_visible(False)


def _short(name: str) -> str:
    shown = name if len(name) <= 22 else f"{name[:21]}…"
    return shown.replace("$", r"\$")
