"""To propose a standstill: what neither side does, and until when."""

from bot.casework.stand_still import MAX_WORDS, ProposeStandstill
from bot.casework.tongues import tongue
from bot.mediation.case import Case
from bot.slack.blocks import View, context, date_input, modal, text_input
from bot.slack.payloads import OpenView, reads_form
from bot.slack.text import people
from bot.slack.views import actions as names
from bot.slack.views.private.agreeing import agreeing_once


def standstill_form(case: Case, *, agreed: bool = False, language: str = "en") -> View:
    """With the words and the day of a proposal that stands, to be changed into another one."""
    speaks, usual = tongue(language), tongue(case.language).say("standstill.usual")
    held = case.standstill if case.standstill and not case.standstill.ended else None
    what, until = (held.what, held.until) if held else (usual, None)
    label = speaks.of(case.sides, "still.what")
    blocks = [
        context(people(speaks.of(case.sides, "still.intro"))),
        text_input(label, "what", value=what, lines=False, at_most=MAX_WORDS),
        date_input(speaks.say("still.until"), "until", chosen=until),
        *agreeing_once(agreed, speaks),
    ]
    return modal(
        speaks.say("still"),
        blocks,
        callback=names.STANDSTILL_FORM,
        about={"case": case.id},
        submit=speaks.say("still.send"),
        close=speaks.say("close"),
    )


@reads_form
def read(view: OpenView) -> ProposeStandstill:
    values = view.values
    return ProposeStandstill(str(view.about["case"]), values.text("what"), values.day("until"))
