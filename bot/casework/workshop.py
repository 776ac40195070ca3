"""What the jobs work with, and how they read their arguments."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.casework.membership import Actor
from bot.casework.ports import Clock, Ids, Json, Store
from bot.casework.room import Room
from bot.casework.shown import Origin
from bot.casework.words import Facilitator
from bot.mediation.people import ChannelId, PersonId, TeamId, WorkspaceKey


@dataclass(frozen=True, slots=True)
class Workshop:
    """What the jobs work with. answer_days: how long a menu waits for its answers."""

    workspace: WorkspaceKey
    store: Store
    room: Room
    facilitator: Facilitator
    clock: Clock
    ids: Ids
    answer_days: float = 3.0


@dataclass(frozen=True, slots=True)
class Args:
    """A job's arguments, plain JSON, read by name. What is not there is empty."""

    held: Mapping[str, Json]

    def text(self, name: str) -> str:
        value = self.held.get(name, "")
        return value if isinstance(value, str) else str(value)

    def texts(self, name: str) -> tuple[str, ...]:
        held = self.held.get(name)
        return tuple(str(v) for v in held) if isinstance(held, list | tuple) else ()

    def number(self, name: str) -> int:
        return int(self.text(name) or 0)

    def moment(self, name: str) -> datetime:
        return datetime.fromisoformat(self.text(name))

    @property
    def origin(self) -> Origin:
        channel = ChannelId(self.text("channel"))
        return Origin(channel, self.text("thread_ts"), self.text("message_ts"))

    @property
    def actor(self) -> Actor:
        return Actor(PersonId(self.text("person")), TeamId(self.text("team")))


Work = Callable[[Workshop, Args], None]
