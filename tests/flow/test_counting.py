"""Counting together on real screens: a file or figures in, both definitions side by side."""

from bot.sandbox.play.hands import PATIENCE_S
from tests.flow.house import Place

HEAD = "Informe;;\n\nPedido;Fecha de entrega;Cita;Llegada;Pedida;Entregada\n"
ROWS = (
    f"\ufeff{HEAD}"
    "4711;05/10/2026;04/10/2026;05/10/2026;1.200,5;1.200,5\n"
    "4711;05/10/2026;05/10/2026;05/10/2026;10;10\n"
    "4712;26/10/2026;;28/10/2026;10;10\n"
    "Total;;;;1.220,5;1.220,5\n"
).encode()


def test_a_file_is_counted_for_both_and_the_other_side_adds_its_own(place: Place) -> None:
    place.to_statement()
    form = place.opens(place.maria, "Count it together")
    assert form.title == "On time in full"
    assert "Everybody here sees each usual way to count" in form.text
    place.maria.attach("A CSV of order lines", "orders.csv", ROWS)
    assert place.maria.submit() == {}
    told = place.maria.wait_for_modal("Counted:", PATIENCE_S)
    assert "3 rows, 4 definitions side by side" in told.text
    place.maria.close()
    card = place.sees(place.tomas, "Counted: on time in full").find("Case ").text
    assert "2 of 3 order lines by delivery date = 66.7 %" in card
    assert "1 of 3 order lines by appointment date = 33.3 %" in card
    assert "orders.csv, 3 rows, given by @Maria Lopez" in card
    assert "SHA-256" in card
    assert "1 row sums up others and is left out (line 7)" in card
    assert "1 of 3 rows has no appointment" in card

    place.opens(place.tomas, "Count it together")
    place.tomas.fill("Or the rows, or counts", "619 of 660 order lines by appointment date")
    assert place.tomas.submit() == {}
    card = place.sees(place.maria, "= 93.8 %").find("Case ").text
    assert "66.7 %" in card
    assert "typed by @Tomas Berg" in card


def test_a_file_that_cannot_be_read_comes_back_with_its_line_and_stays_attached(
    place: Place,
) -> None:
    place.to_statement()
    place.opens(place.tomas, "Count it together")
    unsure = ROWS.replace(b"26/10", b"06/10").replace(b"28/10", b"08/10")
    place.tomas.attach("A CSV of order lines", "rows.csv", unsure)
    assert place.tomas.submit() == {}
    form = place.tomas.wait_for_modal("can be read two ways", PATIENCE_S)
    assert "Another file in place of rows.csv, which is kept" in form.labels
    place.tomas.choose("How dates such as 03/04/2026 are written", "The day first: 31/12/2026")
    assert place.tomas.submit() == {}
    place.tomas.wait_for_modal("Counted:", PATIENCE_S)
    place.tomas.close()
    place.opens(place.tomas, "Count it together")
    place.tomas.attach("A CSV of order lines", "bad.csv", ROWS.replace(b"28/10/2026", b"later"))
    assert place.tomas.submit() == {}
    place.tomas.wait_for_modal("Line 6, column “Llegada”: “later” is no date", PATIENCE_S)
    assert place.count("bad.csv") == 0


def test_two_dates_are_counted_from_the_same_button(place: Place) -> None:
    place.to_statement()
    place.opens(place.maria, "Count it together")
    place.maria.press("Days late")
    place.maria.wait_for_modal("Days late", PATIENCE_S)
    place.maria.pick_date("Agreed for", "2026-11-06")
    place.maria.pick_date("Happened on", "2026-11-09")
    assert place.maria.submit() == {}
    card = place.sees(place.tomas, "Counted: days late").find("Case ").text
    assert "from 6 Nov 2026 to 9 Nov 2026 = 3 days late" in card
    assert "Monday to Friday = 1 day late" in card
