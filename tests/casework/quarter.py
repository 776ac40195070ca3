"""Three months of two partnerships, hour by hour, from a fixed seed; and what should come of them.

`expected_*` are worked out day by day from the calendar alone, in another way than the code does.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.casework.come_round import come_round
from bot.casework.jobs import Workshop, handlers
from bot.casework.letters import Letter
from bot.casework.preferences import DaysOff
from bot.casework.room import Note
from bot.mediation.agreement import Agreement, Settled, Signature
from bot.mediation.case import Case
from bot.mediation.commitments import Commitment
from bot.mediation.issues import Issue, IssueKind, Urgency
from bot.mediation.people import (
    ChannelId,
    Membership,
    Partnership,
    PartnershipId,
    Person,
    PersonId,
    Side,
    SideId,
    TeamId,
    TradeRole,
)
from bot.mediation.stages import Stage
from tests.casework.fakes import FakeRoom, ScriptedFacilitator
from tests.casework.memory import MemoryStore
from tests.casework.world import WORKSPACE
from tests.chance import CountedIds, StillClock

HOST = TeamId(WORKSPACE)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
ZONES = {"C1": "Europe/Berlin", "C2": "America/New_York"}
PEOPLE = {
    "UHANS": (HOST, "Europe/Berlin"),
    "UHOPE": (HOST, "America/New_York"),
    "UBEN": (TeamId("T2"), "Europe/Berlin"),
    "UKEN": (TeamId("T3"), "Asia/Tokyo"),
    "UNED": (TeamId("T3"), "America/New_York"),
}
MEMBERS = {"C1": ("UHANS", "UBEN"), "C2": ("UHOPE", "UKEN", "UNED")}
SIDES = {HOST: "host", TeamId("T2"): "berlin", TeamId("T3"): "tokyo"}


@dataclass
class TimedRoom(FakeRoom):
    """Notes the hour at which each thing was seen first."""

    clock: StillClock = field(default_factory=StillClock)
    at: dict[str, datetime] = field(default_factory=dict)

    def deliver(self, key: str, person: PersonId, letter: Letter) -> bool:
        self.at.setdefault(key, self.clock.now())
        return super().deliver(key, person, letter)

    def call(
        self, key: str, channel: ChannelId, thread_ts: str, person: PersonId, letter: Letter
    ) -> None:
        self.at.setdefault(key, self.clock.now())
        super().call(key, channel, thread_ts, person, letter)

    def note(self, note: Note) -> None:
        self.at.setdefault(note.key, self.clock.now())
        super().note(note)

    def show_digest(self, key: str, digest: object) -> None:
        self.at.setdefault(key, self.clock.now())
        super().show_digest(key, digest)  # type: ignore[arg-type]


@dataclass
class Quarter:
    """What is owed, when it is done, and the room after everything has happened."""

    start: date
    seed: int
    off: frozenset[date] = frozenset()
    done_on: dict[tuple[str, str], date] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        self.end = self.start + timedelta(days=91)
        self.clock = StillClock(datetime.combine(self.start, datetime.min.time(), UTC))
        self.store = MemoryStore(CountedIds(), self.clock)
        self.room = TimedRoom(clock=self.clock)
        self.ran: set[str] = set()
        with self.store() as uow:
            for who, (team, zone) in PEOPLE.items():
                uow.directory.remember(Person(PersonId(who), who, team, timezone=zone))
            for channel, members in MEMBERS.items():
                here = [
                    Person(PersonId(m), m, PEOPLE[m][0], timezone=PEOPLE[m][1]) for m in members
                ]
                self.room.members[ChannelId(channel)] = here
                self.room.shared_by[ChannelId(channel)] = [
                    (team, SIDES[team]) for team in dict.fromkeys(p.team_id for p in here)
                ]
                uow.directory.remember_channel(ChannelId(channel), [p.id for p in here])
                uow.partnerships.save(self._partnership(channel))
            uow.preferences.keep(WORKSPACE, "C1-host", DaysOff(self.off))
            for channel in MEMBERS:
                uow.cases.add(self._case(channel))
            uow.commit()
        self.first = dict(self.store.tables.cases)

    def _partnership(self, channel: str) -> Partnership:
        teams = dict.fromkeys(PEOPLE[m][0] for m in MEMBERS[channel])
        sides = tuple(
            Side(SideId(f"{channel}-{SIDES[t]}"), SIDES[t], TradeRole.UNSAID, t) for t in teams
        )
        since = self.clock.now()
        members = tuple(
            Membership(PersonId(m), SideId(f"{channel}-{SIDES[PEOPLE[m][0]]}"), since)
            for m in MEMBERS[channel]
        )
        return Partnership(PartnershipId(channel), WORKSPACE, sides, (ChannelId(channel),), members)

    def _case(self, channel: str) -> Case:
        held = self._partnership(channel)
        now = self.clock.now()
        promises = tuple(self._promises(channel))
        signed = tuple(Signature(s.id, held.people_of(s.id)[0], now, "signed") for s in held.sides)
        review = self.start + timedelta(days=self.chance.randint(20, 60))
        text = Agreement(
            channel, f"Deal {channel}", (Settled("Target", "97 %"),), promises,
            signatures=signed, review_on=review,
        )  # fmt: skip
        issue = Issue(f"Deal {channel}", "", IssueKind.PRICE, Urgency.NORMAL, PersonId("U"), now)
        return Case(
            id=channel,
            number=int(channel[1]),
            workspace=WORKSPACE,
            partnership=held.id,
            channel=ChannelId(channel),
            thread_ts=f"{channel}.1",
            sides=held.sides,
            issue=issue,
            stage=Stage.AGREED,
            moved_at=now,
            agreement=text,
        )

    def _promises(self, channel: str) -> Iterator[Commitment]:
        """Some done in time, some late, some never; ten a partnership, on any day of the week."""
        for n in range(10):
            owner = PersonId(self.chance.choice(MEMBERS[channel]))
            side = SideId(f"{channel}-{SIDES[PEOPLE[owner][0]]}")
            due = self.start + timedelta(days=self.chance.randint(8, 75))
            late = self.chance.choice([-5, -1, 0, 1, 3, 8, None])
            if late is not None:
                self.done_on[channel, f"k{n}"] = due + timedelta(days=late)
            yield Commitment(f"k{n}", side, f"Promise {channel}/{n}", due, "", owner)

    def pass_by(self) -> "Quarter":
        """Every hour of it. Now and then a tick comes twice, and a job runs once more."""
        work = handlers(
            Workshop(
                WORKSPACE, self.store, self.room, ScriptedFacilitator(), self.clock, CountedIds()
            )
        )
        while self.clock.now().date() < self.end:
            self._do_what_is_done()
            for _ in range(2 if self.chance.random() < 0.1 else 1):
                come_round(workspace=WORKSPACE, store=self.store, clock=self.clock)
            while self.store.jobs:
                job = self.store.jobs.pop(0)
                if job.key not in self.ran:
                    self.ran.add(job.key)
                    for _ in range(2 if self.chance.random() < 0.2 else 1):
                        work[job.name](job.args)
            self.clock.forward(hours=1)
        return self

    def _do_what_is_done(self) -> None:
        """At noon, UTC, of its day each promise is done and confirmed."""
        now = self.clock.now()
        if now.hour != 12:
            return
        for (channel, key), day in self.done_on.items():
            if day == now.date():
                with self.store() as uow:
                    case = uow.cases.get(channel)
                    assert case.agreement is not None
                    held = case.agreement.commitment(key)
                    assert held is not None
                    done = held.done(by=held.owner, now=now)
                    agreement = case.agreement.with_commitment(done)
                    uow.cases.save(replace(case, agreement=agreement))
                    uow.commit()

    # What should come of it.

    def promises(self) -> Iterator[tuple[str, Commitment]]:
        for channel, case in self.first.items():
            assert case.agreement is not None
            for promise in case.agreement.commitments:
                yield channel, promise

    def is_open(self, channel: str, key: str, at: datetime) -> bool:
        day = self.done_on.get((channel, key))
        return day is None or at <= datetime.combine(day, datetime.min.time(), UTC) + 11 * HOUR

    def working(self, day: date, off: frozenset[date]) -> bool:
        return day.weekday() not in (5, 6) and day not in off

    def workdays(self, off: frozenset[date]) -> list[date]:
        days = (self.start - 30 * DAY + n * DAY for n in range(160))
        return [d for d in days if self.working(d, off)]

    def expected_reminders(self) -> set[tuple[str, datetime, str]]:
        """Who, when, and which words begin the line."""
        found: set[tuple[str, datetime, str]] = set()
        for channel, promise in self.promises():
            off = self.off if promise.side == "C1-host" else frozenset()
            if promise.owner == "UHANS":
                off = self.off
            for day, words in self._days_of(promise.due, off):
                at = self.nine(day, PEOPLE[promise.owner][1])
                if self.is_open(channel, promise.key, at) and at.date() < self.end:
                    found.add((promise.owner, at, f"{words}: {promise.what}"))
        return found

    def _days_of(self, due: date, off: frozenset[date]) -> list[tuple[date, str]]:
        days = self.workdays(off)
        upto = [d for d in days if d <= due]
        after = [d for d in days if d > due]
        short = f"{due:%a} {due.day} {due:%b}"
        on_the_day = "Due today" if upto[-1] == due else f"Due {short}"
        return [
            (upto[-3], f"Due {short}"), (upto[-1], on_the_day), (after[0], f"Was due {short}"),
        ]  # fmt: skip

    def expected_passed_on(self) -> set[tuple[str, datetime, str]]:
        found = set()
        for channel, promise in self.promises():
            off = self.off if channel == "C1" else frozenset()
            after = [d for d in self.workdays(off) if d > promise.due]
            at = self.nine(after[2], ZONES[channel])
            if self.is_open(channel, promise.key, at) and at.date() < self.end:
                found.add((channel, at, promise.what))
        return found

    def expected_reviews(self) -> set[tuple[str, datetime]]:
        found = set()
        for channel, case in self.first.items():
            assert case.agreement is not None
            off = self.off if channel == "C1" else frozenset()
            day = case.agreement.review_on
            assert day is not None
            found.add(
                (
                    channel,
                    self.nine(next(d for d in self.workdays(off) if d >= day), ZONES[channel]),
                )
            )
        return found

    def nine(self, day: date, zone: str) -> datetime:
        """Nine in the morning there, by counting hours rather than by asking for the time."""
        at = datetime.combine(day - DAY, datetime.min.time(), UTC)
        while (at.astimezone(ZoneInfo(zone)).date(), at.astimezone(ZoneInfo(zone)).hour) != (
            day,
            9,
        ):
            at += HOUR
        return at
