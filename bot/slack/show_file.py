"""A file from a form, shown to everybody in a thread.

Nobody but whoever attached it and the app can open such a file. So it is uploaded once more, and a
message of ours links it: a file that an app has uploaded can be opened where the app links to it.
"""

from dataclasses import dataclass
from functools import partial

from slack_sdk import WebClient

from bot.casework.files import MAX_FILE, FileRef
from bot.mediation.people import ChannelId
from bot.slack.blocks import Rendered, section
from bot.slack.client import calling
from bot.slack.files import fetch
from bot.slack.poster import Poster
from bot.slack.text import lines, people
from bot.slack.uploads import Uploads


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file is shown, once under its key."""

    key: str
    channel: ChannelId
    thread_ts: str


def share(
    file: FileRef, text: str, to: Place, client: WebClient, *, poster: Poster, uploads: Uploads
) -> str:
    """The link to the file as everybody there can open it."""
    file_id = uploads.once(
        to.key,
        to.channel,
        partial(fetch, client, file, at_most=MAX_FILE),
        name=file.name,
        title=file.name,
        alt=file.name,
    )
    told = calling(client.files_info, file=file_id).get("file") or {}
    link = str(told.get("permalink") or "")
    shown = lines(people(text, 600), f"<{link}|{people(file.name, 80)}>")
    said = Rendered(people(f"{text}: {file.name}", 600), (section(shown),))
    poster.once(to.key, to.channel, to.thread_ts, said)
    return link
