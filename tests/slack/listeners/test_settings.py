"""The settings: opened by the command or a button, kept by the form; the emoji listens to them."""

import json
from dataclasses import replace

from bot.casework.my_desk import Desk, my_desk
from bot.casework.name_people import NamePeople, name_people
from bot.casework.preferences import Emoji, Habits, Part
from bot.mediation.people import ChannelId
from bot.slack.limits import faults_of_view
from bot.slack.views import actions as names
from bot.slack.views.private.desk_view import desk_view
from bot.slack.views.private.home import home
from bot.slack.views.private.settings_form import PARTS
from tests.casework.world import ALEX, ANNA, BEN, CHANNEL, GUEST, WORKSPACE
from tests.slack.listeners.front import Front
from tests.slack.shown import buttons, read, value_of


def test_the_command_opens_the_form_and_the_form_is_kept(front: Front) -> None:
    front.command(ANNA, "settings")
    form = front.opened()
    assert faults_of_view(form) == ()
    assert "Empty: UTC, as Slack says." in read(form)
    parts = next(b["element"] for b in form["blocks"] if b.get("block_id") == "parts")
    shown = [e["text"]["text"] for e in parts["initial_options"]]
    answer = front.submit(ANNA, form, day="Thursday", hour="15:00", my_day="Never", parts=shown[:1])
    assert "This channel's next week" in read(answer.body["view"])
    assert faults_of_view(answer.body["view"]) == ()
    with front.world.store() as uow:
        channel = uow.preferences.get(WORKSPACE, CHANNEL, Habits)
        mine = uow.preferences.get(WORKSPACE, ANNA.person, Habits)
    assert channel == Habits(weekday=3, hour=15, left_out=frozenset(PARTS) - {Part.KEPT})
    assert mine == Habits(digest=False)


def test_the_week_is_told_in_the_language_that_was_chosen(front: Front) -> None:
    front.world.raise_case()
    assert "This week in this channel" in front.command(ANNA, "digest").body["text"]
    front.command(ANNA, "settings")
    front.submit(ANNA, front.opened(), my_language="Español")
    with front.world.store() as uow:
        mine = uow.preferences.get(WORKSPACE, ANNA.person, Habits)
    assert mine == Habits(language="es")
    told = front.command(ANNA, "digest").body
    assert told["text"] == "Esta semana en este canal: 1 línea."
    assert "Nuevo: «" in read(told)


def test_what_ones_own_week_speaks_of_is_ones_own_to_choose(front: Front) -> None:
    front.command(ANNA, "settings")
    front.submit(ANNA, front.opened(), my_parts=["What waits for your answer"])
    with front.world.store() as uow:
        mine = uow.preferences.get(WORKSPACE, ANNA.person, Habits)
        channel = uow.preferences.get(WORKSPACE, CHANNEL, Habits)
    assert mine == Habits(left_out=frozenset({Part.OVERDUE, Part.DUE, Part.CONFIRM}))
    assert channel == Habits()


def test_a_zone_that_nobody_knows_comes_back_with_its_sentence(front: Front) -> None:
    front.command(ANNA, "settings")
    answer = front.submit(ANNA, front.opened(), my_zone="Mars/Olympus")
    assert "Europe/Berlin" in answer.body["errors"]["my_zone"]


def test_a_button_opens_it_for_whom_commands_do_not_work(front: Front) -> None:
    front.click(BEN, names.SETTINGS, "settings")
    form = front.opened()
    assert "Days off of Borealis" in read(form)
    assert "emoji" not in [b.get("block_id") for b in form["blocks"]], "the host's to choose"


def test_whom_parley_cannot_write_to_is_promised_no_week_of_their_own(front: Front) -> None:
    front.click(BEN, names.SETTINGS, "settings")
    form = front.opened()
    assert faults_of_view(form) == ()
    assert "Your own week" not in [b["text"]["text"] for b in form["blocks"] if "text" in b]
    assert "your week stands on My desk" in read(form)
    said = read(front.submit(BEN, form, my_hour="10:00").body["view"])
    assert "Your own:" not in said
    assert "stands on My desk" in said
    with front.world.store() as uow:
        assert uow.preferences.get(WORKSPACE, BEN.person, Habits) == Habits(hour=10)


def test_whom_the_side_did_not_name_sets_their_own_week_alone(front: Front) -> None:
    front.world.opened(front.world.raise_case(), ALEX)
    asked = NamePeople(front.world.partnership.id, [ANNA.person], [ANNA.person])
    front.world.act(name_people, asked, by=ANNA)
    front.command(ALEX, "settings")
    form = front.opened()
    held = {b.get("block_id") for b in form["blocks"]}
    assert not held & {"day", "hour", "parts", "days_off"}
    assert "are up to those who speak for Acme" in read(form)
    said = read(front.submit(ALEX, form, my_day="Never").body["view"])
    assert "Saved" in said
    assert "This channel's next week" in said, "it is told, and stays as it was"
    with front.world.store() as uow:
        assert uow.preferences.get(WORKSPACE, CHANNEL, Habits) is None
        assert uow.preferences.get(WORKSPACE, ALEX.person, Habits) == Habits(digest=False)


def test_who_is_on_no_side_is_told_so(front: Front) -> None:
    answer = front.command(GUEST, "settings")
    assert "on neither side" in answer.body["text"]


def test_the_emoji_are_those_that_were_chosen(front: Front) -> None:
    with front.world.store() as uow:
        uow.preferences.keep(WORKSPACE, WORKSPACE, Emoji(frozenset({"handshake"})))
        uow.commit()
    for event_id, name in (("E1", "scales"), ("E2", "handshake")):
        item = {"type": "message", "channel": CHANNEL, "ts": "100.1"}
        front.event(event_id, type="reaction_added", user=ANNA.person, reaction=name, item=item)
    front.world.run_jobs()
    assert len(front.world.room.ways_in) == 1


def test_my_desk_leads_to_the_settings_of_its_channel(front: Front) -> None:
    desk = desk_view(Desk(), CHANNEL)
    assert faults_of_view(desk) == ()
    front.click(BEN, names.SETTINGS, value_of(desk, "Settings"), view={**desk, "id": "V1"})
    assert "Days off of Borealis" in read(front.pushed())


HOME = {"id": "V1", "type": "home", "blocks": []}


def test_home_opens_the_settings_of_the_one_channel(front: Front) -> None:
    with front.world.store() as uow:
        desk = my_desk(WORKSPACE, ANNA, uow=uow, now=front.world.clock.now())
    front.click(ANNA, names.SETTINGS, value_of(home(desk), "Settings"), view=HOME)
    assert front.opened()["callback_id"] == names.SETTINGS_FORM
    assert json.loads(front.opened()["private_metadata"])["channel"] == CHANNEL


def test_where_there_are_several_channels_home_asks_of_which_first(front: Front) -> None:
    with front.world.store() as uow:
        desk = my_desk(WORKSPACE, ANNA, uow=uow, now=front.world.clock.now())
    (own,) = desk.sides
    two = replace(desk, sides=(replace(own, channels=(CHANNEL, ChannelId("C2"))),))
    front.click(ANNA, names.SETTINGS, value_of(home(two), "Settings"), view=HOME)
    asked = front.opened()
    assert faults_of_view(asked) == ()
    front.click(ANNA, names.SETTINGS_WHERE, CHANNEL, view={**asked, "id": "V2"})
    assert front.turned()["callback_id"] == names.SETTINGS_FORM


def test_the_desk_has_one_way_to_the_settings(front: Front) -> None:
    with front.world.store() as uow:
        desk = my_desk(WORKSPACE, BEN, uow=uow, now=front.world.clock.now())
    assert buttons(desk_view(desk, CHANNEL)).count("Settings") == 1
