"""Questions to who has just told their side, each with its reason; none has to be answered."""

from collections.abc import Sequence

from bot.casework.asking import FollowUp, Part
from bot.casework.tell_more import TellMore
from bot.casework.tongues import Tongue
from bot.slack.blocks import View, context, modal, text_input
from bot.slack.payloads import OpenView, reads_form
from bot.slack.text import people
from bot.slack.views import actions as names
from bot.slack.views.shared.stages import ENGLISH

TITLE, INTRO = ENGLISH.say("more"), ENGLISH.say("more.intro")
REASON_STAYS = ENGLISH.say("more.stays")
AT_MOST = 300


def more_form(
    case_id: str,
    revision: int,
    questions: Sequence[FollowUp],
    speaks: Tongue = ENGLISH,
    *,
    why_shared: bool,
) -> View:
    boxes = [
        text_input(q.text, f"{q.part}-{n}", hint=q.reason, optional=True, at_most=AT_MOST)
        for n, q in enumerate(questions)
    ]
    asks_why = any(q.part is Part.WHY for q in questions)
    stays = [context(people(speaks.say("more.stays")))] if asks_why and not why_shared else []
    about = {"case": case_id, "revision": revision, "why_shared": why_shared}
    return modal(
        speaks.say("more"),
        [context(people(speaks.say("more.intro"))), *boxes, *stays],
        callback=names.MORE_FORM,
        about=about,
        submit=speaks.say("more.send"),
        close=speaks.say("more.leave"),
    )


@reads_form
def read(view: OpenView) -> TellMore:
    answers: dict[Part, list[str]] = {}
    for key in view.values.state:
        part, _, _ = key.partition("-")
        answers.setdefault(Part(part), []).append(view.values.text(key))
    return TellMore(
        case_id=str(view.about["case"]),
        answers=answers,
        why_shared=bool(view.about["why_shared"]),
        revision=int(view.about["revision"]),
    )
