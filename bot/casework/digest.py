"""The digest of a channel's week: what came, what moved, what waits, what was agreed and done."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.casework.hours import (
    day_of_channel,
    day_of_person,
    language_of_channel,
    tongue_of_person,
)
from bot.casework.letters import MAX_LINES, shares
from bot.casework.ports import UnitOfWork
from bot.casework.preferences import Part
from bot.casework.resting import awaited
from bot.casework.tongues import Tongue, tongue
from bot.mediation.case import Bond, Case
from bot.mediation.clarification import Clarification, Outcome
from bot.mediation.commitments import Commitment
from bot.mediation.people import ChannelId, PersonId, WorkspaceKey
from bot.mediation.stages import Stage

WEEK = timedelta(days=7)
QUARTER = timedelta(days=91)
OFTEN = 3
ENDED = frozenset({Stage.CLEARED_UP, Stage.NO_OVERLAP, Stage.WITHDRAWN})


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
    language: str = "en"

    @property
    def texts(self) -> tuple[str, ...]:
        """The lines as they are read, with the numbers of the cases."""
        speaks = tongue(self.language)
        return tuple(
            speaks.say("week.case", text=n.text, case=n.case_number) if n.case_number else n.text
            for n in self.lines
        )


def digest(
    workspace: WorkspaceKey,
    channel: ChannelId,
    *,
    uow: UnitOfWork,
    now: datetime,
    since: datetime | None = None,
    left_out: frozenset[Part] = frozenset(),
    reader: PersonId | None = None,
) -> Digest:
    """A channel's last seven days, or what came since, what was kept first, with thanks.

    reader: who reads it alone, in their own language and on their own day; else it is in the
    channel's.
    """
    if reader:
        speaks = tongue_of_person(uow, workspace, reader)
        today = day_of_person(uow, workspace, reader, now)
    else:
        speaks = tongue(language_of_channel(uow, workspace, channel))
        today = day_of_channel(uow, workspace, channel, now)
    cases = uow.cases.of_channel(workspace, channel)
    clarified = uow.clarifications.of_channel(workspace, channel)
    since = since or now - WEEK
    parts = {
        Part.KEPT: _kept(cases, since, speaks),
        Part.OVERDUE: _overdue(uow, cases, today, speaks),
        Part.DUE: _due(cases, today, speaks),
        Part.AGREED: _agreed(cases, since, speaks),
        Part.ENDED: [*_ended(cases, since, speaks), *_cleared(clarified, since, speaks)],
        Part.RECURS: _recurs(cases, since, now, speaks),
        Part.WAITING: [*_counted(cases, since, speaks), *_waiting(cases, since, speaks)],
    }
    told = [found for part, found in parts.items() if part not in left_out]
    return Digest(channel, _within(told, speaks), speaks.code)


def _within(parts: list[list[DigestLine]], speaks: Tongue) -> tuple[DigestLine, ...]:
    """As many lines as there is room for: of whatever has the most, the last are only counted."""
    counts = [len(found) for found in parts]
    if sum(counts) <= MAX_LINES:
        return tuple(line for found in parts for line in found)
    room = shares(counts, MAX_LINES - 1)
    shown = tuple(line for found, n in zip(parts, room, strict=True) for line in found[:n])
    more = sum(map(len, parts)) - len(shown)
    return (*shown, DigestLine("more", speaks.say("week.more", count=more)))


def _cleared(
    clarified: tuple[Clarification, ...], since: datetime, speaks: Tongue
) -> list[DigestLine]:
    ended = [c.ended_at or c.opened_at for c in clarified if c.outcome is Outcome.CLEARED_UP]
    cleared = sum(at >= since for at in ended)
    if not cleared:
        return []
    return [DigestLine("cleared_up", speaks.count("cleared", cleared))]


def _recurs(
    cases: tuple[Case, ...], since: datetime, now: datetime, speaks: Tongue
) -> list[DigestLine]:
    """The same kind of issue three times in a quarter, said in the week that the last one came."""
    lines = []
    for kind, name in speaks.kinds.items():
        raised = [c.issue.raised_at for c in cases if c.issue.kind is kind and not _follows(c)]
        lately = [at for at in raised if at >= now - QUARTER]
        if len(lately) >= OFTEN and max(lately) >= since:
            text = speaks.say("recurs", kind=name, count=len(lately))
            lines.append(DigestLine("recurs", text))
    return lines


def _follows(case: Case) -> bool:
    """Whether it goes on with another case: that is no new occurrence."""
    return any(tie.bond in {Bond.REOPENS, Bond.CONTESTS} for tie in case.ties)


def _kept(cases: tuple[Case, ...], since: datetime, speaks: Tongue) -> list[DigestLine]:
    kept = [
        c
        for case in cases
        if case.agreement
        for c in case.agreement.commitments
        if c.confirmed_at and c.confirmed_at >= since
    ]
    if not kept:
        return []
    return [DigestLine("kept", speaks.count("kept", len(kept)))]


def _overdue(
    uow: UnitOfWork, cases: tuple[Case, ...], today: date, speaks: Tongue
) -> list[DigestLine]:
    return [
        _promise("missing" if c.is_contested else "overdue", c, case, speaks)
        for case in cases
        if case.stage is Stage.AGREED
        for c in awaited(uow, case)
        if c.is_overdue(today) or c.is_contested
    ]


def _due(cases: tuple[Case, ...], today: date, speaks: Tongue) -> list[DigestLine]:
    return [
        _promise("due", c, case, speaks)
        for case in cases
        if case.stage is Stage.AGREED and case.agreement
        for c in case.agreement.commitments
        if _is_due(c, today)
    ]


def _promise(kind: str, promise: Commitment, case: Case, speaks: Tongue) -> DigestLine:
    text = speaks.say(kind, day=speaks.day(promise.next_due), what=promise.what)
    return DigestLine(kind, text, case.number)


def _is_due(promise: Commitment, today: date) -> bool:
    owed = promise.owed_on
    return owed is not None and not promise.is_contested and today <= owed <= today + WEEK


def _agreed(cases: tuple[Case, ...], since: datetime, speaks: Tongue) -> list[DigestLine]:
    return [
        DigestLine("agreed", speaks.say("agreed", title=c.issue.title), c.number)
        for c in cases
        if c.stage in {Stage.AGREED, Stage.FULFILLED}
        and c.agreement
        and any(s.at >= since for s in c.agreement.signatures)
    ]


def _counted(cases: tuple[Case, ...], since: datetime, speaks: Tongue) -> list[DigestLine]:
    """What was counted lately, without the figures: which definition holds is for both to say."""
    return [
        DigestLine("counted", speaks.say("counted", title=c.issue.title), c.number)
        for c in cases
        if any(count.at >= since for count in c.counts)
    ]


def _waiting(cases: tuple[Case, ...], since: datetime, speaks: Tongue) -> list[DigestLine]:
    """What came this week, what moved on; several that only wait are counted in one line."""
    found: dict[str, list[DigestLine]] = {"new": [], "moved": [], "waiting": []}
    for c in cases:
        if step := speaks.steps.get(c.stage):
            kind = _news(c, since)
            text = speaks.say(kind, title=c.issue.title, step=step)
            found[kind].append(DigestLine(kind, text, c.number))
    if (count := len(found["waiting"])) > 1:
        found["waiting"] = [DigestLine("waiting", speaks.say("waiting.many", count=count))]
    return [line for lines in found.values() for line in lines]


def _news(case: Case, since: datetime) -> str:
    if case.issue.raised_at >= since:
        return "new"
    return "moved" if case.moved_at is not None and case.moved_at >= since else "waiting"


def _ended(cases: tuple[Case, ...], since: datetime, speaks: Tongue) -> list[DigestLine]:
    return [
        DigestLine(c.stage.value, speaks.say(c.stage.value, title=c.issue.title), c.number)
        for c in cases
        if c.stage in ENDED and c.moved_at and c.moved_at >= since
    ]
