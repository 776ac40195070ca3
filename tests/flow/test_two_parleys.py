"""Two Parleys in one channel: the host's serves it, and nothing is answered twice."""

from bot.sandbox.person import Person
from bot.sandbox.play.hands import PATIENCE_S
from tests.flow.house import SUPPLIER, House, Place

STEPS_BACK = f"the one of {SUPPLIER} serves everybody alike"


def the_hosts_arrives(place: Place) -> None:
    """The supplier's own Parley puts its desk into the channel, which the supplier hosts."""
    stage = place.house.sandbox.stage
    key = {"event_type": "parley", "event_payload": {"key": f"desk:{place.channel}"}}
    stage.other_app_says(
        place.channel,
        "Their desk",
        name="Parley of Baltic",
        team=place.tomas.team,
        metadata=key,
    )


def somebody_joins(place: Place) -> Person:
    newcomer = place.house.person("Kim Sand", team=place.tomas.team)
    place.house.sandbox.stage.add_to_channel(place.channel, newcomer.id)
    return newcomer


def test_the_hosts_that_arrives_second_serves_from_then_on(house: House) -> None:
    place = house.place(hosted_by_supplier=True)
    place.sees_button(place.maria, "My desk")
    the_hosts_arrives(place)
    somebody_joins(place)
    place.sees(place.tomas, STEPS_BACK)
    place.maria.wait_for(lambda screen: "My desk" not in screen.buttons, place.channel, PATIENCE_S)
    before = place.count(STEPS_BACK)
    somebody_joins(place)
    place.maria.message_shortcut("Raise an issue", place.channel, place.write())
    told = place.maria.wait_for_modal("", PATIENCE_S, without="One moment…")
    assert STEPS_BACK in told.text
    assert place.count(STEPS_BACK) == before, "it is said once"
    assert place.count("Case ") == 0
    assert house.sandbox.stage.pinned(place.channel) == []


def test_a_channel_of_ones_own_is_served_whoever_else_is_there(house: House) -> None:
    place = house.place()
    place.sees_button(place.maria, "My desk")
    the_hosts_arrives(place)
    somebody_joins(place)
    place.raised()
    assert place.count(STEPS_BACK) == 0
    assert house.sandbox.stage.pinned(place.channel) != []
