"""Questions to who has just told their side, each with its reason; none has to be answered."""

from collections.abc import Sequence

from bot.casework.asking import FollowUp, Part
from bot.casework.tell_more import TellMore
from bot.slack.blocks import View, context, modal, text_input
from bot.slack.payloads import OpenView, reads_form
from bot.slack.text import people
from bot.slack.views import actions as names

TITLE = "If you like"
INTRO = (
    "Your side is told, and the case goes on as it is. Only you see these questions; an answer "
    "joins what you have just sent, and you check how it is put before others read it."
)
REASON_STAYS = "Your reason stays with your side, as you have chosen."
AT_MOST = 300


def more_form(
    case_id: str, revision: int, questions: Sequence[FollowUp], *, why_shared: bool
) -> View:
    boxes = [
        text_input(q.text, f"{q.part}-{n}", hint=q.reason, optional=True, at_most=AT_MOST)
        for n, q in enumerate(questions)
    ]
    asks_why = any(q.part is Part.WHY for q in questions)
    stays = [context(people(REASON_STAYS))] if asks_why and not why_shared else []
    about = {"case": case_id, "revision": revision, "why_shared": why_shared}
    return modal(
        TITLE,
        [context(people(INTRO)), *boxes, *stays],
        callback=names.MORE_FORM,
        about=about,
        submit="Add it",
        close="Leave it",
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
