"""Cases at every stage, as the views are given them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.casework.next_step import Opened, step_of
from bot.mediation.agreement import Agreement, Commitment, Settled, Signature
from bot.mediation.case import Case
from bot.mediation.caucus import Caucus, PrivateText
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
from bot.mediation.stages import Stage
from bot.mediation.statements import CommonStatement, SaidAbout, Statement
from bot.mediation.terms import Agenda, Reasons, Term

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
ANNA, BELA = PersonId("U0ANNA"), PersonId("U0BELA")
BUYER = Side(SideId("northwind"), "Northwind Foods", TradeRole.CUSTOMER, TeamId("T0NORTH"))
SUPPLIER = Side(SideId("baltic"), "Baltic Packaging", TradeRole.PROVIDER, TeamId("T0BALTIC"))
SECRET = "we would go down to 96 percent"

AGENDA = Agenda(
    (
        Term(
            "otif_target",
            "On-time target",
            ("95 %", "96 %", "98 %"),
            today=0,
            definition="Counted by order line, by the appointment date.",
            wants_more=TradeRole.CUSTOMER,
            duty=TradeRole.PROVIDER,
        ),
        Term("penalty", "Late penalty", ("0 %", "0.5 %", "1 %"), today=2),
        Term("payment", "Payment term", ("30 days", "45 days", "60 days"), today=1),
    )
)


def case(
    stage: Stage = Stage.CLARIFYING, *, title: str = "Late delivery penalty", **more: object
) -> Case:
    """A case at this stage, with all that came before it."""
    found = Case(
        id="c1",
        number=12,
        workspace=WorkspaceKey("T0NORTH"),
        partnership=PartnershipId("p1"),
        channel=ChannelId("C0SHARED"),
        thread_ts="1700000000.000100",
        sides=(BUYER, SUPPLIER),
        issue=Issue(
            title=title,
            happened="Two orders came a day late, and a penalty of 1 % was booked.",
            kind=IssueKind.LATE_DELIVERY,
            urgency=Urgency.NORMAL,
            raised_by=ANNA,
            raised_at=NOW,
        ),
        stage=stage,
        moved_at=NOW,
    )
    reached = list(Stage).index(stage)
    if reached >= list(Stage).index(Stage.CONFIRMING) and stage is not Stage.WITHDRAWN:
        found = replace(
            found, statements=(said(BUYER, ANNA), said(SUPPLIER, BELA)), common=common()
        )
    if stage in {
        Stage.AGENDA,
        Stage.RATING,
        Stage.PROPOSED,
        Stage.SIGNING,
        Stage.AGREED,
        Stage.FULFILLED,
    }:
        found = replace(found, agenda=AGENDA)
    if stage in {Stage.PROPOSED, Stage.SIGNING, Stage.AGREED}:
        found = replace(found, rounds=(menu(),))
    if stage in {Stage.SIGNING, Stage.AGREED, Stage.FULFILLED}:
        found = replace(found, agreement=agreement())
    if found.is_over:
        found = replace(found, ended_because="The common statement settled it.")
    return replace(found, **more)  # type: ignore[arg-type]  # each test names the fields it needs


def said(side: Side, by: PersonId) -> Statement:
    return Statement(side.id, by, NOW, f"{side.name} saw it so.", "A fair count.", "Trust.")


def common() -> CommonStatement:
    return CommonStatement(
        agreed=("Two orders came a day after the date that was confirmed.",),
        disputed=("Whether the target is 98 % or 95 %.",),
        understood_differently=("On time is counted by order line or by order.",),
        said=(
            SaidAbout(BUYER.id, "Two of fifty order lines were late.", "98 % on time.", "Shelves."),
            SaidAbout(SUPPLIER.id, "Both trucks waited at the gate.", "A penalty that fits."),
        ),
        gap=GapKind.INTERPRETATION,
        question="By which count is a delivery on time?",
        would_settle="The gate times of both trucks.",
    )


def menu() -> Round:
    reasons = Reasons(
        gives={BUYER.id: "Gives: pays after 30 days.", SUPPLIER.id: "Gives: 96 % on time."},
        gets={BUYER.id: "Gets: 96 % on time.", SUPPLIER.id: "Gets: paid after 30 days."},
    )
    shares = {BUYER.id: 70, SUPPLIER.id: 60}
    offers = tuple(
        Offer(package, reasons, shares=shares) for package in ((1, 1, 0), (2, 0, 0), (1, 0, 1))
    )
    return Round(1, offers, opened_at=NOW, deadline=NOW + timedelta(days=3))


def agreement() -> Agreement:
    made = Agreement(
        case_id="c1",
        title="Late delivery penalty",
        settled=(
            Settled("On-time target", "96 %", "95 %", "Counted by order line."),
            Settled("Payment term", "45 days", "45 days"),
        ),
        commitments=(
            Commitment(
                "otif-baltic",
                SUPPLIER.id,
                "On-time target: 96 %",
                date(2026, 11, 16),
                "By order line.",
                BELA,
            ),
            Commitment(
                "pay-northwind",
                BUYER.id,
                "Payment term: 30 days",
                date(2026, 11, 16),
                "Bank day.",
                ANNA,
            ),
        ),
    )
    return replace(made, signatures=(Signature(BUYER.id, ANNA, NOW, made.version),))


def opened(found: Case, side: Side = BUYER, **caucus: object) -> Opened:
    """The case as one side opens it; by default that side has a private remark on record."""
    held = Caucus(found.id, side.id, private=PrivateText(SECRET, owner=side.id))
    held = replace(held, **caucus)  # type: ignore[arg-type]  # each test names the fields it needs
    return Opened(found, side, held, step_of(found, side))


def clarification(**more: object) -> Clarification:
    found = Clarification(
        id="k1",
        workspace=WorkspaceKey("T0NORTH"),
        partnership=PartnershipId("p1"),
        channel=ChannelId("C0SHARED"),
        thread_ts="1700000000.000100",
        about=Message(
            ChannelId("C0SHARED"), "1700000000.000100", BELA, "Orders inside five days are fine."
        ),
        sides=(BUYER, SUPPLIER),
        author_side=SUPPLIER.id,
        opened_by=ANNA,
        opened_at=NOW,
    )
    return replace(found, **more)  # type: ignore[arg-type]  # each test names the fields it needs
