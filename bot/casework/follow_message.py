"""Follow a message that was edited or deleted after it became part of a case."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.casework.hours import language_of_channel
from bot.casework.ports import UnitOfWork
from bot.casework.show import show_case, show_clarification
from bot.casework.tongues import Tongue, tongue
from bot.mediation.case import Case
from bot.mediation.clarification import Outcome
from bot.mediation.echoes import IN_TITLE, echoes, without_echoes
from bot.mediation.issues import Issue, Message
from bot.mediation.people import ChannelId, PersonId, WorkspaceKey
from bot.mediation.timeline import Event

DELETED = "(this message was deleted)"


@dataclass(frozen=True, slots=True)
class Changed:
    """A message as it stands now; text None where it was deleted. by: whose message it is.

    before: what it said until now, which counts where the record has not kept it yet. edited:
    Slack's ts of the edit, "" where it tells of none.
    """

    channel: ChannelId
    ts: str
    thread_ts: str
    text: str | None
    by: PersonId | None
    before: str = ""
    edited: str = ""


def follow_message(
    changed: Changed, workspace: WorkspaceKey, *, uow: UnitOfWork, now: datetime
) -> None:
    """The record says what the message says now; the timeline keeps that it changed.

    A deleted message's text is gone from the cases it was part of: from what happened, from the
    title and from the timeline, as far as these were taken from it; no later event brings it
    back. What people put in words of their own, and what stands in a statement that they
    confirmed, stays theirs. Of two edits that are told of in the wrong order, the later edit's
    words stand.
    """
    how = "deleted" if changed.text is None else "edited"
    note = f"A message that this came from was {how}."
    text = DELETED if changed.text is None else changed.text
    thread = changed.thread_ts or changed.ts
    kept = [m for m in uow.conversation.of_thread(changed.channel, thread) if m.ts == changed.ts]
    for case in uow.cases.of_channel(workspace, changed.channel):
        of_thread = kept if case.thread_ts == thread else []
        is_part = case.thread_ts == thread or case.issue.about_ts == changed.ts
        told = changed.before if is_part else ""
        issue = _followed(case.issue, of_thread, changed, text, told=told)
        if issue.title == "":
            speaks = tongue(language_of_channel(uow, workspace, case.channel))
            issue = replace(issue, title=_plain_title(issue, speaks))
        if issue != case.issue:
            if changed.text is None:
                _forget_what_was_raised(uow, case)
            saved = uow.cases.save(replace(case, issue=issue))
            uow.timeline.append(Event(case.id, "message", changed.by, now, note))
            show_case(uow, saved)
    for found in uow.clarifications.of_channel(workspace, changed.channel):
        about = _now(found.about, changed, text)
        if about != found.about:
            saved_line = uow.clarifications.save(replace(found, about=about))
            uow.timeline.append(Event(found.id, "message", changed.by, now, note))
            if found.outcome in {Outcome.OPEN, Outcome.SHOWN}:
                show_clarification(uow, saved_line)
    for message in kept:
        uow.conversation.record(_now(message, changed, text), thread)


def _followed(
    issue: Issue, of_thread: Sequence[Message], changed: Changed, text: str, *, told: str
) -> Issue:
    """The issue with the message as it is now; without a title where that was taken from it.

    of_thread: the message as it was kept so far. told: as Slack says it was, if it was not kept.
    """
    held = next((m for m in (*issue.sources, *of_thread) if m.ts == changed.ts), None)
    if held is not None and _is_late(held, changed):
        return issue
    sources = tuple(_now(m, changed, text) for m in issue.sources)
    before = (held.text if held else told).strip()
    title, happened = issue.title, issue.happened
    if before and before != DELETED:
        happened = happened.replace(before, text)
        if text == DELETED:
            happened = without_echoes(happened, before, instead=DELETED)
        if echoes(title, before, share=IN_TITLE) and not echoes(title, text, share=IN_TITLE):
            title = ""
    return replace(issue, title=title, sources=sources, happened=happened)


def _plain_title(issue: Issue, speaks: Tongue) -> str:
    """ "Late delivery, 4 Dec": the kind of issue and the day on which it was raised."""
    matter = speaks.kinds.get(issue.kind, speaks.say("some_issue"))
    return f"{matter}, {speaks.day(issue.raised_at.date())}"


def _forget_what_was_raised(uow: UnitOfWork, case: Case) -> None:
    """Title and account as they were raised; the link of the chain stays."""
    for link in uow.timeline.of(case.id):
        if link.kind == "raised":
            uow.timeline.erase_text(case.id, link.position)


def _now(message: Message, changed: Changed, text: str) -> Message:
    """A message that was deleted stays so: an edit told of late brings no words back."""
    if message.ts != changed.ts or message.text == DELETED or _is_late(message, changed):
        return message
    return replace(message, text=text, edited=changed.edited or message.edited)


def _is_late(message: Message, changed: Changed) -> bool:
    """Whether a later edit than this one is known already; a deletion is never late."""
    return changed.text is not None and message.is_newer_than(changed.edited)
