"""Organisations, the people who act for them, and who may do what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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

    `team_id` is None for a side inside somebody else's workspace (a department, guests).
    """

    id: SideId
    name: str
    trade_role: TradeRole = TradeRole.UNSAID
    team_id: TeamId | None = None


@dataclass(frozen=True, slots=True)
class Membership:
    """A person belongs to a side.

    `named_by` is None where the person's own organisation said so (Slack's team id, no guest);
    otherwise it is who named them.
    """

    person: PersonId
    side: SideId
    since: datetime
    roles: frozenset[Role] = frozenset(Role)
    named_by: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Partnership:
    """The standing relation between organisations, with the channels they share."""

    id: PartnershipId
    workspace: WorkspaceKey
    sides: tuple[Side, ...]
    channels: tuple[ChannelId, ...]
    members: tuple[Membership, ...] = ()

    def side_of(self, person: PersonId) -> Side | None:
        """The side that the membership list gives for this person, None for an outsider."""
        held = next((m for m in self.members if m.person == person), None)
        return next((s for s in self.sides if held and s.id == held.side), None)

    def roles_of(self, person: PersonId) -> frozenset[Role]:
        return next((m.roles for m in self.members if m.person == person), frozenset())

    def people_of(self, side: SideId, role: Role | None = None) -> tuple[PersonId, ...]:
        return tuple(
            m.person for m in self.members if m.side == side and (role is None or role in m.roles)
        )


@dataclass(frozen=True, slots=True)
class Person:
    """What Slack's directory says of a person, as far as Parley needs it."""

    id: PersonId
    name: str
    team_id: TeamId
    is_guest: bool = False
    is_bot: bool = False
    timezone: str = "UTC"
    locale: str = "en"


def side_by_team(sides: Iterable[Side], person: Person) -> Side | None:
    """The side that a person's own organisation gives, None for guests, bots and strangers.

    A guest carries the host's team id, so a team id alone says nothing about them.
    """
    if person.is_guest or person.is_bot:
        return None
    return next((s for s in sides if s.team_id is not None and s.team_id == person.team_id), None)


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
