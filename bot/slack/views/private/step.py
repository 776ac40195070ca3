"""The form that a case's button opens: whatever this person's side can do now."""

from bot.casework.next_step import Opened, Step
from bot.casework.tongues import tongue
from bot.mediation.people import PersonId
from bot.slack.blocks import View
from bot.slack.views.private.agenda_form import agenda_form
from bot.slack.views.private.answer_form import answer_form
from bot.slack.views.private.confirm_form import confirm_form
from bot.slack.views.private.follow_form import follow_view
from bot.slack.views.private.notices import notice
from bot.slack.views.private.rating_form import rating_form
from bot.slack.views.private.sign_form import sign_form
from bot.slack.views.private.tell_form import tell_form
from bot.slack.views.shared.stages import next_step, stage_of


def step_form(opened: Opened, person: PersonId) -> View:
    """The one thing to do now; where there is nothing, what the case waits for."""
    if opened.refused:
        return notice(f"Case {opened.case.number}", opened.refused)
    match opened.step:
        case Step.TELL:
            return tell_form(opened, person)
        case Step.CONFIRM:
            return confirm_form(opened)
        case Step.AGENDA:
            return agenda_form(opened)
        case Step.RATE:
            return rating_form(opened)
        case Step.ANSWER:
            return answer_form(opened)
        case Step.SIGN:
            return sign_form(opened)
        case Step.FOLLOW | Step.OVER:
            return follow_view(opened)
        case _:
            return _where(opened)


def _where(opened: Opened) -> View:
    case, speaks = opened.case, tongue(opened.language)
    done = speaks.say("done_here") if opened.step is Step.WAIT else ""
    said = [f"{stage_of(case, speaks)}.", done, next_step(case, speaks)]
    title = speaks.say("numbered", number=case.number)
    return notice(title, " ".join(part for part in said if part), speaks=speaks)
