"""Counts that were typed in place of a table: “619 of 660 order lines by appointment date”."""

import re

from bot.mediation.facts import shown
from bot.mediation.facts.figures import figure, read_figures, taken_for_thousands
from bot.mediation.facts.found import Found, Reckoning
from bot.mediation.facts.sayings import Saying, refuse, say

_FIGURE = r"\d[\d.,]*(?:[ \u00a0\u202f'’]\d{3})*(?:[.,]\d+)?"
_COUNT = re.compile(
    rf"({_FIGURE})\s*(?:of|out of|de|von|/)\s*({_FIGURE})(?![\w%/])[\s:,–-]*(.{{0,80}}?)"
    r"(?:\s*=\s*[\d.,]+ ?%)?",
    re.I,
)
MOST_COUNTS = 12


def tally(text: str) -> Reckoning | None:
    """Counts that were typed, one a line: "619 of 660 order lines by appointment date".

    None where this looks like a table.
    """
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    if len(lines) > 1 and not _COUNT.fullmatch(lines[0]):
        return None  # a row of headings
    found = [match for line in lines if (match := _COUNT.fullmatch(line))]
    if len(found) < len(lines):
        raise refuse("rows", "counts")
    if len(lines) > MOST_COUNTS:
        raise refuse("rows", "many_counts", most=MOST_COUNTS)
    figures = [n for match in found for n in (match[1], match[2])]
    notes: tuple[Saying, ...] = ()
    if unsure := taken_for_thousands(figures):
        notes += (say("note.thousand", text=unsure, figure=f"{figure(unsure):.0f}"),)
    return Reckoning(tuple(_counted(match) for match in found), notes=notes)


def _counted(match: re.Match[str]) -> Found:
    read = read_figures([match[1], match[2]])
    met, of = read[match[1]], read[match[2]]
    if met is None or not of or met > of:
        raise refuse("rows", "no_part", text=match[0][:60])
    share = shown.percent(shown.exact(met), shown.exact(of))
    definition = say("text", text=match[3]) if match[3] else say("as_typed")
    line = say("text", text=match[0].partition("=")[0].rstrip())
    return Found(definition, share, say("equals", left=line, right=share))
