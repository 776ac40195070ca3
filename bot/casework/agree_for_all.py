"""An organisation agrees to what is kept, for all its people and cases; and takes that back."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.casework.authority import Action
from bot.casework.consent import WORDING, Standing
from bot.casework.hours import language_of_channel
from bot.casework.membership import Actor, side_of
from bot.casework.ports import Job, Json, Store, UnitOfWork
from bot.casework.room import Note, Room
from bot.casework.tongues import tongue
from bot.mediation.people import PartnershipId, PersonId, SideId
from bot.mediation.refusals import MovedOn, Unclear
from bot.mediation.timeline import Event

MAX_ROLE = 80


@dataclass(frozen=True, slots=True)
class GiveStanding:
    """An organisation's word as somebody gives it. entitled: they say that they may decide it."""

    partnership: PartnershipId
    role: str
    entitled: bool


def give_standing(request: GiveStanding, actor: Actor, *, uow: UnitOfWork, now: datetime) -> None:
    """The organisation agrees for all cases of a partnership; the channel is told who did it.

    Raises Unclear without a role, or without their word that they may decide this.
    """
    partnership = request.partnership
    side = side_of(uow, partnership, actor, channel=None, now=now, to=Action.STANDING)
    role = " ".join(request.role.split())
    if not role or len(role) > MAX_ROLE:
        raise Unclear("role", "Give your role in a few words, so that every side can read it.")
    if not request.entitled:
        raise Unclear("entitled", "Tick this if you may decide it; else a colleague who may can.")
    workspace = uow.partnerships.get(partnership).workspace
    uow.preferences.keep(workspace, side.id, Standing(actor.person, WORDING, now, role=role))
    text = f"{side.name} agreed to what Parley keeps, for all cases from now on ({role})."
    uow.timeline.append(Event(partnership, "consent", actor.person, now, text))
    _tell(uow, partnership, side.id, actor, now, role=role)


def revoke_standing(
    partnership: PartnershipId, actor: Actor, *, uow: UnitOfWork, now: datetime
) -> None:
    """From now on each person agrees for themselves again. Raises MovedOn where nothing stood."""
    side = side_of(uow, partnership, actor, channel=None, now=now, to=Action.STANDING)
    workspace = uow.partnerships.get(partnership).workspace
    held = uow.preferences.get(workspace, side.id, Standing)
    if held is None or held.revoked_at is not None:
        raise MovedOn(f"{side.name} has no standing consent to take back.")
    uow.preferences.keep(workspace, side.id, replace(held, revoked_at=now))
    text = f"{side.name} took its standing consent back."
    uow.timeline.append(Event(partnership, "consent", actor.person, now, text))
    _tell(uow, partnership, side.id, actor, now)


def _tell(
    uow: UnitOfWork,
    partnership: PartnershipId,
    side: SideId,
    actor: Actor,
    now: datetime,
    role: str = "",
) -> None:
    """Have a channel in which whoever decided it is told of it."""
    at = {"partnership": partnership, "side": side, "person": actor.person}
    stamp = f"{'given' if role else 'back'}-{now.isoformat()}"
    args: dict[str, Json] = {**at, "role": role, "stamp": stamp}
    uow.enqueue(Job("tell_standing", f"tell-standing:{side}:{stamp}", args))


def tell_standing(
    partnership_id: PartnershipId,
    side_id: SideId,
    person: PersonId,
    *,
    role: str,
    stamp: str,
    store: Store,
    room: Room,
) -> None:
    """Say once that an organisation has agreed, and who did it for it; without a role, that it
    has taken that back."""
    with store() as uow:
        partnership = uow.partnerships.get(partnership_id)
        known = uow.directory.person(person)
        theirs = set(uow.directory.channels_of(person))
        channel = next((c for c in partnership.channels if c in theirs), partnership.channels[0])
        speaks = tongue(language_of_channel(uow, partnership.workspace, channel))
    side = next(s for s in partnership.sides if s.id == side_id)
    name = known.name if known else speaks.say("standing.somebody")
    about = {"side": side.name, "name": name}
    if role:
        said = speaks.say("standing.given", **about, role=role)
    else:
        said = speaks.say("standing.revoked", **about)
    room.note(Note(f"note:{channel}:standing-{side.id}-{stamp}", channel, "", said))
