"""A letter to one person: a line and a button each, as a message or as part of a page."""

from bot.casework.letters import Do, Letter, Line
from bot.mediation.people import PersonId
from bot.slack.blocks import Block, Rendered, button, context, section
from bot.slack.text import Mrkdwn, bold, lines, people, person
from bot.slack.views import actions as names

BUTTONS = {
    Do.OPEN: ("Open", names.OPEN),
    Do.DONE: ("Mark as done", names.DONE),
    Do.CONFIRM: ("Confirm", names.CONFIRM),
}


def letter_message(found: Letter, *, to: PersonId | None = None) -> Rendered:
    """The whole letter. to: whom it calls by name, where others can read it too."""
    title = bold(people(found.title, 150))
    whom = f"{person(to)} " if to else ""
    first = section(Mrkdwn(f"{whom}{title}"))
    told = "; ".join(str(people(line.text, 200)) for line in found.lines[:2])
    return Rendered(f"{whom}{people(found.title)}. {told}", (first, *letter_blocks(found)))


def letter_blocks(found: Letter) -> list[Block]:
    """The lines alone, for a page that has a heading of its own."""
    blocks = [section(people(line.text, 400), accessory=_button(line)) for line in found.lines]
    if found.more:
        blocks.append(context(lines(f"And {found.more} more, on My desk.")))
    return blocks


def _button(line: Line) -> Block:
    label, action = BUTTONS[line.do]
    value = f"{line.case_id}:{line.key}" if line.key else line.case_id
    return button(label, action, value)
