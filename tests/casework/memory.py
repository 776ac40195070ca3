"""The whole store in memory: a hand-written fake that honours every promise of the ports.

`tests/storage/test_store_contract.py` runs the same contract against it and against the real ones.
"""

import threading
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from types import TracebackType
from typing import Self, TypeVar

from bot.casework.cases import Cases
from bot.casework.ledger import FairnessAnswer, Ledger, Moment, Pulse
from bot.casework.ports import (
    Caucuses,
    Clarifications,
    Clock,
    Conflict,
    Consents,
    Conversation,
    Directory,
    Ids,
    Job,
    Outbox,
    Partnerships,
    Sent,
    Timeline,
)
from bot.casework.preferences import Preferences
from bot.casework.schedule import Due, Round, Schedule
from bot.mediation.case import Case
from bot.mediation.caucus import Caucus, PrivateLine
from bot.mediation.clarification import Clarification
from bot.mediation.issues import Message
from bot.mediation.people import (
    ChannelId,
    Consent,
    Membership,
    Partnership,
    PartnershipId,
    Person,
    PersonId,
    SideId,
    WorkspaceKey,
)
from bot.mediation.refusals import NotFound
from bot.mediation.stages import Stage
from bot.mediation.timeline import Event, Link, link

T = TypeVar("T")


@dataclass(slots=True)
class Tables:
    """What is stored. Every value is frozen, so that a copy of the dicts is a snapshot."""

    cases: dict[str, Case] = field(default_factory=dict)
    caucuses: dict[tuple[str, SideId], Caucus] = field(default_factory=dict)
    clarifications: dict[str, Clarification] = field(default_factory=dict)
    lines: dict[tuple[str, SideId], PrivateLine] = field(default_factory=dict)
    partnerships: dict[str, Partnership] = field(default_factory=dict)
    people: dict[PersonId, Person] = field(default_factory=dict)
    channels: dict[ChannelId, frozenset[PersonId]] = field(default_factory=dict)
    timeline: dict[str, tuple[Link, ...]] = field(default_factory=dict)
    consents: tuple[Consent, ...] = ()
    messages: dict[tuple[ChannelId, str], tuple[str, Message]] = field(default_factory=dict)
    outbox: dict[str, Sent] = field(default_factory=dict)
    claims: dict[str, datetime] = field(default_factory=dict)
    due: dict[tuple[WorkspaceKey, Round, str], Due] = field(default_factory=dict)
    preferences: dict[tuple[WorkspaceKey, str, type], object] = field(default_factory=dict)
    pulses: dict[tuple[SideId, date], Pulse] = field(default_factory=dict)
    felt: dict[tuple[str, SideId, Moment], FairnessAnswer] = field(default_factory=dict)

    def snapshot(self) -> "Tables":
        return Tables(**{name: copy(getattr(self, name)) for name in self.__slots__})


class ReadingOnly(Exception):
    """Something was to be kept that was only read."""


class MemoryStore:
    """One transaction at a time, as SQLite's immediate ones; `jobs` are those committed."""

    def __init__(self, ids: Ids, clock: Clock) -> None:
        self.tables = Tables()
        self.jobs: list[Job] = []
        self.ids = ids
        self.clock = clock
        self.lock = threading.RLock()

    def __call__(self) -> "MemoryUnitOfWork":
        return MemoryUnitOfWork(self)

    def reading(self) -> "MemoryUnitOfWork":
        return MemoryReading(self)


class MemoryUnitOfWork:
    def __init__(self, store: MemoryStore) -> None:
        self._store = store
        self._begin()

    def _begin(self) -> None:
        self._tables = self._store.tables.snapshot()
        self._jobs: list[Job] = []
        tables = self._tables
        self.cases: Cases = MemoryCases(tables)
        self.caucuses: Caucuses = MemoryCaucuses(tables)
        self.clarifications: Clarifications = MemoryClarifications(tables)
        self.partnerships: Partnerships = MemoryPartnerships(tables)
        self.directory: Directory = MemoryDirectory(tables)
        self.timeline: Timeline = MemoryTimeline(tables, self._store.ids)
        self.consents: Consents = MemoryConsents(tables)
        self.conversation: Conversation = MemoryConversation(tables)
        self.outbox: Outbox = MemoryOutbox(tables)
        self.schedule: Schedule = MemorySchedule(tables)
        self.preferences: Preferences = MemoryPreferences(tables)
        self.ledger: Ledger = MemoryLedger(tables)

    def __enter__(self) -> Self:
        self._store.lock.acquire()
        self._begin()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._store.lock.release()

    def claim(self, key: str) -> bool:
        first = key not in self._tables.claims
        self._tables.claims.setdefault(key, self._store.clock.now())
        return first

    def forget_claims(self, before: datetime) -> None:
        for key in [k for k, at in self._tables.claims.items() if at < before]:
            del self._tables.claims[key]

    def enqueue(self, job: Job) -> None:
        self._jobs.append(job)

    def commit(self) -> None:
        self._store.tables = self._tables.snapshot()
        self._store.jobs.extend(self._jobs)
        self._jobs = []


class MemoryReading(MemoryUnitOfWork):
    """It cannot be committed."""

    def commit(self) -> None:
        raise ReadingOnly("this unit of work was opened for reading")


class MemoryCases:
    def __init__(self, tables: Tables) -> None:
        self._t = tables

    def get(self, case_id: str) -> Case:
        if case_id not in self._t.cases:
            raise NotFound("Parley has no such case any more.")
        return self._t.cases[case_id]

    def held(self, case_id: str) -> Case:
        return self.get(case_id)

    def numbered(self, workspace: WorkspaceKey, number: int) -> Case:
        for case in self._t.cases.values():
            if (case.workspace, case.number) == (workspace, number):
                return case
        raise NotFound(f"There is no case {number} here.")

    def next_number(self, workspace: WorkspaceKey) -> int:
        mine = (c.number for c in self._t.cases.values() if c.workspace == workspace)
        return max(mine, default=0) + 1

    def add(self, case: Case) -> None:
        taken = {(c.workspace, c.number) for c in self._t.cases.values()}
        if case.id in self._t.cases or (case.workspace, case.number) in taken:
            raise Conflict("somebody else was writing at the same moment")
        self._t.cases[case.id] = case

    def save(self, case: Case) -> Case:
        held = self._t.cases.get(case.id)
        if held is None or held.version != case.version:
            raise Conflict(f"case {case.number} was saved by somebody else in the meantime")
        newer = replace(case, version=case.version + 1)
        self._t.cases[case.id] = newer
        return newer

    def of_channel(self, workspace: WorkspaceKey, channel: ChannelId) -> tuple[Case, ...]:
        return self._sorted(lambda c: (c.workspace, c.channel) == (workspace, channel))

    def open_under(
        self, workspace: WorkspaceKey, channel: ChannelId, thread_ts: str
    ) -> tuple[Case, ...]:
        return self._sorted(
            lambda c: (
                (c.workspace, c.channel) == (workspace, channel)
                and not c.is_over
                and c.thread_ts in (thread_ts, "")
            )
        )

    def count_open(self, workspace: WorkspaceKey, channel: ChannelId) -> int:
        return sum(not c.is_over for c in self.of_channel(workspace, channel))

    def open_of_channel(
        self, workspace: WorkspaceKey, channel: ChannelId, *, start: int, most: int
    ) -> tuple[Case, ...]:
        is_open = [c for c in reversed(self.of_channel(workspace, channel)) if not c.is_over]
        return tuple(is_open[start : start + most])

    def of_partnership(self, partnership: PartnershipId) -> tuple[Case, ...]:
        return self._sorted(lambda c: c.partnership == partnership)

    def open_of_partnership(self, partnership: PartnershipId) -> tuple[Case, ...]:
        return tuple(c for c in self.of_partnership(partnership) if not c.is_over)

    def fulfilled_since(self, partnership: PartnershipId, moment: datetime) -> tuple[Case, ...]:
        return tuple(
            c
            for c in self.of_partnership(partnership)
            if c.stage is Stage.FULFILLED and c.moved_at is not None and c.moved_at >= moment
        )

    def count_at(
        self, partnership: PartnershipId, stages: Collection[Stage]
    ) -> Mapping[ChannelId, int]:
        found = self.of_partnership(partnership)
        return Counter(c.channel for c in found if c.stage in stages)

    def at_stages(self, *stages: Stage) -> tuple[Case, ...]:
        found = [case for case in self._t.cases.values() if case.stage in stages]
        return tuple(sorted(found, key=lambda case: case.number))

    def answerable_before(self, now: datetime) -> tuple[str, ...]:
        return tuple(
            c.id
            for c in self._t.cases.values()
            if c.stage is Stage.PROPOSED
            and c.round
            and not c.round.closed
            and not c.frozen_for
            and c.round.deadline <= now
        )

    def _sorted(self, wanted: object) -> tuple[Case, ...]:
        assert callable(wanted)
        return tuple(sorted(filter(wanted, self._t.cases.values()), key=lambda c: c.number))


class MemoryCaucuses:
    def __init__(self, tables: Tables) -> None:
        self._t = tables

    def get(self, case_id: str, side: SideId) -> Caucus:
        return self._t.caucuses.get((case_id, side), Caucus(case_id, side))

    def of_cases(self, case_ids: Collection[str], side: SideId) -> Mapping[str, Caucus]:
        held = {name: self._t.caucuses.get((name, side)) for name in case_ids}
        return {name: caucus for name, caucus in held.items() if caucus is not None}

    def save(self, caucus: Caucus) -> None:
        if self.get(caucus.case_id, caucus.side).revision != caucus.revision - 1:
            raise Conflict("what this side told was saved by somebody else in the meantime")
        self._t.caucuses[caucus.case_id, caucus.side] = caucus

    def erase(self, case_id: str, side: SideId) -> None:
        self._t.caucuses.pop((case_id, side), None)


class MemoryClarifications:
    def __init__(self, tables: Tables) -> None:
        self._t = tables

    def get(self, clarification_id: str) -> Clarification:
        if clarification_id not in self._t.clarifications:
            raise NotFound("Parley has no such clarification any more.")
        return self._t.clarifications[clarification_id]

    def add(self, clarification: Clarification) -> None:
        self._t.clarifications[clarification.id] = clarification

    def save(self, clarification: Clarification) -> Clarification:
        held = self._t.clarifications.get(clarification.id)
        if held is None or held.version != clarification.version:
            raise Conflict("this clarification was saved by somebody else in the meantime")
        newer = replace(clarification, version=clarification.version + 1)
        self._t.clarifications[newer.id] = newer
        return newer

    def of_channel(self, workspace: WorkspaceKey, channel: ChannelId) -> tuple[Clarification, ...]:
        found = (
            c
            for c in self._t.clarifications.values()
            if (c.workspace, c.channel) == (workspace, channel)
        )
        return tuple(sorted(found, key=lambda c: c.opened_at))

    def lines(self, clarification_id: str) -> tuple[PrivateLine, ...]:
        found = (v for (c, _), v in self._t.lines.items() if c == clarification_id)
        return tuple(sorted(found, key=lambda line: line.side))

    def add_line(self, line: PrivateLine) -> None:
        if line.clarification_id not in self._t.clarifications:
            raise LookupError("a line belongs to a clarification that stands")
        self._t.lines[line.clarification_id, line.side] = line

    def forget_lines(self, clarification_id: str) -> None:
        for key in [k for k in self._t.lines if k[0] == clarification_id]:
            del self._t.lines[key]


class MemoryPartnerships:
    def __init__(self, tables: Tables) -> None:
        self._t = tables

    def get(self, partnership: PartnershipId) -> Partnership:
        if partnership not in self._t.partnerships:
            raise NotFound("Parley does not know this partnership any more.")
        return self._t.partnerships[partnership]

    def of_channel(self, workspace: WorkspaceKey, channel: ChannelId) -> Partnership | None:
        found = (
            p
            for p in self._t.partnerships.values()
            if p.workspace == workspace and channel in p.channels
        )
        return next(found, None)

    def of_workspace(self, workspace: WorkspaceKey) -> tuple[Partnership, ...]:
        return tuple(p for p in self._t.partnerships.values() if p.workspace == workspace)

    def around(self, workspace: WorkspaceKey, person: PersonId) -> tuple[Partnership, ...]:
        def is_around(partnership: Partnership) -> bool:
            seen = {p for c in partnership.channels for p in self._t.channels.get(c, ())}
            return bool(partnership.channels) and (
                not seen or person in seen | {m.person for m in partnership.members}
            )

        return tuple(p for p in self.of_workspace(workspace) if is_around(p))

    def save(self, partnership: Partnership) -> Partnership:
        held = self._t.partnerships.get(partnership.id)
        if partnership.version != (held.version if held else 0):
            raise Conflict("this partnership was saved by somebody else in the meantime")
        kept = replace(
            partnership,
            members=tuple(sorted(partnership.members, key=_by_since)),
            channels=tuple(sorted(partnership.channels)),
            version=partnership.version + 1,
        )
        self._t.partnerships[partnership.id] = kept
        return kept


def _by_since(member: Membership) -> tuple[datetime, PersonId]:
    return member.since, member.person


class MemoryDirectory:
    def __init__(self, tables: Tables) -> None:
        self._t = tables

    def person(self, person: PersonId) -> Person | None:
        return self._t.people.get(person)

    def remember(self, person: Person) -> None:
        self._t.people[person.id] = person

    def people_of(self, channel: ChannelId) -> tuple[Person, ...]:
        here = sorted(self._t.channels.get(channel, frozenset()))
        return tuple(self._t.people[p] for p in here if p in self._t.people)

    def channels_of(self, person: PersonId) -> tuple[ChannelId, ...]:
        return tuple(sorted(c for c, people in self._t.channels.items() if person in people))

    def remember_channel(self, channel: ChannelId, people: Sequence[PersonId]) -> None:
        self._t.channels[channel] = frozenset(people)


class MemoryTimeline:
    def __init__(self, tables: Tables, ids: Ids) -> None:
        self._t = tables
        self._ids = ids

    def append(self, event: Event) -> None:
        chain = self.of(event.subject)
        new = link(event, after=chain[-1] if chain else None, salt=self._ids.salt())
        self._t.timeline[event.subject] = (*chain, new)

    def of(self, subject: str) -> tuple[Link, ...]:
        return self._t.timeline.get(subject, ())

    def erase_text(self, subject: str, position: int) -> None:
        self._t.timeline[subject] = tuple(
            replace(item, text=None, salt="") if item.position == position else item
            for item in self.of(subject)
        )


class MemoryConsents:
    def __init__(self, tables: Tables) -> None:
        self._t = tables

    def given(self, person: PersonId, scope: str) -> Consent | None:
        mine = [c for c in self._t.consents if (c.person, c.scope) == (person, scope)]
        return mine[-1] if mine and mine[-1].revoked_at is None else None

    def anyone(self, scope: str) -> bool:
        return any(c.scope == scope for c in self._t.consents)

    def record(self, consent: Consent) -> None:
        self._t.consents = (*self._t.consents, consent)


class MemoryConversation:
    def __init__(self, tables: Tables) -> None:
        self._t = tables

    def of_thread(self, channel: ChannelId, thread_ts: str) -> tuple[Message, ...]:
        found = (m for start, m in self._t.messages.values() if start == thread_ts)
        return tuple(sorted((m for m in found if m.channel == channel), key=lambda m: m.ts))

    def record(self, message: Message, thread_ts: str) -> None:
        self._t.messages[message.channel, message.ts] = (thread_ts, message)


class MemoryOutbox:
    def __init__(self, tables: Tables) -> None:
        self._t = tables

    def find(self, key: str) -> Sent | None:
        return self._t.outbox.get(key)

    def put(self, sent: Sent) -> None:
        self._t.outbox[sent.key] = sent


class MemorySchedule:
    def __init__(self, tables: Tables) -> None:
        self._t = tables

    def due(self, workspace: WorkspaceKey, now: datetime, limit: int) -> tuple[Due, ...]:
        found = (d for d in self.all(workspace) if d.at <= now or d.since > now)
        return tuple(sorted(found, key=lambda d: (d.at, d.round, d.subject))[:limit])

    def all(self, workspace: WorkspaceKey) -> tuple[Due, ...]:
        found = (d for d in self._t.due.values() if d.workspace == workspace)
        return tuple(sorted(found, key=lambda d: (d.round, d.subject)))

    def find(self, workspace: WorkspaceKey, what: Round, subject: str) -> Due | None:
        return self._t.due.get((workspace, what, subject))

    def plan(self, due: Due) -> None:
        self._t.due.setdefault((due.workspace, due.round, due.subject), due)

    def claim(self, due: Due, *, following: Due | None) -> bool:
        key = due.workspace, due.round, due.subject
        if self._t.due.get(key) != due:
            return False
        del self._t.due[key]
        if following is not None:
            self._t.due[key] = following
        return True


class MemoryPreferences:
    def __init__(self, tables: Tables) -> None:
        self._t = tables

    def get(self, workspace: WorkspaceKey, scope: str, kind: type[T]) -> T | None:
        found = self._t.preferences.get((workspace, scope, kind))
        assert found is None or isinstance(found, kind)
        return found

    def keep(self, workspace: WorkspaceKey, scope: str, value: object) -> None:
        self._t.preferences[workspace, scope, type(value)] = value


class MemoryLedger:
    def __init__(self, tables: Tables) -> None:
        self._t = tables

    def felt(self, case_id: str, side: SideId, moment: Moment) -> FairnessAnswer | None:
        return self._t.felt.get((case_id, side, moment))

    def record(self, answer: FairnessAnswer) -> None:
        if answer.case_id not in self._t.cases:
            raise LookupError("an answer belongs to a case that stands")
        self._t.felt[answer.case_id, answer.side, answer.moment] = answer

    def pulses(self, side: SideId) -> tuple[Pulse, ...]:
        mine = [p for p in self._t.pulses.values() if p.side == side]
        return tuple(sorted(mine, key=lambda p: p.month, reverse=True))

    def feel(self, pulse: Pulse) -> None:
        self._t.pulses[pulse.side, pulse.month] = pulse
