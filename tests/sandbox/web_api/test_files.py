"""Files: announced, uploaded, complete; shared in a channel, or shown as a picture in blocks."""

import urllib.error
import urllib.request
from typing import Any

import pytest
from slack_sdk import WebClient

from bot.sandbox.opening import HOST, SHARED
from bot.sandbox.options import Options
from bot.sandbox.server import Sandbox, running_sandbox
from tests.sandbox.apps import eventually, refusal, web_client

JSON = dict[str, Any]
PNG = b"\x89PNG\r\n\x1a\n and so on"
ALT = "The balance between both sides"


def uploaded(api: WebClient, name: str = "balance.png", **more: Any) -> str:
    """A complete file; its id."""
    done = api.files_upload_v2(
        filename=name, file=PNG, alt_txt=ALT, request_file_info=False, **more
    )
    return str(done["files"][0]["id"])


def picture(**slack_file: str) -> JSON:
    return {"type": "image", "alt_text": ALT, "slack_file": slack_file}


def post(api: WebClient, *blocks: JSON) -> str:
    return refusal(lambda: api.chat_postMessage(channel=SHARED, text="x", blocks=list(blocks)))


def sent(url: str, data: bytes) -> int:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(urllib.request.Request(url, data), timeout=5) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as failure:
        return failure.code


def test_a_file_is_announced_uploaded_and_complete(api: WebClient) -> None:
    given = api.files_getUploadURLExternal(filename="a.png", length=len(PNG))
    file_id, url = str(given["file_id"]), str(given["upload_url"])
    assert refusal(lambda: api.files_info(file=file_id)) == "file_not_found"
    assert sent(url, PNG) == 200
    done = api.files_completeUploadExternal(files=[{"id": file_id, "title": "Balance"}])
    assert [(f["id"], f["title"]) for f in done["files"]] == [(file_id, "Balance")]
    told = api.files_info(file=file_id)["file"]
    assert (told["mimetype"], told["size"], told["is_public"]) == ("image/png", len(PNG), False)
    assert HOST.id in told["url_private"]


def test_an_address_takes_the_announced_bytes_once(api: WebClient) -> None:
    url = str(api.files_getUploadURLExternal(filename="a.png", length=5)["upload_url"])
    assert [sent(url, b"1234"), sent(url, b"12345"), sent(url, b"12345")] == [400, 200, 404]
    assert sent(f"{url}9", b"12345") == 404


@pytest.mark.parametrize(
    ("announced", "code"),
    [
        ({"filename": "a.png"}, "invalid_arguments"),
        ({"length": 3}, "invalid_arguments"),
        ({"filename": "a.png", "length": 0}, "invalid_arguments"),
        ({"filename": "a.png", "length": 3, "alt_txt": "x" * 1_001}, "alt_txt_too_large"),
    ],
)
def test_what_cannot_be_announced_is_refused(api: WebClient, announced: JSON, code: str) -> None:
    call = refusal(lambda: api.api_call("files.getUploadURLExternal", params=announced))
    assert call == code


@pytest.mark.parametrize(
    ("files", "code"),
    [([], "invalid_arguments"), ([{"id": "F9"}], "file_not_found"), (["F9"], "file_not_found")],
)
def test_what_was_not_uploaded_cannot_be_complete(
    api: WebClient, files: list[Any], code: str
) -> None:
    given = {"files": files}
    assert refusal(lambda: api.api_call("files.completeUploadExternal", json=given)) == code


def test_a_file_that_was_announced_alone_is_not_there(api: WebClient) -> None:
    file_id = api.files_getUploadURLExternal(filename="a.png", length=5)["file_id"]
    early = {"files": [{"id": file_id}]}
    assert refusal(lambda: api.api_call("files.completeUploadExternal", json=early)) == (
        "file_not_found"
    )


def test_a_file_shared_in_a_thread_is_seen_there_by_its_description(
    shared_sandbox: Sandbox, api: WebClient
) -> None:
    maria = shared_sandbox.person("maria")
    root = maria.post(SHARED, "And how does it look?")
    uploaded(api, channel=SHARED, thread_ts=root, initial_comment="Like this:")
    assert maria.thread(SHARED, root).messages[-1].text == f"Like this:\n{ALT}"
    told = api.conversations_replies(channel=SHARED, ts=root)["messages"][-1]
    assert (told["subtype"], told["files"][0]["name"]) == ("file_share", "balance.png")
    assert api.files_info(file=told["files"][0]["id"])["file"]["is_public"] is True


def test_a_picture_stands_in_a_message_by_its_id_or_its_address(
    shared_sandbox: Sandbox, api: WebClient
) -> None:
    file_id = uploaded(api)
    address = str(api.files_info(file=file_id)["file"]["url_private"])
    assert post(api, picture(id=file_id)) == ""
    assert post(api, picture(url=address)) == ""
    assert ALT in shared_sandbox.person("maria").screen(SHARED).messages[-1].text


@pytest.mark.parametrize(
    "wanted",
    [{"id": "F9"}, {"url": "https://files.slack.com/F9/a.png"}, {}, {"id": "a", "url": "b"}],
)
def test_a_picture_that_is_not_there_is_refused(api: WebClient, wanted: dict[str, str]) -> None:
    assert post(api, picture(**wanted)) == "invalid_blocks"


def test_what_is_no_picture_is_shown_in_no_block(api: WebClient) -> None:
    assert post(api, picture(id=uploaded(api, "terms.pdf"))) == "invalid_blocks"


def test_views_hold_the_same_pictures(api: WebClient) -> None:
    view = {"type": "home", "blocks": [picture(id="F9")]}
    user = str(api.users_list()["members"][1]["id"])
    assert refusal(lambda: api.views_publish(user_id=user, view=view)) == "invalid_blocks"
    view["blocks"] = [picture(id=uploaded(api))]
    assert api.views_publish(user_id=user, view=view)["ok"]


def test_a_file_just_complete_is_worked_on_for_a_moment() -> None:
    with running_sandbox(Options(file_seconds=0.3)) as sandbox:
        api = web_client(sandbox)
        file_id = uploaded(api)
        assert post(api, picture(id=file_id)) == "invalid_blocks"
        eventually(lambda: post(api, picture(id=file_id)) == "")


def test_the_bytes_can_be_had_again(shared_sandbox: Sandbox, api: WebClient) -> None:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(f"{shared_sandbox.address}/files/{uploaded(api)}", timeout=5) as answer:
        assert (answer.read(), answer.headers["content-type"]) == (PNG, "image/png")
    with pytest.raises(urllib.error.HTTPError, match="404"):
        opener.open(f"{shared_sandbox.address}/files/F9", timeout=5)
