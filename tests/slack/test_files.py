"""A file is fetched from Slack's own host alone, with its token, within a size and a time."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from slack_sdk import WebClient

from bot.casework.files import FileRef
from bot.casework.room import RoomUnavailable
from bot.mediation.refusals import Unclear
from bot.slack.client import slack_client
from bot.slack.files import fetch, is_slacks

FILE = FileRef("F1", "orders.csv")
ROWS = b"order,due\nA,2026-11-03\n"
BASE = "https://slack.com/api/"


class Host:
    """A Slack that says what it is told to: `told` for files.info, the rest for the file."""

    def __init__(self) -> None:
        self.told: dict[str, Any] = {}
        self.status, self.kind, self.body = 200, "text/csv", ROWS
        self.tokens: list[str] = []
        self.address = ""

    def points_at(self, address: str, size: int = len(ROWS)) -> None:
        self.told = {"ok": True, "file": {"url_private_download": address, "size": size}}


@pytest.fixture
def host() -> Iterator[Host]:
    script = Host()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer()

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("content-length") or 0))
            self._answer()

        def _answer(self) -> None:
            if self.path.startswith("/api/"):
                self._send(200, "application/json", json.dumps(script.told).encode())
                return
            script.tokens.append(self.headers.get("authorization", ""))
            self._send(script.status, script.kind, script.body)

        def _send(self, status: int, kind: str, body: bytes) -> None:
            self.send_response(status)
            self.send_header("content-type", kind)
            self.send_header("content-length", str(len(body)))
            if 300 <= status < 400:
                self.send_header("location", f"{script.address}/elsewhere")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    script.address = f"http://127.0.0.1:{server.server_port}"
    script.points_at(f"{script.address}/f")
    thread = threading.Thread(target=server.serve_forever, args=[0.01], daemon=True)
    thread.start()
    yield script
    server.shutdown()
    server.server_close()


def client(host: Host) -> WebClient:
    return slack_client("xoxb-1", f"{host.address}/api/", tries_again=0)


def code(host: Host) -> RoomUnavailable:
    with pytest.raises(RoomUnavailable) as raised:
        fetch(client(host), FILE, at_most=1_000)
    return raised.value


def test_a_file_is_fetched_with_the_token(host: Host) -> None:
    assert fetch(client(host), FILE, at_most=1_000) == ROWS
    assert host.tokens == ["Bearer xoxb-1"]


@pytest.mark.parametrize(
    "address",
    [
        "https://files.example.com/f",
        "https://slack.com.example.com/f",
        "https://example.com/files.slack.com/f",
        "https://files.slack.com@example.com/f",
        "https://files.slack.com:8443/f",
        "http://files.slack.com/f",
        "http://127.0.0.1:1/f",
        "file:///etc/passwd",
        "",
    ],
)
def test_the_token_goes_nowhere_else(host: Host, address: str) -> None:
    host.points_at(address)
    fault = code(host)
    assert (fault.code, fault.permanent) == ("foreign_file_address", True)
    assert host.tokens == []


def test_slacks_own_host_and_the_server_that_was_set_are_right() -> None:
    assert is_slacks("https://files.slack.com/files-pri/T1-F1/download/a.csv", BASE)
    assert is_slacks("http://127.0.0.1:9/files-pri/F1", "http://127.0.0.1:9/api/")
    assert not is_slacks("http://127.0.0.1:9/files-pri/F1", BASE)


def test_a_file_that_says_it_is_too_large_is_not_asked_for(host: Host) -> None:
    host.points_at(f"{host.address}/f", size=1_001)
    with pytest.raises(Unclear, match="larger than 10 MB"):
        fetch(client(host), FILE, at_most=1_000)
    assert host.tokens == []


def test_a_file_that_is_larger_than_it_says_is_left(host: Host) -> None:
    host.body = b"x" * 1_001
    with pytest.raises(Unclear, match="larger than 10 MB"):
        fetch(client(host), FILE, at_most=1_000)


def test_nobody_is_followed_to_a_sign_in_page(host: Host) -> None:
    host.status = 302
    assert code(host).code == "http_302"
    assert len(host.tokens) == 1


def test_a_page_in_place_of_a_file_is_no_file(host: Host) -> None:
    host.kind = "text/html; charset=utf-8"
    assert code(host).code == "file_not_readable"


@pytest.mark.parametrize(("status", "permanent"), [(403, True), (404, True), (503, False)])
def test_a_refusal_says_whether_another_try_can_help(
    host: Host, status: int, permanent: bool
) -> None:
    host.status = status
    assert code(host).permanent is permanent


def test_what_slack_says_of_the_file_is_passed_on(host: Host) -> None:
    host.told = {"ok": False, "error": "missing_scope"}
    assert code(host).code == "missing_scope"


def test_a_host_that_is_away_is_passing(host: Host) -> None:
    host.status = 500
    assert not code(host).permanent
