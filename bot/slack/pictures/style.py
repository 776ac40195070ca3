"""How every picture looks: on a phone, in the light and in the dark, to every eye.

The colours are Okabe and Ito's (2008), which stay apart in the usual kinds of colour blindness;
the ground is opaque, so that it reads alike in both of Slack's themes.
"""

from collections.abc import Mapping
from typing import Any, Final

GROUND: Final = "#FBFAF7"
INK: Final = "#1D1C1D"
QUIET: Final = "#616061"
Look = tuple[str, str]
"""A colour and a hatch, so that rows are told apart without any colour too."""

AGES: Final[tuple[Look, ...]] = (("#56B4E9", ""), ("#0072B2", "//"), ("#D55E00", "xx"))
"""From young to old."""
STAGES: Final[tuple[Look, ...]] = (("#CC79A7", ""), ("#56B4E9", "\\\\"), ("#009E73", ".."))
"""From the first words to the signatures."""
DONE: Final[tuple[Look, ...]] = (("#009E73", ""), ("#E69F00", "//"))
"""In time, late."""
SIDES: Final[tuple[Look, ...]] = (
    ("#0072B2", ""),
    ("#E69F00", "//"),
    ("#009E73", ".."),
    ("#CC79A7", "xx"),
)
"""In the order in which a card names them."""

WIDTH_IN: Final = 8.0
PANEL_IN: Final = 1.28
"""Inches of height for each part of a panel's share."""
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
