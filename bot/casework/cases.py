"""The cases that are kept: a small port of its own."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Protocol

from bot.mediation.case import Case
from bot.mediation.people import ChannelId, PartnershipId, WorkspaceKey
from bot.mediation.stages import Stage


class Cases(Protocol):
    def get(self, case_id: str) -> Case:
        """Raises NotFound."""
        ...

    def held(self, case_id: str) -> Case:
        """The case, which nobody else can hold or save until this transaction has ended.

        For a decision that hangs on more than the case's own record. Raises NotFound.
        """
        ...

    def numbered(self, workspace: WorkspaceKey, number: int) -> Case:
        """Raises NotFound."""
        ...

    def next_number(self, workspace: WorkspaceKey) -> int: ...

    def add(self, case: Case) -> None: ...

    def save(self, case: Case) -> Case:
        """The case with its version counted up. Raises Conflict over a newer one."""
        ...

    def of_channel(self, workspace: WorkspaceKey, channel: ChannelId) -> tuple[Case, ...]:
        """All cases of a channel, oldest first."""
        ...

    def open_under(
        self, workspace: WorkspaceKey, channel: ChannelId, thread_ts: str
    ) -> tuple[Case, ...]:
        """Cases of this thread, and of no thread (""), that have not ended; oldest first."""
        ...

    def count_open(self, workspace: WorkspaceKey, channel: ChannelId) -> int: ...

    def open_of_channel(
        self, workspace: WorkspaceKey, channel: ChannelId, *, start: int, most: int
    ) -> tuple[Case, ...]:
        """Some of the cases that have not ended, newest first."""
        ...

    def of_partnership(self, partnership: PartnershipId) -> tuple[Case, ...]: ...

    def open_of_partnership(self, partnership: PartnershipId) -> tuple[Case, ...]: ...

    def fulfilled_since(self, partnership: PartnershipId, moment: datetime) -> tuple[Case, ...]:
        """Its cases that were fulfilled at this moment or later."""
        ...

    def count_at(
        self, partnership: PartnershipId, stages: Collection[Stage]
    ) -> Mapping[ChannelId, int]:
        """How many of its cases are at these stages, by channel."""
        ...

    def at_stages(self, *stages: Stage) -> tuple[Case, ...]:
        """All cases at one of these stages."""
        ...

    def answerable_before(self, now: datetime) -> tuple[str, ...]:
        """Ids of the proposed cases whose open round has passed its deadline."""
        ...
