"""The whole way with the real slack-bolt and its Socket Mode client, from shortcut to update."""

from typing import Any

from slack_bolt import App

from bot.sandbox.opening import SHARED, SUPPLIER
from bot.sandbox.server import Sandbox
from tests.sandbox.apps import JSON, connected_app, plain

ISSUE_FORM: JSON = {
    "type": "modal",
    "callback_id": "issue",
    "title": plain("Raise an issue"),
    "submit": plain("Raise"),
    "blocks": [
        {
            "type": "input",
            "block_id": "what",
            "label": plain("What happened?"),
            "element": {"type": "plain_text_input", "action_id": "text", "multiline": True},
        }
    ],
}


def card(text: str, *buttons: str) -> list[JSON]:
    elements = [{"type": "button", "action_id": b, "text": plain(b), "value": b} for b in buttons]
    section = {"type": "section", "text": {"type": "mrkdwn", "text": text}}
    return [section, {"type": "actions", "elements": elements}]


def wire_issue_app(app: App, clicks: list[JSON]) -> None:
    @app.shortcut("raise_issue")
    def raise_issue(ack: Any, client: Any, body: JSON) -> None:
        view = ISSUE_FORM | {"private_metadata": body["message"]["ts"]}
        client.views_open(trigger_id=body["trigger_id"], view=view)
        ack()

    @app.view("issue")
    def take(ack: Any, client: Any, body: JSON) -> None:
        text = body["view"]["state"]["values"]["what"]["text"]["value"]
        if len(text) < 5:
            ack(response_action="errors", errors={"what": "Please say a little more."})
            return
        ack()
        thread = body["view"]["private_metadata"]
        blocks = card(f"*Raised*: {text}", "Tell your side")
        client.chat_postMessage(channel=SHARED, text="Raised", thread_ts=thread, blocks=blocks)

    @app.action("Tell your side")
    def told(ack: Any, client: Any, body: JSON) -> None:
        clicks.append(body)
        ack()
        blocks = card(f"{body['user']['name']} has told", "Next")
        message = body["message"]
        client.chat_update(channel=SHARED, ts=message["ts"], text="Told", blocks=blocks)


def test_from_a_shortcut_to_a_card_that_an_external_person_clicks(sandbox: Sandbox) -> None:
    clicks: list[JSON] = []
    with connected_app(sandbox, lambda app: wire_issue_app(app, clicks)):
        maria, tomas = sandbox.person("maria"), sandbox.person("tomas")
        late = maria.post(SHARED, "The pallets came four days late again.")

        maria.message_shortcut("raise_issue", SHARED, late)
        assert maria.form().title == "Raise an issue"
        assert tomas.modal() is None
        maria.fill("What happened?", "Late")
        assert maria.submit() == {"What happened?": "Please say a little more."}
        maria.fill("What happened?", "Four days late, twice")
        assert maria.submit() == {}
        assert maria.modal() is None

        tomas.wait_for("Raised: Four days late, twice", SHARED)
        tomas.click("Tell your side", channel=SHARED)
        screen = maria.wait_for("tomas has told", SHARED)
        assert screen.buttons == ("Next",)
        assert screen.find("tomas has told").thread_ts == late

    assert clicks[0]["user"]["team_id"] == SUPPLIER.id
    assert clicks[0]["team"]["id"] == "T0NORTHWIND"
    assert (maria.taps, maria.words) == (6, 12)
    assert (tomas.taps, tomas.words) == (1, 0)
