"""`python -m bench.picture`: draws docs/pictures/ from the real blocks of a played case.

Needs Chromium on the path. The bot runs beside a sandbox; nothing of the pictures is made up but
the colours.
"""

import base64
import html
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rich.console import Console

from bot.sandbox.play.bot_process import running_bot
from bot.sandbox.play.course import play_case
from bot.sandbox.play.hands import Hands
from bot.sandbox.play.read_case import shipped
from bot.sandbox.play.story import Story
from bot.sandbox.server import Sandbox, running_sandbox

JSON = dict[str, Any]
PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
PAGE = Path(__file__).parent / "picture.html"
MOMENTS = {"The common statement": "case.png", "Packages": "packages.png"}
"""Chapters of the story, and the picture that is taken at the beginning of each."""

PICTURED = frozenset({"Packages"})
PATIENCE_S = 20.0
"""For a picture, which comes onto a card that is there already."""

WIDTH = 1040
COLOURS = {"Maria Lopez": "#2f6f8f", "Tomas Berg": "#a3567a", "Parley": "#3d7a4f"}


@dataclass(slots=True)
class Camera(Story):
    """A story that tells nothing and keeps the thread as the app's own view of it shows it."""

    sandbox: Sandbox | None = None
    threads: dict[str, list[JSON]] = field(default_factory=dict)

    def chapter(self, title: str, sides: Sequence[Hands], channel: str) -> None:
        if title in MOMENTS and self.sandbox is not None:
            thread = replies(self.sandbox, channel, sides[0].thread)
            until = time.monotonic() + PATIENCE_S
            while title in PICTURED and not _pictured(thread) and time.monotonic() < until:
                time.sleep(0.2)
                thread = replies(self.sandbox, channel, sides[0].thread)
            self.threads[title] = [_developed(self.sandbox, message) for message in thread]


def replies(sandbox: Sandbox, channel: str, ts: str) -> list[JSON]:
    address = f"{sandbox.base_url}conversations.replies?channel={channel}&ts={ts}"
    return list(json.loads(fetched(sandbox, address))["messages"])


def fetched(sandbox: Sandbox, address: str) -> bytes:
    asked = urllib.request.Request(
        address, headers={"Authorization": f"Bearer {sandbox.bot_token}"}
    )
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(asked) as answer:
        return bytes(answer.read())


def _pictured(thread: Sequence[JSON]) -> bool:
    return any(block["type"] == "image" for m in thread for block in m.get("blocks") or ())


def _developed(sandbox: Sandbox, message: JSON) -> JSON:
    """The message with its pictures in it, since the sandbox is gone when the page is drawn."""
    blocks = [dict(block) for block in message.get("blocks") or ()]
    for block in blocks:
        if block["type"] == "image":
            about = f"{sandbox.base_url}files.info?file={block['slack_file']['id']}"
            address = json.loads(fetched(sandbox, about))["file"]["url_private_download"]
            block["png"] = base64.b64encode(fetched(sandbox, address)).decode()
    return {**message, "blocks": blocks}


def names_in(sandbox: Sandbox) -> dict[str, str]:
    people = sandbox.stage.ids()["people"].values()
    return {person: sandbox.person(person).name for person in people if person != "U0PARLEY001"}


# From blocks to HTML


def mrkdwn(text: str, names: Mapping[str, str]) -> str:
    """Slack's mrkdwn, which comes escaped, as HTML: the marks that the cards use."""

    def mention(found: re.Match[str]) -> str:
        return f'<span class="mention">@{html.escape(names.get(found[1], found[1]))}</span>'

    def line(one: str) -> str:
        quoted = one.startswith("&gt;")
        one = one.removeprefix("&gt;")
        one = re.sub(r"(?<!\w)\*(\S|\S.*?\S)\*(?!\w)", r"<b>\1</b>", one)
        one = re.sub(r"(?<!\w)_(\S|\S.*?\S)_(?!\w)", r"<i>\1</i>", one)
        one = re.sub(r"`([^`]+)`", r"<code>\1</code>", one)
        return f"<blockquote>{one}</blockquote>" if quoted else f"<div>{one or '&nbsp;'}</div>"

    text = re.sub(r"<@(\w+)>", mention, text)
    text = re.sub(r"<!date\^\d+\^[^|]*\|([^>]*)>", r"\1", text)
    text = re.sub(r"^>", "&gt;", text, flags=re.MULTILINE)
    return "".join(line(one) for one in text.split("\n"))


def plain(text_object: Mapping[str, Any], names: Mapping[str, str]) -> str:
    text = str(text_object["text"])
    return html.escape(text) if text_object["type"] == "plain_text" else mrkdwn(text, names)


def button(element: Mapping[str, Any], names: Mapping[str, str]) -> str:
    return f'<span class="button {element.get("style", "")}">{plain(element["text"], names)}</span>'


def block_html(block: Mapping[str, Any], names: Mapping[str, str]) -> str:
    match block["type"]:
        case "header":
            return f"<h2>{plain(block['text'], names)}</h2>"
        case "divider":
            return "<hr>"
        case "context":
            parts = "".join(plain(one, names) for one in block["elements"])
            return f'<div class="context">{parts}</div>'
        case "actions":
            return f"<p>{''.join(button(one, names) for one in block['elements'])}</p>"
        case "section":
            accessory = block.get("accessory")
            right = f"<aside>{button(accessory, names)}</aside>" if accessory else ""
            cells = "".join(f"<div>{plain(one, names)}</div>" for one in block.get("fields", ()))
            grid = f'<div class="fields">{cells}</div>' if cells else ""
            text = f"<div>{plain(block['text'], names)}</div>" if "text" in block else ""
            return f"<section>{right}{text}{grid}</section>"
        case "table":
            rows = ("".join(f"<td>{cell(c, names)}</td>" for c in row) for row in block["rows"])
            return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
        case "image":
            alt = html.escape(block["alt_text"], quote=True)
            return f'<img src="data:image/png;base64,{block["png"]}" alt="{alt}">'
        case "rich_text":
            sections = (part["elements"] for part in block["elements"])
            return "".join(
                html.escape(str(piece.get("text", ""))) for part in sections for piece in part
            )
    raise ValueError(f"The picture does not know the block {block['type']} yet.")


def cell(held: Mapping[str, Any], names: Mapping[str, str]) -> str:
    if held["type"] == "rich_text":
        return f"<b>{block_html(held, names)}</b>"
    return html.escape(str(held["text"]))


def message_html(message: Mapping[str, Any], names: Mapping[str, str]) -> str:
    name = names.get(message["user"], "Parley")
    app = '<span class="app">APP</span>' if name == "Parley" else ""
    blocks = message.get("blocks") or ()
    body = "".join(block_html(one, names) for one in blocks) or mrkdwn(message["text"], names)
    at = time.strftime("%H:%M", time.gmtime(float(message["ts"])))
    return (
        f'<article><div class="face" style="background:{COLOURS.get(name, "#777")}">{name[0]}</div>'
        f'<div class="body"><b>{name}</b>{app}<time>{at}</time><div>{body}</div></div></article>'
    )


def draw(page: str, picture: Path) -> None:
    """The page as a picture, as high as it is."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "case.html"
        source.write_text(page, encoding="utf-8")
        dom = chromium(source, 400, "--dump-dom")
        height = re.search(r'data-height="(\d+)"', dom)
        assert height is not None  # the page's own script writes it
        chromium(source, int(height[1]), f"--screenshot={picture.resolve()}")


def chromium(page: Path, height: int, task: str) -> str:
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        sys.exit("Chromium is not on the path. Install it, for example with apt install chromium.")
    quiet = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
    size = f"--window-size={WIDTH},{height}"
    done = subprocess.run(
        [found, *quiet, size, task, page.as_uri()],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return done.stdout


def main() -> None:
    with tempfile.TemporaryDirectory() as name, running_sandbox() as sandbox:
        with running_bot(sandbox, Path(name)):
            camera = Camera(Console(quiet=True), sandbox=sandbox)
            play_case(sandbox, shipped("late_delivery"), camera)
        names = names_in(sandbox)
    PICTURES.mkdir(exist_ok=True)
    page = PAGE.read_text(encoding="utf-8")
    for moment, name in MOMENTS.items():
        thread = camera.threads[moment]
        card = [m for m in thread if m.get("text", "").startswith("Case ")]
        people = [m for m in thread if m["user"] in names]
        shown = "".join(message_html(m, names) for m in (*people, *card))
        draw(page.replace("{{messages}}", shown), PICTURES / name)
        print(PICTURES / name)


if __name__ == "__main__":
    main()
