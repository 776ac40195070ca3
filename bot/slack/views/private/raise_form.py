"""The form for a new case, prefilled from the message and its thread."""

import json
from datetime import UTC, datetime
from typing import Any

from bot.casework.raise_issue import MAX_TITLE, Other, RaiseIssue
from bot.casework.shown import Origin, RaiseForm
from bot.casework.tongues import Tongue, tongue
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
from bot.slack.views.shared.stages import ENGLISH, side_names

TITLE = ENGLISH.say("raise")
MAX_HAPPENED = 1_200
"""As much as the card shows."""
GAP = "…"

BESIDE = "beside"
"""In a form that came back: the case about the same message that its writer was told of."""

SHOWN = 3


def raise_form(form: RaiseForm) -> View:
    """Title, what happened, kind and urgency; the sides only where they are not known yet."""
    speaks = tongue(form.language)
    choose = speaks.say("choose")
    blocks: list[Block] = [
        context(_between(form, speaks)),
        *_open_here(form, speaks),
        text_input(
            speaks.say("raise.title"),
            "title",
            value=form.intake.title,
            lines=False,
            at_most=MAX_TITLE,
        ),
        text_input(
            speaks.say("raise.happened"),
            "happened",
            value=shortened(form.intake.happened, MAX_HAPPENED),
            at_most=MAX_HAPPENED,
            optional=True,
            placeholder=speaks.say("raise.facts"),
            hint=_hint(form, speaks),
        ),
        *_read_from(form.intake, speaks),
        *([context(people(form.notice, 300))] if form.notice else []),
        select(
            speaks.say("raise.kind"),
            "kind",
            _kinds(speaks),
            chosen=form.intake.kind.value,
            placeholder=choose,
        ),
        select(
            speaks.say("raise.urgency"),
            "urgency",
            _urgencies(speaks),
            chosen=form.intake.urgency.value,
            placeholder=choose,
        ),
    ]
    blocks += _sides(form, speaks)
    blocks += agreeing_first("desk", speaks)
    if _is_cut(form):
        blocks += whole([Passage(Mrkdwn(speaks.say("raise.all")), form.message)])
    origin = form.origin
    about: dict[str, Any] = {
        "origin": [origin.channel, origin.thread_ts, origin.message_ts],
        "clarification": form.clarification_id,
    }
    return modal(
        speaks.say("raise"),
        blocks,
        callback=names.RAISE_FORM,
        about=about,
        submit=speaks.say("raise.send"),
        close=speaks.say("close"),
    )


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


def _sides(form: RaiseForm, speaks: Tongue) -> list[Block]:
    """Which end the raiser's side is on, and who the other one is, where that is not known."""
    blocks: list[Block] = []
    if _asks_role(form):
        blocks.append(radio(speaks.say("raise.side"), "role", _roles(speaks)))
    if len(form.sides) < 2:
        name = speaks.say("raise.other")
        blocks.append(text_input(name, "other_name", lines=False, at_most=80))
        hint = speaks.say("raise.people_hint")
        blocks.append(people_input(speaks.say("raise.people"), "other_people", hint=hint))
    return blocks


def _hint(form: RaiseForm, speaks: Tongue) -> str:
    if form.by_another:
        return speaks.say("raise.others_words")
    return speaks.say("raise.shortened") if _is_cut(form) else ""


def _is_cut(form: RaiseForm) -> bool:
    """Whether an ellipsis in what was read of a message is Parley's own, not its writer's."""
    happened = form.intake.happened
    return bool(form.message) and (
        len(happened) > MAX_HAPPENED or (GAP in happened and happened not in form.message)
    )


def _read_from(intake: Intake, speaks: Tongue) -> list[Block]:
    """What was read in which message, so that its writer can check it."""
    parts = [("raise.read", intake.claims[:SHOWN]), ("raise.wanted", intake.wants[:SHOWN])]
    said = [
        _cited(key, claim, when, speaks)
        for key, claims in parts
        for claim in claims
        if (when := _when(claim))
    ]
    return [context(lines(*said))] if said else []


def _cited(key: str, claim: Claim, when: datetime, speaks: Tongue) -> str:
    words = people(claim.words, 150)
    return speaks.say(key, moment=moment(when, speaks.say("at")), words=words)


def _when(claim: Claim) -> datetime | None:
    """When the message was written, None for words that came with a command."""
    seconds = float(claim.ts)
    return datetime.fromtimestamp(seconds, UTC) if seconds else None


def _open_here(form: RaiseForm, speaks: Tongue) -> list[Block]:
    """Who meant the case that is open already is told its number before they write another."""
    said = people(speaks.say("raise.open_here", number=form.open_here))
    return [context(said)] if form.open_here else []


def _asks_role(form: RaiseForm) -> bool:
    return not form.sides or form.sides[0].trade_role is TradeRole.UNSAID


def _between(form: RaiseForm, speaks: Tongue) -> Mrkdwn:
    reads = people(speaks.of(form.sides, "raise.reads"))
    if len(form.sides) < 2:
        return reads
    return Mrkdwn(f"{speaks.say('raise.between', sides=side_names(form.sides, speaks))}{reads}")


def _kinds(speaks: Tongue) -> list[Option]:
    named = {**speaks.kinds, IssueKind.OTHER: speaks.say("kind.other")}
    return [Option(label, kind.value) for kind, label in named.items()]


def _urgencies(speaks: Tongue) -> list[Option]:
    return [Option(speaks.say(f"raise.{urgency.value}"), urgency.value) for urgency in Urgency]


def _roles(speaks: Tongue) -> list[Option]:
    roles = (TradeRole.CUSTOMER, TradeRole.PROVIDER)
    return [Option(speaks.say(f"raise.{role.value}"), role.value) for role in roles]
