"""Just clarify, in the thread: first that a line is asked for, then both lines together."""

from bot.casework.tongues import Tongue, tongue
from bot.mediation.clarification import Clarification, Outcome
from bot.slack.blocks import Block, Element, Rendered, actions, button, context, section
from bot.slack.text import Mrkdwn, bold, lines, people, person, quoted
from bot.slack.views import actions as names
from bot.slack.views.shared.passages import READ_ALL
from bot.slack.views.shared.stages import side_names

MESSAGE = 900
"""Characters of the message that stand on the card."""


def clarification_card(found: Clarification) -> Rendered:
    """The card of a clarification; it shows no line before all are in."""
    speaks = tongue(found.language)
    message = section(
        lines(
            Mrkdwn(speaks.say("clarify.about", who=person(found.about.author))),
            quoted(people(found.about.text, MESSAGE)),
        ),
        accessory=_reads_all(found),
    )
    if found.outcome is Outcome.OPEN:
        return _asking(found, message, speaks)
    shown = [
        section(lines(bold(_heading(found, line.side, speaks)), quoted(people(line.words, 600))))
        for line in found.lines
    ]
    if found.outcome in {Outcome.CLEARED_UP, Outcome.CASE}:
        end = speaks.of(found.sides, f"clarify.{found.outcome.value}")
        return Rendered(end, (message, *shown, section(Mrkdwn(end))))
    return _both(found, [message, *shown], speaks)


def _asking(found: Clarification, message: Block, speaks: Tongue) -> Rendered:
    whom = speaks.listed([person(p) for p in found.asked]) or side_names(found.sides, speaks)
    question = speaks.say(f"clarify.{_question(found)}")
    if len(found.asked) == 1:
        text = speaks.of(found.sides, "clarify.one", who=whom, question=question)
    else:
        text = speaks.of(found.asked or found.sides, "clarify.many", who=whom, question=question)
    line = button("Add your line", names.LINE, found.id, primary=True)
    return Rendered(text, (message, section(Mrkdwn(text)), actions(line)))


def _question(found: Clarification) -> str:
    """Of who wrote the message what was meant, of everybody else what was understood."""
    if len(found.asked) != 1 or found.author_side is None:
        return "both"
    return "mean" if found.asked[0] == found.about.author else "understand"


def _both(found: Clarification, blocks: list[Block], speaks: Tongue) -> Rendered:
    cleared = [people(s.name, 80) for s in found.sides if s.id in found.cleared_by]
    text = speaks.of(found.sides, "clarify.in")
    buttons = actions(
        button("Cleared up", names.CLEARED, found.id, primary=True),
        button("Make it a case", names.MAKE_CASE, found.id),
    )
    noted = speaks.say("clarify.noted", who=speaks.listed(cleared))
    told = [context(Mrkdwn(noted))] if cleared else []
    return Rendered(text, (*blocks, section(Mrkdwn(text)), *told, buttons))


def _reads_all(found: Clarification) -> Element | None:
    """The way to the whole message, where it is longer than what stands here."""
    if len(found.about.text.strip()) <= MESSAGE:
        return None
    return button(READ_ALL, names.READ_MESSAGE, found.id)


def _heading(found: Clarification, side: str, speaks: Tongue) -> Mrkdwn:
    name = next(people(s.name, 80) for s in found.sides if s.id == side)
    if found.author_side is None:
        return name
    did = "meant" if side == found.author_side else "understood"
    return Mrkdwn(speaks.say(f"clarify.{did}", side=name))
