"""To propose a standstill: what neither side does, and until when."""

from bot.casework.stand_still import MAX_WORDS, ProposeStandstill
from bot.casework.tongues import tongue
from bot.mediation.both_or_all import both_or_all
from bot.mediation.case import Case
from bot.slack.blocks import View, context, date_input, modal, text_input
from bot.slack.payloads import OpenView, reads_form
from bot.slack.text import people
from bot.slack.views import actions as names
from bot.slack.views.private.agreeing import agreeing_once

TITLE = "A standstill"
INTRO = (
    "{Neither} side does this until the end of that day, so that {both} can talk in peace. It "
    "holds once {others_have} agreed; everybody in the channel can read it."
)


def standstill_form(case: Case, *, agreed: bool = False) -> View:
    """With the words and the day of a proposal that stands, to be changed into another one."""
    usual = tongue(case.language).say("standstill.usual")
    held = case.standstill if case.standstill and not case.standstill.ended else None
    what, until = (held.what, held.until) if held else (usual, None)
    label = both_or_all("What {neither} side does", case.sides)
    blocks = [
        context(people(both_or_all(INTRO, case.sides))),
        text_input(label, "what", value=what, lines=False, at_most=MAX_WORDS),
        date_input("Until the end of", "until", chosen=until),
        *agreeing_once(agreed),
    ]
    about = {"case": case.id}
    return modal(TITLE, blocks, callback=names.STANDSTILL_FORM, about=about, submit="Propose it")


@reads_form
def read(view: OpenView) -> ProposeStandstill:
    values = view.values
    return ProposeStandstill(str(view.about["case"]), values.text("what"), values.day("until"))
