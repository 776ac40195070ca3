"""The form for a new case, prefilled from the message and its thread."""

import json
from datetime import UTC, datetime
from typing import Any

from bot.casework.raise_issue import MAX_TITLE, Other, RaiseIssue
from bot.casework.room import Origin, RaiseForm
from bot.mediation.both_or_all import both_or_all
from bot.mediation.issues import Claim, Intake, IssueKind, Urgency
from bot.mediation.people import ChannelId, TradeRole, WorkspaceKey
from bot.slack.blocks import (
    Block,
    Option,
    View,
    context,
    modal,
    people_input,
    radio,
    select,
    text_input,
)
from bot.slack.payloads import OpenView, reads_form
from bot.slack.text import Mrkdwn, lines, moment, people, shortened
from bot.slack.views import actions as names
from bot.slack.views.private.agreeing import agreeing_first
from bot.slack.views.private.whole_view import whole
from bot.slack.views.shared.passages import Passage
from bot.slack.views.shared.stages import KINDS, URGENCIES, side_names

TITLE = "Raise an issue"
MAX_HAPPENED = 1_200
"""As much as the card shows."""
WHO_READS = "Everybody in this channel can read this. It is without prejudice to {either} side."
OTHERS_WORDS = (
    "Somebody else wrote that message, and its words stay theirs. Say in yours what happened."
)

GAP = "…"
SHORTENED = "Shortened where “…” stands. All of your message stands below."
ALL = "All of your message"

OPEN_HERE = "Case {number} is open in this thread. What you raise here becomes one of its own."

BESIDE = "beside"
"""In a form that came back: the case about the same message that its writer was told of."""

READ = "Read from your message of"
WANTED = "What you would like, from your message of"
SHOWN = 3

ROLES = (
    Option("We buy, or our goods are carried", TradeRole.CUSTOMER.value),
    Option("We supply, or we carry", TradeRole.PROVIDER.value),
)


def raise_form(form: RaiseForm) -> View:
    """Title, what happened, kind and urgency; the sides only where they are not known yet."""
    blocks: list[Block] = [
        context(_between(form)),
        *_open_here(form),
        text_input("Title", "title", value=form.intake.title, lines=False, at_most=MAX_TITLE),
        text_input(
            "What happened",
            "happened",
            value=shortened(form.intake.happened, MAX_HAPPENED),
            at_most=MAX_HAPPENED,
            optional=True,
            placeholder="What, when, how much. Facts first.",
            hint=_hint(form),
        ),
        *_read_from(form.intake),
        select("Kind of issue", "kind", _kinds(), chosen=form.intake.kind.value),
        select("How urgent", "urgency", _urgencies(), chosen=form.intake.urgency.value),
    ]
    if _asks_role(form):
        blocks.append(radio("Your side", "role", ROLES))
    if len(form.sides) < 2:
        blocks.append(text_input("The other side's name", "other_name", lines=False, at_most=80))
        blocks.append(
            people_input(
                "Who speaks for the other side",
                "other_people",
                hint="They can tell their side and sign for it.",
            )
        )
    blocks += agreeing_first("desk")
    if _is_cut(form):
        blocks += whole([Passage(Mrkdwn(ALL), form.message)])
    origin = form.origin
    about: dict[str, Any] = {
        "origin": [origin.channel, origin.thread_ts, origin.message_ts],
        "clarification": form.clarification_id,
    }
    return modal(TITLE, blocks, callback=names.RAISE_FORM, about=about, submit="Raise it")


@reads_form
def read(view: OpenView, *, workspace: WorkspaceKey) -> RaiseIssue:
    values = view.values
    role = values.choice("role")
    named = "other_name" in values
    return RaiseIssue(
        workspace=workspace,
        origin=origin_of(view.about.get("origin", ())),
        title=values.text("title"),
        happened=values.text("happened"),
        kind=IssueKind(values.choice("kind") or IssueKind.OTHER),
        urgency=Urgency(values.choice("urgency") or Urgency.NORMAL),
        trade_role=TradeRole(role) if role else None,
        other=Other(values.text("other_name"), values.people("other_people")) if named else None,
        clarification_id=str(view.about.get("clarification", "")),
        beside=int(view.about.get(BESIDE, 0)),
    )


@reads_form
def origin_in(value: str) -> Origin:
    """From a button's value: the same as JSON."""
    return origin_of(json.loads(value))


def origin_of(parts: Any) -> Origin:
    """From [channel, thread_ts, message_ts]."""
    channel, thread_ts, message_ts = [*map(str, parts), "", "", ""][:3]
    return Origin(ChannelId(channel), thread_ts, message_ts)


def _hint(form: RaiseForm) -> str:
    if form.by_another:
        return OTHERS_WORDS
    return SHORTENED if _is_cut(form) else ""


def _is_cut(form: RaiseForm) -> bool:
    """Whether an ellipsis in what was read of a message is Parley's own, not its writer's."""
    happened = form.intake.happened
    return bool(form.message) and (
        len(happened) > MAX_HAPPENED or (GAP in happened and happened not in form.message)
    )


def _read_from(intake: Intake) -> list[Block]:
    """What was read in which message, so that its writer can check it."""
    parts = [(READ, intake.claims[:SHOWN]), (WANTED, intake.wants[:SHOWN])]
    said = [
        f"{title} {_cited(claim)}" for title, claims in parts for claim in claims if _when(claim)
    ]
    return [context(lines(*said))] if said else []


def _cited(claim: Claim) -> Mrkdwn:
    when = _when(claim)
    assert when is not None
    return Mrkdwn(f"{moment(when)}, “{people(claim.words, 150)}”")


def _when(claim: Claim) -> datetime | None:
    """When the message was written, None for words that came with a command."""
    seconds = float(claim.ts)
    return datetime.fromtimestamp(seconds, UTC) if seconds else None


def _open_here(form: RaiseForm) -> list[Block]:
    """Who meant the case that is open already is told its number before they write another."""
    return [context(people(OPEN_HERE.format(number=form.open_here)))] if form.open_here else []


def _asks_role(form: RaiseForm) -> bool:
    return not form.sides or form.sides[0].trade_role is TradeRole.UNSAID


def _between(form: RaiseForm) -> Mrkdwn:
    if len(form.sides) < 2:
        return people(both_or_all(WHO_READS, form.sides))
    return Mrkdwn(f"Between {side_names(form.sides)}. {people(both_or_all(WHO_READS, form.sides))}")


def _kinds() -> list[Option]:
    return [Option(label, kind.value) for kind, label in KINDS.items()]


def _urgencies() -> list[Option]:
    return [Option(label, urgency.value) for urgency, label in URGENCIES.items()]
