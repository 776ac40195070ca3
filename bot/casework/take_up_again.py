"""Take up again what Parley owes a case: a job that failed for good leaves no case waiting."""

from datetime import datetime

from bot.casework.ports import Clock, Job, Json, Store
from bot.casework.rate_terms import count_left_open
from bot.mediation.case import Case
from bot.mediation.stages import Stage

AT_WORK = (Stage.CLARIFYING, Stage.CONFIRMING, Stage.AGENDA, Stage.RATING, Stage.PROPOSED)
"""The stages at which a case can wait for Parley itself."""


def take_up_again(*, store: Store, clock: Clock) -> None:
    """Enqueue the work that cases wait for, at most once an hour each.

    A form that lies open and was answered counts, too.
    A job that is still on its way, or is done, makes nothing of it: each looks at the case first.
    """
    now = clock.now()
    with store() as uow:
        if not uow.claim(f"take-up-again:{now:%Y-%m-%dT%H}"):
            return
        for case in uow.cases.at_stages(*AT_WORK):
            count_left_open(case, uow=uow, now=now)
            job = owed(case, now)
            if job is not None:
                uow.enqueue(job)
        uow.commit()


def owed(case: Case, now: datetime) -> Job | None:
    """The job that this case waits for, None where it waits for people."""
    menu = case.round
    match case.stage:
        case Stage.CLARIFYING if case.has_heard_everyone:
            return _job("draft_statement", case, now)
        case Stage.CONFIRMING if case.common is not None and case.common.is_confirmed:
            return _job("finish_statement", case, now)
        case Stage.AGENDA if case.agenda is None:
            return _job("suggest_agenda", case, now)
        case Stage.RATING if case.rated >= case.side_ids:
            return _job("propose", case, now, round=1)
        case Stage.PROPOSED if menu is not None and menu.closed and menu.accepted is None:
            return _job("propose", case, now, round=menu.number + 1)
        case _:
            return None


def _job(name: str, case: Case, now: datetime, **more: Json) -> Job:
    key = f"{name}:{case.id}:again:{now:%Y-%m-%dT%H}"
    return Job(name, key, {"case": case.id, **more})
