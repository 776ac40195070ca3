"""Files that people attach to a form of ours: to be read, or to be shown to both sides."""

from dataclasses import dataclass
from typing import Protocol

from bot.mediation.people import ChannelId

MAX_FILE = 10 * 1024 * 1024
"""Bytes that a form takes."""


@dataclass(frozen=True, slots=True)
class FileRef:
    """A file that somebody attached to a form, by Slack's id; its name is for people."""

    id: str
    name: str


class Files(Protocol):
    """What attached files are used for. Done twice it shows once."""

    def file(self, file: FileRef, *, at_most: int) -> bytes:
        """What stands in a file that was attached to a form of ours.

        Raises Unclear where it has more bytes, RoomUnavailable where it cannot be had.
        """
        ...

    def share_file(
        self, key: str, channel: ChannelId, thread_ts: str, file: FileRef, text: str
    ) -> str:
        """Show an attached file in a thread, after this text, once under its key; its link.

        Raises what `file` raises.
        """
        ...
