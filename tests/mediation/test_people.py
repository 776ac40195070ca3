"""Who belongs to which side, and which end of the trade is which."""

from dataclasses import replace

import pytest

from bot.mediation.people import (
    ChannelId,
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
    opposite,
    side_by_team,
)
from tests.mediation.parts import ANNA, BEN, BUYER, NOW, SELLER

SIDES = (BUYER, SELLER)
PERSON = Person(ANNA, "Anna", TeamId("T1"))
MEMBERS = (
    Membership(ANNA, BUYER.id, NOW),
    Membership(
        BEN, SELLER.id, NOW, frozenset({Role.SPOKESPERSON}), named_by=ANNA, confirmed_by=ANNA
    ),
)
PARTNERSHIP = Partnership(
    PartnershipId("p1"), WorkspaceKey("T1"), SIDES, (ChannelId("C1"),), MEMBERS
)


def test_an_organisations_own_person_is_on_its_side() -> None:
    assert side_by_team(SIDES, PERSON) == BUYER
    assert side_by_team(SIDES, replace(PERSON, team_id=TeamId("T2"))) == SELLER


@pytest.mark.parametrize(
    "changes", [{"is_guest": True}, {"is_bot": True}, {"team_id": TeamId("T9")}, {"team_id": ""}]
)
def test_guests_bots_and_strangers_are_on_none(changes: dict[str, object]) -> None:
    assert side_by_team(SIDES, replace(PERSON, **changes)) is None  # type: ignore[arg-type]


def test_a_side_without_a_team_is_given_to_nobody_by_team() -> None:
    department = Side(SideId("d"), "Planning")
    assert side_by_team((department,), replace(PERSON, team_id=TeamId("None"))) is None


def test_beside_a_side_without_a_team_no_team_says_anything() -> None:
    department = Side(SideId("d"), "Planning")
    assert side_by_team((BUYER, department), PERSON) is None


def test_another_workspace_of_a_sides_grid_is_that_side_unless_two_sides_share_the_grid() -> None:
    grid = TeamId("E1")
    colleague = replace(PERSON, team_id=TeamId("T7"), enterprise=grid)
    one = (replace(BUYER, enterprise=grid), SELLER)
    assert side_by_team(one, colleague) == one[0]
    both = tuple(replace(side, enterprise=grid) for side in SIDES)
    assert side_by_team(both, colleague) is None
    assert side_by_team(both, replace(colleague, team_id=TeamId("T2"))) == both[1]
    assert side_by_team(SIDES, colleague) is None


def test_the_order_of_the_sides_changes_nothing() -> None:
    assert side_by_team(SIDES[::-1], PERSON) == side_by_team(SIDES, PERSON)


def test_members_are_where_the_list_says() -> None:
    assert PARTNERSHIP.side_of(ANNA) == BUYER
    assert PARTNERSHIP.side_of(BEN) == SELLER
    assert PARTNERSHIP.side_of(PersonId("U9")) is None


def test_roles_belong_to_persons() -> None:
    assert PARTNERSHIP.roles_of(ANNA) == set(Role)
    assert PARTNERSHIP.roles_of(BEN) == {Role.SPOKESPERSON}
    assert PARTNERSHIP.roles_of(PersonId("U9")) == frozenset()
    assert PARTNERSHIP.people_of(SELLER.id) == (BEN,)
    assert PARTNERSHIP.people_of(SELLER.id, Role.SIGNATORY) == ()
    assert PARTNERSHIP.people_of(BUYER.id, Role.SIGNATORY) == (ANNA,)


def test_who_was_named_by_one_side_alone_is_on_none_yet() -> None:
    named = Membership(PersonId("U9"), SELLER.id, NOW, named_by=ANNA)
    waiting = PARTNERSHIP.with_member(named)
    assert not named.stands
    assert waiting.side_of(PersonId("U9")) is None
    assert waiting.roles_of(PersonId("U9")) == frozenset()
    assert waiting.people_of(SELLER.id) == (BEN,)
    assert waiting.pending_of(SELLER.id) == (named,)
    confirmed = waiting.with_member(replace(named, confirmed_by=BEN))
    assert confirmed.side_of(PersonId("U9")) == SELLER
    assert confirmed.pending_of(SELLER.id) == ()
    assert len(confirmed.members) == len(waiting.members) == 3


def test_a_side_has_named_its_people_once_somebody_gave_roles() -> None:
    assert not PARTNERSHIP.has_named(BUYER.id)
    given = replace(MEMBERS[0], roles_by=ANNA)
    assert PARTNERSHIP.with_member(given).has_named(BUYER.id)
    assert not PARTNERSHIP.with_member(given).has_named(SELLER.id)


def test_a_payload_may_name_the_persons_workspace_or_grid_and_nothing_else() -> None:
    person = replace(PERSON, enterprise=TeamId("E1"), teams=frozenset({TeamId("T5")}))
    assert all(person.belongs_to(TeamId(team)) for team in ("T1", "T5", "E1"))
    assert not any(person.belongs_to(TeamId(team)) for team in ("T2", "E2", ""))
    assert not PERSON.belongs_to(TeamId(""))


def test_a_membership_of_a_side_that_is_gone_gives_none() -> None:
    assert replace(PARTNERSHIP, sides=(SELLER,)).side_of(ANNA) is None


def test_each_end_of_a_trade_has_the_other() -> None:
    assert opposite(TradeRole.CUSTOMER) is TradeRole.PROVIDER
    assert opposite(TradeRole.UNSAID) is TradeRole.UNSAID
    for role in TradeRole:
        assert opposite(opposite(role)) is role
