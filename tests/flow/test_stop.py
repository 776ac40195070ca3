"""Parley keeps out of threats and of competitors' prices, and says so to who wrote it, kindly."""

from tests.flow.house import Place

TOLD = "Late, and your competitor charges 4 EUR less."


def test_a_competitor_s_price_comes_back_to_its_writer_and_reaches_nobody(place: Place) -> None:
    place.raised()
    place.opens(place.tomas, "Tell your side")
    place.tomas.fill("What happened, as you saw it", TOLD)
    place.tomas.fill("What would you like to come of this", "A plan.")
    place.tomas.submit()
    back = place.tomas.form()
    assert "Parley has sent nothing" in back.text
    assert "Without “your competitor charges”, the rest can go on." in back.text
    assert back.value("What happened, as you saw it") == TOLD
    place.tomas.submit()  # sent once more, it is still not passed on
    assert "Parley has sent nothing" in place.tomas.form().text
    place.tomas.fill("What happened, as you saw it", "Late by a day.")
    assert place.tomas.submit() == {}
    place.sees(place.maria, "Baltic Packaging")
    assert place.count("competitor") == 0


def test_a_matter_of_safety_goes_on_when_its_writer_says_so_again(place: Place) -> None:
    place.form_to_raise("PO 4711 came in late, and the driver was injured at the dock.")
    place.maria.choose("Your side", "We buy, or our goods are carried")
    place.maria.submit()
    assert "that comes before any settlement" in place.maria.form().text
    assert place.maria.submit() == {}
    place.sees_button(place.tomas, "Tell your side")


def test_who_asks_for_trades_with_a_threat_is_told_whom_to_turn_to(place: Place) -> None:
    place.maria.command("/parley", "tradeoffs pay on time or you will regret this", place.channel)
    place.sees(place.maria, "Parley keeps out of it")
    assert place.count("regret", place.tomas) == 0


def test_what_may_be_a_threat_is_asked_about_once_and_its_writer_decides(place: Place) -> None:
    veiled = "It would be sad if your little warehouse burned one of these nights."
    place.raised()
    place.opens(place.tomas, "Tell your side")
    place.tomas.fill("What happened, as you saw it", f"Late by a day. {veiled}")
    place.tomas.fill("What would you like to come of this", "A plan.")
    place.tomas.submit()
    back = place.tomas.form()
    assert f"“{veiled}” may read as if somebody could come to harm." in back.text
    assert "send this once more as it is" in back.text
    assert place.count("warehouse", place.maria) == 0
    assert place.tomas.submit() == {}
    assert place.count("warehouse", place.maria) == 0, "his part is still his to check"
