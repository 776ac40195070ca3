"""A room that notes when each thing was seen first."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.casework.letters import Letter
from bot.casework.month import Month
from bot.casework.room import Note
from bot.mediation.people import ChannelId, PersonId
from tests.casework.fakes import FakeRoom
from tests.chance import StillClock


@dataclass
class TimedRoom(FakeRoom):
    """Notes the hour at which each thing was seen first."""

    clock: StillClock = field(default_factory=StillClock)
    at: dict[str, datetime] = field(default_factory=dict)

    def deliver(self, key: str, person: PersonId, letter: Letter) -> bool:
        self.at.setdefault(key, self.clock.now())
        return super().deliver(key, person, letter)

    def call(
        self, key: str, channel: ChannelId, thread_ts: str, person: PersonId, letter: Letter
    ) -> None:
        self.at.setdefault(key, self.clock.now())
        super().call(key, channel, thread_ts, person, letter)

    def note(self, note: Note) -> None:
        self.at.setdefault(note.key, self.clock.now())
        super().note(note)

    def show_month(self, key: str, month: Month) -> None:
        self.at.setdefault(key, self.clock.now())
        super().show_month(key, month)

    def show_digest(self, key: str, digest: object) -> None:
        self.at.setdefault(key, self.clock.now())
        super().show_digest(key, digest)  # type: ignore[arg-type]
