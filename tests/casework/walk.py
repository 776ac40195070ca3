"""Small cases played at random, with a canary in everything that a side tells in private."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field, is_dataclass
from typing import TypeVar

from bot.casework.answer_menu import AnswerMenu, answer_menu
from bot.casework.clarify import OpenClarification, add_line, open_clarification
from bot.casework.digest import digest
from bot.casework.follow_up import mark_done
from bot.casework.ledger import Felt, Going, Moment
from bot.casework.list_cases import list_cases
from bot.casework.look_closely import with_doubt
from bot.casework.may_say import with_offer
from bot.casework.membership import Actor
from bot.casework.my_desk import my_desk
from bot.casework.my_week import my_week
from bot.casework.next_step import Step
from bot.casework.own_answers import own_answers
from bot.casework.propose import sweep
from bot.casework.rate_terms import ask_to_look, finish_rating
from bot.casework.suggest_trades import prepare_trades
from bot.casework.take_pulse import take_pulse
from bot.casework.verdict import withdraw
from bot.casework.was_it_fair import was_it_fair
from bot.mediation.case import Case
from bot.mediation.caucus import Choice, Preference, PrivateText, Ratings, Reason, Wish
from bot.mediation.concerns import Concern
from bot.mediation.refusals import Refusal
from bot.mediation.terms import Term
from bot.mediation.wall import VAULT, reveal
from tests.casework.fakes import TERMS, ScriptedFacilitator
from tests.casework.memory import MemoryStore
from tests.casework.world import (
    ALEX,
    ANNA,
    BEA,
    BEN,
    CHANNEL,
    IN_THREAD,
    WORKSPACE,
    World,
    memory_world,
    on_record,
)

T = TypeVar("T")
U = TypeVar("U")

SMALL: tuple[Term, ...] = TERMS[:2]
PRIVATE = ("caucuses", "lines", "felt", "pulses")
"""The tables of what one side tells alone. All others are searched for what must not be there."""

STEPS = 24
DOUBTFUL = "or we know where to find you"
PEOPLE = {"a": (ANNA, ALEX), "b": (BEN, BEA)}


@dataclass
class Walk:
    """One case, played step by step by chance. `words` is what canaries are made of."""

    seed: int
    words: str = "canary"
    facilitator: ScriptedFacilitator = field(
        default_factory=lambda: ScriptedFacilitator(terms=SMALL)
    )
    world: World = field(init=False)
    case: Case = field(init=False)
    quietly: dict[str, random.Random] = field(init=False)
    """Chooses what a side tells that moves nothing: other words, other choices."""
    changed: str = ""
    """The side whose private words are others, if there is one."""
    told: dict[str, list[str]] = field(default_factory=lambda: {"a": [], "b": []})
    steps: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        self.quietly = {s: random.Random(f"{self.seed} {self.words_of(s)}") for s in PEOPLE}
        self.facilitator.doubts = {Concern.THREAT: DOUBTFUL}
        self.world = memory_world(words=self.facilitator)
        self.case = self.world.raise_case()

    def words_of(self, side: str) -> str:
        return f"otherwise-{self.words}" if side == self.changed else self.words

    def secret(self, side: str, what: str) -> str:
        """Private words of a side, to be found again wherever they may turn up."""
        text = f"{self.words_of(side)}-{side}-{what}-{len(self.told[side])}"
        self.told[side].append(text)
        return text

    def play(self) -> "Walk":
        self.clarify()
        for _ in range(STEPS):
            if self.world.case(self.case.id).is_over:
                break
            side = self.chance.choice("ab")
            by = self.chance.choice(PEOPLE[side])
            try:
                self.step(side, by)
            except Refusal as refusal:
                self.steps.append(type(refusal).__name__)
        return self

    def clarify(self) -> None:
        """The first line alone: the second comes with the case, or never."""
        world = self.world
        on_record(world.store, world.room)
        asked = OpenClarification(WORKSPACE, IN_THREAD, self.secret("a", "line"))
        opened = world.act(open_clarification, asked, by=ANNA, ids=world.ids)
        if self.chance.random() < 0.3:
            world.act(add_line, opened.id, self.secret("a", "line"), by=ALEX)

    def step(self, side: str, by: Actor) -> None:
        opened = self.world.opened(self.case, by)
        self.steps.append(opened.step)
        rare = self.chance.random()
        if rare < 0.02:
            self.world.act(withdraw, self.case.id, by=by)
        elif rare < 0.08:
            self.world.clock.forward(days=2)
            sweep(store=self.world.store, clock=self.world.clock)
            self.world.run_jobs()
        else:
            self.do(opened.step, side, by)

    def do(self, step: str, side: str, by: Actor) -> None:
        world, case, chance = self.world, self.case, self.chance
        if step == Step.TELL:
            shared = chance.random() < 0.3
            why = "open reason" if shared else self.secret(side, "why")
            private = self.secret(side, "private")
            happened = (
                f"Three came late {DOUBTFUL}." if chance.random() < 0.2 else "Three came late."
            )
            told = {"happened": happened, "why": why, "why_shared": shared, "private": private}
            world.tell(case, by, **told)
        elif step == Step.CONFIRM:
            world.confirm(case, by)
        elif step == Step.VERDICT:
            world.bargain(case, by) if chance.random() < 0.8 else world.settles(case, by)
        elif step == Step.AGENDA:
            world.agree_terms(case, by)
        elif step == Step.RATE:
            self.rate(side, by)
        elif step == Step.ANSWER:
            self.answer(side, by)
        elif step == Step.SIGN:
            world.sign(case, by)
        elif step == Step.FOLLOW:
            agreement = world.case(case.id).agreement
            assert agreement is not None
            quietly = self.quietly[side]
            felt = quietly.choice(list(Felt))
            world.act(was_it_fair, case.id, Moment.SIGNED, felt, by=by)
            world.act(take_pulse, case.partnership, quietly.choice(list(Going)), by=by)
            world.act(mark_done, case.id, chance.choice(agreement.commitments).key, by=by)

    def rate(self, side: str, by: Actor) -> None:
        own = self.world.side(by).id
        with self.world.store() as uow:
            caucus = uow.caucuses.get(self.case.id, own)
            at = self.world.clock.now()
            uow.caucuses.save(caucus.with_ratings(self.ratings(), by=by.person, at=at))
            uow.commit()
        if self.quietly[side].random() < 0.5:
            self.world.act(ask_to_look, self.case.id, by=by)
        self.world.act(finish_rating, self.case.id, by=by)

    def ratings(self) -> Ratings:
        """The order of the terms, and now and then everything else that a form can say."""
        chance, keys = self.chance, [t.key for t in SMALL]
        chance.shuffle(keys)

        def some(held: dict[T, U]) -> dict[T, U]:
            return held if chance.random() < 0.2 else {}

        packages = [tuple(chance.randrange(len(t.options)) for t in SMALL) for _ in range(2)]
        tap = Preference(packages[0], packages[1], chance.choice(list(Choice)))
        return Ratings(
            matters=tuple(keys),
            wishes=some({keys[0]: chance.choice(list(Wish))}),
            nevers=frozenset(some({(keys[0], 1): 0})),
            importance=some({key: chance.randrange(11) for key in keys}),
            stars=some({(keys[1], 0): chance.randint(1, 5)}),
            preferences=(tap,) if chance.random() < 0.2 else (),
            way_out=some({keys[1]: 1}),
        )

    def answer(self, side: str, by: Actor) -> None:
        held = self.world.case(self.case.id).round
        assert held is not None
        likes = frozenset(i for i in range(len(held.offers)) if self.chance.random() < 0.4)
        request = AnswerMenu(
            self.case.id,
            held.number,
            likes,
            reason=None if likes else self.chance.choice([Reason.TOO_MUCH, Reason.TOO_LITTLE]),
            term=None if likes else self.chance.choice([t.key for t in SMALL]),
            remark=self.secret(side, "remark"),
        )
        self.world.act(answer_menu, request, by=by)

    # What can be seen.

    def seen_by_all(self) -> str:
        """Everything in the channel, in what is stored openly, in prompts, in jobs."""
        world = self.world
        with world.store() as uow:
            week = digest(WORKSPACE, CHANNEL, uow=uow, now=world.clock.now())
        assert isinstance(world.words, ScriptedFacilitator)
        assert isinstance(world.store, MemoryStore)
        tables = world.store.tables
        public = (
            {n: held for n, held in vars(world.room).items() if n != "modals"},
            {n: getattr(tables, n) for n in tables.__slots__ if n not in PRIVATE},
            week,
            world.words.heard,
            world.done,
        )
        return _in_full(public)

    def seen_by(self, side: str) -> str:
        """Everything that one side's people can open for themselves."""
        world, views = self.world, list[object]()
        for by in PEOPLE[side]:
            prepare_trades(
                "V", IN_THREAD, by, case_id=self.case.id, workspace=WORKSPACE, store=world.store,
                room=world.room, facilitator=world.words, clock=world.clock,
            )  # fmt: skip
            opened = world.opened(self.case, by)
            with world.store() as uow:
                now = world.clock.now()
                views += [
                    world.room.modals["V"],
                    with_offer(opened, inquirer=world.words),
                    with_doubt(opened, by, watch=world.words, uow=uow),
                    my_desk(WORKSPACE, by, uow=uow, now=now),
                    own_answers(WORKSPACE, by, uow=uow),
                    my_week(WORKSPACE, by, uow=uow, now=now),
                    list_cases(WORKSPACE, CHANNEL, uow=uow),
                ]
        return _in_full(views)

    def private(self) -> tuple[object, ...]:
        """All that stands anywhere for one side alone."""
        assert isinstance(self.world.store, MemoryStore)
        tables = self.world.store.tables
        return tuple(value for name in PRIVATE for value in getattr(tables, name).values())


def _in_full(value: object) -> str:
    """Every text inside a value, private texts in the open too: nothing hides from this."""
    if isinstance(value, PrivateText):
        return reveal(value, to=VAULT)
    if isinstance(value, str | int | float | None):
        return str(value)
    if is_dataclass(value) and not isinstance(value, type):
        return "\n".join([_in_full(getattr(value, n)) for n in value.__dataclass_fields__])
    if isinstance(value, Mapping):
        return "\n".join([_in_full(item) for pair in value.items() for item in pair])
    if isinstance(value, tuple | list | set | frozenset):
        return "\n".join(sorted([_in_full(item) for item in value]))
    return str(value)
