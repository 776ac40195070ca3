"""Tell your side: two answers that both sides read, one that may be shared, one that never is."""

from bot.casework.next_step import Opened
from bot.casework.tell_side import TellSide
from bot.casework.tongues import tongue
from bot.mediation.caucus import PrivateText
from bot.mediation.people import PersonId
from bot.mediation.wall import Audience, reveal
from bot.slack.blocks import (
    Option,
    View,
    checkboxes,
    context,
    modal,
    text_input,
)
from bot.slack.payloads import OpenView, reads_form
from bot.slack.text import people
from bot.slack.views import actions as names
from bot.slack.views.private.agreeing import agreeing_first


def tell_form(opened: Opened, person: PersonId) -> View:
    """What this side said before stands in it; who raised the issue finds their own words."""
    case, caucus, speaks = opened.case, opened.caucus, tongue(opened.language)
    said = case.statement_of(opened.side.id)
    own_words = case.issue.happened if case.issue.raised_by == person else ""
    why = said.why if said and said.why else _own(caucus.why)
    blocks = [
        context(people(speaks.of(case.sides, "tell.reads"))),
        text_input(
            speaks.say("tell.happened"),
            "happened",
            value=said.happened if said else own_words,
            focus=True,
        ),
        text_input(speaks.say("tell.wants"), "wants", value=said.wants if said else ""),
        text_input(speaks.say("tell.why"), "why", value=why, optional=True),
        checkboxes(
            speaks.say("tell.share"),
            "share",
            [Option(speaks.say("tell.shared"), "why")],
            chosen=["why"] if said and said.why else [],
        ),
        text_input(
            speaks.say("tell.private"),
            "private",
            value=_own(caucus.private),
            optional=True,
            hint=speaks.of(case.sides, "tell.never"),
        ),
        *([] if opened.agreed else agreeing_first(case.id, speaks)),
    ]
    about = {"case": case.id, "revision": caucus.revision}
    return modal(
        speaks.say("tell"),
        blocks,
        callback=names.TELL_FORM,
        about=about,
        submit=speaks.say("send"),
        close=speaks.say("close"),
    )


@reads_form
def read(view: OpenView) -> TellSide:
    values = view.values
    return TellSide(
        case_id=str(view.about["case"]),
        happened=values.text("happened"),
        wants=values.text("wants"),
        why=values.text("why"),
        why_shared="why" in values.choices("share"),
        private=values.text("private"),
        revision=int(view.about["revision"]),
    )


def _own(text: PrivateText | None) -> str:
    """The side's own words, for the side's own form."""
    return reveal(text, to=Audience.own_side(text.owner)) if text else ""
