"""Follow a message that was edited or deleted after it became part of a case."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.casework.ports import UnitOfWork
from bot.casework.show import show_case, show_clarification
from bot.mediation.clarification import Outcome
from bot.mediation.issues import Message
from bot.mediation.people import ChannelId, PersonId, WorkspaceKey
from bot.mediation.timeline import Event

DELETED = "(this message was deleted)"


@dataclass(frozen=True, slots=True)
class Changed:
    """A message as it stands now; text None where it was deleted. by: whose message it is."""

    channel: ChannelId
    ts: str
    thread_ts: str
    text: str | None
    by: PersonId | None


def follow_message(
    changed: Changed, workspace: WorkspaceKey, *, uow: UnitOfWork, now: datetime
) -> None:
    """The record says what the message says now; the timeline keeps that it changed.

    A deleted message's text is gone from the cases it was part of. What people wrote in forms,
    and what stands in a statement that they confirmed, stays theirs.
    """
    how = "deleted" if changed.text is None else "edited"
    note = f"A message that this came from was {how}."
    text = DELETED if changed.text is None else changed.text
    for case in uow.cases.of_channel(workspace, changed.channel):
        sources = tuple(_now(m, changed.ts, text) for m in case.issue.sources)
        if sources != case.issue.sources:
            saved = uow.cases.save(replace(case, issue=replace(case.issue, sources=sources)))
            uow.timeline.append(Event(case.id, "message", changed.by, now, note))
            show_case(uow, saved)
    for found in uow.clarifications.of_channel(workspace, changed.channel):
        about = _now(found.about, changed.ts, text)
        if about != found.about:
            kept = uow.clarifications.save(replace(found, about=about))
            uow.timeline.append(Event(found.id, "message", changed.by, now, note))
            if found.outcome in {Outcome.OPEN, Outcome.SHOWN}:
                show_clarification(uow, kept)
    thread = changed.thread_ts or changed.ts
    for message in uow.conversation.of_thread(changed.channel, thread):
        if message.ts == changed.ts:
            uow.conversation.record(replace(message, text=text), thread)


def _now(message: Message, ts: str, text: str) -> Message:
    return replace(message, text=text) if message.ts == ts else message
