"""Gate times and index months from a table's text."""

from datetime import datetime, timedelta

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


class TestHours:
    """Worked by hand."""

    def test_a_day_in_a_column_of_its_own_goes_before_the_times(self) -> None:
        text = "Datum;In;Out;Dock\n03.11.2026;22:10;01:30;00:40\n04.11.2026;8.00;12.00 Uhr;\n"
        found = read_stays(text)
        assert [s.left - s.arrived for s in found.stays] == [
            timedelta(hours=3, minutes=20),
            timedelta(hours=4),
        ]
        assert found.stays[0].docked == datetime(2026, 11, 4, 0, 40)  # noqa: DTZ001
        (note,) = found.notes
        assert note.said("en").startswith("1 stay goes past midnight (line 2)")

    def test_zones_are_reckoned_with(self) -> None:
        row = "2026-10-24T22:00+02:00,2026-10-25T06:00+01:00"
        (stay,) = read_stays(f"arrived,left\n{row}\n").stays
        assert stay.left - stay.arrived == timedelta(hours=9)

    def test_a_zone_beside_a_time_without_one_is_asked_about(self) -> None:
        with pytest.raises(Unclear, match="names its time zone and") as raised:
            read_stays("arrived,left\n2026-10-24 22:00Z,2026-10-25 06:00\n")
        assert raised.value.field == "dates"

    @pytest.mark.parametrize(
        ("row", "says"),
        [
            ("2026-10-24 22:00,2026-10-25 06:00", "1 stay lies over a change of the clocks"),
            ("2026-11-01 00:00,2026-11-01 04:00", "1 stay lies over a change of the clocks"),
            ("2026-11-03 08:00,2026-12-03 08:00", "1 stay is longer than a week (line 2)"),
        ],
    )
    def test_what_is_odd_about_a_stay_is_told(self, row: str, says: str) -> None:
        (note,) = read_stays(f"arrived,left\n{row}\n").notes
        assert note.said("en").startswith(says)

    def test_an_ordinary_stay_has_no_note(self) -> None:
        assert read_stays("arrived,left\n2026-11-03 08:00,2026-11-03 12:00\n").notes == ()

    def test_identical_rows_are_kept_and_set_apart(self) -> None:
        row = "2026-11-03 08:00,2026-11-03 12:00\n"
        found = read_stays(f"arrived,left\n{row}{row}")
        assert (len(found.stays), len(found.once)) == (2, 1)

    @pytest.mark.parametrize(
        ("row", "says"),
        [
            ("2026-11-03 08:00,01:30,", "“01:30” has no day. Write both in one cell"),
            ("2026-11-03 08:00,2026-11-03 09:00,2026-11-03 07:00", "not between the arrival and"),
        ],
    )
    def test_times_that_do_not_fit_are_refused(self, row: str, says: str) -> None:
        with pytest.raises(Unclear, match=says):
            read_stays(f"arrived,left,docked\n{row}\n")


def test_an_average_below_an_index_is_left_out() -> None:
    found = read_series("Month;Index\n2026-01;100\nmarzo 2026;102,5\nAverage;101,25\n")
    assert found.index == {(2026, 1): 100, (2026, 3): 102.5}
    assert found.notes[0].said("en").startswith("1 row sums up others")


def test_an_index_value_that_could_be_a_thousand_times_as_much_is_asked_about() -> None:
    with pytest.raises(Unclear, match=r"Write 104250, or 104\.2500"):
        read_series("month,index\n2026-01,98\n2026-02,104.250\n")
    assert read_series("month,index\n2026-01,98.5\n2026-02,104.250\n").index[2026, 2] == 104.25
