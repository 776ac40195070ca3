"""Short messages: a note in a case's thread, the answer to a mention, the digest."""

import json

from bot.casework.digest import Digest
from bot.casework.month import Month
from bot.casework.room import Note, Origin
from bot.slack.blocks import Rendered, actions, button, context, section
from bot.slack.text import Mrkdwn, bold, lines, people, person
from bot.slack.views import actions as names

ASK = "How can I help both of you with this?"
MONTH_TITLE = "Twelve weeks in this channel"
PRIVATE = "What one side tells in private never reaches the other."


def note_message(note: Note) -> Rendered:
    """A sentence for these people, and a button to what it is about."""
    whom = " ".join(person(p) for p in note.mentions)
    text = Mrkdwn(f"{whom} {people(note.text)}".strip())
    block = section(text)
    if not note.opens:
        return Rendered(text, (block,))
    return Rendered(text, (block, actions(button("Open", names.OPEN, note.opens))))


def ways_in(origin: Origin) -> Rendered:
    """The buttons that a mention is answered with, the lightest way first."""
    value = json.dumps([origin.channel, origin.thread_ts, origin.message_ts])
    buttons = actions(
        button("Just clarify", names.CLARIFY, value, primary=True),
        button("Raise an issue", names.RAISE, value),
        button("Suggest trade-offs", names.TRADES, value),
    )
    return Rendered(ASK, (section(Mrkdwn(ASK)), buttons, context(Mrkdwn(PRIVATE))))


def month_message(month: Month, file_id: str) -> Rendered:
    """The picture, and the same in words for who cannot see it."""
    picture = {"type": "image", "slack_file": {"id": file_id}, "alt_text": month.alt}
    title = section(bold(Mrkdwn(MONTH_TITLE)))
    return Rendered(f"{MONTH_TITLE}. {month.alt}", (title, picture, context(people(month.alt))))


def digest_message(digest: Digest) -> Rendered:
    """The week in at most seven lines."""
    title = "This week in this channel"
    if not digest.lines:
        text = "A quiet week: nothing new, nothing waiting, nothing due."
        return Rendered(text, (section(lines(bold(Mrkdwn(title)), text)),))
    found = [
        f"•  {people(line.text, 300)}" + (f" (case {line.case_number})" if line.case_number else "")
        for line in digest.lines
    ]
    body = lines(bold(Mrkdwn(title)), *found)
    return Rendered(f"{title}: {len(found)} lines.", (section(body),))
