"""Files as spreadsheets and people make them: counted by hand, with a word on what was odd."""

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from bot.mediation.facts.counts import Calculator, Reckoned
from bot.mediation.facts.found import Reckoning
from bot.mediation.facts.reckon import reckon
from bot.mediation.facts.sayings import WORDS, Unreadable
from bot.mediation.facts.table import text_of
from bot.mediation.refusals import Unclear

TODAY = date(2026, 11, 29)
HEAD = "order,line,due,arrived,ordered,delivered\n"
ON_TIME = "1,1,2026-10-05,2026-10-05,10,10\n"
LATE = "2,1,2026-10-05,2026-10-06,10,10\n"
BOTH = HEAD + ON_TIME + LATE
LINES, ORDERS = "1 of 2 order lines by delivery date", "1 of 2 orders by delivery date"
GERMAN = (
    "Auftrag;Pos.;Liefertermin;Wareneingang;Bestellmenge;Liefermenge\n"
    "1;10;05.10.2026;05.10.26;1.200,5;1.200,5\n"
    "2;10;05.10.2026;6. Okt 2026;10;10\n"
    "Summe;;;;1.210,5;1.210,5\n"
)


@dataclass(frozen=True, slots=True)
class Odd:
    """A file, the beginnings of its results, and what a note says of it."""

    name: str
    data: str | bytes
    results: tuple[str, ...] = (LINES, ORDERS)
    notes: tuple[str, ...] = ()
    dates: str = ""


ODD = (
    Odd("semicolons", BOTH.replace(",", ";")),
    Odd("tabs in UTF-16", BOTH.replace(",", "\t").encode("utf-16")),
    Odd("UTF-16 without its mark", BOTH.replace(",", "\t").encode("utf-16-le")),
    Odd("bars", BOTH.replace(",", "|")),
    Odd("a mark of byte order", b"\xef\xbb\xbf" + BOTH.encode()),
    Odd(
        "German, Windows-1252", GERMAN.encode("cp1252"), notes=("1 row sums up others", "(line 4)")
    ),
    Odd(
        "a title above the headings",
        f"Report, third quarter;;;\n\nNorthwind, Ltd;;\n{BOTH.replace(',', ';')}",
        notes=("2 rows above the headings are left out",),
    ),
    Odd("empty columns and rows", BOTH.replace("\n", ",,,\n") + ",,,,,,,,\n,,\n"),
    Odd("a total", f"{BOTH}Total,,,,20,20\n", notes=("1 row sums up others", "(line 4)")),
    Odd("a sum in another column", f"{BOTH},,,Suma:,20,20\n", notes=("(line 4)",)),
    Odd(
        "subtotals",
        f"{HEAD}{ON_TIME}1 Total,,,,10,10\n{LATE}2 Total,,,,10,10\n",
        notes=("2 rows sum up others and are left out (lines 3, 5)",),
    ),
    Odd("a remark", f"{BOTH}\nPrinted on 1 Nov,,,,,\n", notes=("1 row is a remark",)),
    Odd("headings on every page", HEAD + ON_TIME + HEAD + LATE, notes=("repeats the headings",)),
    Odd(
        "identical rows",
        BOTH + LATE,
        (
            "1 of 3 order lines by delivery date = 33.3 %",
            "1 of 2 orders by delivery date = 50.0 %",
            "1 of 2 order lines by delivery date, identical rows once = 50.0 %",
        ),
        ("1 row is the same as an earlier one in every cell (line 4)", "Which one is meant?"),
    ),
    Odd(
        "part deliveries",
        f"{HEAD}1,1,2026-10-05,2026-10-05,10,6\n1,1,2026-10-05,2026-10-06,10,4\n",
        ("0 of 2 order lines", "0 of 1 orders"),
        ("1 order line stands in several rows that differ (line 3)",),
    ),
    Odd(
        "a merged cell",
        f"{HEAD}{ON_TIME},2,2026-10-05,2026-10-06,10,10\n",
        (LINES, "0 of 1 orders"),
        ("1 row has no order number (line 3) and counts to the order above it",),
    ),
    Odd(
        "nothing delivered, nothing ordered, not yet due",
        f"{HEAD}1,1,2026-10-05,2026-10-05,10,\n2,1,2026-10-05,,10,\n3,1,2026-12-24,,10,\n"
        "4,1,2026-10-05,2026-10-05,0,0\n",
        ("0 of 2 order lines", "0 of 2 orders"),
        (
            "1 row orders nothing and is left out (line 5)",
            "1 row is due only after 29 Nov 2026 and has not come; it is left out (line 4)",
            "1 row has no day of arrival and counts as not come (line 3)",
            "1 row has no quantity delivered and counts as 0 (line 2)",
        ),
    ),
    Odd(
        "slashes that one cell explains",
        f"{HEAD}1,1,03/04/26,03/04/26 14:30,1,1\n2,1,25/04/26,26/04/26,1,1\n",
        notes=("“03/04/26” is read as 3 Apr 2026, because “25/04/26” can be read one way only",),
    ),
    Odd(
        "slashes that somebody explains",
        f"{HEAD}1,1,03/04/2026,03/04/2026,1,1\n2,1,03/04/2026,04/04/2026,1,1\n",
        (LINES, ORDERS),
        ("“03/04/2026” is read as 4 Mar 2026, as was chosen",),
        dates="month_first",
    ),
    Odd("midnight at the day's end", BOTH.replace("2026-10-05,10", "2026-10-05 24:00,10")),
    Odd(
        "zones",
        BOTH.replace("2026-10-05,10", "2026-10-05T23:30:00+02:00,10").replace(
            "2026-10-06,10", "2026-10-06T00:10:00Z,10"
        ),
        notes=("Times are in different zones; each day counts as it is written",),
    ),
    Odd(
        "thousands that could be fractions",
        HEAD + ON_TIME.replace("10,10", "1.200,1200") + LATE,
        notes=("“1.200” is read as 1200",),
    ),
    Odd(
        "a fraction in one column shows the other",
        f"{HEAD}1,1,2026-10-05,2026-10-05,1.5,1.200\n2,1,2026-10-05,2026-10-05,2,2\n",
    ),
    Odd("a line end in a cell", BOTH.replace("2,1,", '"2\n""b""",1,')),
    Odd(
        "characters that nobody sees",
        f"{HEAD}\u200b1,1,2026-10-05,2026-10-05,1,1\n1\u2060,2,2026-10-05,2026-10-06,1,1\n",
        (LINES, "0 of 1 orders"),
    ),
    Odd(
        "order numbers that were shortened", BOTH.replace("2,1", "4.71E+11,1"), notes=("4.71E+11",)
    ),
    Odd(
        "a year mistyped",
        BOTH.replace("2026-10-06", "2062-10-06"),
        notes=("a year apart (line 3)",),
    ),
    Odd(
        "two columns that could be the day",
        BOTH.replace("due,", "requested date,promised date,").replace(
            ",2026-10-05,2026", ",2026-10-05,2026-10-04,2026"
        ),
        notes=("“requested date” is read; there is also “promised date”",),
    ),
    Odd(
        "exclusions, and words for none",
        "order,due,arrived,ordered,delivered,excluded\n"
        "1,2026-10-05,2026-10-05,1,1,no\n2,2026-10-05,2026-10-06,1,1,strike\n"
        "3,2026-10-05,2026-10-06,1,1,-\n",
        (
            "1 of 3 order lines by delivery date",
            "1 of 2 order lines by delivery date, excluded ones left out",
        ),
        ("1 row is marked to be excluded: strike (1)",),
    ),
    Odd(
        "appointments in some rows",
        "order,due,appointment,arrived,ordered,delivered\n"
        "1,2026-10-05,2026-10-04,2026-10-05,1,1\n2,2026-10-05,,2026-10-05,1,1\n",
        ("2 of 2 order lines by delivery date", "1 of 2 order lines by appointment date"),
        ("1 of 2 rows has no appointment; there the delivery date counts",),
    ),
    Odd(
        "a column that nothing is read from",
        BOTH.replace("line,", "Spediteur,"),
        notes=("1 column is not read: “Spediteur”.",),
    ),
    Odd("no appointments", BOTH, notes=("counted by delivery date alone",)),
)


def counted(data: str | bytes, language: str = "en", dates: str = "") -> Reckoned:
    text = text_of(data) if isinstance(data, bytes) else data
    return reckon(Calculator.OTIF, {"dates": dates}, text, today=TODAY).said(language)


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: odd.name)
def test_an_odd_file_is_counted_right_and_says_what_was_odd(odd: Odd) -> None:
    found = counted(odd.data, dates=odd.dates)
    formulas = [result.formula for result in found.results]
    for wanted in odd.results:
        assert any(formula.startswith(wanted) for formula in formulas)
    notes = " ".join(found.notes)
    assert [note for note in odd.notes if note not in notes] == []


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: odd.name)
def test_each_language_shows_the_same_numbers_and_as_many_notes(odd: Odd) -> None:
    first, *others = (counted(odd.data, language, odd.dates) for language in WORDS)
    for other in others:
        assert len(other.notes) == len(first.notes)
        values = [result.value.replace(",", ".") for result in other.results]
        assert values == [result.value for result in first.results]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "Nothing stands in this file"),
        (b"\xef\xbb\xbf\r\n", "Nothing stands in this file"),
        (HEAD, "a row of headings and at least one row below it"),
        (f"{HEAD}Total,,,,1,1\n", "a row of headings and at least one row below it"),
        (b"PK\x03\x04 orders.csv", "no CSV file, whatever its name ends in"),
        (
            "Commande;Date prévue\n1;05/10/2026\n",
            "the first row reads “Commande”, “Date prévue”. Please write above it which column",
        ),
        (
            "order,due,arrived,ordered,delivered\n1,2026-10-05,2026-10-05,1,200,1,200\n",
            "Line 2 has 7 cells and the headings 5",
        ),
        (
            "order,due,due,arrived,ordered,delivered\n1,2026-10-05,2026-10-04,,1,1\n",
            "“due” stands above two columns that differ",
        ),
        (f"{HEAD}1,1,46300,46300,1,1\n", "“46300” is a day as a spreadsheet keeps it"),
        (f"{HEAD}1,1,13/04/2026,04/13/2026,1,1\n", "Please write all in one way"),
        (f"{HEAD}1,1,2026-10-05,2026-10-05,-5,-5\n", "“-5” is no quantity of a delivery"),
        (f"{HEAD}1,1,2026-10-05,2026-10-05,5,5-\n", "“5-” is no quantity of a delivery"),
        (f"{HEAD}1,1,2026-10-05,2026-10-05,95 %,1\n", "“95 %” is no quantity"),
        (f"{HEAD}1,1,2026-10-05,2026-10-05,10 20,1\n", "“10 20” is no quantity"),
        (f"{HEAD}1,1,2026-10-05,2026-10-05,1-2,1\n", "“1-2” is no quantity"),
        (f"{HEAD}1,1,2026-10-05,2026-10-05,+cmd|' /C calc'!A0,1\n", "a formula stands here"),
        (f"{HEAD}1,1,@SUM(A1),2026-10-05,1,1\n", "a formula stands here"),
        (f"{BOTH},2,,,10,10\n", "If this row is a sum, take it out"),
        (f"{HEAD}{ON_TIME},2,2026-10-05,,10,10\n", "Merged cells lose their text in a CSV"),
    ],
)
def test_what_cannot_be_counted_is_refused_with_what_to_do(data: str | bytes, says: str) -> None:
    with pytest.raises(Unclear) as refused:
        counted(data)
    assert says in str(refused.value)


CELLS = st.sampled_from(
    [
        *("", "1", "1.200", "1,5", "-5", "(5)", "2026-10-05", "05/10/2026", "25/10/2026"),
        *("3.11.26", "22:10", "2026-10-05 24:00", "2026-10-05T08:10+14:00", "0001-01-01 00:00+14"),
        *(
            "9999-12-31 23:59-12:00",
            "Total",
            "Summe:",
            "=1+1",
            "+cmd",
            "{count}",
            "\u200b",
            "46300",
        ),
        *("x" * 300, "Mon " * 2_000 + "1", "1" * 2_000, "Mar 3, 2026", "mar 3/11/2026", "2026-11"),
    ]
)
HEADINGS = (
    "line",
    "appointment",
    "date",
    "day",
    "dock",
    "exclusion",
    "due",
    "Liefertermin",
    "x",
    "",
)
NEEDED = {
    Calculator.OTIF: ("order", "due", "arrived", "ordered", "delivered"),
    Calculator.DETENTION: ("arrived", "left"),
    Calculator.INDEX_PRICE: ("month", "index"),
}
TYPED = {"free": "2", "rate": "60", "share": "50", "then": "2026-10", "now": "2026-11"}


@given(st.data(), st.sampled_from(sorted(NEEDED)))
def test_whatever_stands_in_the_cells_is_counted_or_refused_in_every_language(
    data: st.DataObject, calculator: Calculator
) -> None:
    more = data.draw(st.lists(st.sampled_from(HEADINGS), max_size=4))
    headings = [*NEEDED[calculator], *more]
    width = len(headings)
    rows = data.draw(st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=4))
    table = "\n".join(";".join(row) for row in [headings, *rows])
    told: Reckoning | Unreadable
    try:
        told = reckon(calculator, TYPED, table, today=TODAY)
    except Unreadable as refused:
        event("refused")
        told = refused
    assert all(told.said(language) for language in WORDS)
