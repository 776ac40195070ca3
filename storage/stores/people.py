"""Partnerships with their sides and members, consent, and Slack's directory."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import delete, or_, select, update
from sqlmodel import Session, col

from bot.mediation.people import (
    ChannelId,
    Consent,
    Membership,
    Partnership,
    PartnershipId,
    Person,
    PersonId,
    Role,
    Side,
    SideId,
    TeamId,
    TradeRole,
    WorkspaceKey,
)
from bot.mediation.refusals import NotFound
from storage.stores.cases import require_one
from storage.tables import (
    ChannelPersonRow,
    ConsentRow,
    MembershipRow,
    PartnershipChannelRow,
    PartnershipRow,
    PersonRow,
    SideRow,
)


class SqlPartnerships:
    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, partnership: PartnershipId) -> Partnership:
        row = self._session.get(PartnershipRow, partnership)
        if row is None:
            raise NotFound("Parley does not know this partnership any more.")
        return self._whole(row)

    def of_channel(self, workspace: WorkspaceKey, channel: ChannelId) -> Partnership | None:
        link = self._session.get(PartnershipChannelRow, (workspace, channel))
        return self.get(PartnershipId(link.partnership)) if link else None

    def of_workspace(self, workspace: WorkspaceKey) -> tuple[Partnership, ...]:
        wanted = select(PartnershipRow).where(col(PartnershipRow.workspace) == workspace)
        return tuple(self._whole(row) for row in self._session.scalars(wanted))

    def around(self, workspace: WorkspaceKey, person: PersonId) -> tuple[Partnership, ...]:
        held = select(col(MembershipRow.partnership)).where(col(MembershipRow.person) == person)
        seen = select(col(PartnershipChannelRow.partnership)).join(
            ChannelPersonRow, col(ChannelPersonRow.channel) == col(PartnershipChannelRow.channel)
        )
        here = seen.where(col(ChannelPersonRow.person) == person)
        key = col(PartnershipRow.id)
        wanted = select(PartnershipRow).where(
            col(PartnershipRow.workspace) == workspace,
            key.in_(select(col(PartnershipChannelRow.partnership))),
            or_(key.in_(held), key.in_(here), key.not_in(seen)),
        )
        return tuple(self._whole(row) for row in self._session.scalars(wanted))

    def save(self, partnership: Partnership) -> Partnership:
        newer = replace(partnership, version=partnership.version + 1)
        self._count_up(newer)
        merge = self._session.merge
        for channel in partnership.channels:
            merge(
                PartnershipChannelRow(
                    workspace=partnership.workspace, channel=channel, partnership=partnership.id
                )
            )
        for position, s in enumerate(partnership.sides):
            merge(
                SideRow(
                    id=s.id,
                    partnership=partnership.id,
                    position=position,
                    name=s.name,
                    trade_role=s.trade_role.value,
                    team_id=s.team_id,
                    enterprise=s.enterprise,
                )
            )
        self._session.flush()
        for m in partnership.members:
            merge(
                MembershipRow(
                    partnership=partnership.id,
                    person=m.person,
                    side=m.side,
                    since=m.since,
                    roles=",".join(sorted(m.roles)),
                    named_by=m.named_by,
                    confirmed_by=m.confirmed_by,
                    roles_by=m.roles_by,
                )
            )
        self._session.flush()
        return newer

    def _count_up(self, newer: Partnership) -> None:
        """The new version stands, or Conflict: whoever saved meanwhile is not overwritten."""
        row = self._session.get(PartnershipRow, newer.id)
        if row is None and newer.version == 1:
            self._session.add(
                PartnershipRow(id=newer.id, workspace=newer.workspace, version=newer.version)
            )
            self._session.flush()
            return
        change = (
            update(PartnershipRow)
            .where(
                col(PartnershipRow.id) == newer.id,
                col(PartnershipRow.version) == newer.version - 1,
            )
            .values(version=newer.version)
        )
        require_one(self._session.execute(change), "this partnership")

    def _whole(self, row: PartnershipRow) -> Partnership:
        scalars = self._session.scalars
        channels = select(PartnershipChannelRow).where(
            col(PartnershipChannelRow.partnership) == row.id
        )
        sides = (
            select(SideRow)
            .where(col(SideRow.partnership) == row.id)
            .order_by(col(SideRow.position))
        )
        members = (
            select(MembershipRow)
            .where(col(MembershipRow.partnership) == row.id)
            .order_by(col(MembershipRow.since), col(MembershipRow.person))
        )
        return Partnership(
            id=PartnershipId(row.id),
            workspace=WorkspaceKey(row.workspace),
            sides=tuple(
                Side(
                    SideId(s.id),
                    s.name,
                    TradeRole(s.trade_role),
                    TeamId(s.team_id) if s.team_id else None,
                    TeamId(s.enterprise) if s.enterprise else None,
                )
                for s in scalars(sides)
            ),
            channels=tuple(sorted(ChannelId(c.channel) for c in scalars(channels))),
            members=tuple(
                Membership(
                    person=PersonId(m.person),
                    side=SideId(m.side),
                    since=m.since,
                    roles=frozenset(Role(r) for r in m.roles.split(",") if r),
                    named_by=PersonId(m.named_by) if m.named_by else None,
                    confirmed_by=PersonId(m.confirmed_by) if m.confirmed_by else None,
                    roles_by=PersonId(m.roles_by) if m.roles_by else None,
                )
                for m in scalars(members)
            ),
            version=row.version,
        )


class SqlDirectory:
    def __init__(self, session: Session) -> None:
        self._session = session

    def person(self, person: PersonId) -> Person | None:
        row = self._session.get(PersonRow, person)
        return _person(row) if row else None

    def remember(self, person: Person) -> None:
        self._session.merge(
            PersonRow(
                id=person.id,
                name=person.name,
                team_id=person.team_id,
                is_guest=person.is_guest,
                is_bot=person.is_bot,
                timezone=person.timezone,
                locale=person.locale,
                enterprise=person.enterprise,
                teams=",".join(sorted(person.teams)),
            )
        )
        self._session.flush()

    def people_of(self, channel: ChannelId) -> tuple[Person, ...]:
        wanted = (
            select(PersonRow)
            .join(ChannelPersonRow, col(ChannelPersonRow.person) == PersonRow.id)
            .where(col(ChannelPersonRow.channel) == channel)
            .order_by(col(PersonRow.id))
        )
        return tuple(_person(row) for row in self._session.scalars(wanted))

    def channels_of(self, person: PersonId) -> tuple[ChannelId, ...]:
        wanted = (
            select(col(ChannelPersonRow.channel))
            .where(col(ChannelPersonRow.person) == person)
            .order_by(col(ChannelPersonRow.channel))
        )
        return tuple(ChannelId(c) for c in self._session.scalars(wanted))

    def remember_channel(self, channel: ChannelId, people: Sequence[PersonId]) -> None:
        self._session.execute(
            delete(ChannelPersonRow).where(col(ChannelPersonRow.channel) == channel)
        )
        self._session.add_all(ChannelPersonRow(channel=channel, person=p) for p in set(people))
        self._session.flush()


class SqlConsents:
    def __init__(self, session: Session) -> None:
        self._session = session

    def given(self, person: PersonId, scope: str) -> Consent | None:
        wanted = (
            select(ConsentRow)
            .where(col(ConsentRow.person) == person, col(ConsentRow.scope) == scope)
            .order_by(col(ConsentRow.id).desc())
        )
        row = self._session.scalars(wanted).first()
        if row is None or row.revoked_at is not None:
            return None
        return Consent(PersonId(row.person), row.scope, row.wording, row.given_at)

    def anyone(self, scope: str) -> bool:
        wanted = select(ConsentRow).where(col(ConsentRow.scope) == scope).limit(1)
        return self._session.scalars(wanted).first() is not None

    def record(self, consent: Consent) -> None:
        self._session.add(
            ConsentRow(
                person=consent.person,
                scope=consent.scope,
                wording=consent.wording,
                given_at=consent.given_at,
                revoked_at=consent.revoked_at,
            )
        )
        self._session.flush()


def _person(row: PersonRow) -> Person:
    return Person(
        id=PersonId(row.id),
        name=row.name,
        team_id=TeamId(row.team_id),
        is_guest=row.is_guest,
        is_bot=row.is_bot,
        timezone=row.timezone,
        locale=row.locale,
        enterprise=TeamId(row.enterprise),
        teams=frozenset(TeamId(t) for t in row.teams.split(",") if t),
    )
