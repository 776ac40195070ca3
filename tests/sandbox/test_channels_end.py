"""Channels that end: archived, deleted, or left by an organisation."""

from bot.sandbox.opening import MARIA, SHARED, SUPPLIER
from bot.sandbox.server import Sandbox
from tests.sandbox.apps import refusal, web_client
from tests.sandbox.recorder import Recorder


def test_an_archived_channel_takes_nothing_until_it_is_opened_again(
    sandbox: Sandbox, recorder: Recorder
) -> None:
    api = web_client(sandbox)
    sandbox.stage.archive_channel(SHARED)
    recorder.wait("channel_archive")
    assert refusal(lambda: api.chat_postMessage(channel=SHARED, text="x")) == "is_archived"
    sandbox.stage.unarchive_channel(SHARED)
    event = recorder.wait("channel_unarchive")[0]["event"]
    assert (event["channel"], event["user"]) == (SHARED, MARIA.id)
    assert api.chat_postMessage(channel=SHARED, text="x")["ok"]


def test_a_deleted_channel_is_found_by_nobody(sandbox: Sandbox, recorder: Recorder) -> None:
    api = web_client(sandbox)
    ts = api.chat_postMessage(channel=SHARED, text="x")["ts"]
    sandbox.stage.delete_channel(SHARED)
    assert recorder.wait("channel_deleted")[0]["event"]["channel"] == SHARED
    for call in (
        lambda: api.chat_postMessage(channel=SHARED, text="x"),
        lambda: api.chat_update(channel=SHARED, ts=ts, text="y"),
        lambda: api.conversations_info(channel=SHARED),
    ):
        assert refusal(call) == "channel_not_found"
    assert SHARED not in sandbox.person("maria").channels().values()


def test_an_organisation_that_leaves_takes_its_people_with_it(
    sandbox: Sandbox, recorder: Recorder
) -> None:
    sandbox.stage.unshare_channel(SHARED, SUPPLIER.id)
    event = recorder.wait("channel_unshared")[0]["event"]
    assert event["previously_connected_team_id"] == SUPPLIER.id
    assert (event["channel"], event["is_ext_shared"]) == (SHARED, False)
    info = web_client(sandbox).conversations_info(channel=SHARED)["channel"]
    assert (info["is_ext_shared"], info["connected_team_ids"]) == (False, [])
    assert "northwind-baltic" in sandbox.person("maria").channels()
    assert "northwind-baltic" not in sandbox.person("tomas").channels()


def test_what_happens_to_a_private_channel_has_names_of_its_own(
    sandbox: Sandbox, recorder: Recorder
) -> None:
    private = sandbox.stage.add_channel("private", [MARIA.id], private=True)
    sandbox.stage.archive_channel(private)
    sandbox.stage.unarchive_channel(private)
    sandbox.stage.delete_channel(private)
    for kind in ("group_archive", "group_unarchive", "group_deleted"):
        assert recorder.wait(kind)[0]["event"]["channel"] == private
