"""A table as people export it: bytes to rows, refused with the line and the column.

Comma, semicolon or tab; with or without a byte-order mark; quoted cells. Nothing in a cell is
ever worked out: a formula is refused where a value is needed.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.mediation.refusals import Unclear

MAX_ROWS = 200_000
MAX_BYTES = 10_000_000
"""What Slack takes in a form's file."""

Names = Mapping[str, tuple[str, ...]]
"""Field -> the headings that are understood, lower case."""

_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"%PDF", b"7z\xbc\xaf", b"Rar!")
LONGEST_LINE = 100_000
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Table:
    """at: where a field's column stands. lines: the line of the file that each row ends in."""

    at: Mapping[str, int]
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    lines: Sequence[int]

    def column(self, field: str) -> list[str]:
        """A field's cells without outer spaces, "" where a row or the file has none."""
        place = self.at.get(field)
        if place is None:
            return [""] * len(self.rows)
        return [row[place].strip() if place < len(row) else "" for row in self.rows]

    def fault(self, row: int, field: str, what: str) -> Unclear:
        """What is wrong with a cell, by its line in the file (from 1) and its heading."""
        place = self.at.get(field)
        heading = self.headings[place].strip() if place is not None else field
        return Unclear("rows", f"Line {self.lines[row]}, column “{heading}”: {what}")

    def unreadable(self, row: int, field: str, text: str, wanted: str) -> Unclear:
        if text.startswith("="):
            what = "a formula stands here. Save the file with its values and send it again."
        else:
            what = f"“{shortened(text)}” is no {wanted}."
        return self.fault(row, field, what)


def shortened(text: str) -> str:
    """A cell as it can be quoted in a sentence."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN else f"{flat[:_SHOWN]}…"


def text_of(data: bytes) -> str:
    """A file's text: UTF-8, UTF-16 with its mark, else Western European as old programs write it.

    Raises Unclear for a spreadsheet, an archive or anything else that is no text.
    """
    if len(data) > MAX_BYTES:
        raise Unclear("rows", "The file is larger than 10 MB. Please send a part of it.")
    if data.startswith(_SPREADSHEETS):
        raise Unclear("rows", "This is no CSV file. Save the sheet as CSV and send it again.")
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Unclear("rows", "This is no text file. Save the sheet as CSV and send it again.")


def _encodings(data: bytes) -> tuple[str, ...]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    return ("utf-8-sig", "cp1252")


def read_table(text: str, known: Names, required: Sequence[str]) -> Table:
    """The rows below a row of headings; empty rows are passed over.

    Raises Unclear for what cannot be read, naming the line, and for columns that are missing.
    """
    text = text.lstrip("\ufeff")
    _refuse_endless(text)
    mark, skipped = _mark(text)
    found = list(_rows(text, mark))[skipped:]
    if len(found) < 2:
        raise Unclear("rows", "This needs a row of headings and at least one row below it.")
    (_, headings), *below = found
    at = _columns(headings, known)
    missing = [field for field in required if field not in at]
    if missing:
        wanted = ", ".join(missing)
        raise Unclear("rows", f"Please add these columns and try again: {wanted}.")
    return Table(at, headings, [row for _, row in below], [line for line, _ in below])


def _refuse_endless(text: str) -> None:
    """A line without an end would be cut into cells by the million before anybody looks at it."""
    if len(text) <= LONGEST_LINE:
        return
    for number, line in enumerate(io.StringIO(text), start=1):
        if len(line) > LONGEST_LINE:
            raise Unclear("rows", f"Line {number} is too long to be a row of a table.")


def _mark(text: str) -> tuple[str, int]:
    """The mark between cells, and how many rows stand above the headings ("sep=;" is one)."""
    first = text.lstrip("\r\n").split("\n", 1)[0].strip()
    if first.lower().startswith("sep=") and len(first) == 5:
        return first[-1], 1
    return max(",;\t", key=first.count), 0


def _rows(text: str, mark: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    kept = 0
    try:
        for row in reader:
            if not any(map(str.strip, row)):
                continue
            kept += 1
            if kept > MAX_ROWS + 1:
                much = f"This has more than {MAX_ROWS} rows. Please send a part of it."
                raise Unclear("rows", much)
            yield reader.line_num, row
    except csv.Error as fault:
        raise Unclear("rows", f"Line {reader.line_num}: {_reason(fault)}") from fault


def _reason(fault: csv.Error) -> str:
    if "limit" in str(fault):
        return "one cell is too long to read."
    return "a quotation mark is not closed, or stands in the middle of a cell."


def _columns(headings: Sequence[str], known: Names) -> dict[str, int]:
    names = [" ".join(h.casefold().replace("_", " ").split()) for h in headings]
    found = {field: _place(names, wanted) for field, wanted in known.items()}
    return {field: place for field, place in found.items() if place is not None}


def _place(names: Sequence[str], wanted: Sequence[str]) -> int | None:
    """The column of the name that comes first among those wanted, which stand by preference."""
    return next((names.index(name) for name in wanted if name in names), None)
