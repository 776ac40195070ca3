"""Who speaks and who signs for a side: named by that side, guests confirmed by the other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.casework.authority import SENTENCES, Action, Answer
from bot.casework.membership import Actor, side_of
from bot.casework.ports import UnitOfWork
from bot.casework.readers import Readers, Reading
from bot.mediation.ladder import Ladder
from bot.mediation.people import (
    Membership,
    Partnership,
    PartnershipId,
    PersonId,
    Role,
    Side,
    side_by_team,
)
from bot.mediation.refusals import NotEntitled, NotFound, Unclear
from bot.mediation.timeline import Event


@dataclass(frozen=True, slots=True)
class NamePeople:
    """Everybody who speaks and everybody who signs for the actor's side, from now on.

    ladder: who of the side is asked in turn where it has not answered; readers: who of it reads
    what it tells in private. None leaves either as it is.
    """

    partnership: PartnershipId
    speaks: Sequence[PersonId]
    signs: Sequence[PersonId]
    ladder: Ladder | None = None
    readers: Readers | None = None


def name_people(
    request: NamePeople, actor: Actor, *, uow: UnitOfWork, now: datetime
) -> Partnership:
    """The partnership with the side's people as named; its others keep their place without roles.

    People of the side's own organisation are on it at once. Guests are once the other side has
    confirmed them. Raises Unclear where nobody is named, or somebody of the other side is.
    """
    side = side_of(uow, request.partnership, actor, channel=None, now=now, to=Action.NAME)
    partnership = uow.partnerships.get(request.partnership)
    climbs = request.ladder.people if request.ladder else ()
    for field, people in (
        ("speaks", request.speaks),
        ("signs", request.signs),
        ("ladder", climbs),
    ):
        if not people and field != "ladder":
            raise Unclear(field, f"Name at least one person of {side.name} here.")
        for person in people:
            _require_free(uow, partnership, side, person, field)
    roles = {
        person: frozenset(
            role
            for role, named in (
                (Role.SPOKESPERSON, request.speaks),
                (Role.SIGNATORY, request.signs),
            )
            if person in named
        )
        for person in (*request.speaks, *request.signs)
    }
    changed = partnership
    for member in partnership.members:
        if member.side == side.id and member.person not in roles:
            unnamed = replace(member, roles=frozenset(), roles_by=actor.person)
            changed = changed.with_member(unnamed)
    for person, held in roles.items():
        entry = changed.membership_of(person) or _new(uow, changed, side, person, actor, now)
        changed = changed.with_member(replace(entry, roles=held, roles_by=actor.person))
    saved = uow.partnerships.save(changed)
    if request.ladder is not None:
        uow.preferences.keep(partnership.workspace, side.id, request.ladder)
    if request.readers is not None:
        uow.preferences.keep(partnership.workspace, side.id, Reading(request.readers))
    text = f"{side.name} named who speaks and who signs for it."
    uow.timeline.append(Event(partnership.id, "named", actor.person, now, text))
    return saved


def confirm_named(
    partnership_id: PartnershipId,
    person: PersonId,
    actor: Actor,
    *,
    uow: UnitOfWork,
    now: datetime,
) -> Partnership:
    """The partnership with somebody on the side that they were named for.

    Confirmed by the side that did not name them. Raises NotFound where nobody waits.
    """
    side = side_of(uow, partnership_id, actor, channel=None, now=now, to=Action.CONFIRM_NAMED)
    partnership = uow.partnerships.get(partnership_id)
    held = partnership.membership_of(person)
    if held is None or held.stands:
        raise NotFound("Nobody waits to be confirmed here any more.")
    if not confirms(partnership, held, side):
        raise NotEntitled(SENTENCES[Answer.NAMED])
    confirmed = partnership.with_member(replace(held, confirmed_by=actor.person))
    saved = uow.partnerships.save(confirmed)
    joined = next(s.name for s in partnership.sides if s.id == held.side)
    text = f"{side.name} confirmed somebody who was named for {joined}."
    uow.timeline.append(Event(partnership_id, "confirmed", actor.person, now, text))
    return saved


def confirms(partnership: Partnership, held: Membership, side: Side) -> bool:
    """Whether it is up to this side to confirm somebody: another than the one that named them."""
    namer = partnership.side_of(held.named_by) if held.named_by else None
    return not held.stands and namer is not None and namer.id != side.id


def _require_free(
    uow: UnitOfWork, partnership: Partnership, side: Side, person: PersonId, field: str
) -> None:
    """Raise Unclear for a bot, and for whoever is on another side or belongs to its company."""
    known = uow.directory.person(person)
    if known is not None and known.is_bot:
        raise Unclear(field, "Name a person here; an app speaks for nobody.")
    held = partnership.membership_of(person)
    theirs = held.side if held else None
    if theirs is None and known is not None:
        own = side_by_team(partnership.sides, known)
        theirs = own.id if own else None
    if theirs not in {None, side.id}:
        other = next(s for s in partnership.sides if s.id == theirs)
        raise Unclear(field, f"One of these people is with {other.name}. Name your own side's.")


def _new(
    uow: UnitOfWork,
    partnership: Partnership,
    side: Side,
    person: PersonId,
    actor: Actor,
    now: datetime,
) -> Membership:
    known = uow.directory.person(person)
    own = known is not None and side_by_team(partnership.sides, known) == side
    return Membership(person, side.id, now, named_by=None if own else actor.person)
