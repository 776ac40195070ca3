"""A letter to one person: a line and a button each, as a message or as part of a page."""

from bot.casework.letters import Do, Letter, Line
from bot.casework.tongues import Tongue, tongue
from bot.mediation.people import PersonId
from bot.slack.blocks import Block, Rendered, actions, button, context, section
from bot.slack.text import Mrkdwn, bold, people, person
from bot.slack.views import actions as names
from bot.slack.views.shared.messages import LONGEST_LINE

ACTIONS = {
    Do.OPEN: names.OPEN,
    Do.DONE: names.DONE,
    Do.CONFIRM: names.CONFIRM,
}


def letter_message(found: Letter) -> Rendered:
    """The whole letter, for its reader alone."""
    first = section(bold(people(found.title, 150)))
    told = "; ".join(str(people(line.text, 200)) for line in found.lines[:2])
    return Rendered(f"{people(found.title)}. {told}", (first, *letter_blocks(found)))


def pointer_message(found: Letter, *, to: PersonId) -> Rendered:
    """Where others read it too, it calls somebody by name and says nothing of what it is about."""
    text = Mrkdwn(f"{person(to)} {tongue(found.language).say('pointer')}")
    return Rendered(text, (section(text), actions(button("My desk", names.DESK, "desk"))))


def week_message(found: Letter) -> Rendered:
    """One's own week for who asks for it, also where nothing waits."""
    if found.lines:
        return letter_message(found)
    text = tongue(found.language).say("mine.quiet")
    return Rendered(text, (section(people(text)),))


def letter_blocks(found: Letter) -> list[Block]:
    """The lines alone, for a page that has a heading of its own."""
    speaks = tongue(found.language)
    blocks = [
        section(people(line.text, LONGEST_LINE), accessory=_button(line, speaks))
        for line in found.lines
    ]
    if found.more:
        blocks.append(context(Mrkdwn(speaks.say("left", count=found.more))))
    return blocks


def _button(line: Line, speaks: Tongue) -> Block:
    value = f"{line.case_id}:{line.key}" if line.key else line.case_id
    return button(speaks.say(line.do.value), ACTIONS[line.do], value)
