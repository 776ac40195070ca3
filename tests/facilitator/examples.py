"""Realistic accounts of both sides, for the tests of the words."""

from datetime import UTC, datetime

from bot.mediation.issues import Message
from bot.mediation.people import ChannelId, PersonId, Side, SideId, TradeRole
from bot.mediation.statements import Brief, Statement

CUSTOMER, PROVIDER = SideId("customer"), SideId("provider")
NAMES = {CUSTOMER: "Brightmart", PROVIDER: "Nordpack"}
WHEN = datetime(2026, 11, 24, tzinfo=UTC)

Told = tuple[str, str, str]
"""What happened, what is wanted, why it matters."""


def message(text: str, *, ts: str = "1.0", name: str = "Ana") -> Message:
    return Message(ChannelId("C1"), ts, PersonId("U" + name), text, author_name=name)


def brief(
    *,
    first: Told,
    second: Told,
    kind: str = "late_delivery",
    title: str = "",
    sources: tuple[str, ...] = (),
) -> Brief:
    """The customer's account first, the provider's second."""
    return Brief(
        title=title,
        happened="",
        kind=kind,
        sides=((CUSTOMER, "Brightmart", "customer"), (PROVIDER, "Nordpack", "provider")),
        statements=tuple(
            Statement(side, PersonId(f"U{side}"), WHEN, *told)
            for side, told in ((CUSTOMER, first), (PROVIDER, second))
        ),
        sources=sources,
    )


def sides(said: Brief) -> tuple[Side, ...]:
    return tuple(Side(side, name, TradeRole(role)) for side, name, role in said.sides)


def swapped(said: Brief) -> Brief:
    """The same brief with its sides in the other order."""
    return Brief(
        said.title,
        said.happened,
        said.kind,
        tuple(reversed(said.sides)),
        tuple(reversed(said.statements)),
        said.sources,
    )


BRIEFS = {
    "otif": brief(
        title="OTIF in October: 93.8 % against 98 %",
        sources=(
            "Hi all, our October report shows OTIF at 93.8 % against the agreed 98 %. As agreed we"
            " deducted the 3 % late-delivery penalty (12,400 EUR) from the October invoices.",
        ),
        first=(
            "In October 41 of 660 order lines reached our depot after the booked appointment. That"
            " is 93.8 % OTIF, below the agreed target of 98 %, so we deducted the 3 % penalty,"
            " 12,400 EUR.",
            "A 98 % target from January, and the penalty stays at 3 %.",
            "Every missed slot leaves shelves empty, and our customers go elsewhere.",
        ),
        second=(
            "We count by the delivery date: 640 of 660 order lines were on time in October, 97 %."
            " The contract says 95 %. Half of the late lines were changed inside five working"
            " days.",
            "Take back the penalty for October and keep the target at 95 %.",
            "The penalty eats the whole margin on this line, and late changes break our plan.",
        ),
    ),
    "resin": brief(
        kind="price",
        sources=(
            "Dear team, due to the resin index, which rose 14 % since January, we have to announce"
            " a price increase of +6 % from 1 January on all containers.",
        ),
        first=(
            "We got the letter with +6 % on 3 November. Our budget for next year is fixed, and the"
            " price list in force runs to the end of March.",
            "We could accept 2 % now, with a review after six months.",
            "Our shelf prices are agreed for a year, so a sudden increase comes off our margin.",
        ),
        second=(
            "The resin index rose 14 % since January and resin is 40 % of our cost. We announced"
            " +6 % from 1 January in a letter of 3 November.",
            "A price increase of 6 % from 1 January, or a link to the index.",
            "We cannot carry the material cost alone; our margin is below 3 %.",
        ),
    ),
    "five_days": brief(
        kind="communication",
        sources=(
            "You said that orders inside five days are fine, and now we are charged a rush fee of"
            " 180 EUR for the order of Monday!",
        ),
        first=(
            "On 2 November your planner told us that orders inside five days are fine. We"
            " understood that there is no extra charge. Then a rush fee of 180 EUR was on the"
            " invoice.",
            "Take the fee of 180 EUR off, and tell us what holds.",
            "",
        ),
        second=(
            "Our planner said that orders inside five days are fine. She meant that the line can"
            " make them, and the rush fee of 180 EUR is in the price list.",
            "That the fee stays, and that both teams know when it applies.",
            "Each rush order costs us a changeover at night.",
        ),
    ),
}
