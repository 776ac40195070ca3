"""Bytes become rows, whoever exported them; what is no table is refused in a plain sentence."""

import gzip

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from bot.mediation.facts.table import MAX_BYTES, read_table, text_of
from bot.mediation.refusals import Unclear

KNOWN = {"a": ("a", "first"), "b": ("b",)}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_accents_survive_every_usual_encoding(encoding: str) -> None:
    assert text_of("Línea;Año\n".encode(encoding)) == "Línea;Año\n"


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 a spreadsheet",
        b"\xd0\xcf\x11\xe0 an old one",
        gzip.compress(b"a,b\n1,2\n" * 1_000_000),
        b"%PDF-1.7",
        b"a,b\n\x00\x00,1\n",
    ],
)
def test_what_is_no_text_is_not_opened(data: bytes) -> None:
    with pytest.raises(Unclear, match="Save the sheet as CSV"):
        text_of(data)


def test_a_file_past_the_size_is_refused_before_it_is_read() -> None:
    with pytest.raises(Unclear, match="larger than 10 MB"):
        text_of(b"x" * (MAX_BYTES + 1))


def test_headings_are_found_in_any_case_and_order() -> None:
    table = read_table("x;B;FIRST\n1; 2 ;3\n", KNOWN, ("a", "b"))
    assert (table.column("a"), table.column("b")) == (["3"], ["2"])


def test_a_short_row_has_empty_cells() -> None:
    assert read_table("a,b\n1\n", KNOWN, ("a",)).column("b") == [""]


def test_a_line_that_names_its_mark_is_obeyed_and_counted() -> None:
    table = read_table("sep=;\na;b\n1;2\n", KNOWN, ("a",))
    assert table.column("b") == ["2"]
    assert "Line 3" in str(table.fault(0, "a", "date_missing"))


def test_a_cell_may_hold_marks_and_line_ends() -> None:
    table = read_table('a,b\n"1,\r\n2",3\n4,5\n', KNOWN, ("a",))
    assert table.column("b") == ["3", "5"]
    assert list(table.lines) == [3, 4]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('a,b\n1,"2\n3,4\n', "a quotation mark is not closed"),
        ('a,b\n"1"x,2\n', "Line 2: a quotation mark"),
        (f'a,b\n"{"x" * 200_000}",2\n', "Line 2 is too long"),
        ("," * 5_000_000, "Line 1 is too long"),
        ('a,b\n"' + f"{'x' * 90_000}\n" * 2 + '",2\n', "one cell is too long"),
    ],
)
def test_what_breaks_a_row_is_told_with_its_line(text: str, says: str) -> None:
    with pytest.raises(Unclear, match=says):
        read_table(text, KNOWN, ("a",))


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        table = read_table(text_of(data), KNOWN, ())
    except Unclear:
        event("refused")
        return
    assert len(table.rows) == len(table.lines) > 0
