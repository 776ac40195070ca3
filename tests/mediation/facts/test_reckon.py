"""From what a form gave to results side by side, each with its formula. Worked by hand."""

from collections.abc import Mapping

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from bot.mediation.facts.counts import Calculator, Reckoned, calculators_for
from bot.mediation.facts.reckon import reckon as work_out
from bot.mediation.issues import IssueKind
from bot.mediation.refusals import Unclear

ROWS = (
    "order,due,appointment,arrived,ordered,delivered,reason\n"
    "A,2026-10-05,2026-10-04,2026-10-05,10,10,\n"
    "A,2026-10-05,2026-10-05,2026-10-05,10,10,\n"
    "B,2026-10-06,,2026-10-08,10,10,strike\n"
)
FIELDS = (
    *("rows", "then", "now", "share", "passed", "band", "cap", "lag"),
    *("arrived", "left", "free", "rate", "step", "due", "dates"),
)
STAY = {"arrived": "2026-11-03 08:00", "left": "2026-11-03 12:10", "free": "2", "rate": "60"}


def reckon(calculator: Calculator, typed: Mapping[str, str], table: str | None) -> Reckoned:
    return work_out(calculator, typed, table).said("en")


def shown(reckoned: Reckoned) -> dict[str, str]:
    return {result.definition: result.value for result in reckoned.results}


class TestOtif:
    def test_every_definition_stands_on_the_same_rows(self) -> None:
        found = reckon(Calculator.OTIF, {}, ROWS)
        assert found.rows == 3
        assert shown(found) == {
            "order lines by delivery date": "66.7 %",
            "order lines by delivery date, excluded ones left out": "100.0 %",
            "order lines by appointment date": "33.3 %",
            "order lines by appointment date, excluded ones left out": "50.0 %",
            "orders by delivery date": "50.0 %",
            "orders by delivery date, excluded ones left out": "100.0 %",
            "orders by appointment date": "0.0 %",
            "orders by appointment date, excluded ones left out": "0.0 %",
        }
        assert found.results[0].formula == "2 of 3 order lines by delivery date = 66.7 %"

    def test_rows_can_be_pasted(self) -> None:
        assert reckon(Calculator.OTIF, {"rows": ROWS}, None) == reckon(Calculator.OTIF, {}, ROWS)

    def test_counts_can_be_typed(self) -> None:
        text = "619 of 660 order lines by appointment date\n640 / 660 order lines by delivery date"
        found = reckon(Calculator.OTIF, {"rows": text}, None)
        assert shown(found) == {
            "order lines by appointment date": "93.8 %",
            "order lines by delivery date": "97.0 %",
        }
        assert found.rows == 0
        assert found.results[0].formula == "619 of 660 order lines by appointment date = 93.8 %"

    def test_counts_in_spanish_are_read(self) -> None:
        found = reckon(Calculator.OTIF, {"rows": "1.200 de 1.250 líneas por fecha de cita"}, None)
        assert shown(found) == {"líneas por fecha de cita": "96.0 %"}

    @pytest.mark.parametrize("text", ["7 of 5 lines", "0 of 0 lines"])
    def test_a_count_that_cannot_be_is_refused(self, text: str) -> None:
        with pytest.raises(Unclear, match="part of the second"):
            reckon(Calculator.OTIF, {"rows": text}, None)

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("1.200 of 1,200", "100.0 %"),
            ("1 200 of 1 250 lines", "96.0 %"),
            ("619/660", "93.8 %"),
            ("619 of 660 = 93.8 %", "93.8 %"),
            ("2499 of 2500 lines", "99.96 %"),
            ("0 of 5 orders", "0.0 %"),
            ("1.5 of 2 pallets", "75.0 %"),
        ],
    )
    def test_counts_are_read_as_people_write_them(self, text: str, value: str) -> None:
        found = reckon(Calculator.OTIF, {"rows": text}, None)
        assert list(shown(found).values()) == [value]

    def test_a_count_that_could_be_a_fraction_is_told(self) -> None:
        found = reckon(Calculator.OTIF, {"rows": "1.150 of 1.200 lines"}, None)
        assert found.notes == ("“1.150” is read as 1150.",)

    @pytest.mark.parametrize(
        "text", ["12k of 13k", "95 %", "ninety of hundred", "-5 of 10", "5 of 10\nand more"]
    )
    def test_what_is_no_count_is_asked_for_in_figures(self, text: str) -> None:
        with pytest.raises(Unclear, match="one count a line in figures"):
            reckon(Calculator.OTIF, {"rows": text}, None)

    def test_a_pasted_table_may_begin_with_a_day(self) -> None:
        rows = "due,order,arrived,ordered,delivered\n25/10/2026,1,25/10/2026,1,1\n"
        assert reckon(Calculator.OTIF, {"rows": rows}, None).rows == 1

    def test_without_appointments_nothing_is_counted_by_them(self) -> None:
        rows = "order,due,arrived,ordered,delivered\n1,2026-10-05,2026-10-05,1,1\n"
        found = reckon(Calculator.OTIF, {"rows": rows}, None)
        assert set(shown(found)) == {
            "order lines by delivery date",
            "orders by delivery date",
        }

    def test_nothing_at_all_is_asked_for(self) -> None:
        with pytest.raises(Unclear, match="Attach a CSV file"):
            reckon(Calculator.OTIF, {"rows": "  "}, None)


class TestDetention:
    def test_one_stay_is_charged_by_every_definition_that_was_noted(self) -> None:
        typed = {**STAY, "appointment": "2026-11-03 09:00", "step": ""}
        found = reckon(Calculator.DETENTION, typed, None)
        assert shown(found) == {
            "from arrival at the gate": "2.5 h, 150.00",
            "from the appointment": "1.5 h, 90.00",
            "from the later of arrival and appointment": "1.5 h, 90.00",
        }
        assert found.results[0].formula.endswith("= 2.5 h × 60 = 150.00")

    @pytest.mark.parametrize(
        ("left", "value", "notes"),
        [
            ("2026-11-04 01:30", "1.5 h, 92.18", ()),
            ("2026-11-04 24:00", "24 h, 1,474.80", ()),
            ("2026-12-03 22:10", "718 h, 44,121.10", ("longer than a week",)),
        ],
    )
    def test_a_stay_may_go_past_midnight(
        self, left: str, value: str, notes: tuple[str, ...]
    ) -> None:
        typed = {"arrived": "2026-11-03 22:10", "left": left, "free": "2", "rate": "61,45 €"}
        found = reckon(Calculator.DETENTION, typed, None)
        assert list(shown(found).values()) == [value]
        assert all(note in said for note, said in zip(notes, found.notes, strict=True))

    def test_the_stays_of_a_file_are_added_up(self) -> None:
        table = (
            "arrived,left,docked\n"
            "2026-11-03 08:00,2026-11-03 12:10,2026-11-03 10:10\n"
            "2026-11-04 08:00,2026-11-04 09:00,\n"
        )
        found = reckon(Calculator.DETENTION, {"free": "2", "rate": "60"}, table)
        assert found.rows == 2
        assert shown(found) == {
            "from arrival at the gate": "2.5 h, 150.00",
            "from docking": "0 h, 0.00",
        }
        assert found.results[0].formula == (
            "2 stays from arrival at the gate, less 2 h free each, in steps of 30 min: "
            "2.5 h × 60 = 150.00"
        )
        assert "noted for 1 of 2 stays" in found.results[1].formula

    @pytest.mark.parametrize(
        ("field", "text"),
        [
            ("arrived", ""),
            ("left", "noon"),
            ("docked", "x"),
            ("free", ""),
            ("rate", "much"),
            ("left", "2026-11-03 07:00"),
            ("step", "0"),
            ("step", "7.5"),
            ("rate", "61.450"),
            ("docked", "2026-11-03 07:00"),
            ("docked", "2026-11-03 13:00"),
        ],
    )
    def test_what_cannot_be_used_is_refused_at_its_field(self, field: str, text: str) -> None:
        with pytest.raises(Unclear) as raised:
            reckon(Calculator.DETENTION, {**STAY, field: text}, None)
        assert raised.value.field == field


class TestIndexPrice:
    def test_both_readings_of_a_dead_band_stand_side_by_side(self) -> None:
        typed = {"then": "100", "now": "110", "share": "60 %", "passed": "80", "band": "5"}
        found = reckon(Calculator.INDEX_PRICE, typed, None)
        assert shown(found) == {
            "the whole change of the index counts": "+4.80 %",
            "only what lies beyond the dead band counts": "+2.40 %",
        }
        assert "60 % material × 80 % passed on" in found.results[0].formula

    def test_a_series_is_read_with_and_without_its_lag(self) -> None:
        table = "month,index\n2026-01,100\n2026-03,105\n2026-04,110\n"
        typed = {"then": "2026-01", "now": "04/2026", "share": "50", "lag": "1"}
        assert shown(reckon(Calculator.INDEX_PRICE, typed, table)) == {
            "the whole change of the index counts": "+5.00 %",
            "the whole change of the index counts, 1 month back": "+2.50 %",
        }

    def test_a_cap_holds_in_both_directions(self) -> None:
        typed = {"then": "100", "share": "100", "cap": "4"}
        for now, value in (("120", "+4.00 %"), ("80", "-4.00 %")):
            found = reckon(Calculator.INDEX_PRICE, {**typed, "now": now}, None)
            assert list(shown(found).values()) == [value]

    @pytest.mark.parametrize(
        ("field", "text", "says"),
        [
            ("now", "104.250", "Write 104250, or 104.2500"),
            ("passed", "120", "from 0 to 100"),
            ("lag", "2", "month by month"),
            ("lag", "1.5", "a whole number"),
        ],
    )
    def test_what_makes_no_sense_is_refused_at_its_field(
        self, field: str, text: str, says: str
    ) -> None:
        typed = {"then": "100", "now": "110", "share": "60", field: text}
        with pytest.raises(Unclear, match=says) as raised:
            reckon(Calculator.INDEX_PRICE, typed, None)
        assert raised.value.field == field

    @pytest.mark.parametrize(
        ("now", "says"), [("2026-09", "goes from 2026-01 to 2026-04"), ("105", "is no month")]
    )
    def test_a_month_that_is_not_there_is_refused_at_its_field(self, now: str, says: str) -> None:
        typed = {"then": "2026-01", "now": now, "share": "50"}
        with pytest.raises(Unclear, match=says) as raised:
            reckon(Calculator.INDEX_PRICE, typed, "month,index\n2026-01,100\n2026-04,110\n")
        assert raised.value.field == "now"

    @pytest.mark.parametrize("field", ["then", "now", "share"])
    def test_what_is_missing_is_asked_for_at_its_field(self, field: str) -> None:
        typed = {"then": "100", "now": "110", "share": "60"}
        with pytest.raises(Unclear) as raised:
            reckon(Calculator.INDEX_PRICE, {**typed, field: ""}, None)
        assert raised.value.field == field


class TestLateness:
    def test_calendar_and_working_days_stand_side_by_side(self) -> None:
        found = reckon(Calculator.LATENESS, {"due": "2026-11-06", "happened": "2026-11-09"}, None)
        assert list(shown(found).values()) == ["3 days late", "1 day late"]
        assert found.results[0].formula == "from 6 Nov 2026 to 9 Nov 2026 = 3 days late"

    def test_what_came_earlier_is_early(self) -> None:
        found = reckon(Calculator.LATENESS, {"due": "2026-11-06", "happened": "2026-11-05"}, None)
        assert list(shown(found).values()) == ["1 day early", "1 day early"]

    def test_a_date_that_is_missing_is_asked_for(self) -> None:
        with pytest.raises(Unclear) as raised:
            reckon(Calculator.LATENESS, {"due": "2026-11-06"}, None)
        assert raised.value.field == "happened"

    def test_a_table_has_no_place_here(self) -> None:
        with pytest.raises(Unclear, match="two dates"):
            reckon(Calculator.LATENESS, {}, ROWS)


def test_what_is_offered_follows_the_kind_and_the_terms() -> None:
    assert calculators_for(IssueKind.LATE_DELIVERY)[0] is Calculator.OTIF
    assert calculators_for(IssueKind.PRICE) == (Calculator.INDEX_PRICE,)
    assert calculators_for(IssueKind.COMMUNICATION) == ()
    assert calculators_for(IssueKind.COMMUNICATION, ("weekly_call", "free_hours")) == (
        Calculator.DETENTION,
    )


@given(
    st.sampled_from(Calculator),
    st.dictionaries(
        st.sampled_from(FIELDS),
        st.text(max_size=20) | st.sampled_from(["5", "2026-11-03", "2026-11-03 10:00", "3 of 4"]),
    ),
    st.none() | st.text(max_size=80),
)
def test_anything_typed_is_counted_or_refused(
    calculator: Calculator, typed: dict[str, str], table: str | None
) -> None:
    try:
        found = reckon(calculator, typed, table)
    except Unclear:
        event("refused")
        return
    assert found.results
