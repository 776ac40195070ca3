"""What has to be closed first: what is not understood comes before what is wanted."""

import pytest

from bot.facilitator import builtin_facilitator, load_library
from bot.mediation.issues import GapKind
from tests.facilitator.examples import Told, brief

BUILTIN = builtin_facilitator(load_library())


@pytest.mark.parametrize(
    ("first", "second", "gap"),
    [
        (
            ("We count working days.", "10 days.", ""),
            ("We count calendar days.", "5 days.", ""),
            GapKind.INTERPRETATION,
        ),
        (
            ("We have 40 pallets, by calendar days.", "Money.", ""),
            ("We have 48 pallets, by working days.", "Money.", ""),
            GapKind.INTERPRETATION,
        ),
        (
            ("We understood Friday.", "Friday.", ""),
            ("We meant Sunday.", "Sunday.", ""),
            GapKind.INTERPRETATION,
        ),
        (("We understood Friday.", "Friday.", ""), ("No.", "Sunday.", ""), GapKind.INTEREST),
        (("We have 40 pallets.", "", ""), ("We have 48 pallets.", "", ""), GapKind.FACT),
        (
            ("We have 40 pallets.", "An apology.", "We felt ignored."),
            ("We have 48 pallets.", "", ""),
            GapKind.FACT,
        ),
        (("Nobody said a word.", "An apology.", ""), ("It is so.", "", ""), GapKind.RECOGNITION),
        (("It is so.", "", ""), ("Nobody told us.", "", "We felt ignored."), GapKind.RECOGNITION),
        (("It is unfair.", "A fair way.", ""), ("It is not.", "", ""), GapKind.VALUE),
        (("It is late.", "Earlier.", ""), ("It is so.", "Later.", ""), GapKind.INTEREST),
        (("", "", ""), ("", "", ""), GapKind.INTEREST),
    ],
)
def test_the_gap_is_named(first: Told, second: Told, gap: GapKind) -> None:
    assert BUILTIN.frame(brief(first=first, second=second)).value.gap is gap
    assert BUILTIN.frame(brief(first=second, second=first)).value.gap is gap


BUTTONS = (
    (
        "The offer says 'buttons included', and that means sewn on.",
        "No extra bill.",
        "We promised the shop a finished coat.",
    ),
    (
        "The offer says 'buttons included', that is a bag of buttons beside the coats.",
        "To be paid for sewing.",
        "Each coat takes a quarter of an hour.",
    ),
)
KEYS = (
    ("Nadie nos devolvió la llave, nunca llegó.", "La llave.", "Hay que cerrar."),
    ("La llave se entregó en recepción el lunes, hay firma.", "Nada más.", "Consta en el libro."),
)


@pytest.mark.parametrize(("said", "gap"), [(BUTTONS, GapKind.INTERPRETATION), (KEYS, GapKind.FACT)])
def test_where_no_rule_sees_a_gap_the_words_of_both_sides_tell_it(
    said: tuple[Told, Told], gap: GapKind
) -> None:
    common = BUILTIN.frame(brief(first=said[0], second=said[1])).value
    assert common.gap is gap
    shown = common.disputed if gap is GapKind.FACT else common.understood_differently
    assert len(shown) == 1
    assert shown[0].count("“") == 2, "both sides are quoted, neither is summed up"
    assert common.would_settle
    assert BUILTIN.frame(brief(first=said[1], second=said[0])).value.gap is gap
