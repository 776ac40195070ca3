"""Whose side somebody is on: decided here, once, and closed when in doubt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.casework.authority import (
    SENTENCES,
    Action,
    Answer,
    Kind,
    NotYetKnown,
    own_kind,
    require,
    turned_away,
)
from bot.casework.ports import UnitOfWork
from bot.mediation.case import Case
from bot.mediation.people import (
    ChannelId,
    Membership,
    Partnership,
    PartnershipId,
    Person,
    PersonId,
    Role,
    Side,
    TeamId,
    side_by_team,
)
from bot.mediation.refusals import Outsider
from bot.mediation.timeline import Event

__all__ = [
    "Actor",
    "NotYetKnown",
    "Place",
    "cases_seen",
    "has_left",
    "name_members",
    "nobody_named_is_left",
    "own_side_of_channel",
    "people_to_ask",
    "place_of",
    "seen_of",
    "side_of",
    "still_here",
]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, as Slack's payload says: the person, and that person's own organisation."""

    person: PersonId
    team: TeamId


@dataclass(frozen=True, slots=True)
class Place:
    """What somebody is in a partnership: on `side`, or on none for the reason that `kind` names."""

    kind: Kind
    side: Side | None = None
    roles: frozenset[Role] = frozenset()
    joins: Membership | None = None
    """The entry to be kept as soon as this person does something, where there is none yet."""


def place_of(
    uow: UnitOfWork,
    partnership: Partnership,
    actor: Actor,
    *,
    channel: ChannelId | None,
    now: datetime | None = None,
) -> Place:
    """Whose side somebody is on, without making them a member: looking is not acting.

    channel: the one that it is about, in which the person has to be; None where it is about the
    partnership itself, for which any of its channels will do. The payload's team has to be one
    that the directory knows the person in.
    """
    person = uow.directory.person(actor.person)
    if person is None:
        return Place(Kind.OTHER_WORKSPACE)
    if has_left(uow, partnership, actor.person, channel):
        return Place(_where_else(uow, partnership, actor.person))
    if not person.belongs_to(actor.team):
        return Place(Kind.OUTSIDER)
    held = partnership.membership_of(actor.person)
    if held is not None and held.stands:
        return _placed(partnership, held)
    if held is not None:
        if _speaks_for_themselves(partnership, held):
            own_word = replace(held, confirmed_by=held.person)
            return replace(_placed(partnership, own_word), joins=own_word)
        return Place(Kind.GUEST)
    side = side_by_team(partnership.sides, person)
    if side is None:
        return Place(Kind.GUEST if person.is_guest else Kind.OUTSIDER)
    roles: frozenset[Role] = frozenset() if partnership.has_named(side.id) else frozenset(Role)
    joined = Membership(actor.person, side.id, now, roles) if now else None
    return Place(own_kind(roles), side, roles, joins=joined)


def side_of(
    uow: UnitOfWork,
    partnership_id: PartnershipId,
    actor: Actor,
    *,
    channel: ChannelId | None,
    now: datetime,
    to: Action = Action.LOOK,
) -> Side:
    """The actor's side in a partnership, where they may do this for it: in this channel of it, or
    in any where `channel` is None.

    A person of a side's own organisation becomes a member as soon as they do more than look.
    Raises Outsider for guests and strangers, NotYetKnown where the directory has not met this
    person or saw them leave the channel, NotEntitled where their side has named others for this.
    """
    partnership = uow.partnerships.get(partnership_id)
    place = place_of(uow, partnership, actor, channel=channel, now=now)
    if place.side is None:
        raise turned_away(to, place.kind, partnership)
    left_alone = nobody_named_is_left(uow, partnership, place.side)
    require(to, place.roles, place.side, left_alone=left_alone)
    if place.joins is not None and to is not Action.LOOK:
        uow.partnerships.save(partnership.with_member(place.joins))
        if place.joins.named_by is not None:
            text = f"{place.side.name} was joined by who had been named for it."
            uow.timeline.append(Event(partnership.id, "joined", actor.person, now, text))
    return place.side


def own_side_of_channel(uow: UnitOfWork, partnership: Partnership, actor: Actor) -> Side:
    """The side of somebody in a channel of one organisation: that organisation's, for its own.

    Raises Outsider for guests, whose side nobody has named, and for people from elsewhere.
    """
    (side,) = partnership.sides
    if held := partnership.side_of(actor.person):
        return held
    person = _known(uow, actor)
    if not person.belongs_to(actor.team) or side_by_team((side,), person) is None:
        raise Outsider(
            f"In this channel an issue is raised by someone of {side.name}, who can name you for "
            "your side. Please ask one of them."
        )
    return side


def name_members(
    partnership: Partnership,
    side: Side,
    people: Sequence[PersonId],
    *,
    by: PersonId,
    now: datetime,
) -> Partnership:
    """The partnership with these people on a side; who is a member already stays where they are.

    They belong to it once the other side has confirmed them, or, where it had nobody before,
    as soon as they speak for it themselves.
    """
    known = {m.person for m in partnership.members}
    named = tuple(
        Membership(person=p, side=side.id, since=now, named_by=by) for p in people if p not in known
    )
    return replace(partnership, members=(*partnership.members, *named))


def people_to_ask(
    uow: UnitOfWork, partnership_id: PartnershipId, side: Side, channel: ChannelId
) -> tuple[PersonId, ...]:
    """Whom to mention for a side: who speaks for it, else who of its organisation is here.

    Who left the channel is not mentioned any more.
    """
    partnership = uow.partnerships.get(partnership_id)
    for named in (
        partnership.people_of(side.id, Role.SPOKESPERSON),
        partnership.people_of(side.id),
        tuple(m.person for m in partnership.pending_of(side.id)),
    ):
        if still := still_here(uow, partnership, named, channel):
            return still
    here = uow.directory.people_of(channel)
    return tuple(p.id for p in here if side_by_team(partnership.sides, p) == side)


def _placed(partnership: Partnership, held: Membership) -> Place:
    side = next(s for s in partnership.sides if s.id == held.side)
    return Place(own_kind(held.roles), side, held.roles)


def _speaks_for_themselves(partnership: Partnership, held: Membership) -> bool:
    """Whether the side had nobody before this naming, so that the named person's word counts.

    The naming has to come from another side: then both have said so.
    """
    namer = partnership.side_of(held.named_by) if held.named_by else None
    before = [m for m in partnership.members if m.stands and m.side == held.side]
    return (
        namer is not None and namer.id != held.side and all(m.since >= held.since for m in before)
    )


def _known(uow: UnitOfWork, actor: Actor) -> Person:
    person = uow.directory.person(actor.person)
    if person is None:
        raise NotYetKnown(SENTENCES[Answer.UNKNOWN])
    return person


def has_left(
    uow: UnitOfWork,
    partnership: Partnership,
    person: PersonId,
    channel: ChannelId | None = None,
) -> bool:
    """Whether the directory sees this person not in the channel, or in none of the partnership's.

    Where it does not know who is there, nobody has left a partnership's only channel.
    """
    if uow.directory.person(person) is None:
        return False
    asked = partnership.channels if channel is None else (channel,)
    if not set(asked).isdisjoint(uow.directory.channels_of(person)):
        return False
    known = any(uow.directory.people_of(one) for one in asked)
    return known or (channel is not None and partnership.channels != (channel,))


def still_here(
    uow: UnitOfWork,
    partnership: Partnership,
    people: Iterable[PersonId],
    channel: ChannelId | None = None,
) -> tuple[PersonId, ...]:
    """Those of these people who have not left the channel, or the partnership's channels."""
    return tuple(p for p in people if not has_left(uow, partnership, p, channel))


def nobody_named_is_left(uow: UnitOfWork, partnership: Partnership, side: Side) -> bool:
    """Whether a side has named people and every one of them has left: anybody may name anew."""
    named = [m.person for m in partnership.members if m.side == side.id and m.roles_by and m.roles]
    return bool(named) and not still_here(uow, partnership, named)


def cases_seen(uow: UnitOfWork, partnership: Partnership, person: PersonId) -> tuple[Case, ...]:
    """The partnership's cases that this person may know of: those of the channels they are in."""
    return seen_of(uow.cases.of_partnership(partnership.id), uow, partnership, person)


def seen_of(
    cases: Sequence[Case], uow: UnitOfWork, partnership: Partnership, person: PersonId
) -> tuple[Case, ...]:
    """Those of these cases of the partnership that this person may know of."""
    shut = {
        channel
        for channel in {c.channel for c in cases}
        if has_left(uow, partnership, person, channel)
    }
    return tuple(c for c in cases if c.channel not in shut)


def _where_else(uow: UnitOfWork, partnership: Partnership, person: PersonId) -> Kind:
    """Somebody known who is in none of the partnership's channels: elsewhere, or gone."""
    elsewhere = any(
        uow.partnerships.of_channel(partnership.workspace, channel) is not None
        for channel in uow.directory.channels_of(person)
    )
    return Kind.OTHER_CHANNEL if elsewhere else Kind.DEACTIVATED
