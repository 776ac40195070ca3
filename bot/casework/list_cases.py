"""The open cases of a channel, a page at a time: what is read does not grow with their number."""

from dataclasses import dataclass

from bot.casework.ports import UnitOfWork
from bot.mediation.case import Case
from bot.mediation.people import ChannelId, WorkspaceKey

PAGE = 20


@dataclass(frozen=True, slots=True)
class CasePage:
    """Newest first. number: of this page, from 0. total: the open cases of all pages."""

    channel: ChannelId
    cases: tuple[Case, ...] = ()
    number: int = 0
    total: int = 0

    @property
    def pages(self) -> int:
        return -(-self.total // PAGE)


def list_cases(
    workspace: WorkspaceKey, channel: ChannelId, number: int = 0, *, uow: UnitOfWork
) -> CasePage:
    """A page past the last one is the last one."""
    total = uow.cases.count_open(workspace, channel)
    last = max(0, -(-total // PAGE) - 1)
    shown = max(0, min(number, last))
    cases = uow.cases.open_of_channel(workspace, channel, start=shown * PAGE, most=PAGE)
    return CasePage(channel, cases, shown, total)
