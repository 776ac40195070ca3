"""Short messages: a note in a case's thread, the answer to a mention, the digest."""

import json
from enum import StrEnum

from bot.casework.digest import Digest
from bot.casework.month import Month
from bot.casework.room import Note
from bot.casework.shown import Origin
from bot.casework.tongues import Tongue, tongue
from bot.mediation.case import Case
from bot.slack.blocks import Option, Rendered, actions, button, context, image, section
from bot.slack.menus import overflow
from bot.slack.text import Mrkdwn, bold, lines, people, person
from bot.slack.views import actions as names
from bot.slack.views.shared.stages import ENGLISH, next_step, stage_of


class More(StrEnum):
    """What else a mention leads to, where no command does."""

    DESK = "desk"
    CASES = "cases"
    WEEK = "week"
    SETTINGS = "settings"
    HELP = "help"


MORE = {
    More.DESK: "My desk",
    More.CASES: "Open cases",
    More.WEEK: "This week",
    More.SETTINGS: "Settings",
    More.HELP: "Help",
}
LONGEST_LINE = 700
"""The longest promise with who, when and the number of its case: none is cut."""

A_SECTION = 4


def note_message(note: Note) -> Rendered:
    """A sentence for these people, and a button to what it is about."""
    whom = " ".join(person(p) for p in note.mentions)
    text = Mrkdwn(f"{whom} {people(note.text)}".strip())
    block = section(text)
    if not note.opens:
        return Rendered(text, (block,))
    return Rendered(text, (block, actions(button("Open", names.OPEN, note.opens))))


def ways_in(origin: Origin, case: Case | None = None, speaks: Tongue = ENGLISH) -> Rendered:
    """The buttons that a mention is answered with: the thread's case, then the lightest way."""
    value = json.dumps([origin.channel, origin.thread_ts, origin.message_ts])
    asked = speaks.say("ways.ask")
    if case is not None:
        asked = f"{_stands(case, speaks)} {speaks.say('ways.more')}"
    first = [button(f"Open case {case.number}", names.OPEN, case.id, primary=True)] if case else []
    buttons = actions(
        *first,
        button("Just clarify", names.CLARIFY, value, primary=case is None),
        button("Raise an issue", names.RAISE, value),
        button("Suggest trade-offs", names.TRADES, value),
        overflow(names.MORE, [Option(label, more.value) for more, label in MORE.items()]),
    )
    return Rendered(
        asked, (section(Mrkdwn(asked)), buttons, context(Mrkdwn(speaks.say("ways.private"))))
    )


def _stands(case: Case, speaks: Tongue) -> Mrkdwn:
    """Where the case of a thread stands, in a sentence."""
    stage = stage_of(case, speaks).casefold()
    title = people(case.issue.title, 120)
    where = speaks.say("case.short", number=case.number, title=title, stage=stage)
    return Mrkdwn(f"{where} {next_step(case, speaks)}".strip())


def month_message(month: Month, file_id: str) -> Rendered:
    """The picture, with the same in words for who cannot see it."""
    picture = image(file_id, month.alt)
    title = tongue(month.language).say("month")
    first = section(bold(Mrkdwn(title)))
    return Rendered(f"{title}. {month.alt}", (first, picture))


def digest_message(digest: Digest) -> Rendered:
    """The week in at most seven lines."""
    speaks = tongue(digest.language)
    title = speaks.say("week")
    if not digest.lines:
        text = speaks.say("week.quiet")
        return Rendered(text, (section(lines(bold(Mrkdwn(title)), text)),))
    found = [f"•  {people(text, LONGEST_LINE)}" for text in digest.texts]
    parts = [bold(Mrkdwn(title)), *found]
    blocks = tuple(
        section(lines(*parts[i : i + A_SECTION])) for i in range(0, len(parts), A_SECTION)
    )
    return Rendered(speaks.count("week.lines", len(found), title=title), blocks)
