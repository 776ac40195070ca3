"""The same rows by every definition: the quarrel about 94 or 97 % made visible.

Worked by hand: 8 lines in 4 orders.
"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.mediation.facts.otif import Counted, Day, OrderLine, count, every


def line(
    order: str,
    *,
    due: int,
    booked: int | None = None,
    came: int | None,
    full: bool = True,
    exclusion: str = "",
) -> OrderLine:
    """Days of October 2026."""

    def day(number: int | None) -> date | None:
        return None if number is None else date(2026, 10, number)

    return OrderLine(
        order, "1", date(2026, 10, due), day(booked), day(came), 10, 10 if full else 9, exclusion
    )


ROWS = (
    line("A", due=5, booked=4, came=5),  # by delivery date met, by appointment late
    line("A", due=5, booked=5, came=5),
    line("B", due=6, booked=6, came=6),
    line("B", due=6, booked=6, came=6, full=False),  # on time, not in full
    line("C", due=7, came=7),  # no appointment: the delivery date counts
    line("C", due=7, came=9, exclusion="strike"),
    line("D", due=8, booked=8, came=None),  # never came
    line("D", due=8, booked=9, came=9),  # by appointment met, by delivery date late
)


@pytest.mark.parametrize(
    ("counted", "day", "with_exclusions", "met", "of"),
    [
        (Counted.LINES, Day.DELIVERY, True, 4, 8),
        (Counted.LINES, Day.APPOINTMENT, True, 4, 8),
        (Counted.LINES, Day.DELIVERY, False, 4, 7),
        (Counted.LINES, Day.APPOINTMENT, False, 4, 7),
        (Counted.ORDERS, Day.DELIVERY, True, 1, 4),
        (Counted.ORDERS, Day.APPOINTMENT, True, 0, 4),
        (Counted.ORDERS, Day.DELIVERY, False, 2, 4),
        (Counted.ORDERS, Day.APPOINTMENT, False, 1, 4),
    ],
)
def test_a_definition_gives_its_count(
    counted: Counted, day: Day, with_exclusions: bool, met: int, of: int
) -> None:
    result = count(ROWS, counted, day, with_exclusions=with_exclusions)
    assert (result.met, result.of) == (met, of)


def test_all_definitions_stand_side_by_side() -> None:
    assert len(every(ROWS)) == 8
    assert len(every(ROWS[:4])) == 4


def test_a_result_says_how_it_was_counted() -> None:
    first, second = every(ROWS)[:2]
    assert first.formula.said("en") == "4 of 8 order lines by delivery date = 50.0 %"
    assert (
        second.formula.said("en")
        == "4 of 7 order lines by delivery date, excluded ones left out = 57.1 %"
    )


def test_nothing_to_count_is_no_percentage() -> None:
    result = count((), Counted.ORDERS, Day.DELIVERY, with_exclusions=True)
    assert result.share is None
    assert result.formula.said("en") == "no orders to count"


days = st.integers(1, 28)
lines = st.builds(
    lambda order, due, booked, came, full, out: line(
        order, due=due, booked=booked, came=came, full=full, exclusion=out
    ),
    st.sampled_from("ABCD"),
    days,
    st.none() | days,
    st.none() | days,
    st.booleans(),
    st.sampled_from(["", "strike"]),
)


@given(st.lists(lines, min_size=1, max_size=30))
def test_an_order_is_never_met_more_often_than_its_lines(rows: list[OrderLine]) -> None:
    for day in Day:
        by_line = count(rows, Counted.LINES, day, with_exclusions=True)
        by_order = count(rows, Counted.ORDERS, day, with_exclusions=True)
        assert by_order.met <= by_line.met
        assert by_order.of <= by_line.of
        assert (by_order.met == by_order.of) == (by_line.met == by_line.of)


@given(st.lists(lines, min_size=1, max_size=30), st.randoms())
def test_the_order_of_rows_changes_nothing(rows: list[OrderLine], chance: object) -> None:
    shuffled = list(rows)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    assert every(rows) == every(shuffled)
