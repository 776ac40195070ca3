"""How every picture looks: on a phone, in the light and in the dark, to every eye.

The colours are Okabe and Ito's (2008), which stay apart in the usual kinds of colour blindness;
the ground is opaque, so that it reads alike in both of Slack's themes.
"""

from collections.abc import Mapping
from typing import Any, Final

GROUND: Final = "#FBFAF7"
INK: Final = "#1D1C1D"
QUIET: Final = "#616061"
COLOURS: Final = ("#56B4E9", "#0072B2", "#D55E00")
"""From young to old."""
IN_TIME: Final = "#009E73"
LATE: Final = "#E69F00"
HATCHES: Final = ("", "//", "xx")
"""Told apart without any colour too."""

SIZE_IN: Final = (8.0, 6.4)
DPI: Final = 150

RC: Final[Mapping[str, Any]] = {
    "figure.facecolor": GROUND,
    "axes.facecolor": GROUND,
    "axes.edgecolor": QUIET,
    "axes.labelcolor": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlelocation": "left",
    "axes.titlesize": 17,
    "axes.titleweight": "bold",
    "text.color": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "font.size": 14,
    "legend.frameon": False,
    "hatch.linewidth": 0.6,
}
