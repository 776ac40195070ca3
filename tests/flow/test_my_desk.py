"""The external person reaches all that the host's people reach, with at most one tap more.

Slack gives them no commands, no shortcuts, no Home and no direct messages with the app; the
pinned message of the channel stands in for all of these.
"""

from collections.abc import Callable

import pytest

from bot.sandbox.refusals import PersonRefused
from tests.flow.features import (
    WAITS,
    Feature,
    card,
    desk,
    desk_then,
    form_of,
    home,
    home_then,
    mention,
    shortcut,
    taps,
)
from tests.flow.house import Place

SAW = "What happened, as you saw it"
STORY = "The first two answers are shared"
READERS = "Everybody in this channel can read this"
WANTS = "What would you like to come of this"
ONLY_PARLEY = "Anything that only Parley should know"


FEATURES = (
    Feature(
        "what waits for me",
        lambda place: home(place, WAITS),
        lambda place: desk(place, place.tomas, WAITS),
    ),
    Feature(
        "answer what waits",
        home_then(WAITS, "Tell your side", ends=STORY),
        desk_then(WAITS, "Tell your side", ends=STORY),
    ),
    Feature("answer on the card", *card("Tell your side", STORY)),
    Feature(
        "read what my side told",
        home_then(WAITS, "What your side told", ends="Your side alone"),
        desk_then(WAITS, "What your side told", ends="Your side alone"),
    ),
    Feature(
        "name who speaks and signs",
        home_then(WAITS, "Your side's people", ends="can speak or sign"),
        desk_then(WAITS, "Your side's people", ends="can speak or sign"),
    ),
    Feature(
        "raise an issue",
        shortcut("Raise an issue", READERS),
        desk_then(WAITS, "Raise an issue", ends=READERS),
    ),
    Feature(
        "just clarify",
        shortcut("Just clarify", "Nobody sees your line"),
        mention("Just clarify", "Nobody sees your line"),
    ),
    Feature(
        "how we work, and shared goals",
        home_then(WAITS, "How we work", ends="little by little"),
        desk_then(WAITS, "How we work", ends="little by little"),
    ),
    Feature(
        "what is kept, from the desk",
        home_then(WAITS, "What is kept", ends="Who could read it"),
        desk_then(WAITS, "What is kept", ends="Who could read it"),
    ),
    Feature("what is kept, from the card", *card("What is kept", "Who could read it")),
    Feature("propose a standstill", *card("Agree on a standstill", "Neither side does this")),
    Feature("suggest trade-offs", *card("Suggest trade-offs", "Trade-offs")),
)


def test_every_feature_costs_the_external_person_at_most_one_tap_more(place: Place) -> None:
    place.raised()
    cost = {
        f.name: (taps(place.maria, f.host, place), taps(place.tomas, f.partner, place))
        for f in FEATURES
    }
    assert {name: c for name, c in cost.items() if c[1] > c[0] + 1} == {}, cost
    assert len(cost) == len(FEATURES)


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
