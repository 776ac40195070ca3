"""Three months of two partnerships, hour by hour, from a fixed seed.

What is done when is laid down twice: as acts on the promises, and as what `expected` reckons with.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.casework.come_round import come_round
from bot.casework.jobs import Workshop, handlers
from bot.casework.preferences import DaysOff
from bot.mediation.agreement import Agreement, Settled, Signature
from bot.mediation.case import Case
from bot.mediation.changes import Change
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
from bot.mediation.rhythm import Every
from bot.mediation.stages import Stage
from tests.casework.expected import Owed, Span, noon
from tests.casework.fakes import ScriptedFacilitator
from tests.casework.memory import MemoryStore
from tests.casework.timed_room import TimedRoom
from tests.casework.world import WORKSPACE
from tests.chance import CountedIds, StillClock

HOST = TeamId(WORKSPACE)
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
Act = Callable[[Commitment, datetime], Commitment]
SIDES = {HOST: "host", TeamId("T2"): "berlin", TeamId("T3"): "tokyo"}


@dataclass
class Quarter:
    """What is owed, when it is done, and the room after everything has happened."""

    start: date
    seed: int
    off: frozenset[date] = frozenset()
    acts: dict[date, list[tuple[str, str, Act]]] = field(default_factory=dict)
    owed: list[Owed] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        self.end = self.start + timedelta(days=91)
        self.from_ = datetime.combine(self.start, datetime.min.time(), UTC)
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
        self.reviews = {
            c.channel: c.agreement.review_on
            for c in self.store.tables.cases.values()
            if c.agreement is not None
        }

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
        """Ten a partnership: most are kept once, in time, late or never; one is contested, one
        changed by both, one comes round. Some are confirmed."""
        for n in range(10):
            owner = self.chance.choice(MEMBERS[channel])
            self._key = (channel, f"k{n}")
            self._other = next(s for s in self._sides(channel) if s != self._side(channel, owner))
            make = {6: self._contested, 7: self._changed, 8: self._recurring}.get(n, self._plain)
            found = Commitment(
                f"k{n}",
                self._side(channel, owner),
                f"Promise {channel}/{n}",
                self.start + timedelta(days=self.chance.randint(8, 75)),
                "",
                PersonId(owner),
            )
            promise, owed = make(found)
            self.owed.append(owed)
            yield promise

    def _side(self, channel: str, person: str) -> SideId:
        return SideId(f"{channel}-{SIDES[PEOPLE[person][0]]}")

    def _sides(self, channel: str) -> list[SideId]:
        return list(dict.fromkeys(self._side(channel, m) for m in MEMBERS[channel]))

    def _on(self, day: date, act: Act) -> datetime:
        self.acts.setdefault(day, []).append((*self._key, act))
        return noon(day)

    def _done(self, promise: Commitment, day: date) -> datetime:
        return self._on(day, lambda c, now: c.done(by=promise.owner, now=now, on=now.date()))

    def _confirmed(self, day: date) -> datetime:
        side, by = self._other, PersonId("UX")
        return self._on(day, lambda c, now: c.confirmed(side=side, by=by, now=now))

    def _told(self, promise: Commitment, *spans: Span, **more: Any) -> Owed:
        what, owner = promise.what, promise.owner
        return Owed(*self._key, what, owner, promise.side, spans, **more)

    def _plain(self, promise: Commitment) -> tuple[Commitment, Owed]:
        late = self.chance.choice([-5, -1, 0, 1, 3, 8, None])
        confirmed = self.chance.random() < 0.6
        if late is None:
            return promise, self._told(promise, Span(promise.due, self.from_))
        day = promise.due + timedelta(days=late)
        done = self._done(promise, day)
        kept = self._confirmed(day + 2 * DAY) if confirmed else None
        span = Span(promise.due, self.from_, done)
        owed = self._told(
            promise,
            span,
            shown=((done, kept),),
            kept=(kept,) if kept else (),
            done=((done, promise.due),),
        )
        return promise, owed

    def _contested(self, promise: Commitment) -> tuple[Commitment, Owed]:
        """Done on its day, contested nine days after, done again and confirmed."""
        due = min(promise.due, self.start + 50 * DAY)
        promise, side = replace(promise, due=due), self._other
        first = self._done(promise, due)
        day = due + 9 * DAY
        missing = self._on(day, lambda c, now: c.contested(side=side, because="x", on=now.date()))
        again = self._done(promise, due + 20 * DAY)
        kept = self._confirmed(due + 22 * DAY)
        owed = self._told(
            promise,
            Span(due, self.from_, first),
            Span(due, missing, again, missing=day),
            shown=((first, missing), (again, kept)),
            kept=(kept,),
            done=((first, due), (again, due)),
        )
        return promise, owed

    def _changed(self, promise: Commitment) -> tuple[Commitment, Owed]:
        """Nine days before its day both sides agree on twelve more; then it is done on the day."""
        day, due, side = promise.due - 7 * DAY, promise.due + 12 * DAY, self._other
        wish = Change(promise.side, promise.owner, self.from_, promise.what, due)
        changed = self._on(day, lambda c, _: c.asked(wish).changed(side=side))
        done = self._done(promise, due)
        owed = self._told(
            promise,
            Span(promise.due, self.from_, changed),
            Span(due, changed, done),
            shown=((done, None),),
            done=((done, due),),
        )
        return promise, owed

    def _recurring(self, promise: Commitment) -> tuple[Commitment, Owed]:
        """Five Wednesdays, each time done on the day and confirmed on the next one."""
        first = next(d for n in range(10, 20) if (d := self.start + n * DAY).weekday() == 2)
        days = [first + 7 * n * DAY for n in range(5)]
        done = [self._done(promise, day) for day in days]
        kept = [self._confirmed(day + DAY) for day in days]
        since = [self.from_, *kept]
        owed = self._told(
            promise,
            *(Span(*held) for held in zip(days, since, done, strict=False)),
            shown=tuple(zip(done, kept, strict=True)),
            kept=tuple(kept),
            done=tuple(zip(done, days, strict=True)),
            recurs=True,
        )
        return replace(promise, due=first, every=Every.WEEK, until=days[-1]), owed

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
        """At noon, UTC, of its day."""
        now = self.clock.now()
        if now.hour != 12:
            return
        for channel, key, act in self.acts.get(now.date(), ()):
            with self.store() as uow:
                case = uow.cases.get(channel)
                assert case.agreement is not None
                held = case.agreement.commitment(key)
                assert held is not None
                agreement = case.agreement.with_commitment(act(held, now))
                uow.cases.save(replace(case, agreement=agreement))
                uow.commit()
