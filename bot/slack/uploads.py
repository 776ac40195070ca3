"""Files that Parley uploads: each is drawn and sent once, and found again by its key."""

from collections.abc import Callable
from dataclasses import dataclass

from slack_sdk import WebClient

from bot.casework.ports import Sent, Store
from bot.mediation.people import ChannelId
from bot.slack.client import calling

MOST_ALT = 1_000
"""Characters that Slack takes with a file; a message's own picture takes more."""


@dataclass(frozen=True, slots=True)
class Uploads:
    client: WebClient
    store: Store

    def find(self, key: str) -> str:
        """The id of the file in Slack; "" where it was not uploaded yet."""
        with self.store() as uow:
            held = uow.outbox.find(f"file:{key}")
        return held.ts or "" if held is not None else ""

    def once(
        self,
        key: str,
        channel: ChannelId,
        draw: Callable[[], bytes],
        *,
        name: str,
        title: str,
        alt: str,
    ) -> str:
        """The file's id, drawn or fetched and uploaded at the first try alone.

        Slack works on a new file for a moment, and refuses it in a message until then.
        """
        if found := self.find(key):
            return found
        answer = calling(
            self.client.files_upload_v2,
            content=draw(),
            filename=name,
            title=title,
            alt_txt=alt[:MOST_ALT],
        )
        file_id = str(answer["files"][0]["id"])
        with self.store() as uow:
            uow.outbox.put(Sent(f"file:{key}", channel, None, file_id, 0))
            uow.commit()
        return file_id
