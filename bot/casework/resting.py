"""A contested promise rests while a case of its own looks into it.

It is awaited again from the day on which that case ends without having settled it. Where it was
settled there, only the word of the other side is left.
"""

from dataclasses import replace

from bot.casework.hours import day_of_person
from bot.casework.ports import UnitOfWork
from bot.mediation.case import Bond, Case
from bot.mediation.commitments import Commitment
from bot.mediation.stages import Stage

SETTLED = frozenset({Stage.CLEARED_UP, Stage.FULFILLED})


def looked_into_in(uow: UnitOfWork, promise: Commitment) -> Case | None:
    """The case that looks into what is contested, or has settled it; None where none does.

    A case that was taken up again goes on in the one that it became.
    """
    found = _last(uow, promise)
    return found if found is not None and (not found.is_over or found.stage in SETTLED) else None


def awaited(uow: UnitOfWork, case: Case) -> tuple[Commitment, ...]:
    """The promises of an agreement that people are told of, without those that rest."""
    held = case.agreement.commitments if case.agreement is not None else ()
    return tuple(as_awaited(uow, case, c) for c in held if looked_into_in(uow, c) is None)


def as_awaited(uow: UnitOfWork, case: Case, promise: Commitment) -> Commitment:
    """Late from the day on which its own case ended, where there was one that settled nothing."""
    found = _last(uow, promise)
    if found is None or found.moved_at is None or not found.is_over or found.stage in SETTLED:
        return promise
    ended_on = day_of_person(uow, case.workspace, promise.owner, found.moved_at)
    return replace(promise, contested_on=ended_on)


def _last(uow: UnitOfWork, promise: Commitment) -> Case | None:
    if not promise.is_contested or not promise.looked_into:
        return None
    found = uow.cases.get(promise.looked_into)
    while again := [tie.case_id for tie in found.ties if tie.bond is Bond.REOPENED_AS]:
        found = uow.cases.get(again[-1])
    return found
