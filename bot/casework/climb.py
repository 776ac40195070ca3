"""Climb a side's ladder: ask the next of its people where a case waits for it, once a rung."""

from datetime import date

from bot.casework.hours import day_of_channel, days_of_side
from bot.casework.membership import still_here
from bot.casework.next_step import Step, step_of
from bot.casework.ports import Store, UnitOfWork
from bot.casework.room import Note, Room
from bot.casework.tongues import tongue
from bot.mediation.case import Case
from bot.mediation.ladder import Ladder, reached
from bot.mediation.people import Side

SHOWN = frozenset({Step.TELL, Step.CONFIRM, Step.AGENDA, Step.SIGN})
"""Steps at which everybody may see whose turn it is. Ratings and answers are blind: a climb there
would tell who has not answered."""


def climb(case_id: str, today: date, *, store: Store, room: Room) -> None:
    """Mention whoever stands on the rung that is due, for each side that the case waits for.

    Who has left is passed over: the next of the side is asked in their place.
    """
    with store() as uow:
        case = uow.cases.get(case_id)
        notes = [note for side in case.sides if (note := _note(uow, case, side, today))]
    for note in notes:
        room.note(note)


def awaits(case: Case, side: Side) -> bool:
    """Whether a case openly waits for this side."""
    if case.is_over or side.id in case.left:
        return False
    step = step_of(case, side)
    if step is Step.TELL:
        return case.statement_of(side.id) is None
    if step is Step.AGENDA and case.agenda is None:
        return False
    return step in SHOWN


def _note(uow: UnitOfWork, case: Case, side: Side, today: date) -> Note | None:
    ladder = uow.preferences.get(case.workspace, side.id, Ladder)
    if ladder is None or case.moved_at is None or not awaits(case, side):
        return None
    since = day_of_channel(uow, case.workspace, case.channel, case.moved_at)
    rung = reached(ladder, since, today, days_of_side(uow, case.workspace, side.id))
    partnership = uow.partnerships.get(case.partnership)
    asked = still_here(uow, partnership, ladder.people[rung - 1 :], case.channel) if rung else ()
    if not asked:
        return None
    speaks = tongue(case.language)
    return Note(
        key=f"note:{case.id}:ladder-{side.id}-{case.stage}-{asked[0]}",
        channel=case.channel,
        thread_ts=case.thread_ts,
        text=speaks.say("ladder", side=side.name, day=speaks.day(since)),
        mentions=asked[:1],
        opens=case.id,
    )
