"""A room that remembers what it showed, and a facilitator that says what it was told to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from bot.casework.asking import FollowUp, Offer, Seen, Stop, Then
from bot.casework.digest import Digest
from bot.casework.files import MAX_FILE, FileRef
from bot.casework.ledger import Moment
from bot.casework.letters import Letter
from bot.casework.month import Month
from bot.casework.my_desk import Desk
from bot.casework.room import Note
from bot.casework.shown import Alone, Modal, Origin
from bot.casework.words import Worded
from bot.mediation.case import Case
from bot.mediation.clarification import Clarification
from bot.mediation.concerns import Concern
from bot.mediation.issues import GapKind, Intake, IssueKind, Message
from bot.mediation.partner import NO_GROUND, Ground
from bot.mediation.people import ChannelId, Person, PersonId, Side, SideId, TeamId, TradeRole
from bot.mediation.refusals import Unclear
from bot.mediation.statements import Brief, CommonStatement, SaidAbout
from bot.mediation.terms import Agenda, Exchange, Package, Reasons, Term, Trade

T = TypeVar("T")

TERMS = (
    Term(
        key="otif",
        name="On-time target",
        options=("95 %", "96 %", "97 %", "98 %"),
        today=0,
        wants_more=TradeRole.CUSTOMER,
        duty=TradeRole.PROVIDER,
        definition="order lines, by appointment date",
    ),
    Term(
        key="payment",
        name="Payment days",
        options=("30 days", "45 days", "60 days"),
        today=2,
        wants_more=TradeRole.CUSTOMER,
        duty=TradeRole.CUSTOMER,
    ),
    Term(
        key="forecast",
        name="Frozen forecast",
        options=("2 weeks", "4 weeks", "6 weeks"),
        today=0,
        wants_more=TradeRole.PROVIDER,
        duty=TradeRole.CUSTOMER,
    ),
    Term(
        key="grace",
        name="Grace orders a month",
        options=("none", "1", "2", "3"),
        wants_more=TradeRole.PROVIDER,
    ),
)


@dataclass
class FakeRoom:
    """Slack, as far as the use cases see it. Shown twice is seen once, as the port says."""

    members: dict[ChannelId, list[Person]] = field(default_factory=dict)
    shared_by: dict[ChannelId, list[tuple[TeamId, str]]] = field(default_factory=dict)
    threads: dict[tuple[ChannelId, str], list[Message]] = field(default_factory=dict)
    cards: dict[str, Case] = field(default_factory=dict)
    clarifications: dict[str, Clarification] = field(default_factory=dict)
    notes: dict[str, Note] = field(default_factory=dict)
    told: list[tuple[ChannelId, PersonId, str]] = field(default_factory=list)
    modals: dict[str, Modal] = field(default_factory=dict)
    closed_modals: set[str] = field(default_factory=set)
    files: dict[str, bytes | Exception] = field(default_factory=dict)
    files_shown: dict[str, tuple[str, FileRef, str]] = field(default_factory=dict)
    digests: dict[str, Digest] = field(default_factory=dict)
    letters: dict[str, tuple[PersonId, Letter]] = field(default_factory=dict)
    calls: dict[str, tuple[ChannelId, PersonId, Letter]] = field(default_factory=dict)
    closed_to: set[PersonId] = field(default_factory=set)
    asked_fair: list[tuple[str, PersonId, Moment]] = field(default_factory=list)
    months: dict[str, Month] = field(default_factory=dict)
    ways_in: dict[str, Origin] = field(default_factory=dict)
    offered: dict[str, Case | None] = field(default_factory=dict)
    homes: dict[PersonId, Desk] = field(default_factory=dict)
    other_parleys: dict[ChannelId, str] = field(default_factory=dict)
    desks: set[ChannelId] = field(default_factory=set)
    begun: list[Origin] = field(default_factory=list)
    prompted: list[ChannelId] = field(default_factory=list)
    answers: dict[str, Alone] = field(default_factory=dict)
    said_alone: dict[str, tuple[PersonId, str]] = field(default_factory=dict)
    shown: list[object] = field(default_factory=list)
    """Everything that was ever put before the channel, the newest last."""

    def show_case(self, case: Case) -> None:
        held = self.cards.get(case.id)
        if held is None or held.version <= case.version:
            self.cards[case.id] = case
            self.shown.append(case)

    def show_clarification(self, clarification: Clarification) -> None:
        self.clarifications[clarification.id] = clarification
        self.shown.append(clarification)

    def note(self, note: Note) -> None:
        if note.key not in self.notes:
            self.notes[note.key] = note
            self.shown.append(note)

    def show_digest(self, key: str, digest: Digest) -> None:
        if key not in self.digests:
            self.digests[key] = digest
            self.shown.append(digest)

    def other_parley(self, channel: ChannelId) -> str:
        return self.other_parleys.get(channel, "")

    def pin_desk(self, channel: ChannelId, turn: int, language: str) -> None:
        self.desks.add(channel)

    def clear_desk(self, channel: ChannelId, text: str, turn: int) -> None:
        self.desks.discard(channel)

    def deliver(self, key: str, person: PersonId, letter: Letter) -> bool:
        if person in self.closed_to:
            return False
        self.letters.setdefault(key, (person, letter))
        return True

    def call(
        self, key: str, channel: ChannelId, thread_ts: str, person: PersonId, letter: Letter
    ) -> None:
        if key not in self.calls:
            self.calls[key] = (channel, person, letter)
            self.shown.append((channel, person, letter))

    def ask_fair(self, case: Case, person: PersonId, moment: Moment, language: str) -> None:
        self.asked_fair.append((case.id, person, moment))

    def show_month(self, key: str, month: Month) -> None:
        self.months.setdefault(key, month)

    def offer_ways_in(
        self, key: str, origin: Origin, *, to: PersonId, language: str, case: Case | None = None
    ) -> None:
        self.ways_in[key] = origin
        self.offered[key] = case

    def show_home(self, person: PersonId, desk: Desk, page: int) -> None:
        self.homes[person] = desk

    def begin_answer(self, origin: Origin) -> None:
        self.begun.append(origin)

    def suggest_prompts(self, channel: ChannelId) -> None:
        self.prompted.append(channel)

    def answer_direct(self, key: str, origin: Origin, answer: Alone) -> None:
        self.answers[key] = answer

    def better_answer(self, key: str, origin: Origin, answer: Alone) -> None:
        assert key in self.answers, "an answer is bettered once it stands"
        self.answers[key] = answer

    def tell(self, channel: ChannelId, person: PersonId, text: str) -> None:
        self.told.append((channel, person, text))

    def say_alone(self, key: str, person: PersonId, text: str) -> None:
        self.said_alone.setdefault(key, (person, text))

    def show_modal(self, view_id: str, modal: Modal, *, after_answer: bool = False) -> bool:
        if view_id in self.closed_modals:
            return False
        self.modals[view_id] = modal
        return True

    def file(self, file: FileRef, *, at_most: int) -> bytes:
        held = self.files[file.id]
        if isinstance(held, Exception):
            raise held
        if len(held) > at_most:
            raise Unclear("rows", "The file is too large.")
        return held

    def share_file(
        self, key: str, channel: ChannelId, thread_ts: str, file: FileRef, text: str
    ) -> str:
        self.file(file, at_most=MAX_FILE)
        self.files_shown[key] = (thread_ts, file, text)
        return f"https://files.example/{file.id}"

    def thread(self, channel: ChannelId, ts: str) -> tuple[Message, ...]:
        return tuple(self.threads.get((channel, ts), ()))

    def people(self, channel: ChannelId) -> tuple[Person, ...]:
        return tuple(p for p in self.members.get(channel, ()) if not p.is_bot)

    def teams(self, channel: ChannelId) -> tuple[tuple[TeamId, str], ...]:
        return tuple(self.shared_by.get(channel, ()))

    def note_texts(self) -> list[str]:
        return [note.text for note in self.notes.values()]


@dataclass
class ScriptedFacilitator:
    """Words by rote. Keeps everything it was given, so that a test can look for what must not
    be there. by_model and notice are what it says about itself."""

    terms: tuple[Term, ...] = TERMS
    by_model: bool = False
    notice: str = ""
    gap: GapKind = GapKind.INTEREST
    heard: list[object] = field(default_factory=list)
    questions: tuple[FollowUp, ...] = ()
    keeps_out: Mapping[Concern, str] = field(default_factory=dict)
    doubts: Mapping[Concern, str] = field(default_factory=dict)
    suspects: Mapping[Concern, str] = field(default_factory=dict)

    def intake(self, messages: Sequence[Message], *, raised_from: str) -> Worded[Intake]:
        self.heard.extend(messages)
        chosen = next(m for m in messages if m.ts == raised_from)
        return self._worded(Intake(chosen.text[:80], chosen.text, IssueKind.LATE_DELIVERY))

    def outline(self, message: Message) -> Intake:
        return Intake("A matter of 5 days", "", IssueKind.LATE_DELIVERY)

    def frame(self, brief: Brief) -> Worded[CommonStatement]:
        self.heard.append(brief)
        said = tuple(
            SaidAbout(SideId(s.side), account=s.happened, wants=s.wants, needs=s.why)
            for s in brief.statements
        )
        return self._worded(
            CommonStatement(
                agreed=("Three orders came late.",),
                disputed=(" / ".join(s.wants for s in brief.statements),),
                understood_differently=(),
                said=said,
                gap=self.gap,
                question="What would make the next quarter work?",
            )
        )

    def suggest_terms(self, brief: Brief, common: CommonStatement | None) -> Worded[Agenda]:
        self.heard.extend([brief, common])
        return self._worded(Agenda(self.terms))

    def reasons(
        self,
        agenda: Agenda,
        package: Package,
        sides: Sequence[Side],
        ground: Ground = NO_GROUND,
    ) -> Reasons:
        self.heard.extend([agenda, package])
        words = ", ".join(agenda.labels(package))
        return Reasons(
            {s.id: f"gives {words}" for s in sides}, {s.id: f"gets {words}" for s in sides}
        )

    def suggest_trades(
        self, text: str, *, asker: TradeRole, other: str, limit: int = 3
    ) -> tuple[Trade, ...]:
        self.heard.append(text)
        trade = Trade("payment", "forecast", f"costs {asker}", f"helps {other}", f"About {text}")
        return (trade,) * min(limit, 1)

    def spoken_in(self, text: str) -> str:
        return "es" if "¿" in text else "en"

    def trades_between(
        self, terms: Sequence[Term], *, asker: TradeRole, other: str, limit: int = 3
    ) -> tuple[Trade, ...]:
        names = ", ".join(f"{t.name} from {t.today}" for t in terms)
        trade = Trade("payment", "forecast", f"costs {asker}", f"helps {other}", names)
        return (trade,) * min(limit, len(terms))

    def reword_trades(self, trades: Sequence[Trade]) -> Worded[tuple[Trade, ...]]:
        if not self.by_model:
            return self._worded(tuple(trades))
        return self._worded(tuple(replace(t, words=f"Better: {t.words}") for t in trades))

    def word_swaps(
        self, terms: Sequence[Term], exchanges: Sequence[Exchange], *, asker: TradeRole, other: str
    ) -> tuple[Trade, ...]:
        return tuple(
            Trade(
                terms[give].options[given],
                terms[get].options[got],
                f"costs {asker}",
                f"helps {other}",
                f"{terms[give].name} for {terms[get].name}",
            )
            for (get, got), (give, given) in exchanges
        )

    def follow_ups(
        self, *, kind: IssueKind, happened: str, wants: str, why: str, known: str = ""
    ) -> tuple[FollowUp, ...]:
        return self.questions

    def may_say(self, why: str) -> Offer | None:
        return Offer("May I say that a plan matters to you?", "A plan matters to us.")

    def look(
        self,
        text: str,
        *,
        person: str,
        sides: Sequence[str] = (),
        passed: frozenset[Concern] = frozenset(),
    ) -> Stop | None:
        for concern, words in self.keeps_out.items():
            if words in text and concern not in passed:
                return Stop(concern, f"Please speak with {person or 'somebody'}.", words)
        return None

    def look_closely(self, text: str, *, sides: Sequence[str]) -> Seen | None:
        self.heard.append(("look", text))
        found = ((c, words) for c, words in self.doubts.items() if words in text)
        return next((Seen(c, words) for c, words in found), None)

    def suspect(
        self, text: str, *, sides: Sequence[str], passed: frozenset[Concern] = frozenset()
    ) -> Seen | None:
        self.heard.append(("suspect", tuple(sides)))
        found = ((c, words) for c, words in self.suspects.items() if words in text)
        return next((Seen(c, words) for c, words in found if c not in passed), None)

    def in_doubt(self, seen: Seen, *, person: str, text: str, then: Then) -> str:
        return f"{seen.concern}: {seen.words} ({person}) {then}"

    def term(self, key: str) -> Term | None:
        return next((t for t in self.terms if t.key == key), None)

    def _worded(self, value: T) -> Worded[T]:
        return Worded(value, by_model=self.by_model, notice=self.notice)
