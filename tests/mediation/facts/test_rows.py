"""A CSV is read as people export it, or refused with the line and the column."""

from datetime import date

import pytest

from bot.mediation.facts.days import DayOrder
from bot.mediation.facts.rows import read_lines
from bot.mediation.facts.table import MAX_ROWS
from bot.mediation.refusals import Unclear

GOOD = """Order number,Line,Delivery date,Appointment,Arrived,Ordered,Delivered,Reason
4711,1,2026-10-05,2026-10-04,2026-10-05,"1,200",1200,
4711,2,25/10/2026,,,10,,strike
"""
HEAD = "order,due,arrived,ordered,delivered\n"


def refused(text: str) -> str:
    with pytest.raises(Unclear) as raised:
        read_lines(text)
    assert raised.value.field == "rows"
    return str(raised.value)


def test_rows_are_read_whatever_the_headings_are_called() -> None:
    first, second = read_lines(GOOD).lines
    assert (first.order, first.line, first.due) == ("4711", "1", date(2026, 10, 5))
    assert (first.appointment, first.arrived) == (date(2026, 10, 4), date(2026, 10, 5))
    assert (first.ordered, first.delivered, first.exclusion) == (1200, 1200, "")
    assert (second.appointment, second.arrived, second.delivered) == (None, None, 0)
    assert second.exclusion == "strike"


@pytest.mark.parametrize("mark", [";", "\t"])
def test_other_delimiters_are_found(mark: str) -> None:
    text = f"{HEAD}A,2026-10-05,2026-10-05,10,10\n"
    assert read_lines(text.replace(",", mark)).lines == read_lines(text).lines


def test_a_spanish_export_is_read() -> None:
    text = (
        "\ufeffPedido;Fecha de entrega;Llegada;Pedida;Entregada\n"
        "A;05.10.2026;5 de octubre de 2026;1,5;1,5\n"
    )
    (only,) = read_lines(text).lines
    assert (only.due, only.arrived, only.ordered) == (date(2026, 10, 5), date(2026, 10, 5), 1.5)


def test_a_day_that_can_be_read_two_ways_is_asked_about() -> None:
    text = f"{HEAD}A,03/11/2026,03/11/2026,1,1\n"
    with pytest.raises(Unclear, match="“03/11/2026” can be read two ways") as raised:
        read_lines(text)
    assert raised.value.field == "dates"
    assert read_lines(text, order=DayOrder.DAY_FIRST).lines[0].due == date(2026, 11, 3)
    assert read_lines(text, order=DayOrder.MONTH_FIRST).lines[0].due == date(2026, 3, 11)


def test_one_cell_of_a_file_shows_how_all_its_days_are_written() -> None:
    lines = read_lines(f"{HEAD}A,03/11/2026,,1,1\nB,04/11/2026,25/11/2026,1,1\n").lines
    assert lines[0].due == date(2026, 11, 3)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "Nothing stands in this file"),
        (HEAD, "needs a row of headings and at least one row"),
        ("order,due\nA,2026-10-05\n", "missing: when it came (“arrived”), the quantity ordered"),
        ("Best.,due\nA,2026-10-05\n", "The headings here are “Best.”, “due”."),
        ("A,2026-10-05\nB,2026-10-06\n", "first row reads “A”, “2026-10-05”"),
        (f"{HEAD}A,soon,,1,1\n", "Line 2, column “due”: “soon” is no date"),
        (f"{HEAD}A,,,1,1\n", "Line 2, column “due”: a date is missing"),
        (f"{HEAD}A,2026-10-05,,,1\n", "Line 2, column “ordered”: a quantity is missing"),
        (f"{HEAD}A,2026-10-05,,ten,1\n", "Line 2, column “ordered”: “ten”"),
        (f"{HEAD}A,2026-10-05,,1,1\n\nB,2026-10-05,,1,x\n", "Line 4, column “delivered”: “x”"),
        (f"{HEAD}A,2026-10-05,,-1,1\n", "“-1” is no quantity"),
        (f"{HEAD}A,2026-10-05,,inf,1\n", "“inf” is no quantity"),
        (f"{HEAD}A,2026-10-05,,nan,1\n", "“nan” is no quantity"),
        (f"{HEAD}A,2026-13-05,,1,1\n", "like 2026-11-03"),
        (f"{HEAD}A,2026-10-05,,=1+1,1\n", "“ordered”: a formula stands here"),
        ("Pedido;Vencimiento;Llegada;Pedida;Entregada\nA;x;;1;1\n", "column “Vencimiento”: “x”"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(text: str, says: str) -> None:
    assert says in refused(text)


def test_a_long_cell_is_not_repeated_in_full() -> None:
    assert len(refused(f"{HEAD}A,{'x' * 5_000},,1,1\n")) < 120


def test_a_file_past_the_stated_size_is_refused() -> None:
    assert "more than 200000 rows" in refused(HEAD + "A,2026-10-05,,1,1\n" * (MAX_ROWS + 1))


def test_empty_rows_are_passed_over() -> None:
    assert len(read_lines(f"{HEAD}\nA,2026-10-05,,1,1\n,,,,\n").lines) == 1


def test_a_formula_in_a_free_text_is_text() -> None:
    head = HEAD.strip() + ",reason\n"
    (only,) = read_lines(f'{head}A,2026-10-05,,1,1,"=HYPERLINK(""http://x"")"\n').lines
    assert only.exclusion == '=HYPERLINK("http://x")'


def test_the_headings_of_a_spanish_system_are_understood() -> None:
    text = "Nº pedido;Fecha de entrega;Fecha real;Cantidad;Servida\nA1;14/11/2026;15/11/2026;10;9,5"
    (line,) = read_lines(text).lines
    assert (line.ordered, line.delivered) == (10.0, 9.5)
