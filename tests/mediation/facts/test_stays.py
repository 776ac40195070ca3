"""Gate times and index months from a table's text."""

from datetime import datetime

import pytest

from bot.mediation.facts.stays import month_in, read_series, read_stays
from bot.mediation.refusals import Unclear


def test_stays_are_read_with_what_was_noted() -> None:
    text = "Llegada;Cita;Muelle;Salida\n2026-11-03 08:10;2026-11-03 09:00;;2026-11-03 13:00\n"
    (stay,) = read_stays(text).stays
    assert stay.arrived == datetime(2026, 11, 3, 8, 10)  # noqa: DTZ001
    assert stay.appointment == datetime(2026, 11, 3, 9)  # noqa: DTZ001
    assert stay.docked is None


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (",2026-11-03 13:00", "Line 2, column “arrived”: a time is missing"),
        ("2026-11-03 08:00,", "Line 2, column “left”: a time is missing"),
        ("2026-11-03 08:00,2026-11-03 07:00", "“left”: this is before the arrival"),
        ("at eight,2026-11-03 07:00", "“arrived”: “at eight”"),
    ],
)
def test_a_stay_that_cannot_be_is_refused(row: str, says: str) -> None:
    with pytest.raises(Unclear, match=says):
        read_stays(f"arrived,left\n{row}\n")


def test_a_series_is_read_by_month_or_by_day() -> None:
    wanted = {(2026, 1): 100.0, (2026, 2): 104.5}
    assert read_series("month,index\n2026-01,100\n02/2026,104.5\n").index == wanted
    assert read_series("Fecha;Valor\n2026-01-31;100\n2026-02-28;104,5\n").index == wanted


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("2026-01,100\n2026-01,101", "Line 3, column “month”: this month stands in the file twice"),
        ("2026-01,0", "“index”: “0” is no index value"),
        (",100", "“month”: a month is missing"),
        ("spring,100", "“month”: “spring”"),
    ],
)
def test_a_series_that_cannot_be_used_is_refused(rows: str, says: str) -> None:
    with pytest.raises(Unclear, match=says):
        read_series(f"month,index\n{rows}\n")


@pytest.mark.parametrize("text", ["2026", "2026-13", "26-01", "٢٠٢٦-٠١", "a-b", ""])
def test_what_is_no_month_is_none(text: str) -> None:
    assert month_in(text) is None
