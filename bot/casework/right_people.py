"""The right people: when a case is raised, who speaks and who signs is named, and called once."""

from bot.casework.membership import still_here
from bot.casework.ports import Store, UnitOfWork
from bot.casework.room import Note, Room
from bot.mediation.case import Case
from bot.mediation.people import Partnership, PersonId, Role, Side


def call_right_people(case_id: str, *, store: Store, room: Room) -> None:
    """Say it in the thread where a side has named its people; each of them is mentioned once."""
    with store() as uow:
        case = uow.cases.get(case_id)
        partnership = uow.partnerships.get(case.partnership)
        if not any(partnership.has_named(side.id) for side in case.sides):
            return
        text = " ".join(_sentence(uow, partnership, side) for side in case.sides)
        called = _called(uow, partnership, case)
    key = f"note:{case.id}:people"
    room.note(Note(key, case.channel, case.thread_ts, text, called, opens=case.id))


def _called(uow: UnitOfWork, partnership: Partnership, case: Case) -> tuple[PersonId, ...]:
    """Everybody whom a side has named and who is still there, but not the raiser, who knows."""
    named = [
        person
        for side in case.sides
        if partnership.has_named(side.id)
        for role in (Role.SPOKESPERSON, Role.SIGNATORY)
        for person in partnership.people_of(side.id, role)
    ]
    still = still_here(uow, partnership, dict.fromkeys(named))
    return tuple(p for p in still if p != case.issue.raised_by)


def _sentence(uow: UnitOfWork, partnership: Partnership, side: Side) -> str:
    if not partnership.has_named(side.id):
        return f"For {side.name}, everybody of it here may speak and sign."
    speaks, signs = (
        _names(uow, still_here(uow, partnership, partnership.people_of(side.id, role)))
        for role in (Role.SPOKESPERSON, Role.SIGNATORY)
    )
    return f"For {side.name}: {speaks} to speak, {signs} to sign."


def _names(uow: UnitOfWork, people: tuple[PersonId, ...]) -> str:
    held = [uow.directory.person(p) for p in people]
    names = [person.name for person in held if person is not None]
    return ", ".join(names) or "nobody yet"
