"""Keep a thread's messages: of those alone who have agreed to it, as soon as they have."""

from dataclasses import replace

from bot.casework.consent import has_agreed
from bot.casework.ports import Store
from bot.casework.room import Room
from bot.casework.show import show_case
from bot.mediation.stages import Stage


def keep_thread(case_id: str, *, store: Store, room: Room) -> None:
    """What those who joined the case wrote in its thread before, read from Slack again.

    The message that the issue was raised from comes to the case with its author's consent.
    """
    with store() as uow:
        case = uow.cases.get(case_id)
    messages = room.thread(case.channel, case.thread_ts) if case.thread_ts else ()
    with store() as uow:
        case = uow.cases.get(case_id)
        kept = [m for m in messages if has_agreed(uow, m.author, case)]
        for message in kept:
            uow.conversation.record(message, case.thread_ts)
        held = {m.ts for m in case.issue.sources}
        new = tuple(m for m in kept if m.ts == case.issue.about_ts and m.ts not in held)
        if new and case.stage in {Stage.CLARIFYING, Stage.CONFIRMING}:
            issue = replace(case.issue, sources=(*case.issue.sources, *new))
            show_case(uow, uow.cases.save(replace(case, issue=issue)))
        uow.commit()
