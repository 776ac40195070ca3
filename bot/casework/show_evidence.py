"""Show the file that goes with a promise: in the case's thread, and as a link beside the promise.

Slack lets nobody else open a file that somebody put into a form.
"""

from dataclasses import replace

from bot.casework.files import FileRef
from bot.casework.ports import Store
from bot.casework.room import Room, RoomUnavailable
from bot.casework.show import show_case
from bot.mediation.commitments import Attached, Progress
from bot.mediation.people import PersonId
from bot.mediation.refusals import Unclear

NOT_SHOWN = (
    "Your file {name} did not reach the case's thread. The promise is marked as done all the same. "
    "To show the file, put it into the thread yourself, or attach it once more with “Show it” "
    "under Change or contest on the case's card."
)


def show_evidence(
    case_id: str, key: str, file: FileRef, by: PersonId, *, store: Store, room: Room
) -> None:
    """Once for each file. A promise that is open again meanwhile keeps no link to it."""
    with store() as uow:
        case = uow.cases.get(case_id)
        sent = uow.outbox.find(f"card:{case.id}")
    promise = case.agreement.commitment(key) if case.agreement else None
    if promise is None:
        return
    thread = case.thread_ts or (sent.ts if sent and sent.ts else "")
    side = case.side(promise.side).name
    text = f"{side} shows that this is done: {promise.what}"
    try:
        link = room.share_file(f"evidence:{file.id}", case.channel, thread, file, text)
    except (Unclear, RoomUnavailable) as fault:
        if isinstance(fault, RoomUnavailable) and not fault.permanent:
            raise
        room.tell(case.channel, by, NOT_SHOWN.format(name=file.name))
        return
    with store() as uow:
        case = uow.cases.get(case_id)
        promise = case.agreement.commitment(key) if case.agreement else None
        if case.agreement is None or promise is None or promise.progress is Progress.OPEN:
            return
        held = replace(promise, attached=Attached(file.name, link))
        agreement = case.agreement.with_commitment(held)
        show_case(uow, uow.cases.save(replace(case, agreement=agreement)))
        uow.commit()
