"""Ask for what people see to be brought up to date, after the commit."""

from bot.casework.ports import Job, UnitOfWork
from bot.mediation.case import Case
from bot.mediation.clarification import Clarification


def show_case(uow: UnitOfWork, case: Case) -> None:
    """The case's card, at this version or a later one."""
    uow.enqueue(Job("show_case", f"show-case:{case.id}:{case.version}", {"case": case.id}))


def show_clarification(uow: UnitOfWork, clarification: Clarification) -> None:
    key = f"show-clarification:{clarification.id}:{clarification.version}"
    uow.enqueue(Job("show_clarification", key, {"clarification": clarification.id}))


def announce(uow: UnitOfWork, case: Case, what: str) -> None:
    """A note in the case's thread that it has come a step further, once per `what`."""
    args = {"case": case.id, "what": what}
    uow.enqueue(Job("announce", f"announce:{case.id}:{what}", args))
