"""The digest of a channel's week: what came, what moved, what waits, what was agreed and done."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.casework.ports import UnitOfWork
from bot.casework.preferences import Part
from bot.mediation.case import Case
from bot.mediation.clarification import Clarification, Outcome
from bot.mediation.commitments import Commitment, Progress
from bot.mediation.issues import IssueKind
from bot.mediation.people import ChannelId, WorkspaceKey
from bot.mediation.stages import Stage

MAX_LINES = 7
WEEK = timedelta(days=7)
QUARTER = timedelta(days=91)
OFTEN = 3

RECURRING = {
    IssueKind.LATE_DELIVERY: "Late delivery",
    IssueKind.PRICE: "Price",
    IssueKind.VOLUME: "Volume",
    IssueKind.PAYMENT: "Payment",
    IssueKind.FORECAST: "Forecast",
    IssueKind.QUALITY: "Quality",
    IssueKind.INNOVATION: "Tooling and innovation",
    IssueKind.DETENTION: "Detention and waiting time",
    IssueKind.EXCLUSIVITY: "Exclusivity and know-how",
    IssueKind.SERVICE_LEVEL: "Service level",
    IssueKind.SCOPE: "Change of scope",
    IssueKind.COMMUNICATION: "Communication",
}
"""All kinds but the one that says nothing about a cause."""

NEXT = {
    Stage.CLARIFYING: "each side tells its side",
    Stage.CONFIRMING: "each side checks what is said about it",
    Stage.FRAMED: "say whether the statement settles it",
    Stage.AGENDA: "check the terms",
    Stage.RATING: "say in private what matters most",
    Stage.PROPOSED: "answer the packages in private",
    Stage.SIGNING: "sign the text",
}


@dataclass(frozen=True, slots=True)
class DigestLine:
    """One line; `case_number` is 0 where it is about no single case."""

    kind: str
    text: str
    case_number: int = 0


@dataclass(frozen=True, slots=True)
class Digest:
    """At most seven lines, from the public record alone. Empty when there is nothing to say."""

    channel: ChannelId
    lines: tuple[DigestLine, ...]


def digest(
    workspace: WorkspaceKey,
    channel: ChannelId,
    *,
    uow: UnitOfWork,
    now: datetime,
    since: datetime | None = None,
    left_out: frozenset[Part] = frozenset(),
) -> Digest:
    """A channel's last seven days, or what came since, what was kept first, with thanks."""
    cases = uow.cases.of_channel(workspace, channel)
    clarified = uow.clarifications.of_channel(workspace, channel)
    since = since or now - WEEK
    parts = {
        Part.KEPT: _kept(cases, since),
        Part.OVERDUE: _overdue(cases, now),
        Part.AGREED: _agreed(cases, since),
        Part.RECURS: _recurs(cases, since, now),
        Part.WAITING: [*_counted(cases, since), *_waiting(cases, since)],
        Part.DUE: _due(cases, now),
        Part.ENDED: [*_ended(cases, since), *_cleared(clarified, since)],
    }
    lines = [line for part, found in parts.items() if part not in left_out for line in found]
    if len(lines) > MAX_LINES:
        more = len(lines) - MAX_LINES + 1
        lines = [*lines[: MAX_LINES - 1], DigestLine("more", f"And {more} more; `/parley list`.")]
    return Digest(channel, tuple(lines))


def _cleared(clarified: tuple[Clarification, ...], since: datetime) -> list[DigestLine]:
    cleared = sum(c.outcome is Outcome.CLEARED_UP and c.opened_at >= since for c in clarified)
    if not cleared:
        return []
    one = "One misunderstanding was" if cleared == 1 else f"{cleared} misunderstandings were"
    return [DigestLine("cleared_up", f"{one} cleared up without a case.")]


def _recurs(cases: tuple[Case, ...], since: datetime, now: datetime) -> list[DigestLine]:
    """The same kind of issue three times in a quarter, said in the week that the last one came."""
    lines = []
    for kind, name in RECURRING.items():
        raised = [c.issue.raised_at for c in cases if c.issue.kind is kind]
        lately = [at for at in raised if at >= now - QUARTER]
        if len(lately) >= OFTEN and max(lately) >= since:
            text = f"{name}: {len(lately)} times in three months. Look at the cause together?"
            lines.append(DigestLine("recurs", text))
    return lines


def _kept(cases: tuple[Case, ...], since: datetime) -> list[DigestLine]:
    kept = [
        c
        for case in cases
        if case.agreement
        for c in case.agreement.commitments
        if c.confirmed_at and c.confirmed_at >= since
    ]
    if not kept:
        return []
    what = "One commitment was" if len(kept) == 1 else f"{len(kept)} commitments were"
    return [DigestLine("kept", f"{what} kept this week. Thank you.")]


def _overdue(cases: tuple[Case, ...], now: datetime) -> list[DigestLine]:
    return [
        DigestLine("overdue", f"Past its day ({c.next_due:%d %b}): {c.what}.", case.number)
        for case in cases
        if case.stage is Stage.AGREED and case.agreement
        for c in case.agreement.commitments
        if c.is_overdue(now.date())
    ]


def _due(cases: tuple[Case, ...], now: datetime) -> list[DigestLine]:
    last = (now + WEEK).date()
    return [
        DigestLine("due", f"Due {c.next_due:%d %b}: {c.what}.", case.number)
        for case in cases
        if case.stage is Stage.AGREED and case.agreement
        for c in case.agreement.commitments
        if _is_due(c, now.date(), last)
    ]


def _is_due(promise: Commitment, today: date, last: date) -> bool:
    owed = promise.owed_on
    contested = promise.progress is Progress.CONTESTED
    return owed is not None and not contested and today <= owed <= last


def _agreed(cases: tuple[Case, ...], since: datetime) -> list[DigestLine]:
    return [
        DigestLine("agreed", f"Agreed: “{c.issue.title}”.", c.number)
        for c in cases
        if c.stage in {Stage.AGREED, Stage.FULFILLED}
        and c.agreement
        and any(s.at >= since for s in c.agreement.signatures)
    ]


def _counted(cases: tuple[Case, ...], since: datetime) -> list[DigestLine]:
    """What was counted lately, without the figures: which definition holds is for both to say."""
    return [
        DigestLine("counted", f"Counted for “{c.issue.title}”; see its card.", c.number)
        for c in cases
        if any(count.at >= since for count in c.counts)
    ]


def _waiting(cases: tuple[Case, ...], since: datetime) -> list[DigestLine]:
    """Every case that waits for somebody, what came and what moved this week first."""
    words = {
        "new": "New: “{}”; next, {}.",
        "moved": "“{}” moved on; next, {}.",
        "waiting": "“{}” waits: {}.",
    }
    order = list(words)
    lines = [
        DigestLine(kind, words[kind].format(c.issue.title, NEXT[c.stage]), c.number)
        for c in cases
        if c.stage in NEXT
        for kind in [_news(c, since)]
    ]
    return sorted(lines, key=lambda line: order.index(line.kind))


def _news(case: Case, since: datetime) -> str:
    if case.issue.raised_at >= since:
        return "new"
    return "moved" if case.moved_at is not None and case.moved_at >= since else "waiting"


def _ended(cases: tuple[Case, ...], since: datetime) -> list[DigestLine]:
    words = {
        Stage.CLEARED_UP: "Cleared up",
        Stage.NO_OVERLAP: "No package found",
        Stage.WITHDRAWN: "Withdrawn",
    }
    return [
        DigestLine(str(c.stage), f"{words[c.stage]}: “{c.issue.title}”.", c.number)
        for c in cases
        if c.stage in words and c.moved_at and c.moved_at >= since
    ]
