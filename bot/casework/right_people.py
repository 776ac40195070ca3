"""The right people: when a case is raised, who speaks and who signs is named, and called once."""

from bot.casework.membership import still_here
from bot.casework.ports import Store, UnitOfWork
from bot.casework.room import Note, Room
from bot.casework.tongues import Tongue, tongue
from bot.mediation.case import Case
from bot.mediation.people import Partnership, PersonId, Role, Side


def call_right_people(case_id: str, *, store: Store, room: Room) -> None:
    """Say it in the thread, for each side; whom a side has named is mentioned once."""
    with store() as uow:
        case = uow.cases.get(case_id)
        partnership = uow.partnerships.get(case.partnership)
        if any(partnership.has_named(side.id) for side in case.sides):
            told = [
                " ".join(_sentence(uow, partnership, side, case, tongue(x)) for side in case.sides)
                for x in case.languages
            ]
        else:
            told = [tongue(x).say("people.nobody_yet") for x in case.languages]
        called = _called(uow, partnership, case)
    key = f"note:{case.id}:people"
    room.note(Note(key, case.channel, case.thread_ts, "\n".join(told), called, opens=case.id))


def _called(uow: UnitOfWork, partnership: Partnership, case: Case) -> tuple[PersonId, ...]:
    """Everybody whom a side has named and who is still there, but not the raiser, who knows."""
    named = [
        person
        for side in case.sides
        if partnership.has_named(side.id)
        for role in (Role.SPOKESPERSON, Role.SIGNATORY)
        for person in partnership.people_of(side.id, role)
    ]
    still = still_here(uow, partnership, dict.fromkeys(named), case.channel)
    return tuple(p for p in still if p != case.issue.raised_by)


def _sentence(
    uow: UnitOfWork, partnership: Partnership, side: Side, case: Case, said: Tongue
) -> str:
    if not partnership.has_named(side.id):
        return said.say("people.everybody", side=side.name)
    speaks, signs = (
        _names(uow, partnership, partnership.people_of(side.id, role), case, said)
        for role in (Role.SPOKESPERSON, Role.SIGNATORY)
    )
    return said.say("people.named", side=side.name, speaks=speaks, signs=signs)


def _names(
    uow: UnitOfWork,
    partnership: Partnership,
    people: tuple[PersonId, ...],
    case: Case,
    said: Tongue,
) -> str:
    """Who is still there; of somebody who is in other channels alone, that they are not in this."""
    here = still_here(uow, partnership, people, case.channel)
    names = [
        person.name if p in here else said.say("people.not_here", name=person.name)
        for p in still_here(uow, partnership, people)
        if (person := uow.directory.person(p)) is not None
    ]
    return ", ".join(names) or said.say("people.nobody")
