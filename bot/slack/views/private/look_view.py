"""A second look at one's own answers: a sentence, and two buttons that are both fine."""

import json

from bot.casework.shown import LookAgain
from bot.casework.tongues import tongue
from bot.mediation.terms import Package
from bot.slack.blocks import View, actions, button, context, modal, section
from bot.slack.payloads import reads_form
from bot.slack.text import people
from bot.slack.views import actions as names

KEEP, AGAIN = f"{names.LOOK}.keep", f"{names.LOOK}.again"


def look_view(found: LookAgain) -> View:
    """Closed without an answer, it means that everything stays as it is."""
    speaks = tongue(found.language)
    value = json.dumps([found.case_id, *(found.tap or ())])
    blocks = [
        section(people(found.sentence)),
        actions(
            button(speaks.say("look.keep"), KEEP, value),
            button(speaks.say("look.again"), AGAIN, value),
        ),
        context(people(speaks.say("look.alone"))),
    ]
    return modal(
        speaks.say("look"),
        blocks,
        callback=names.QUESTION_FORM,
        about={"case": found.case_id},
        tell_when_closed=True,
    )


@reads_form
def read(value: str) -> tuple[str, tuple[Package, Package] | None]:
    """The case, and the two packages where it is about an either/or answer."""
    case_id, *packages = json.loads(value)
    if not packages:
        return str(case_id), None
    first, second = (tuple(int(o) for o in package) for package in packages)
    return str(case_id), (first, second)
