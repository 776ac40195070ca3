"""A small partnership and case, to store and to read back."""

from datetime import UTC, datetime, timedelta

from bot.mediation.case import Case
from bot.mediation.clarification import Clarification
from bot.mediation.issues import Issue, IssueKind, Message, Urgency
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
)
from bot.mediation.proposals import Offer, Round
from bot.mediation.terms import Reasons

T0 = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
WORKSPACE = WorkspaceKey("T1")
CHANNEL = ChannelId("C1")
BUYER = Side(SideId("p1-T1"), "Acme Foods", TradeRole.CUSTOMER, TeamId("T1"))
SELLER = Side(SideId("p1-T2"), "Borealis Resins", TradeRole.PROVIDER, TeamId("T2"))
ANNA, BEN = PersonId("U1"), PersonId("U2")


def partnership(name: str = "p1") -> Partnership:
    sides = (BUYER, SELLER)
    return Partnership(
        id=PartnershipId(name),
        workspace=WORKSPACE,
        sides=sides,
        channels=(CHANNEL,),
        members=(
            Membership(ANNA, BUYER.id, since=T0),
            Membership(BEN, SELLER.id, T0, frozenset({Role.SPOKESPERSON}), named_by=ANNA),
        ),
    )


def person(name: PersonId = ANNA, team: str = "T1") -> Person:
    return Person(name, f"Name of {name}", TeamId(team), timezone="Europe/Berlin", locale="de-DE")


def case(name: str = "c1", number: int = 1) -> Case:
    return Case(
        id=name,
        number=number,
        workspace=WORKSPACE,
        partnership=PartnershipId("p1"),
        channel=CHANNEL,
        thread_ts="1.1",
        sides=(BUYER, SELLER),
        issue=Issue(
            "Late in May", "Three orders came late.", IssueKind.LATE_DELIVERY, Urgency.NORMAL,
            raised_by=ANNA, raised_at=T0,
        ),
    )  # fmt: skip


def round_until(deadline: datetime, *, closed: bool = False) -> Round:
    offers = (Offer((0,), Reasons()),)
    return Round(
        1, offers, opened_at=deadline - timedelta(days=3), deadline=deadline, closed=closed
    )


def clarification(name: str = "k1") -> Clarification:
    return Clarification(
        id=name,
        workspace=WORKSPACE,
        partnership=PartnershipId("p1"),
        channel=CHANNEL,
        thread_ts="1.1",
        about=Message(CHANNEL, "1.1", BEN, "Orders inside five days are fine.", author_name="Ben"),
        sides=(BUYER, SELLER),
        author_side=SELLER.id,
        opened_by=ANNA,
        opened_at=T0,
    )
