"""A CSV is read as people export it, or refused with the row and the column."""

from datetime import date

import pytest

from bot.mediation.facts.rows import MAX_ROWS, read_lines
from bot.mediation.refusals import Unclear

GOOD = """Order number,Line,Delivery date,Appointment,Arrived,Ordered,Delivered,Reason
4711,1,2026-10-05,2026-10-04,2026-10-05,"1,200",1200,
4711,2,05/10/2026,,,10,,strike
"""


def refused(text: str) -> str:
    with pytest.raises(Unclear) as raised:
        read_lines(text)
    assert raised.value.field == "rows"
    return str(raised.value)


def test_rows_are_read_whatever_the_headings_are_called() -> None:
    first, second = read_lines(GOOD)
    assert (first.order, first.line, first.due) == ("4711", "1", date(2026, 10, 5))
    assert (first.appointment, first.arrived) == (date(2026, 10, 4), date(2026, 10, 5))
    assert (first.ordered, first.delivered, first.exclusion) == (1200, 1200, "")
    assert (second.appointment, second.arrived, second.delivered) == (None, None, 0)
    assert second.exclusion == "strike"


@pytest.mark.parametrize("mark", [";", "\t"])
def test_other_delimiters_are_found(mark: str) -> None:
    text = "order,due,arrived,ordered,delivered\nA,2026-10-05,2026-10-05,10,10\n"
    assert read_lines(text.replace(",", mark)) == read_lines(text)


def test_a_spanish_export_is_read() -> None:
    text = (
        "\ufeffPedido;Fecha de entrega;Llegada;Pedida;Entregada\nA;05.10.2026;05.10.2026;1,5;1,5\n"
    )
    (only,) = read_lines(text)
    assert (only.due, only.ordered) == (date(2026, 10, 5), 1.5)


def test_a_day_is_read_in_the_order_that_was_said() -> None:
    text = "order,due,arrived,ordered,delivered\nA,03/11/2026,03/11/2026,1,1\n"
    assert read_lines(text)[0].due == date(2026, 11, 3)
    assert read_lines(text, day_first=False)[0].due == date(2026, 3, 11)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "needs a row of headings"),
        ("order,due\n", "needs a row of headings"),
        ("order,due\nA,2026-10-05\n", "add these columns and try again: arrived, ordered"),
        ("order,due,arrived,ordered,delivered\nA,soon,,1,1\n", "Row 2: “soon” in “due”"),
        ("order,due,arrived,ordered,delivered\nA,,,1,1\n", "Row 2 has no date"),
        ("order,due,arrived,ordered,delivered\nA,2026-10-05,,ten,1\n", "Row 2: “ten” in “ordered”"),
        ("order,due,arrived,ordered,delivered\nA,2026-10-05,,-1,1\n", "Row 2: “-1” in “ordered”"),
        ("order,due,arrived,ordered,delivered\nA,2026-10-05,,inf,1\n", "Row 2: “inf”"),
        ("order,due,arrived,ordered,delivered\nA,2026-13-05,,1,1\n", "like 2026-11-03"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(text: str, says: str) -> None:
    assert says in refused(text)


def test_a_file_past_the_stated_size_is_refused() -> None:
    text = "order,due,arrived,ordered,delivered\n" + "A,2026-10-05,,1,1\n" * (MAX_ROWS + 1)
    assert "more than 20000 rows" in refused(text)


def test_empty_rows_are_passed_over() -> None:
    text = "order,due,arrived,ordered,delivered\n\nA,2026-10-05,,1,1\n,,,,\n"
    assert len(read_lines(text)) == 1
