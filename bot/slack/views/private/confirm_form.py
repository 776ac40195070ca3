"""What the common statement says about one side, for that side to check before anybody reads it."""

from bot.casework.frame import ConfirmPart
from bot.casework.next_step import Opened
from bot.mediation.statements import LANGUAGE_NAMES, CommonStatement
from bot.slack.blocks import Block, View, context, modal, text_input
from bot.slack.payloads import OpenView, reads_form
from bot.slack.text import Mrkdwn, people, shortened
from bot.slack.views import actions as names
from bot.slack.views.private.agreeing import agreeing
from bot.slack.views.shared.case_card import ACCOUNT, NEEDS, WANTS

TITLE = "Check your part"
INTRO = (
    "This is what the common statement will say about your side. Change what is not right; "
    "then both sides can read it."
)

IN_TWO = (
    "What lies between you will stand in {languages}; your part stays in your own words. The terms "
    "that you set next, and what you sign in the end, are in {main}."
)


def confirm_form(opened: Opened) -> View:
    case = opened.case
    assert case.common is not None
    part = case.common.about(opened.side.id)
    blocks = [
        context(people(INTRO), *_languages(case.common)),
        _box("How your side saw it", "account", part.account, ACCOUNT),
        _box("What your side would like", "wants", part.wants, WANTS),
        _box("Why it matters to you", "needs", part.needs, NEEDS, optional=True),
        agreeing(),
    ]
    about = {"case": case.id}
    return modal(TITLE, blocks, callback=names.CONFIRM_FORM, about=about, submit="That is right")


def _languages(common: CommonStatement) -> list[Mrkdwn]:
    """Where the sides write in two languages: what stands in which."""
    if not common.also:
        return []
    said = [common.language, *(r.language for r in common.also)]
    listed = " and ".join(LANGUAGE_NAMES.get(x, x) for x in said)
    main = LANGUAGE_NAMES.get(common.language, common.language)
    return [people(IN_TWO.format(languages=listed, main=main))]


def _box(label: str, key: str, said: str, at_most: int, *, optional: bool = False) -> Block:
    """No more fits in than the card shows, so that nothing confirmed is cut unseen."""
    value = shortened(said, at_most)
    return text_input(label, key, value=value, at_most=at_most, optional=optional)


@reads_form
def read(view: OpenView) -> ConfirmPart:
    values = view.values
    return ConfirmPart(
        str(view.about["case"]),
        account=values.text("account"),
        wants=values.text("wants"),
        needs=values.text("needs"),
    )
