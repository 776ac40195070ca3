"""Files that people attach to a form: fetched from Slack's own host alone, within a size and time.

Slack's answer to `files.info` says where a file lies; what a payload says about that is not used.
"""

import time
import urllib.error
import urllib.request
from email.message import Message
from http.client import HTTPException
from typing import IO, Any
from urllib.parse import urlsplit

from slack_sdk import WebClient

from bot.casework.files import FileRef
from bot.casework.room import RoomUnavailable
from bot.mediation.facts.sayings import refuse
from bot.slack.client import calling

LONGEST_S = 20.0
TIMEOUT_S = 5.0
CHUNK = 64 * 1024


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Slack sends who may not read a file to its sign-in page; nobody is followed anywhere."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: Message,
        newurl: str,
    ) -> None:
        return None


def fetch(client: WebClient, file: FileRef, *, at_most: int) -> bytes:
    """A file's bytes.

    Raises Unclear where there are more than `at_most`, RoomUnavailable where it cannot be had.
    """
    told = calling(client.files_info, file=file.id).get("file") or {}
    if int(told.get("size") or 0) > at_most:
        raise refuse("rows", "too_large")
    address = str(told.get("url_private_download") or told.get("url_private") or "")
    if not is_slacks(address, client.base_url):
        raise RoomUnavailable("foreign_file_address", permanent=True)
    return _read(client, address, at_most)


def is_slacks(address: str, base_url: str) -> bool:
    """Whether the token may go there: Slack's files over https, or the server that we speak to."""
    there, ours = urlsplit(address), urlsplit(base_url)
    if (there.scheme, there.netloc) == (ours.scheme, ours.netloc) and there.netloc:
        return True
    host = there.hostname or ""
    return (
        there.scheme == "https"
        and there.port in {None, 443}
        and (host == "slack.com" or host.endswith(".slack.com"))
    )


def _read(client: WebClient, address: str, at_most: int) -> bytes:
    proxies = {"https": client.proxy, "http": client.proxy} if client.proxy else {}
    opener = urllib.request.build_opener(urllib.request.ProxyHandler(proxies), _NoRedirect)
    request = urllib.request.Request(address, headers={"Authorization": f"Bearer {client.token}"})
    until = time.monotonic() + LONGEST_S
    try:
        with opener.open(request, timeout=TIMEOUT_S) as answer:
            if answer.headers.get_content_type() == "text/html":
                raise RoomUnavailable("file_not_readable", permanent=True)
            return _bytes_of(answer, at_most, until)
    except urllib.error.HTTPError as refusal:
        code = f"http_{refusal.code}"
        raise RoomUnavailable(code, permanent=refusal.code < 500) from refusal
    except TimeoutError as fault:
        raise RoomUnavailable("timeout", permanent=False) from fault
    except (OSError, HTTPException) as fault:
        raise RoomUnavailable("unreachable", permanent=False) from fault


def _bytes_of(answer: Any, at_most: int, until: float) -> bytes:
    held = bytearray()
    while chunk := answer.read(CHUNK):
        held += chunk
        if len(held) > at_most:
            raise refuse("rows", "too_large")
        if time.monotonic() > until:
            raise RoomUnavailable("timeout", permanent=False)
    return bytes(held)
