"""How the two sides work: one question at a time, what is known of the other, shared goals."""

from collections.abc import Mapping

from bot.casework.get_to_know import MAX_WORDS, Acquaintance, TellAboutUs
from bot.casework.tongues import Tongue
from bot.mediation.both_or_all import both_or_all
from bot.mediation.partner import MOST_GOALS, Topic
from bot.mediation.people import PartnershipId
from bot.slack.blocks import Block, View, actions, button, context, modal, section, text_input
from bot.slack.payloads import OpenView, reads_form
from bot.slack.text import Mrkdwn, bold, lines, people
from bot.slack.views import actions as names
from bot.slack.views.shared.stages import ENGLISH

TITLE = "How we work"
GOAL_TITLE = "A shared goal"
READERS = (
    "Everybody you work with here can read this. Leave it empty to pass the question over; you "
    "can answer it later, under How we work."
)
GOAL_READERS = "It counts as shared once every side has agreed. Packages are held against it."
QUESTIONS = {topic: ENGLISH.say(f"topic.{topic.value}") for topic in Topic}
LABELS: Mapping[Topic, str] = {
    Topic.HOURS: "At work",
    Topic.REALITIES: "Daily operation",
    Topic.DRIVERS: "What drives them",
    Topic.HOLIDAYS: "Holidays and busy weeks",
    Topic.CULTURE: "How things are said and decided",
}


def question_block(found: Acquaintance, speaks: Tongue = ENGLISH) -> list[Block]:
    """The one question, for the desk; nothing where none is due."""
    if found.asked is None:
        return []
    others = speaks.listed([people(s.name, 80) for s, _ in found.known])
    asked = speaks.say("desk.ask", others=others) if others else speaks.say("desk.ask_them")
    text = lines(bold(Mrkdwn(asked)), speaks.say(f"topic.{found.asked.value}"))
    value = f"{found.partnership.id}:{found.asked}"
    return [section(text, accessory=button("Answer", names.ABOUT_US, value))]


def about_form(partnership: PartnershipId, topic: Topic, said: str = "") -> View:
    """With what the side has said before, to be changed."""
    blocks = [
        text_input(
            QUESTIONS[topic], "words", value=said, optional=True, at_most=MAX_WORDS, focus=True
        ),
        context(people(READERS)),
    ]
    about = {"partnership": partnership, "topic": topic}
    return modal(TITLE, blocks, callback=names.ABOUT_FORM, about=about, submit="Send")


def partner_view(found: Acquaintance) -> View:
    """What each side has said, one's own to be changed, and the goals with their buttons."""
    blocks: list[Block] = []
    for side, about in found.known:
        said = [f"_{LABELS[t]}:_ {people(w, 400)}" for t, w in about.said.items() if w]
        said = said or ["Nothing yet. It is asked little by little, at the end of a case."]
        blocks.append(section(lines(bold(people(side.name, 80)), *said)))
    blocks += _own(found)
    sides = frozenset(s.id for s in found.partnership.sides)
    for number, goal in enumerate(found.goals.held):
        value = f"{found.partnership.id}:{number}"
        shared = goal.agreed_by >= sides
        state = both_or_all("Shared by {both}", sides) if shared else "Proposed"
        blocks.append(section(lines(f"*{state}*", people(goal.text, 400))))
        agree = found.side.id not in goal.agreed_by
        ways = [button("Share this goal", f"{names.GOAL}.agree", value)] if agree else []
        blocks.append(actions(*ways, button("Take it away", f"{names.GOAL}.drop", value)))
    if len(found.goals.held) < MOST_GOALS:
        add = button("Propose a shared goal", f"{names.GOAL}.new", found.partnership.id)
        blocks.append(actions(add))
    return modal(TITLE, blocks, callback=names.PARTNER_VIEW)


def _own(found: Acquaintance) -> list[Block]:
    """What one's own side has said, each with a way to change it; a question passed over too."""
    if not found.own.said:
        return []
    blocks: list[Block] = [section(Mrkdwn(f"*{people(found.side.name, 80)}*, as they read it"))]
    for topic, words in found.own.said.items():
        said = people(words, 400) if words else Mrkdwn("Passed over.")
        text = Mrkdwn(f"_{LABELS[topic]}:_ {said}")
        if not found.may_tell:
            blocks.append(section(text))
            continue
        value = f"{found.partnership.id}:{topic}"
        change = button("Change it" if words else "Answer", f"{names.ABOUT_US}.again", value)
        blocks.append(section(text, accessory=change))
    return blocks


def goal_form(partnership: PartnershipId) -> View:
    blocks = [
        text_input("A goal that you share", "goal", lines=False, at_most=MAX_WORDS, focus=True),
        context(people(GOAL_READERS)),
    ]
    about = {"partnership": partnership}
    return modal(GOAL_TITLE, blocks, callback=names.GOAL_FORM, about=about, submit="Propose it")


@reads_form
def read(view: OpenView) -> TellAboutUs:
    partnership = PartnershipId(str(view.about["partnership"]))
    return TellAboutUs(partnership, Topic(view.about["topic"]), view.values.text("words"))


@reads_form
def read_goal(view: OpenView) -> tuple[PartnershipId, str]:
    return PartnershipId(str(view.about["partnership"])), view.values.text("goal")
