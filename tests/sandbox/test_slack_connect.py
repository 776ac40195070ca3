"""Two organisations in one channel: what works for outsiders, what does not, and as whom."""

import pytest

from bot.sandbox.opening import GRETA, HOST, SHARED, SUPPLIER, TOMAS, WITH_GUEST
from bot.sandbox.refusals import PersonRefused
from bot.sandbox.server import Sandbox
from tests.sandbox.apps import refusal, web_client
from tests.sandbox.modals import actions, button, modal, text_field
from tests.sandbox.recorder import Recorder


def with_button(sandbox: Sandbox, channel: str = SHARED) -> None:
    blocks = [actions(button("Tell your side"))]
    web_client(sandbox).chat_postMessage(channel=channel, text="Case", blocks=blocks)


def test_an_external_persons_command_never_reaches_the_app(
    sandbox: Sandbox, recorder: Recorder
) -> None:
    tomas = sandbox.person("tomas")
    with pytest.raises(PersonRefused, match="/parley is not a valid command"):
        tomas.command("/parley", "help", SHARED)
    assert "/parley" not in recorder.kinds()
    assert sandbox.stage.attempts("/parley") == []


def test_an_external_person_has_no_shortcuts(sandbox: Sandbox, recorder: Recorder) -> None:
    tomas = sandbox.person("tomas")
    ts = tomas.post(SHARED, "We did warn you")
    with pytest.raises(PersonRefused, match="no shortcut"):
        tomas.message_shortcut("raise_issue", SHARED, ts)
    with pytest.raises(PersonRefused, match="no shortcut"):
        tomas.global_shortcut("raise_issue")
    assert sandbox.stage.attempts("message_action") == []


def test_an_external_persons_click_opens_a_form_and_its_submission_arrives(
    sandbox: Sandbox, recorder: Recorder
) -> None:
    with_button(sandbox)
    tomas = sandbox.person("tomas")
    recorder.opens = modal(text_field("Why"))
    tomas.click("Tell your side", channel=SHARED)
    tomas.fill("Why", "the forecast came late")
    assert tomas.submit() == {}
    click, form = recorder.wait("block_actions")[0], recorder.wait("view_submission")[0]
    for body in (click, form):
        assert body["user"]["team_id"] == SUPPLIER.id
        assert body["team"]["id"] == HOST.id
    assert form["view"]["app_installed_team_id"] == HOST.id
    assert form["view"]["team_id"] == SUPPLIER.id


def test_an_external_persons_message_and_mention_arrive_with_both_teams(
    sandbox: Sandbox, recorder: Recorder
) -> None:
    sandbox.person("tomas").mention(SHARED, "can you help")
    message = recorder.wait("message")[0]
    mention = recorder.wait("app_mention")[0]
    assert message["team_id"] == message["event"]["user_team"] == SUPPLIER.id
    assert mention["team_id"] == HOST.id
    assert mention["event"]["user_team"] == SUPPLIER.id
    assert message["event_id"] != mention["event_id"]
    assert message["event"]["ts"] == mention["event"]["ts"]
    assert message["is_ext_shared_channel"] is True


def test_an_external_person_has_no_conversation_with_the_app_and_no_home(
    sandbox: Sandbox,
) -> None:
    tomas = sandbox.person("tomas")
    with pytest.raises(PersonRefused, match="cannot write to this app"):
        tomas.direct()
    with pytest.raises(PersonRefused, match="cannot write to this app"):
        tomas.open_home()
    api = web_client(sandbox)
    assert refusal(lambda: api.chat_postMessage(channel=TOMAS.id, text="x")) == "channel_not_found"


def test_a_guest_acts_under_the_hosts_team_and_has_commands(
    sandbox: Sandbox, recorder: Recorder
) -> None:
    greta = sandbox.person("greta")
    assert (greta.team, greta.external) == (HOST.id, False)
    with_button(sandbox, WITH_GUEST)
    greta.click("Tell your side", channel=WITH_GUEST)
    greta.command("/parley", "help", WITH_GUEST)
    assert recorder.wait("block_actions")[0]["user"]["team_id"] == HOST.id
    assert recorder.wait("/parley")[0]["user_id"] == GRETA.id


def test_a_channel_that_becomes_shared_is_told_to_the_app(
    sandbox: Sandbox, recorder: Recorder
) -> None:
    sandbox.stage.share_channel(WITH_GUEST, SUPPLIER.id)
    event = recorder.wait("channel_shared")[0]["event"]
    assert (event["channel"], event["connected_team_id"]) == (WITH_GUEST, SUPPLIER.id)
    info = web_client(sandbox).conversations_info(channel=WITH_GUEST)["channel"]
    assert info["is_ext_shared"] is True


def test_a_third_organisation_can_be_brought_in(sandbox: Sandbox, recorder: Recorder) -> None:
    carrier = sandbox.stage.add_organisation("Hanse Freight", "hanse-freight")
    olaf = sandbox.stage.add_person("olaf", "Olaf Lind", team=carrier, tz="Europe/Stockholm")
    sandbox.stage.share_channel(SHARED, carrier)
    sandbox.stage.add_to_channel(SHARED, olaf)
    joined = recorder.wait("member_joined_channel")[0]
    assert (joined["event"]["user"], joined["event"]["team"]) == (olaf, carrier)
    sandbox.person("olaf").post(SHARED, "Hello both")
    assert recorder.wait("message")[0]["team_id"] == carrier


def test_a_click_is_refused_to_whoever_was_taken_out_of_the_channel(
    sandbox: Sandbox, recorder: Recorder
) -> None:
    with_button(sandbox)
    tomas = sandbox.person("tomas")
    seen = tomas.screen(SHARED).with_button("Tell your side")
    sandbox.stage.remove_from_channel(SHARED, TOMAS.id)
    with pytest.raises(PersonRefused, match="not in this channel"):
        tomas.click("Tell your side", message=seen)
    assert "block_actions" not in recorder.kinds()


def test_a_form_left_open_can_still_be_sent_after_leaving_the_channel(
    sandbox: Sandbox, recorder: Recorder
) -> None:
    with_button(sandbox)
    tomas = sandbox.person("tomas")
    recorder.opens = modal(text_field("Why"))
    tomas.click("Tell your side", channel=SHARED)
    sandbox.stage.remove_from_channel(SHARED, TOMAS.id)
    tomas.fill("Why", "late forecast")
    assert tomas.submit() == {}
    assert recorder.wait("view_submission")
