"""Find the open case of a thread, whichever message the thread hangs on."""

from bot.casework.ports import UnitOfWork
from bot.casework.shown import Origin
from bot.mediation.case import Case
from bot.mediation.people import WorkspaceKey


def open_case_of(origin: Origin, workspace: WorkspaceKey, uow: UnitOfWork) -> Case | None:
    """The newest case that is open in this thread, or whose own card the thread hangs on."""
    thread = origin.thread_ts or origin.message_ts
    if not thread:
        return None
    found = uow.cases.open_under(workspace, origin.channel, thread)
    return next((c for c in reversed(found) if _hangs_on(c, thread, uow)), None)


def _hangs_on(case: Case, thread: str, uow: UnitOfWork) -> bool:
    if case.thread_ts:
        return True
    card = uow.outbox.find(f"card:{case.id}")
    return card is not None and card.ts == thread
