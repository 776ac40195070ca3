"""Just clarify, in the thread: first that a line is asked for, then both lines together."""

from bot.mediation.both_or_all import both_or_all
from bot.mediation.clarification import Clarification, Outcome
from bot.slack.blocks import Block, Element, Rendered, actions, button, context, section
from bot.slack.text import Mrkdwn, bold, lines, listed, people, person, quoted
from bot.slack.views import actions as names
from bot.slack.views.shared.passages import READ_ALL
from bot.slack.views.shared.stages import side_names

MESSAGE = 900
"""Characters of the message that stand on the card."""


def clarification_card(found: Clarification) -> Rendered:
    """The card of a clarification; it shows no line before all are in."""
    message = section(
        lines(
            Mrkdwn(f"About what {person(found.about.author)} wrote:"),
            quoted(people(found.about.text, MESSAGE)),
        ),
        accessory=_reads_all(found),
    )
    if found.outcome is Outcome.OPEN:
        return _asking(found, message)
    shown = [
        section(lines(bold(_heading(found, line.side)), quoted(people(line.words, 600))))
        for line in found.lines
    ]
    end = _ENDS.get(found.outcome)
    if end:
        end = both_or_all(end, found.sides)
        return Rendered(end, (message, *shown, section(Mrkdwn(end))))
    return _both(found, [message, *shown])


_ENDS = {
    Outcome.CLEARED_UP: "Cleared up. Thank you, {both}.",
    Outcome.CASE: "This became a case, so that nothing gets lost.",
}


def _asking(found: Clarification, message: Block) -> Rendered:
    whom = listed([person(p) for p in found.asked]) or side_names(found.sides)
    last = "yours is" if len(found.asked) == 1 else both_or_all("{both} are", found.asked)
    each = "one line from you" if len(found.asked) == 1 else "one line from each of you"
    lines_of = both_or_all("{Both} lines", found.sides)
    text = (
        f"{whom}: {each}, please. {_question(found)} {lines_of} appear here together, once "
        f"{last} in."
    )
    line = button("Add your line", names.LINE, found.id, primary=True)
    return Rendered(text, (message, section(Mrkdwn(text)), actions(line)))


def _question(found: Clarification) -> str:
    """Of who wrote the message what was meant, of everybody else what was understood."""
    if len(found.asked) != 1 or found.author_side is None:
        return "What was meant, and what was understood?"
    if found.asked[0] == found.about.author:
        return "What did you mean?"
    return "What did you understand?"


def _both(found: Clarification, blocks: list[Block]) -> Rendered:
    cleared = [people(s.name, 80) for s in found.sides if s.id in found.cleared_by]
    text = both_or_all("{Both} lines are in. Is it cleared up?", found.sides)
    buttons = actions(
        button("Cleared up", names.CLEARED, found.id, primary=True),
        button("Make it a case", names.MAKE_CASE, found.id),
    )
    noted = [context(Mrkdwn(f"{listed(cleared)}: cleared up."))] if cleared else []
    return Rendered(text, (*blocks, section(Mrkdwn(text)), *noted, buttons))


def _reads_all(found: Clarification) -> Element | None:
    """The way to the whole message, where it is longer than what stands here."""
    if len(found.about.text.strip()) <= MESSAGE:
        return None
    return button(READ_ALL, names.READ_MESSAGE, found.id)


def _heading(found: Clarification, side: str) -> Mrkdwn:
    name = next(people(s.name, 80) for s in found.sides if s.id == side)
    if found.author_side is None:
        return name
    return Mrkdwn(f"{name} {'meant' if side == found.author_side else 'understood'}")
