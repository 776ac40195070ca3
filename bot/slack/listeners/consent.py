"""What is kept, and the buttons to agree for an organisation or to take consent back."""

import re
from collections.abc import Callable
from datetime import datetime

from slack_bolt import Ack, App

from bot.casework.consent import give_standing, leavable, leave_case, revoke_standing, standing
from bot.casework.my_desk import my_desk
from bot.casework.ports import UnitOfWork
from bot.casework.room import Saved
from bot.mediation.people import PartnershipId
from bot.slack.blocks import View
from bot.slack.listeners.answering import answer_click
from bot.slack.listeners.reception import Asked, Reception
from bot.slack.payloads import Body, Click
from bot.slack.views import actions as names
from bot.slack.views.private.keeping_view import keeping_view
from bot.slack.views.private.notices import saved

LEFT = Saved("Taken back", "What your side told in private here is erased. The other side is told.")


def register(app: App, reception: Reception) -> None:
    def do(action: str, act: Callable[[Reception, Click], None]) -> None:
        def pressed(ack: Ack, body: Body) -> None:
            answer_click(reception, ack, body, lambda found: act(reception, found))

        app.action(re.compile(f"{re.escape(action)}(\\.|$)"))(pressed)

    do(names.KEPT, lambda held, pressed: held.present(Asked.by(pressed), _kept(held, pressed)))
    do(names.STANDING, _stand)
    do(names.LEAVE, _leave)


def _kept(reception: Reception, pressed: Click) -> Callable[[UnitOfWork, datetime], View]:
    """For everybody, whether on a side or not: it holds nothing of anybody.

    From a case's card or form, the way to take consent back is that case's; else it is every
    case's in which the reader may.
    """
    case_id = pressed.value if pressed.action == names.KEPT else ""

    def look(uow: UnitOfWork, now: datetime) -> View:
        desk = my_desk(reception.workspace, pressed.actor, uow=uow, now=now)
        sides = [(own, standing(uow, reception.workspace, own.side.id)) for own in desk.sides[:5]]
        cases = leavable(reception.workspace, pressed.actor, uow=uow)
        if case_id not in {"", "desk"}:
            cases = tuple(c for c in cases if c.id == case_id)
        return keeping_view(reception.hosting, sides, cases)

    return look


def _stand(reception: Reception, pressed: Click) -> None:
    partnership = PartnershipId(pressed.value)
    use_case = revoke_standing if pressed.action.endswith(".back") else give_standing
    reception.commit(
        pressed.claim, lambda uow, now: use_case(partnership, pressed.actor, uow=uow, now=now)
    )
    if pressed.modal is not None:
        reception.turn(pressed.modal.id, reception.read(_kept(reception, pressed)))


def _leave(reception: Reception, pressed: Click) -> None:
    reception.commit(
        pressed.claim,
        lambda uow, now: leave_case(pressed.value, pressed.actor, uow=uow, now=now),
    )
    if pressed.modal is not None:
        reception.turn(pressed.modal.id, saved(LEFT))
