"""Answers that pull apart are asked about once, to who gave them alone; nobody waits for it."""

import re

import pytest

from tests.flow.house import Place

ORDER = "Both can be meant"
KEEP, AGAIN = "Keep it as it is", "Look again"
THANKS = "Your answers are kept"


def pulling_apart(place: Place, *, clear: bool = False) -> None:
    """Tomas names one term before another, and gives that other one more points, or not."""
    place.opens(place.tomas, "Say what matters")
    tomas = place.tomas
    tomas.press("Fine-tune")
    first, second = (t.name for t in place.at_work()[1].terms[:2])
    tomas.choose("Matters most", first)
    tomas.choose("Second", second)
    tomas.choose(f"Importance, 0 to 10: {first}", "9" if clear else "2")
    tomas.choose(f"Importance, 0 to 10: {second}", "2" if clear else "9")
    assert tomas.submit() == {}


def to_the_end(place: Place) -> None:
    """Tomas answers what is still asked."""
    while "Much the same" in place.tomas.form().buttons:
        place.tomas.press("Much the same")
    assert THANKS in place.tomas.form().text
    place.tomas.close()


def marias(place: Place) -> str:
    """Everything that Maria can see."""
    seen = place.maria.screen(place.channel)
    parts = [seen.text, *(m.notification for m in seen.messages)]
    return "\n".join([*parts, *(str(c.label) for m in seen.messages for c in m.controls)])


def test_who_keeps_everything_goes_on_to_the_packages(place: Place) -> None:
    place.to_rating()
    place.at_work()[0].rate()
    before = marias(place)
    pulling_apart(place)
    assert ORDER in place.tomas.form().text
    place.tomas.press(KEEP)
    assert marias(place) == before
    to_the_end(place)
    place.sees_button(place.maria, "Answer in private")
    for screen in (marias(place), place.card(place.tomas)):
        assert ORDER not in screen


def test_who_looks_again_finds_the_form_filled_in_and_is_not_asked_twice(place: Place) -> None:
    place.to_rating()
    place.at_work()[0].rate()
    before = marias(place)
    pulling_apart(place)
    place.tomas.press(AGAIN)
    form = place.tomas.form()
    first = place.at_work()[1].terms[0].name
    assert form.value("Matters most") == first
    assert form.value(f"Importance, 0 to 10: {first}") == "2"
    assert place.tomas.submit() == {}
    assert AGAIN not in place.tomas.form().buttons
    assert marias(place) == before
    to_the_end(place)
    place.sees_button(place.maria, "Answer in private")


@pytest.mark.parametrize("looks_again", [False, True])
def test_who_closes_it_keeps_nobody_waiting(place: Place, looks_again: bool) -> None:
    place.to_rating()
    place.at_work()[0].rate()
    pulling_apart(place)
    if looks_again:
        place.tomas.press(AGAIN)
    place.tomas.close()
    place.sees_button(place.maria, "Answer in private")


def test_the_other_side_sees_the_same_whether_it_is_asked_or_not(place: Place) -> None:
    place.to_rating()
    pulling_apart(place)
    assert ORDER in place.tomas.form().text
    asked = place.card()
    other = place.house.place()
    other.to_rating()
    pulling_apart(other, clear=True)
    assert ORDER not in other.tomas.form().text
    number = re.compile(r"Case \d+")
    assert number.sub("", other.card()) == number.sub("", asked)
