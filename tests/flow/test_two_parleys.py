"""Two Parleys in one channel: the host's serves it, and nothing is answered twice."""

import sqlite3
import time
from contextlib import closing

from bot.sandbox.person import Person
from bot.sandbox.play.hands import PATIENCE_S
from tests.flow.house import HOST, SUPPLIER, House, Place
from tests.sandbox.apps import eventually

ANSWERS = "What one side tells in private never reaches the other."
"""Stands under every answer to a mention or an emoji."""
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


def all_are_worked_off(place: Place, count: int) -> None:
    """So many mentions and emoji of this channel have been looked at to the end."""
    asked = "SELECT count(*) FROM workflow_status WHERE status = 'SUCCESS' AND workflow_uuid LIKE ?"
    until = time.monotonic() + PATIENCE_S
    done = 0
    while done < count and time.monotonic() < until:
        with closing(sqlite3.connect(place.house.folder / "parley.db")) as database:
            (done,) = database.execute(asked, (f"ways-in:{place.channel}:%",)).fetchone()
        time.sleep(0.1)
    assert done == count


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


def test_a_mention_and_an_emoji_are_left_to_the_other_and_the_button_of_a_case_is_not(
    house: House,
) -> None:
    place = house.place(hosted_by_supplier=True).raised()
    the_hosts_arrives(place)
    somebody_joins(place)
    place.sees(place.tomas, STEPS_BACK)
    place.sees(place.maria, STEPS_BACK)
    before = place.count(ANSWERS)
    for person in (place.maria, place.tomas):
        said = person.post(place.channel, f"{person.name}: where does this go on?")
        person.mention(place.channel, "can you help", said)
        person.react(place.channel, said, "scales")
    form = place.opens(place.tomas, "Tell your side")
    assert form.title == "Tell your side", "a case ends with whom it began"
    place.tomas.close()
    all_are_worked_off(place, 4)
    assert place.count(ANSWERS) == before
    for person in (place.maria, place.tomas):
        assert place.count(ANSWERS, person) == before


def test_the_pinned_message_says_whose_parley_serves(house: House) -> None:
    place = house.place()
    place.sees(place.tomas, f"a program run by {HOST}")
    eventually(lambda: bool(house.sandbox.stage.pinned(place.channel)), PATIENCE_S)
    pinned = house.sandbox.stage.pinned(place.channel)
    seen = place.tomas.screen(place.channel).messages
    assert [m.ts for m in seen if f"run by {HOST}" in m.text] == pinned


def test_a_channel_of_ones_own_is_served_whoever_else_is_there(house: House) -> None:
    place = house.place()
    place.sees_button(place.maria, "My desk")
    the_hosts_arrives(place)
    somebody_joins(place)
    place.raised()
    assert place.count(STEPS_BACK) == 0
    assert house.sandbox.stage.pinned(place.channel) != []
