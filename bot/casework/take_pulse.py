"""The pulse of a partnership: one private tap a month a side, for that side's eyes alone."""

from datetime import date, datetime

from bot.casework.authority import Action
from bot.casework.ledger import Going, Pulse
from bot.casework.membership import Actor, side_of
from bot.casework.ports import UnitOfWork
from bot.mediation.people import PartnershipId


def take_pulse(
    partnership: PartnershipId, going: Going, actor: Actor, *, uow: UnitOfWork, now: datetime
) -> Pulse:
    """Keep this month's tap. No event, no note: nobody of another side is to notice."""
    side = side_of(uow, partnership, actor, channel=None, now=now, to=Action.PRIVATE)
    pulse = Pulse(side.id, month_of(now.date()), going, actor.person, now)
    uow.ledger.feel(pulse)
    return pulse


def month_of(day: date) -> date:
    return day.replace(day=1)
