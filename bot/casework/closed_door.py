"""A channel that Parley cannot write to any more: who acted is told, and nothing is lost.

What was done is kept; the card follows as soon as the channel is open to Parley again.
"""

from bot.casework.ports import Store
from bot.casework.room import Room, RoomUnavailable
from bot.mediation.case import Case
from bot.mediation.clarification import Clarification, Outcome
from bot.mediation.people import ChannelId, PersonId, WorkspaceKey

ARCHIVED = (
    "Its channel is archived, so it cannot be shown there. Once somebody opens the channel again, "
    "it goes on from here."
)
NOT_THERE = (
    "Parley cannot reach its channel any more. Bring Parley back there with `/invite @Parley`, and "
    "it goes on from here."
)


def tell_of_case(case: Case, fault: RoomUnavailable, *, store: Store, room: Room) -> None:
    """Whoever acted last on the case learns that it is kept, once for each thing they did."""
    with store() as uow:
        acts = [link.actor for link in uow.timeline.of(case.id) if link.actor]
    person = acts[-1] if acts else case.issue.raised_by
    key = f"closed:{case.id}:{person}:{acts.count(person)}"
    what = f"Case {case.number}, “{case.issue.title}”: what you sent is kept."
    room.say_alone(key, person, f"{what} {_why(fault)}")


def tell_of_clarification(found: Clarification, fault: RoomUnavailable, *, room: Room) -> None:
    """Whoever asked learns that the lines are kept."""
    key = f"closed:{found.id}:{found.opened_by}:{found.version}"
    room.say_alone(key, found.opened_by, f"What you asked to clarify is kept. {_why(fault)}")


def reopen(channel: ChannelId, *, workspace: WorkspaceKey, store: Store, room: Room) -> None:
    """Bring what stands in a channel up to date there; what is so already stays untouched."""
    with store() as uow:
        cases = uow.cases.of_channel(workspace, channel)
        asked = uow.clarifications.of_channel(workspace, channel)
    for case in cases:
        room.show_case(case)
    for found in asked:
        if found.outcome in {Outcome.OPEN, Outcome.SHOWN}:
            room.show_clarification(found)


def tell(text: str, person: PersonId, stamp: str, channel: ChannelId, *, room: Room) -> None:
    """To one person's eyes in a channel; alone, where there is none or Parley is not in it."""
    if channel:
        try:
            room.tell(channel, person, text)
        except RoomUnavailable as fault:
            if not fault.closed:
                raise
        else:
            return
    room.say_alone(f"tell:{person}:{stamp}", person, text)


def _why(fault: RoomUnavailable) -> str:
    return ARCHIVED if fault.code == "is_archived" else NOT_THERE
