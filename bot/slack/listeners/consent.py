"""What is kept, and the buttons to agree for an organisation or to take consent back."""

import re
from collections.abc import Callable
from datetime import datetime

from slack_bolt import Ack, App

from bot.casework.agree_for_all import give_standing, revoke_standing
from bot.casework.authority import Action
from bot.casework.consent import come_back, leavable, leave_case, standing
from bot.casework.membership import Actor, side_of
from bot.casework.my_desk import my_desk
from bot.casework.ports import UnitOfWork
from bot.casework.shown import Saved
from bot.mediation.people import PartnershipId
from bot.slack.blocks import View
from bot.slack.listeners.answering import answer_click, answer_form, saving
from bot.slack.listeners.reception import Asked, Reception
from bot.slack.payloads import Body, Click, Submission
from bot.slack.views import actions as names
from bot.slack.views.private import standing_form
from bot.slack.views.private.keeping_view import keeping_view
from bot.slack.views.private.notices import saved

MOST_SIDES = 5
LEFT = Saved("Taken back", "What your side told in private here is erased. The channel is told.")

BACK = Saved(
    "You take part again",
    "What your side is asked and owes in this case is on its desks again. What was erased stays "
    "erased.",
)


def register(app: App, reception: Reception) -> None:
    def do(action: str, act: Callable[[Reception, Click], None]) -> None:
        def pressed(ack: Ack, body: Body) -> None:
            answer_click(reception, ack, body, lambda found: act(reception, found))

        app.action(re.compile(f"{re.escape(action)}(\\.|$)"))(pressed)

    do(names.KEPT, lambda held, pressed: held.present(Asked.by(pressed), _kept_at(held, pressed)))
    do(names.STANDING, _stand)
    do(names.LEAVE, _leave)

    def give(sent: Submission, uow: UnitOfWork, now: datetime) -> View:
        give_standing(standing_form.read(sent.view), sent.actor, uow=uow, now=now)
        return _kept(reception, sent.actor)(uow, now)

    @app.view(names.STANDING_FORM)
    def agreed(ack: Ack, body: Body) -> None:
        answer_form(reception, ack, body, saving(reception, give))


def _kept_at(reception: Reception, pressed: Click) -> Callable[[UnitOfWork, datetime], View]:
    return _kept(reception, pressed.actor, pressed.value if pressed.action == names.KEPT else "")


def _kept(
    reception: Reception, actor: Actor, case_id: str = ""
) -> Callable[[UnitOfWork, datetime], View]:
    """For everybody, whether on a side or not: it holds nothing of anybody.

    From a case's card or form, the way to take consent back is that case's; else it is every
    case's in which the reader may.
    """

    def look(uow: UnitOfWork, now: datetime) -> View:
        desk = my_desk(reception.workspace, actor, uow=uow, now=now)
        shown = desk.sides[:MOST_SIDES]
        sides = [(own, standing(uow, reception.workspace, own.side.id)) for own in shown]
        theirs = {side.id: side for own in shown for side in own.others}.values()
        others = [(s, given) for s in theirs if (given := standing(uow, reception.workspace, s.id))]
        cases = leavable(reception.workspace, actor, uow=uow)
        if case_id not in {"", "desk"}:
            cases = tuple(c for c in cases if c.id == case_id)
        return keeping_view(reception.hosting, sides, cases, others)

    return look


def _stand(reception: Reception, pressed: Click) -> None:
    """Taken back at once; given on a page of its own, in the place of this one."""
    partnership = PartnershipId(pressed.value)
    if not pressed.action.endswith(".back"):
        _ask_for_word(reception, pressed, partnership)
        return
    reception.commit(
        pressed.claim,
        lambda uow, now: revoke_standing(partnership, pressed.actor, uow=uow, now=now),
    )
    if pressed.modal is not None:
        reception.turn(pressed.modal.id, reception.read(_kept(reception, pressed.actor)))


def _ask_for_word(reception: Reception, pressed: Click, partnership: PartnershipId) -> None:
    def look(uow: UnitOfWork, now: datetime) -> View:
        to = Action.STANDING
        side = side_of(uow, partnership, pressed.actor, channel=None, now=now, to=to)
        return standing_form.standing_form(partnership, side)

    view = reception.read(look)
    if pressed.modal is not None:
        reception.turn(pressed.modal.id, view)


def _leave(reception: Reception, pressed: Click) -> None:
    back = pressed.action.endswith(".back")
    use_case = come_back if back else leave_case
    reception.commit(
        pressed.claim,
        lambda uow, now: use_case(pressed.value, pressed.actor, uow=uow, now=now),
    )
    if pressed.modal is not None:
        reception.turn(pressed.modal.id, saved(BACK if back else LEFT))
