"""At every stage of a case, the external person does all that the host does, at one tap more."""

from collections.abc import Callable

from bot.sandbox.play.hands import Hands
from tests.flow.features import (
    WAITS,
    Feature,
    card,
    desk,
    desk_then,
    form_of,
    home,
    home_then,
    taps,
)
from tests.flow.house import Place


def ways(label: str, ends: str, *further: str) -> tuple[Feature, Feature]:
    """From the desk, and on the card; `further` are buttons of the form that opens."""

    def on_card(who: str) -> Callable[[Place], None]:
        def go(place: Place) -> None:
            person = getattr(place, who)
            place.opens(person, label)
            for each in further:
                person.press(each)
            form_of(person, ends)

        return go

    return (
        Feature(
            f"{label} {further} from the desk",
            home_then(WAITS, label, *further, ends=ends),
            desk_then(WAITS, label, *further, ends=ends),
        ),
        Feature(f"{label} {further} on the card", on_card("maria"), on_card("tomas")),
    )


def settings(place: Place) -> None:
    place.maria.command("/parley", "settings", place.channel)
    place.maria.taps += 1  # the key that sends it
    form_of(place.maria, "This channel's week")


SETTINGS = Feature("settings", settings, desk_then(WAITS, "Settings", ends="This channel's week"))


def shown(text: str) -> Feature:
    return Feature(
        text,
        lambda place: home(place, text),
        lambda place: desk(place, place.tomas, text),
    )


def test_every_feature_of_every_stage_costs_at_most_one_tap_more(place: Place) -> None:
    cost: dict[str, tuple[int, int]] = {}

    def walk(*features: Feature) -> None:
        for f in features:
            cost[f.name] = (taps(place.maria, f.host, place), taps(place.tomas, f.partner, place))

    place.raised()
    walk(SETTINGS)
    place.both(Hands.tell)
    place.sees_button(place.tomas, "Check your part")
    walk(*ways("Check your part", "what the common statement will say"))
    place.both(Hands.check_part)
    place.sees_button(place.tomas, "Count it together")
    walk(
        Feature("count", *card("Count it together", "Both sides see every usual way")),
        shown("Case "),
    )
    place.maria.click("Look for a package", channel=place.channel)
    place.sees_button(place.tomas, "Check the terms")
    walk(*ways("Check the terms", "These could be part of a package"))
    place.both(lambda h: h.check_terms({}))
    place.sees_button(place.tomas, "Say what matters")
    rating = "Only your side and Parley see this"
    walk(*ways("Say what matters", rating), *ways("Say what matters", rating, "Fine-tune"))
    place.both(Hands.rate)
    place.sees_button(place.tomas, "Answer in private")
    walk(*ways("Answer in private", "Tick every package"))
    place.both(Hands.answer)
    place.sees_button(place.tomas, "Read and sign")
    walk(
        *ways("Read and sign", "With Sign you say that you may sign"),
        *ways("Read and sign", "You attest", "Our signatory is not in Slack"),
    )
    place.both(Hands.sign)
    place.sees_button(place.tomas, "Change or contest")
    walk(
        shown("Promises"),
        shown("Going on"),
        Feature("change or contest", *card("Change or contest", "promise")),
        Feature(
            "case from the list",
            home_then("Going on", "Open", ends="promise"),
            desk_then("Going on", "Open", ends="promise"),
        ),
    )
    assert len(cost) == 21
    assert {name: c for name, c in cost.items() if c[1] > c[0] + 1} == {}, cost
