"""A partnership of two sides in a shared channel, ready to be played: `world = memory_world()`.

world.act(tell_side, TellSide(…), by=ANNA)   one use case in one transaction, then its jobs
world.case_at(Stage.RATING)                  a case brought that far by both sides
world.room, world.words                      what was shown, what the facilitator was given
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from bot.casework.answer_menu import AnswerMenu, answer_menu
from bot.casework.come_round import come_round
from bot.casework.frame import ConfirmPart, confirm_part
from bot.casework.jobs import Workshop, handlers
from bot.casework.learn_channel import learn_channel
from bot.casework.membership import Actor
from bot.casework.next_step import Opened, open_case
from bot.casework.ports import Job, Store
from bot.casework.preferences import Habits
from bot.casework.raise_issue import RaiseIssue, raise_issue, standing_case
from bot.casework.rate_terms import RateTerms, finish_rating, rate_terms
from bot.casework.set_agenda import SetAgenda, set_agenda
from bot.casework.shown import Origin
from bot.casework.sign import Sign, sign
from bot.casework.tell_side import TellSide, tell_side
from bot.casework.verdict import give_verdict
from bot.casework.words import Facilitator
from bot.mediation.case import Case
from bot.mediation.caucus import Caucus, Ratings, Reason
from bot.mediation.issues import IssueKind, Message, Urgency
from bot.mediation.people import (
    ChannelId,
    Partnership,
    Person,
    PersonId,
    Side,
    SideId,
    TeamId,
    TradeRole,
    WorkspaceKey,
)
from bot.mediation.stages import Stage
from storage import SqlStore, open_engine
from tests.casework.fakes import FakeRoom, ScriptedFacilitator
from tests.casework.memory import MemoryStore
from tests.chance import CountedIds, StillClock
from tests.storage.databases import Enqueued

T = TypeVar("T")

WORKSPACE = WorkspaceKey("T1")
CHANNEL = ChannelId("C1")
ACME, BOREALIS, ELSEWHERE = TeamId("T1"), TeamId("T2"), TeamId("T9")

ANNA = Actor(PersonId("UANNA"), ACME)
ALEX = Actor(PersonId("UALEX"), ACME)
BEN = Actor(PersonId("UBEN"), BOREALIS)
BEA = Actor(PersonId("UBEA"), BOREALIS)
GUEST = Actor(PersonId("UGUS"), ACME)
STRANGER = Actor(PersonId("USAM"), ELSEWHERE)

MESSAGE = Message(CHANNEL, "100.1", BEN.person, "Orders inside five days are fine with us.")
IN_THREAD = Origin(CHANNEL, "100.1", "100.1")

PEOPLE = (
    Person(ANNA.person, "Anna", ACME),
    Person(ALEX.person, "Alex", ACME),
    Person(BEN.person, "Ben", BOREALIS),
    Person(BEA.person, "Bea", BOREALIS),
    Person(GUEST.person, "Gus", ACME, is_guest=True),
)

BUYER_RATES = Ratings(matters=("otif", "forecast"))
SELLER_RATES = Ratings(matters=("payment", "forecast"))


@dataclass
class World:
    """One channel, its store, the room and the words; jobs run when they are asked to."""

    store: Store
    waiting: list[Job]
    room: FakeRoom = field(default_factory=FakeRoom)
    words: Facilitator = field(default_factory=ScriptedFacilitator)
    clock: StillClock = field(default_factory=StillClock)
    ids: CountedIds = field(default_factory=CountedIds)
    seen_keys: set[str] = field(default_factory=set)
    done: list[Job] = field(default_factory=list)

    # The room as it is before anything happens.

    def share(self, *teams: tuple[TeamId, str], people: tuple[Person, ...] = PEOPLE) -> None:
        """Both organisations are in the channel, and Parley has read who is there."""
        self.room.shared_by[CHANNEL] = list(teams or ((ACME, "Acme"), (BOREALIS, "Borealis")))
        self.room.members[CHANNEL] = list(people)
        self.room.threads[CHANNEL, "100.1"] = [MESSAGE]
        self.learn()
        self.run_jobs()

    def learn(self) -> Partnership:
        return learn_channel(
            CHANNEL, workspace=WORKSPACE, store=self.store, room=self.room, ids=self.ids
        )

    @property
    def partnership(self) -> Partnership:
        with self.store() as uow:
            found = uow.partnerships.of_channel(WORKSPACE, CHANNEL)
        assert found is not None
        return found

    # Doing things.

    def act(self, use_case: Callable[..., T], *args: Any, by: Actor, **more: Any) -> T:
        """One use case in one transaction, and then the jobs that it left."""
        result = self.commit(use_case, *args, by=by, **more)
        self.run_jobs()
        return result

    def commit(self, use_case: Callable[..., T], *args: Any, by: Actor, **more: Any) -> T:
        """One use case in one transaction; its jobs wait."""
        with self.store() as uow:
            result = use_case(*args, by, uow=uow, now=self.clock.now(), **more)
            uow.commit()
        return result

    def run_jobs(self) -> None:
        """Every job that waits and every one that comes of it, each key once."""
        work = handlers(self.workshop)
        while self.waiting:
            job = self.waiting.pop(0)
            if job.key in self.seen_keys:
                continue
            self.seen_keys.add(job.key)
            work[job.name](job.args)
            self.done.append(job)

    def run_again(self) -> None:
        """Every job once more, as after a crash between the work and its record."""
        work = handlers(self.workshop)
        for job in list(self.done):
            work[job.name](job.args)
        self.run_jobs()

    def sweep(self) -> None:
        """One tick of the clock, and what comes of it."""
        come_round(workspace=WORKSPACE, store=self.store, clock=self.clock)
        self.run_jobs()

    @property
    def workshop(self) -> Workshop:
        return Workshop(WORKSPACE, self.store, self.room, self.words, self.clock, self.ids)

    # Looking.

    def case(self, case_id: str) -> Case:
        with self.store() as uow:
            return uow.cases.get(case_id)

    def opened(self, case: Case, by: Actor) -> Opened:
        return self.commit(open_case, case.id, by=by)

    def caucus(self, case: Case, side: SideId) -> Caucus:
        with self.store() as uow:
            return uow.caucuses.get(case.id, side)

    def traces(self, case: Case) -> tuple[object, ...]:
        """What anybody could notice of what happens in a case."""
        return self.case(case.id), self.texts(case.id), list(self.room.shown), list(self.room.told)

    def texts(self, subject: str) -> list[str]:
        """The timeline's texts."""
        with self.store() as uow:
            return [item.text or "" for item in uow.timeline.of(subject)]

    # A case, step by step.

    def raise_case(self, by: Actor = ANNA, **changes: Any) -> Case:
        """A new case, beside those about the same message that are there."""
        with self.store() as uow:
            standing = standing_case(WORKSPACE, changes.get("origin", IN_THREAD), uow=uow)
        asked = RaiseIssue(
            workspace=WORKSPACE,
            origin=IN_THREAD,
            title="Late in May",
            happened="Three orders came late.",
            kind=IssueKind.LATE_DELIVERY,
            urgency=Urgency.NORMAL,
            trade_role=TradeRole.CUSTOMER if by in (ANNA, ALEX) else TradeRole.PROVIDER,
            beside=standing.number if standing else 0,
        )
        return self.act(raise_issue, replace(asked, **changes), by=by, ids=self.ids)

    def tell(self, case: Case, by: Actor, **changes: Any) -> Case:
        asked = TellSide(
            case_id=case.id,
            happened=f"{by.person} saw three late orders.",
            wants=f"{by.person} wants a plan.",
            why="",
            why_shared=False,
            private="",
            revision=self.opened(case, by).caucus.revision,
        )
        return self.act(tell_side, replace(asked, **changes), by=by)

    def confirm(self, case: Case, by: Actor, **changes: Any) -> Case:
        opened = self.opened(case, by)
        assert opened.case.common is not None
        said = opened.case.common.about(opened.side.id)
        asked = ConfirmPart(case.id, said.account, said.wants, said.needs)
        return self.act(confirm_part, replace(asked, **changes), by=by)

    def agree_terms(self, case: Case, by: Actor, **changes: Any) -> Case:
        agenda = self.case(case.id).agenda
        assert agenda is not None
        asked = SetAgenda(case.id, agenda.edition, agenda.terms)
        return self.act(set_agenda, replace(asked, **changes), by=by)

    def rate(self, case: Case, by: Actor, ratings: Ratings) -> None:
        """Rate, and leave the questions."""
        revision = self.opened(case, by).caucus.revision
        self.commit(rate_terms, RateTerms(case.id, ratings, revision), by=by)
        if self.case(case.id).stage is Stage.RATING:
            self.commit(finish_rating, case.id, by=by)
        self.run_jobs()

    def rate_at_once(self, case: Case, by: Actor) -> None:
        """The usual ratings, kept as the form would keep them but without working out a question,
        which takes the solver a tenth of a second."""
        with self.store() as uow:
            caucus = uow.caucuses.get(case.id, self.side(by).id)
            uow.caucuses.save(caucus.with_ratings(self.usual_ratings(by), by=by.person))
            uow.commit()
        self.act(finish_rating, case.id, by=by)

    def answer(self, case: Case, by: Actor, *could_sign: int, **changes: Any) -> None:
        held = self.case(case.id).round
        assert held is not None
        reason = None if could_sign else Reason.UNSAID
        asked = AnswerMenu(case.id, held.number, frozenset(could_sign), reason)
        self.act(answer_menu, replace(asked, **changes), by=by)

    def sign(self, case: Case, by: Actor, **changes: Any) -> Case:
        agreement = self.case(case.id).agreement
        assert agreement is not None
        asked = Sign(case.id, agreement.version, attested=True)
        return self.act(sign, replace(asked, **changes), by=by)

    def case_at(self, stage: Stage) -> Case:
        """A case that both sides have brought to this stage."""
        case = self.raise_case()
        steps: tuple[tuple[Stage, Callable[[Case, Actor], object]], ...] = (
            (Stage.CLARIFYING, self.tell),
            (Stage.CONFIRMING, self.confirm),
            (Stage.FRAMED, lambda c, a: a is ANNA and self.bargain(c, a)),
            (Stage.AGENDA, self.agree_terms),
            (Stage.RATING, self.rate_at_once),
            (Stage.PROPOSED, lambda c, a: self.answer(c, a, 0)),
            (Stage.SIGNING, self.sign),
        )
        for at, step in steps:
            if self.case(case.id).stage is stage:
                break
            assert self.case(case.id).stage is at, self.case(case.id).stage
            for person in (ANNA, BEN):
                step(case, person)
        found = self.case(case.id)
        assert found.stage is stage, found.stage
        return found

    def bargain(self, case: Case, by: Actor) -> Case:
        return self.act(give_verdict, case.id, by=by, settles=False)

    def settles(self, case: Case, by: Actor) -> Case:
        return self.act(give_verdict, case.id, by=by, settles=True)

    @staticmethod
    def usual_ratings(by: Actor) -> Ratings:
        return BUYER_RATES if by in (ANNA, ALEX) else SELLER_RATES

    def side(self, by: Actor) -> Side:
        return next(s for s in self.partnership.sides if s.team_id == by.team)


def on_record(store: Store, room: FakeRoom) -> None:
    """The thread's messages are kept, as if everybody had agreed to it."""
    with store() as uow:
        for message in room.thread(CHANNEL, "100.1"):
            uow.conversation.record(message, "100.1")
        uow.commit()


def memory_world(**parts: Any) -> World:
    """A world that forgets; shared by both sides."""
    ids, clock = CountedIds(), StillClock()
    store = MemoryStore(ids, clock)
    world = World(store, store.jobs, ids=ids, clock=clock, **parts)
    world.share()
    return world


def stored_world(url: str, **parts: Any) -> World:
    """A world on a migrated database."""
    ids, clock = CountedIds(), StillClock()
    enqueued = Enqueued()
    store = SqlStore(open_engine(url), enqueue=enqueued, ids=ids, clock=clock)
    world = World(store, enqueued.jobs, ids=ids, clock=clock, **parts)
    world.share()
    return world


def sqlite_world(path: Path, **parts: Any) -> World:
    """A world on a migrated SQLite file."""
    return stored_world(f"sqlite:///{path}", **parts)


def world_without_weeks() -> World:
    """Anna wants no week, so that every reminder is a message of its own."""
    made = memory_world()
    with made.store() as uow:
        uow.preferences.keep(WORKSPACE, ANNA.person, Habits(digest=False))
        uow.commit()
    return made
