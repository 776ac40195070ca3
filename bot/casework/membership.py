"""Whose side somebody is on: decided here, once, and closed when in doubt."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.casework.ports import UnitOfWork
from bot.mediation.people import (
    ChannelId,
    Membership,
    Partnership,
    PartnershipId,
    Person,
    PersonId,
    Side,
    TeamId,
    side_by_team,
)
from bot.mediation.refusals import Outsider, Refusal


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, as Slack's payload says: the person, and that person's own organisation."""

    person: PersonId
    team: TeamId


class NotYetKnown(Refusal):
    """The directory does not hold this person, or not in this channel; a job reads it again."""


def side_of(uow: UnitOfWork, partnership_id: PartnershipId, actor: Actor, *, now: datetime) -> Side:
    """The actor's side in a partnership; a person of a side's own organisation becomes a member.

    Raises Outsider for guests and strangers that nobody named, NotYetKnown where the directory
    has not met this person, or saw them leave the channel.
    """
    partnership = uow.partnerships.get(partnership_id)
    if has_left(uow, partnership, actor.person):
        raise NotYetKnown(
            "You do not seem to be in this channel any more, so this was not passed on. If you "
            "are, please send it once more; if not, a colleague who is can go on."
        )
    if held := partnership.side_of(actor.person):
        return held
    person = _known(uow, actor)
    side = side_by_team(partnership.sides, person) if person.team_id == actor.team else None
    if side is None:
        raise Outsider(_outsider_sentence(partnership))
    joined = Membership(person=actor.person, side=side.id, since=now)
    uow.partnerships.save(replace(partnership, members=(*partnership.members, joined)))
    return side


def own_side_of_channel(uow: UnitOfWork, partnership: Partnership, actor: Actor) -> Side:
    """The side of somebody in a channel of one organisation: that organisation's, for its own.

    Raises Outsider for guests, whose side nobody has named, and for people from elsewhere.
    """
    (side,) = partnership.sides
    if held := partnership.side_of(actor.person):
        return held
    person = _known(uow, actor)
    if person.is_guest or person.team_id != actor.team or side.team_id != person.team_id:
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
    """The partnership with these people on a side; who is a member already stays where they are."""
    known = {m.person for m in partnership.members}
    named = tuple(
        Membership(person=p, side=side.id, since=now, named_by=by) for p in people if p not in known
    )
    return replace(partnership, members=(*partnership.members, *named))


def people_to_ask(
    uow: UnitOfWork, partnership_id: PartnershipId, side: Side, channel: ChannelId
) -> tuple[PersonId, ...]:
    """Whom to mention for a side: its members, else who of its organisation is in the channel."""
    members = uow.partnerships.get(partnership_id).people_of(side.id)
    if members:
        return members
    here = uow.directory.people_of(channel)
    return tuple(p.id for p in here if side_by_team((side,), p) is not None)


def _known(uow: UnitOfWork, actor: Actor) -> Person:
    person = uow.directory.person(actor.person)
    if person is None:
        raise NotYetKnown("Parley is just looking up who you are. Please press that once more.")
    return person


def has_left(uow: UnitOfWork, partnership: Partnership, person: PersonId) -> bool:
    """Whether the directory, where it knows who is in the channels, sees this person in none."""
    here = [p.id for channel in partnership.channels for p in uow.directory.people_of(channel)]
    return bool(here) and uow.directory.person(person) is not None and person not in here


def _outsider_sentence(partnership: Partnership) -> str:
    names = " and ".join(s.name for s in partnership.sides)
    return (
        f"This is between {names}, and you are on neither side here, so there is nothing for you "
        "to fill in. If that is not right, ask someone of your side to name you when an issue "
        "is raised."
    )
