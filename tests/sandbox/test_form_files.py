"""Files in forms: attached by a person, told to the app, fetched by it with its token alone."""

import urllib.error
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest
from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.sandbox.opening import SHARED
from bot.sandbox.options import AppManifest
from bot.sandbox.refusals import PersonRefused
from bot.sandbox.server import Sandbox, running_sandbox
from tests.sandbox.apps import connected_app, refusal, web_client
from tests.sandbox.modals import field, modal

JSON = dict[str, Any]
CSV = "order;due\nPedido Ñ;2026-11-03\n".encode()
FILE = {"type": "file_input", "filetypes": ["csv"], "max_files": 1}
FORM = modal(field("The rows", FILE))


@pytest.fixture(scope="module")
def running() -> Iterator[tuple[Sandbox, list[JSON]]]:
    """A sandbox, and what its app was told by forms: it opens one at a shortcut."""
    told: list[JSON] = []

    def wire(app: App) -> None:
        @app.shortcut("open")
        def open_form(ack: Ack, body: JSON, client: WebClient) -> None:
            ack()
            client.views_open(trigger_id=body["trigger_id"], view=FORM)

        @app.view("form")
        def sent(ack: Ack, body: JSON) -> None:
            told.append(body["view"]["state"]["values"])
            ack()

    with running_sandbox() as sandbox, connected_app(sandbox, wire):
        yield sandbox, told


def fetched(address: str, token: str) -> bytes:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _Stay)
    wanted = urllib.request.Request(address, headers={"Authorization": f"Bearer {token}"})
    with opener.open(wanted, timeout=5) as answer:
        return bytes(answer.read())


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        """Nobody is followed."""


def test_a_file_that_somebody_attaches_comes_to_the_app_as_slack_tells_it(
    running: tuple[Sandbox, list[JSON]],
) -> None:
    sandbox, told = running
    tomas, api = sandbox.person("tomas"), web_client(sandbox)
    ts = tomas.post(SHARED, "Here are our rows.")
    maria = sandbox.person("maria")
    maria.message_shortcut("open", SHARED, ts)
    maria.attach("The rows", "orders.csv", CSV)
    assert maria.form().value("The rows") == "orders.csv"
    assert maria.taps == 4
    assert maria.submit() == {}
    (file,) = told[-1]["the_rows"]["value"]["files"]
    assert (file["name"], file["size"], file["user"]) == ("orders.csv", len(CSV), maria.id)
    address = api.files_info(file=file["id"])["file"]["url_private_download"]
    assert fetched(address, sandbox.bot_token) == CSV
    with pytest.raises(urllib.error.HTTPError, match="302"):
        fetched(address, "xoxb-another")


def test_an_empty_field_holds_no_file_and_a_required_one_is_asked_for(
    running: tuple[Sandbox, list[JSON]],
) -> None:
    sandbox, _ = running
    maria = sandbox.person("maria")
    maria.message_shortcut("open", SHARED, maria.post(SHARED, "And ours."))
    assert maria.submit() == {"The rows": "Please complete this required field."}
    maria.close()


@pytest.mark.parametrize(
    ("name", "size", "says"),
    [("orders.exe", 3, r"ends in \.exe"), ("orders.csv", 10_000_001, "larger than 10 MB")],
)
def test_the_client_takes_no_other_files(
    running: tuple[Sandbox, list[JSON]], name: str, size: int, says: str
) -> None:
    sandbox, _ = running
    maria = sandbox.person("maria")
    maria.message_shortcut("open", SHARED, maria.post(SHARED, "Or these."))
    with pytest.raises(PersonRefused, match=says):
        maria.attach("The rows", name, b"x" * size)
    maria.close()


def test_an_app_that_may_not_read_files_cannot_ask_for_one() -> None:
    scopes = {"oauth_config": {"scopes": {"bot": ["chat:write"]}}}
    with running_sandbox(manifest=AppManifest.parse(scopes)) as sandbox:
        api = web_client(sandbox)
        view = {"type": "home", "blocks": [FORM["blocks"][0]]}
        user = str(api.users_list()["members"][1]["id"])
        assert refusal(lambda: api.views_publish(user_id=user, view=view)) == "invalid_arguments"
        given = api.files_upload_v2(filename="a.csv", content="a,b", request_file_info=False)
        file_id = given["files"][0]["id"]
        assert refusal(lambda: api.files_info(file=file_id)) == "missing_scope"


def test_a_file_is_asked_for_in_modals_alone(running: tuple[Sandbox, list[JSON]]) -> None:
    api = web_client(running[0])
    post = {"channel": SHARED, "text": "x", "blocks": [FORM["blocks"][0]]}
    assert refusal(lambda: api.api_call("chat.postMessage", json=post)) == "invalid_blocks"
