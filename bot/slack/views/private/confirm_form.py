"""What the common statement says about one side, for that side to check before anybody reads it."""

from bot.casework.frame import ConfirmPart
from bot.casework.next_step import Opened
from bot.slack.blocks import View, context, modal, text_input
from bot.slack.payloads import OpenView, reads_form
from bot.slack.text import people
from bot.slack.views import actions as names

TITLE = "Check your part"
INTRO = (
    "This is what the common statement will say about your side. Change what is not right; "
    "then both sides can read it."
)


def confirm_form(opened: Opened) -> View:
    case = opened.case
    assert case.common is not None
    part = case.common.about(opened.side.id)
    blocks = [
        context(people(INTRO)),
        text_input("How your side saw it", "account", value=part.account),
        text_input("What your side would like", "wants", value=part.wants),
        text_input("Why it matters to you", "needs", value=part.needs, optional=True),
    ]
    about = {"case": case.id}
    return modal(TITLE, blocks, callback=names.CONFIRM_FORM, about=about, submit="That is right")


@reads_form
def read(view: OpenView) -> ConfirmPart:
    values = view.values
    return ConfirmPart(
        str(view.about["case"]),
        account=values.text("account"),
        wants=values.text("wants"),
        needs=values.text("needs"),
    )
