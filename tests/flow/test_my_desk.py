"""The pinned desk: there once, the side's own words behind it, closed to who is on no side."""

from collections.abc import Callable

import pytest

from bot.sandbox.refusals import PersonRefused
from tests.flow.features import WAITS, desk, form_of
from tests.flow.house import Place

SAW = "What happened, as you saw it"
STORY = "The first two answers are shared"
WANTS = "What would you like to come of this"
ONLY_PARLEY = "Anything that only Parley should know"


def test_the_way_to_the_desk_is_pinned_once_however_often_the_channel_is_read(
    place: Place,
) -> None:
    place.raised()
    place.sees_button(place.tomas, "My desk")
    seen = place.tomas.screen(place.channel).messages
    desks = [m for m in seen if "My desk" in {c.label for c in m.controls}]
    assert [m.ts for m in desks] == place.house.sandbox.stage.pinned(place.channel)


def test_a_private_answer_is_read_again_and_changed_from_the_desk(place: Place) -> None:
    place.raised()
    tomas = place.tomas
    place.opens(tomas, "Tell your side")
    for label, words in ((SAW, "Our press stood still."), (WANTS, "Grace."), (ONLY_PARLEY, "Ink")):
        tomas.fill(label, words)
    assert tomas.submit() == {}
    desk(place, place.ines, WAITS)
    place.ines.press("What your side told")
    form_of(place.ines, "Ink")
    place.ines.press("Change the story")
    form_of(place.ines, STORY)
    assert place.ines.form().value(ONLY_PARLEY) == "Ink"
    place.ines.fill(ONLY_PARLEY, "Ink and paper")
    assert place.ines.submit() == {}
    place.ines.close(everything=True)
    desk(place, tomas, WAITS)
    tomas.press("What your side told")
    form_of(tomas, "Ink and paper")
    place.sees_button(place.maria, "My desk")
    desk(place, place.maria, WAITS)
    place.maria.press("What your side told")
    form_of(place.maria, "Your side alone")
    assert "Ink" not in place.maria.form().text


def test_somebody_of_neither_side_is_told_so_at_the_desk(place: Place) -> None:
    stage = place.house.sandbox.stage
    place.raised()
    team = stage.ids()["organisations"][next(iter(stage.ids()["organisations"]))]
    greta = place.house.person("Greta Holm", team=team, guest=True)
    stage.add_to_channel(place.channel, greta.id)
    assert "as a guest" in place.answer_to(greta, "My desk").text


CLOSED: dict[str, Callable[[Place], object]] = {
    "command": lambda place: place.tomas.command("/parley", "list", place.channel),
    "shortcut": lambda place: place.tomas.message_shortcut(
        "Raise an issue", place.channel, place.thread
    ),
    "home": lambda place: place.tomas.open_home(),
}


@pytest.mark.parametrize("way", list(CLOSED))
def test_what_the_desk_stands_in_for_is_closed_to_the_external_person(
    place: Place, way: str
) -> None:
    place.write()
    with pytest.raises(PersonRefused):
        CLOSED[way](place)
