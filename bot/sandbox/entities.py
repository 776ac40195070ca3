"""What a workspace is made of: organisations, people, channels, messages, files, views."""

import mimetypes
from dataclasses import dataclass, field
from typing import Any

JSON = dict[str, Any]
Blocks = tuple[JSON, ...]


@dataclass(frozen=True, slots=True)
class Organisation:
    """A company's workspace. `id` begins with T; `grid`, with E, where it is one of several."""

    id: str
    name: str
    domain: str
    grid: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody with an account. A guest is `restricted` and carries the host's team_id."""

    id: str
    team_id: str
    handle: str
    name: str
    tz: str = "UTC"
    locale: str = "en-US"
    email: str = ""
    restricted: bool = False
    single_channel: bool = False
    stranger: bool = False
    bot_id: str = ""
    deleted: bool = False

    @property
    def is_bot(self) -> bool:
        return bool(self.bot_id)


@dataclass(frozen=True, slots=True)
class Channel:
    """A conversation. A direct one has `direct_with`, the person that the app talks to there.

    post_only: organisations whose people were invited to post alone, without the app's buttons.
    """

    id: str
    name: str
    host: str
    teams: tuple[str, ...]
    members: tuple[str, ...] = ()
    private: bool = False
    archived: bool = False
    direct_with: str = ""
    created: int = 0
    post_only: frozenset[str] = frozenset()

    @property
    def is_direct(self) -> bool:
        return bool(self.direct_with)

    @property
    def is_ext_shared(self) -> bool:
        return len(self.teams) > 1

    @property
    def kind(self) -> str:
        """What Slack calls `channel_type` in message events."""
        if self.is_direct:
            return "im"
        return "group" if self.private else "channel"


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it stands now. `seen_by` names the one reader of an ephemeral message.

    streaming_until: when its stream ends by itself, in seconds since 1970; 0 outside of streams.
    """

    ts: str
    channel: str
    user: str
    text: str
    blocks: Blocks = ()
    thread_ts: str = ""
    client_msg_id: str = ""
    metadata: JSON | None = None
    edited_ts: str = ""
    seen_by: str = ""
    reactions: tuple[tuple[str, str], ...] = ()
    broadcast: bool = False
    streaming_until: float = 0.0
    files: tuple[str, ...] = ()

    @property
    def ephemeral(self) -> bool:
        return bool(self.seen_by)


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file. `data` is None until it is uploaded, `ready_at` (seconds since 1970) until it is
    complete; `length` in bytes as it was announced.
    """

    id: str
    name: str
    owner: str
    length: int
    title: str = ""
    alt_text: str = ""
    data: bytes | None = None
    ready_at: float | None = None

    @property
    def mimetype(self) -> str:
        return mimetypes.guess_type(self.name)[0] or "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Ping:
    """Somebody who was really notified: `who` is a person's id, or channel, here, everyone."""

    channel: str
    ts: str
    by: str
    who: str


@dataclass(frozen=True, slots=True)
class View:
    """A modal or a Home tab. `definition` is what the app sent, completed as Slack does.

    `entered` holds what the person changed, by (block_id, action_id), in the shape of Slack's
    `state.values`; `errors` what the app refused, by block_id.
    """

    id: str
    owner: str
    kind: str
    definition: JSON
    hash: str
    external_id: str = ""
    previous: str = ""
    root: str = ""
    entered: dict[tuple[str, str], JSON] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Trigger:
    """The short-lived permission to open a modal for one person. `expires` in seconds."""

    id: str
    user: str
    expires: float
    used: bool = False


@dataclass(frozen=True, slots=True)
class ResponseUrl:
    """Where an answer to one interaction goes. `message_ts` is "" when there was no message.

    expires: in seconds since 1970.
    """

    id: str
    channel: str
    user: str
    message_ts: str = ""
    thread_ts: str = ""
    uses: int = 0
    expires: float = float("inf")
