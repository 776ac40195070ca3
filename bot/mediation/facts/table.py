"""A table as people export it: bytes to rows, refused with the line and the column.

Comma, semicolon, tab or bar; with or without a byte-order mark; quoted cells; a title above the
headings, totals and remarks below. Nothing in a cell is ever worked out: a formula is refused
where a value is needed.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from bot.mediation.facts.asides import Aside, aside
from bot.mediation.facts.headings import Names, columns_of, folded, understood
from bot.mediation.facts.sayings import Saying, Unreadable, refuse, say

MAX_ROWS = 200_000
MAX_BYTES = 10_000_000
"""What Slack takes in a form's file."""

_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"%PDF", b"7z\xbc\xaf", b"Rar!")
LONGEST_LINE = 100_000
_SHOWN = 40
_HEADINGS_WITHIN = 30
"""Rows from the top among which the headings are looked for."""
_WIDEST = 200
"""Cells of a row that are looked at to tell whether it is the one of the headings."""
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
"""Characters that nobody sees, and by which two orders of one number would be two."""
MOST_LINES = 5


@dataclass(frozen=True, slots=True)
class Table:
    """at: where a field's column stands. lines: the line of the file that each row ends in.

    rows: cells without outer spaces, one under each heading.
    notes: what was left out or chosen on the way, for everybody who reads what comes of it.
    """

    at: Mapping[str, int]
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    lines: Sequence[int]
    notes: tuple[Saying, ...] = ()

    def column(self, field: str) -> list[str]:
        """A field's cells without outer spaces, "" where a row or the file has none."""
        place = self.at.get(field)
        if place is None:
            return [""] * len(self.rows)
        return [row[place] for row in self.rows]

    def fault(self, row: int, field: str, what: str, **values: object) -> Unreadable:
        """What is wrong with a cell, by its line in the file (from 1) and its heading."""
        place = self.at.get(field)
        heading = self.headings[place] if place is not None else field
        return refuse(
            "rows",
            "at",
            line=self.lines[row],
            column=shortened(heading),
            what=say(what, **values),
        )

    def unreadable(self, row: int, field: str, text: str, what: str) -> Unreadable:
        if text.startswith(("=", "+", "@")):
            return self.fault(row, field, "formula")
        return self.fault(row, field, what, text=shortened(text))

    def repeats(self) -> list[int]:
        """The rows that are the same as an earlier one in every cell."""
        first: dict[tuple[str, ...], int] = {}
        return [n for n, row in enumerate(self.rows) if first.setdefault(tuple(row), n) != n]

    def about(self, key: str, rows: Sequence[int], **values: object) -> tuple[Saying, ...]:
        """A note about so many rows, with the first of their lines; none about none."""
        lines = [self.lines[n] for n in rows]
        return (counted(key, lines, **values),) if lines else ()


def counted(key: str, lines: Sequence[int], **values: object) -> Saying:
    """A note about so many lines of the file, the first of which it names."""
    told: object = tuple(lines[:MOST_LINES])
    if len(lines) > MOST_LINES:
        told = say("note.more", lines=told, count=len(lines) - MOST_LINES)
    where = Saying("note.line", (("lines", told), ("count", len(lines))))
    return say(key, count=len(lines), where=where, **values)


def shortened(text: str) -> str:
    """A cell as it can be quoted in a sentence."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN else f"{flat[:_SHOWN]}…"


def text_of(data: bytes) -> str:
    """A file's text: UTF-8, UTF-16, else Western European as old programs write it.

    Raises Unclear for a spreadsheet, an archive or anything else that is no text.
    """
    if len(data) > MAX_BYTES:
        raise refuse("rows", "too_large")
    if data.startswith(_SPREADSHEETS):
        raise refuse("rows", "no_csv")
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise refuse("rows", "no_text")


def _encodings(data: bytes) -> tuple[str, ...]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    if data[1:2] == b"\0" and not data[1:20:2].strip(b"\0"):
        return ("utf-16-le",)  # without its mark
    return ("utf-8-sig", "cp1252")


def read_table(text: str, known: Names, required: Sequence[str], days: Sequence[str] = ()) -> Table:
    """The rows below a row of headings; what is no line of the table is left out with a note.

    days: the fields without any of which a row is no line.
    Raises Unclear for what cannot be read, naming the line, and for columns that are missing.
    """
    text = _UNSEEN.sub("", text)
    if not text.strip():
        raise refuse("rows", "empty")
    _refuse_endless(text)
    mark, skipped = _mark(text, known)
    found = list(_rows(text, mark))[skipped:]
    if not found:
        raise refuse("rows", "no_rows")
    top = _heading_row(found, known)
    (_, headings), below = found[top], found[top + 1 :]
    columns = columns_of(headings, known)
    missing = [field for field in required if field not in columns.at]
    if missing:
        raise _missing(headings, missing, columns.at)
    keys = {columns.at[field] for field in days if field in columns.at}
    kept, notes = _lines_among(below, headings, keys)
    if not kept:
        raise refuse("rows", "no_rows")
    _refuse_wide(kept, headings)
    width = len(headings)
    rows = [row if len(row) == width else [*row, *[""] * width][:width] for _, row in kept]
    above = (say("note.above", count=top),) if top else ()
    either = _told_apart(headings, rows, columns.at, columns.either)
    lines = [line for line, _ in kept]
    unread = _unread(headings, columns.at, known)
    return Table(columns.at, headings, rows, lines, (*above, *notes, *either, *unread))


def _refuse_endless(text: str) -> None:
    """A line without an end would be cut into cells by the million before anybody looks at it."""
    if len(text) <= LONGEST_LINE:
        return
    for number, line in enumerate(io.StringIO(text), start=1):
        if len(line) > LONGEST_LINE:
            raise refuse("rows", "endless", line=number)


def _mark(text: str, known: Names) -> tuple[str, int]:
    """The mark between cells, and how many rows stand above the headings ("sep=;" is one)."""
    first = [line for line in islice(io.StringIO(text), 3 * _HEADINGS_WITHIN) if line.strip()]
    named = first[0].strip()
    if named.lower().startswith("sep=") and len(named) == 5:
        return named[-1], 1

    def fits(mark: str) -> tuple[int, int]:
        heads = (understood(line.replace('"', "").split(mark, _WIDEST), known) for line in first)
        return max(heads), first[0].count(mark)

    return max(",;\t|", key=fits), 0


def _heading_row(found: Sequence[tuple[int, Sequence[str]]], known: Names) -> int:
    """The first of the rows in which most headings are understood; the top where none are two."""
    fits = [understood(row[:_WIDEST], known) for _, row in found[:_HEADINGS_WITHIN]]
    best = max(fits)
    return fits.index(best) if best > 1 else 0


def _missing(
    headings: Sequence[str], missing: Sequence[str], found: Mapping[str, int]
) -> Unreadable:
    told = [f"“{shortened(h)}”" for h in headings if h]
    shown = (*told[:_MOST_TOLD], "…") if len(told) > _MOST_TOLD else tuple(told)
    wanted = tuple(say(f"column.{field}") for field in missing)
    return refuse("rows", "missing" if found else "no_headings", found=shown, missing=wanted)


_MOST_TOLD = 12


def _lines_among(
    below: Sequence[tuple[int, list[str]]], headings: Sequence[str], keys: set[int]
) -> tuple[list[tuple[int, list[str]]], tuple[Saying, ...]]:
    """The rows that are lines of the table, and notes on those that are none."""
    asides: dict[Aside, list[int]] = {}
    kept: list[tuple[int, list[str]]] = []
    for line, row in reversed(below):
        what = aside(row, headings, keys, is_foot=not kept)
        if what is None:
            kept.append((line, row))
        else:
            asides.setdefault(what, []).append(line)
    kept.reverse()
    return kept, tuple(counted(what, asides[what][::-1]) for what in Aside if what in asides)


def _refuse_wide(kept: Sequence[tuple[int, Sequence[str]]], headings: Sequence[str]) -> None:
    """A comma inside a number moves every cell behind it into another column."""
    width = len(headings)
    for line, row in kept:
        if len(row) > width and any(row[width:]):
            raise refuse("rows", "wide", line=line, cells=len(row), headings=width)


def _told_apart(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    at: Mapping[str, int],
    either: Mapping[str, int],
) -> tuple[Saying, ...]:
    """Notes on columns of which another one could have been meant; refused under one heading."""
    names = [folded(h) for h in headings]
    for place in at.values():
        for other in (n for n, name in enumerate(names) if name == names[place] and n != place):
            if any(row[other] != row[place] for row in rows):
                raise refuse("rows", "twice", heading=shortened(headings[place]))
    return tuple(
        say(
            "note.either",
            what=say(f"column.{field}"),
            chosen=shortened(headings[at[field]]),
            other=shortened(headings[other]),
        )
        for field, other in either.items()
        if any(row[other] != row[at[field]] for row in rows)
    )


def _unread(headings: Sequence[str], at: Mapping[str, int], known: Names) -> tuple[Saying, ...]:
    """A note on the columns that nothing is read from, where one could be a field not found."""
    taken = set(at.values())
    others = [f"“{shortened(h)}”" for n, h in enumerate(headings) if h and n not in taken]
    if not others or known.keys() <= at.keys():
        return ()
    told = (*others[:MOST_LINES], "…") if len(others) > MOST_LINES else tuple(others)
    return (say("note.unread", columns=told, count=len(others)),)


def _rows(text: str, mark: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    kept = 0
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            if not any(cells):
                continue
            kept += 1
            if kept > MAX_ROWS + 1:
                raise refuse("rows", "many_rows", most=MAX_ROWS)
            yield reader.line_num, cells
    except csv.Error as fault:
        key = "long_cell" if "limit" in str(fault) else "quotes"
        raise refuse("rows", key, line=reader.line_num) from fault
