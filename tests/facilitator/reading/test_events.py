"""A day or an hour belongs to the event whose word stands nearest in its clause."""

import pytest

from bot.facilitator.reading.events import EventReader
from bot.facilitator.reading.lexicon import load_lexicon

ENGLISH, SPANISH = EventReader(load_lexicon("en")), EventReader(load_lexicon("es"))


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The goods arrived on 3 May.", ["arrival"]),
        ("The offer was sent on 2 May, and the order placed on 4 May.", ["departure", "order"]),
        ("It had a 06:30 appointment and checked in at 07:40.", ["promise", "arrival"]),
        ("It was unloaded at 16:20, and arrived at 13:40.", ["unloading", "arrival"]),
        ("The box came back on 13 May.", ["return"]),
        ("The invoice is due on 3 October.", ["due"]),
        ("The first answer came at 14:40.", ["answer"]),
        ("It was down from 13:10 to 15:00.", ["start", "end"]),
        ("On 3 May it rained.", [""]),
        ("In May it rained.", []),
    ],
)
def test_each_day_and_hour_has_its_event(text: str, events: list[str]) -> None:
    assert [d.event for d in ENGLISH.read(text)] == events


def test_spanish_verbs_count_whatever_their_ending() -> None:
    read = SPANISH.read("El camión llegó el 12 de mayo a las 17:40 y salió a las 19:00.")
    assert [d.event for d in read] == ["arrival", "arrival", "departure"]


def test_words_beside_a_day_tell_what_it_is_of() -> None:
    (dated,) = ENGLISH.read("The bottling was moved to 3 May.")
    assert {"bottling", "moved"} <= dated.words
