"""A case and its parts, made by hand."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.mediation.agreement import Agreement, Commitment, Settled
from bot.mediation.case import Case
from bot.mediation.clarification import Clarification
from bot.mediation.issues import GapKind, Issue, IssueKind, Message, Urgency
from bot.mediation.people import (
    ChannelId,
    PartnershipId,
    PersonId,
    Side,
    SideId,
    TeamId,
    TradeRole,
    WorkspaceKey,
)
from bot.mediation.proposals import Offer, Round
from bot.mediation.statements import CommonStatement, SaidAbout, Statement
from bot.mediation.terms import Reasons

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
BUYER = Side(SideId("buyer"), "Acme", TradeRole.CUSTOMER, TeamId("T1"))
SELLER = Side(SideId("seller"), "Borealis", TradeRole.PROVIDER, TeamId("T2"))
STRANGER = SideId("stranger")
ANNA, BEN = PersonId("UANNA"), PersonId("UBEN")
MESSAGE = Message(ChannelId("C1"), "1.1", BEN, "Orders inside five days are fine.")


def case(**changes: object) -> Case:
    made = Case(
        id="c1",
        number=1,
        workspace=WorkspaceKey("T1"),
        partnership=PartnershipId("p1"),
        channel=ChannelId("C1"),
        thread_ts="1.1",
        sides=(BUYER, SELLER),
        issue=Issue("Late", "Late.", IssueKind.LATE_DELIVERY, Urgency.NORMAL, ANNA, NOW),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def statement(side: Side = BUYER, happened: str = "Late.") -> Statement:
    by = ANNA if side == BUYER else BEN
    return Statement(side.id, by, NOW, happened, "A plan.")


def common() -> CommonStatement:
    said = tuple(SaidAbout(s.id, f"{s.name} saw", f"{s.name} wants") for s in (BUYER, SELLER))
    return CommonStatement(("a",), ("d",), ("u",), said, GapKind.INTEREST, "What now?")


def menu(number: int = 1, *, closed: bool = False) -> Round:
    offers = tuple(Offer((n,), Reasons()) for n in range(3))
    return Round(number, offers, NOW, NOW + timedelta(days=3), closed=closed)


def commitment(key: str = "k1", side: Side = SELLER, due: date | None = None) -> Commitment:
    owner = ANNA if side == BUYER else BEN
    return Commitment(key, side.id, "Target: 97 %", due or date(2026, 3, 16), "by report", owner)


def agreement(*commitments: Commitment) -> Agreement:
    return Agreement(
        case_id="c1",
        title="Late",
        settled=(Settled("Target", "97 %", "95 %", "by order line"),),
        commitments=commitments or (commitment(),),
    )


def clarification() -> Clarification:
    return Clarification(
        id="k1",
        workspace=WorkspaceKey("T1"),
        partnership=PartnershipId("p1"),
        channel=ChannelId("C1"),
        thread_ts="1.1",
        about=MESSAGE,
        sides=(BUYER, SELLER),
        author_side=SELLER.id,
        opened_by=ANNA,
        opened_at=NOW,
    )
