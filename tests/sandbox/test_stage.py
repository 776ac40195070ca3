"""The stage hands set up people and places, and see what nobody else sees."""

import pytest

from bot.sandbox.opening import GRETA, HOST, JONAS, MARIA, SHARED, SUPPLIER
from bot.sandbox.refusals import PersonRefused
from bot.sandbox.server import Sandbox
from tests.sandbox.apps import eventually, web_client
from tests.sandbox.recorder import Recorder


def test_a_person_of_an_organisation_and_a_guest_are_added(sandbox: Sandbox) -> None:
    anna = sandbox.stage.add_person("anna", "Anna Ruiz", tz="Europe/Madrid", email="a@n.example")
    lars = sandbox.stage.add_person("lars", "Lars Dahl", team=SUPPLIER.id, stranger=True)
    omar = sandbox.stage.add_person("omar", "Omar Aziz", guest=True)
    api = web_client(sandbox)
    people = {u: api.users_info(user=u)["user"] for u in (anna, lars, omar)}
    assert [p["team_id"] for p in people.values()] == [HOST.id, SUPPLIER.id, HOST.id]
    assert people[anna]["profile"]["email"] == "a@n.example"
    assert people[lars]["is_stranger"] is True
    assert people[omar]["is_restricted"] is True


def test_nobody_belongs_to_an_unknown_organisation(sandbox: Sandbox) -> None:
    with pytest.raises(PersonRefused, match="team_not_found"):
        sandbox.stage.add_person("x", "X", team="T9")


def test_a_new_channel_has_its_people_and_the_app_is_told_that_it_joined(
    sandbox: Sandbox, recorder: Recorder
) -> None:
    channel = sandbox.stage.add_channel("new", [MARIA.id], teams=[SUPPLIER.id])
    assert recorder.wait("member_joined_channel")[0]["event"]["channel"] == channel
    assert sandbox.stage.channel("new") == channel
    info = web_client(sandbox).conversations_info(channel=channel)["channel"]
    assert (info["is_ext_shared"], info["num_members"]) == (True, 2)


def test_joining_twice_is_told_once(sandbox: Sandbox, recorder: Recorder) -> None:
    sandbox.stage.add_to_channel(SHARED, GRETA.id)
    sandbox.stage.add_to_channel(SHARED, GRETA.id)
    recorder.wait("member_joined_channel")
    eventually(lambda: len(sandbox.stage.attempts("member_joined_channel")) == 1)


def test_an_archived_channel_is_told_to_the_app(sandbox: Sandbox, recorder: Recorder) -> None:
    sandbox.stage.archive_channel(SHARED)
    event = recorder.wait("channel_archive")[0]["event"]
    assert (event["channel"], event["user"]) == (SHARED, MARIA.id)


def test_the_host_can_be_given_another_name(sandbox: Sandbox) -> None:
    sandbox.stage.name_host("Soler Foods", "soler-foods")
    assert web_client(sandbox).auth_test()["team"] == "Soler Foods"
    assert sandbox.stage.ids()["organisations"] == {
        "Soler Foods": HOST.id,
        "Baltic Packaging": SUPPLIER.id,
    }


def test_ids_are_found_by_name(sandbox: Sandbox) -> None:
    ids = sandbox.stage.ids()
    assert ids["people"]["jonas"] == JONAS.id
    assert ids["channels"]["northwind-baltic"] == SHARED


def test_pings_tell_who_was_notified_where_and_by_whom(sandbox: Sandbox) -> None:
    ts = sandbox.person("maria").mention(SHARED, "look", who=[JONAS.id])
    ping = {"channel": SHARED, "ts": ts, "by": MARIA.id, "who": JONAS.id}
    assert sandbox.stage.pings() == [ping]


def test_an_edit_that_adds_a_mention_counts_as_a_ping(sandbox: Sandbox) -> None:
    api = web_client(sandbox)
    ts = api.chat_postMessage(channel=SHARED, text="Hello")["ts"]
    assert sandbox.stage.pings() == []
    api.chat_update(channel=SHARED, ts=ts, text=f"Hello <@{MARIA.id}>")
    assert [p["who"] for p in sandbox.stage.pings()] == [MARIA.id]


def test_deliveries_are_listed_with_their_outcome(sandbox: Sandbox, recorder: Recorder) -> None:
    sandbox.person("maria").post(SHARED, "late")
    recorder.wait("message")
    eventually(lambda: len(sandbox.stage.attempts("message")) == 1)
    attempt = sandbox.stage.attempts("message")[0]
    assert (attempt["kind"], attempt["number"]) == ("events_api", 0)
    assert attempt["outcome"] == "acknowledged"
    assert sandbox.stage.unacknowledged() == []


def test_events_without_an_app_are_listed_as_unacknowledged(sandbox: Sandbox) -> None:
    sandbox.person("maria").post(SHARED, "is anybody there")
    eventually(lambda: len(sandbox.stage.unacknowledged()) == 4)
    assert {a["outcome"] for a in sandbox.stage.unacknowledged()} == {"connection_failed"}
    assert [a["number"] for a in sandbox.stage.unacknowledged()] == [0, 1, 2, 3]


def test_an_unknown_errand_is_refused(sandbox: Sandbox) -> None:
    with pytest.raises(PersonRefused):
        sandbox.stage.add_to_channel("C9", MARIA.id)


def test_the_language_of_a_person_is_told_where_it_is_asked_for(sandbox: Sandbox) -> None:
    lola = sandbox.stage.add_person("lola", "Lola Prat", locale="es-ES")
    api = web_client(sandbox)
    asked = api.users_info(user=lola, include_locale=True)["user"]
    assert asked["locale"] == "es-ES"
    assert "locale" not in api.users_info(user=lola)["user"]
