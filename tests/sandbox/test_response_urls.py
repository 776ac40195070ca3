"""What is posted to a response_url: for one person, or for the original, five times at most."""

import urllib.error
import urllib.request

import pytest
from slack_sdk.webhook import WebhookClient

from bot.sandbox.opening import SHARED
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from tests.sandbox.apps import web_client
from tests.sandbox.modals import actions, button, field, modal
from tests.sandbox.recorder import Recorder


@pytest.fixture
def maria(sandbox: Sandbox) -> Person:
    return sandbox.person("maria")


def clicked(sandbox: Sandbox, recorder: Recorder, maria: Person) -> WebhookClient:
    """Answer to a click of Maria's on a message of the app."""
    blocks = [actions(button("Go"))]
    web_client(sandbox).chat_postMessage(channel=SHARED, text="Original", blocks=blocks)
    maria.click("Go", channel=SHARED)
    return WebhookClient(str(recorder.wait("block_actions")[-1]["response_url"]))


def test_an_answer_is_for_whoever_clicked(
    sandbox: Sandbox, recorder: Recorder, maria: Person
) -> None:
    answer = clicked(sandbox, recorder, maria)
    assert answer.send(text="Only for you", replace_original=False).status_code == 200
    assert maria.screen(SHARED).messages[-1].ephemeral
    assert "Only for you" not in sandbox.person("tomas").screen(SHARED).text


def test_an_answer_in_channel_is_for_all(
    sandbox: Sandbox, recorder: Recorder, maria: Person
) -> None:
    clicked(sandbox, recorder, maria).send(text="For all", response_type="in_channel")
    assert "For all" in sandbox.person("tomas").screen(SHARED).text


def test_an_answer_can_replace_the_original(
    sandbox: Sandbox, recorder: Recorder, maria: Person
) -> None:
    clicked(sandbox, recorder, maria).send(text="Replaced", replace_original=True)
    messages = sandbox.person("tomas").screen(SHARED).messages
    assert [(m.text, m.buttons) for m in messages] == [("Replaced", ())]


def test_an_answer_can_delete_the_original(
    sandbox: Sandbox, recorder: Recorder, maria: Person
) -> None:
    clicked(sandbox, recorder, maria).send(delete_original=True)
    assert maria.screen(SHARED).messages == ()


def test_an_ephemeral_original_is_replaced_for_its_reader(
    sandbox: Sandbox, recorder: Recorder, maria: Person
) -> None:
    blocks = [actions(button("Go"))]
    web_client(sandbox).chat_postEphemeral(
        channel=SHARED, user=maria.id, text="Private", blocks=blocks
    )
    maria.click("Go", channel=SHARED)
    body = recorder.wait("block_actions")[0]
    assert "message" not in body
    WebhookClient(str(body["response_url"])).send(text="Done", replace_original=True)
    assert [(m.text, m.ephemeral) for m in maria.screen(SHARED).messages] == [("Done", True)]
    assert sandbox.person("tomas").screen(SHARED).messages == ()


def test_an_address_takes_five_answers(sandbox: Sandbox, recorder: Recorder, maria: Person) -> None:
    answer = clicked(sandbox, recorder, maria)
    codes = [answer.send(text=str(n)).status_code for n in range(6)]
    assert codes == [200] * 5 + [404]


def test_an_address_lives_half_an_hour(sandbox: Sandbox, recorder: Recorder, maria: Person) -> None:
    answer = clicked(sandbox, recorder, maria)
    sandbox.stage.expire_response_urls()
    refused = answer.send(text="too late")
    assert (refused.status_code, "expired_url" in refused.body) == (404, True)
    assert "too late" not in maria.screen(SHARED).text


def test_an_answer_without_content_or_with_bad_blocks_is_refused(
    sandbox: Sandbox, recorder: Recorder, maria: Person
) -> None:
    answer = clicked(sandbox, recorder, maria)
    assert "no_text" in answer.send(text="").body
    assert "invalid_blocks" in answer.send(text="x", blocks=[{"type": "section"}]).body


def test_an_answer_that_is_no_json_is_refused(
    sandbox: Sandbox, recorder: Recorder, maria: Person
) -> None:
    url = clicked(sandbox, recorder, maria).url
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with pytest.raises(urllib.error.HTTPError, match="404"):
        opener.open(urllib.request.Request(url, b"{"), timeout=5)


def test_an_unknown_address_is_refused(sandbox: Sandbox) -> None:
    assert WebhookClient(f"{sandbox.address}/actions/T1/R9").send(text="x").status_code == 404


def test_a_form_can_ask_for_an_address_in_a_channel_of_the_persons_choice(
    sandbox: Sandbox, recorder: Recorder, maria: Person
) -> None:
    picker = {"type": "conversations_select", "response_url_enabled": True}
    recorder.opens = modal(field("Where", picker))
    maria.global_shortcut("any")
    maria.pick_channel("Where", SHARED)
    assert maria.submit() == {}
    given = recorder.wait("view_submission")[0]["response_urls"][0]
    assert given["channel_id"] == SHARED
    WebhookClient(given["response_url"]).send(text="Raised", response_type="in_channel")
    assert "Raised" in sandbox.person("tomas").screen(SHARED).text


def test_the_answer_to_a_click_in_a_thread_stays_in_the_thread(
    sandbox: Sandbox, recorder: Recorder, maria: Person
) -> None:
    root = maria.post(SHARED, "late")
    web_client(sandbox).chat_postMessage(
        channel=SHARED, text="Card", thread_ts=root, blocks=[actions(button("Go"))]
    )
    maria.click("Go", channel=SHARED, thread=root)
    url = str(recorder.wait("block_actions")[0]["response_url"])
    WebhookClient(url).send(text="Noted", replace_original=False)
    assert maria.thread(SHARED, root).messages[-1].text == "Noted"
