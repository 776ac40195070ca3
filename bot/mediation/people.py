"""Organisations, the people who act for them, and who may do what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import NewType

WorkspaceKey = NewType("WorkspaceKey", str)
"""The installation that a record belongs to: the team or the enterprise that Slack names."""

PersonId = NewType("PersonId", str)
"""A Slack user id. Unique across organisations, so an external person keeps theirs."""

TeamId = NewType("TeamId", str)
SideId = NewType("SideId", str)
"""An organisation's id here; a case's sides are organisations."""

PartnershipId = NewType("PartnershipId", str)
ChannelId = NewType("ChannelId", str)


def is_direct(channel: ChannelId) -> bool:
    """Whether it is a conversation of two, which Slack numbers with a D."""
    return channel.startswith("D")


class TradeRole(StrEnum):
    """Which end of the trade an organisation stands at; the library's directions hang on it."""

    CUSTOMER = "customer"
    PROVIDER = "provider"
    UNSAID = "unsaid"


class Role(StrEnum):
    SPOKESPERSON = "spokesperson"
    SIGNATORY = "signatory"


@dataclass(frozen=True, slots=True)
class Side:
    """One organisation, as it stands in a partnership and in its cases.

    `team_id` is None for a side inside somebody else's workspace (a department, guests);
    `enterprise` is the grid that the team belongs to, where it does.
    """

    id: SideId
    name: str
    trade_role: TradeRole = TradeRole.UNSAID
    team_id: TeamId | None = None
    enterprise: TeamId | None = None


@dataclass(frozen=True, slots=True)
class Membership:
    """A person belongs to a side.

    `named_by` is None where the person's own organisation said so (Slack's team id, no guest, no
    side without a team), and for who gave a channel inside one workspace its second side;
    otherwise it is who named them, and it stands once `confirmed_by` of the other side said so.
    `roles_by` is who gave the roles; None where nobody has, and everybody of the side may all.
    """

    person: PersonId
    side: SideId
    since: datetime
    roles: frozenset[Role] = frozenset(Role)
    named_by: PersonId | None = None
    confirmed_by: PersonId | None = None
    roles_by: PersonId | None = None

    @property
    def stands(self) -> bool:
        """Whether both sides have said so, or the person's own organisation."""
        return self.named_by is None or self.confirmed_by is not None


@dataclass(frozen=True, slots=True)
class Partnership:
    """The standing relation between organisations, with the channels they share.

    version: how often it was saved, 0 where it never was; no part of what it says.
    """

    id: PartnershipId
    workspace: WorkspaceKey
    sides: tuple[Side, ...]
    channels: tuple[ChannelId, ...]
    members: tuple[Membership, ...] = ()
    version: int = field(default=0, compare=False)

    def membership_of(self, person: PersonId) -> Membership | None:
        """The person's entry in the list, whether it stands already or not."""
        return next((m for m in self.members if m.person == person), None)

    def side_of(self, person: PersonId) -> Side | None:
        """The side that the membership list gives for this person, None for an outsider."""
        held = self.membership_of(person)
        return next((s for s in self.sides if held and held.stands and s.id == held.side), None)

    def roles_of(self, person: PersonId) -> frozenset[Role]:
        held = self.membership_of(person)
        return held.roles if held and held.stands else frozenset()

    def people_of(self, side: SideId, role: Role | None = None) -> tuple[PersonId, ...]:
        return tuple(
            m.person
            for m in self.members
            if m.stands and m.side == side and (role is None or role in m.roles)
        )

    def pending_of(self, side: SideId) -> tuple[Membership, ...]:
        """Who was named for a side and is not confirmed yet."""
        return tuple(m for m in self.members if m.side == side and not m.stands)

    def has_named(self, side: SideId) -> bool:
        """Whether a side has said who speaks and who signs for it."""
        return any(m.side == side and m.roles_by is not None for m in self.members)

    def with_member(self, member: Membership) -> "Partnership":
        """With this entry, in place of the same person's earlier one."""
        others = tuple(m for m in self.members if m.person != member.person)
        return replace(self, members=(*others, member))


@dataclass(frozen=True, slots=True)
class Person:
    """What Slack's directory says of a person, as far as Parley needs it.

    enterprise: the grid that the person belongs to, "" outside of one. teams: further workspaces
    of that grid in which the person is, beside `team_id`.
    """

    id: PersonId
    name: str
    team_id: TeamId
    is_guest: bool = False
    is_bot: bool = False
    timezone: str = "UTC"
    locale: str = "en"
    enterprise: TeamId = TeamId("")
    teams: frozenset[TeamId] = frozenset()

    def belongs_to(self, team: TeamId) -> bool:
        """Whether a payload that names this team, or this grid, can be the person's."""
        return bool(team) and team in {self.team_id, self.enterprise, *self.teams}


def side_by_team(sides: Iterable[Side], person: Person) -> Side | None:
    """The side that a person's own organisation gives, None for guests, bots and strangers.

    A guest carries the host's team id, so a team id alone says nothing about them. Where a side
    has no team of its own, two sides are in one workspace, and the team says nothing of anybody.
    Somebody of another workspace of a side's grid is on that side, unless two sides share it.
    """
    known = list(sides)
    if person.is_guest or person.is_bot or any(s.team_id is None for s in known):
        return None
    if exact := next((s for s in known if s.team_id == person.team_id), None):
        return exact
    wider = [
        s
        for s in known
        if person.belongs_to(s.team_id or TeamId(""))
        or (person.enterprise and s.enterprise == person.enterprise)
    ]
    return wider[0] if len(wider) == 1 else None


def opposite(role: TradeRole) -> TradeRole:
    """The other end of the same trade."""
    ends: Mapping[TradeRole, TradeRole] = {
        TradeRole.CUSTOMER: TradeRole.PROVIDER,
        TradeRole.PROVIDER: TradeRole.CUSTOMER,
    }
    return ends.get(role, TradeRole.UNSAID)


@dataclass(frozen=True, slots=True)
class Consent:
    """A person agreed to what Parley stores and shows; revocable, per case or partnership.

    `scope` is the id of the case or partnership, `wording` names the text that was agreed to.
    """

    person: PersonId
    scope: str
    wording: str
    given_at: datetime
    revoked_at: datetime | None = None
