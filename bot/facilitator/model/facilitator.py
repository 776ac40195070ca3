"""The facilitator with a language model, and the built-in one behind it for every call."""

from collections.abc import Sequence

from bot.casework.asking import FollowUp, Offer, Seen, Stop, Then
from bot.casework.usage import Outcome
from bot.casework.words import Worded
from bot.facilitator.builtin.facilitator import BuiltinFacilitator
from bot.facilitator.builtin.thread import cut_down
from bot.facilitator.builtin.voice import Voice
from bot.facilitator.model import frame as frames
from bot.facilitator.model import intake as intakes
from bot.facilitator.model import look as looks
from bot.facilitator.model import terms as agendas
from bot.facilitator.model import trades as swaps
from bot.facilitator.model.caller import Caller, NotUsable
from bot.mediation.concerns import Concern
from bot.mediation.issues import Intake, IssueKind, Message
from bot.mediation.partner import NO_GROUND, Ground
from bot.mediation.people import Side, TradeRole
from bot.mediation.statements import Brief, CommonStatement
from bot.mediation.terms import Agenda, Exchange, Package, Reasons, Term, Trade

_WAITED = frozenset({Outcome.SLOW, Outcome.RATE_LIMITED, Outcome.UNREACHABLE})


class ModelFacilitator:
    """Honours `bot.casework.words.Facilitator`. Its inputs hold public text alone, by type.

    Where the model's answer cannot be used, the built-in facilitator's stands, with a notice. The
    statement alone is asked for a second time, so that a case stays within its few calls.
    Reasons, questions and terms by key are the built-in one's always: code writes them, and what
    one side has not sent yet goes to no model. Of trades a model words what stands around them.
    """

    def __init__(self, builtin: BuiltinFacilitator, caller: Caller) -> None:
        self._builtin = builtin
        self._caller = caller
        self._lexicons = [v.lexicon for v in builtin.voices]

    def intake(self, messages: Sequence[Message], *, raised_from: str) -> Worded[Intake]:
        own = self._builtin.intake(messages, raised_from=raised_from)
        if not any(m.text.strip() for m in messages):
            return own
        voice = self._builtin.voice_for([m.text for m in messages])
        kept = cut_down(messages, raised_from=raised_from, voice=voice)
        raised = next((m for m in kept if m.ts == raised_from), kept[-1])
        sources = intakes.sources_of(kept)
        try:
            value = self._caller.ask(
                "intake",
                intakes.prompt(kept, sources, raised, voice),
                intakes.SCHEMA,
                lambda content: intakes.read(
                    content,
                    builtin=own.value,
                    messages=kept,
                    raised=raised.text,
                    sources=sources,
                    voice=voice,
                    lexicons=self._lexicons,
                ),
                attempts=1,
            )
        except NotUsable as fault:
            return Worded(own.value, notice=_notice(fault.outcome, voice))
        return Worded(value, by_model=True)

    def outline(self, message: Message) -> Intake:
        return self._builtin.outline(message)

    def frame(self, brief: Brief) -> Worded[CommonStatement]:
        own = self._builtin.frame(brief).value
        if own.also:
            return Worded(own)  # a model's sentences would say the same in one language alone
        voice = self._builtin.voice_of(brief)
        sources = frames.sources_of(brief, voice)
        try:
            value = self._caller.ask(
                "frame",
                frames.prompt(brief, sources, voice),
                frames.SCHEMA,
                lambda content: frames.read(
                    content,
                    brief=brief,
                    builtin=own,
                    sources=sources,
                    voice=voice,
                    lexicons=self._lexicons,
                ),
            )
        except NotUsable as fault:
            return Worded(own, notice=_notice(fault.outcome, voice))
        return Worded(value, by_model=True)

    def suggest_terms(self, brief: Brief, common: CommonStatement | None) -> Worded[Agenda]:
        own = self._builtin.suggest_terms(brief, common).value
        if common is not None and common.also:
            return Worded(own)  # its numbers are read in the language of each side
        voice = self._builtin.voice_of(brief)
        sources = frames.sources_of(brief, voice)
        try:
            value = self._caller.ask(
                "terms",
                agendas.prompt(sources, voice.library),
                agendas.SCHEMA,
                lambda content: agendas.read(
                    content, brief=brief, builtin=own, sources=sources, voice=voice
                ),
                attempts=1,
            )
        except NotUsable as fault:
            return Worded(own, notice=_notice(fault.outcome, voice))
        return Worded(value, by_model=True)

    def reasons(
        self,
        agenda: Agenda,
        package: Package,
        sides: Sequence[Side],
        ground: Ground = NO_GROUND,
    ) -> Reasons:
        return self._builtin.reasons(agenda, package, sides, ground)

    def suggest_trades(
        self, text: str, *, asker: TradeRole, other: str, limit: int = 3
    ) -> tuple[Trade, ...]:
        return self._builtin.suggest_trades(text, asker=asker, other=other, limit=limit)

    def trades_between(
        self, terms: Sequence[Term], *, asker: TradeRole, other: str, limit: int = 3
    ) -> tuple[Trade, ...]:
        return self._builtin.trades_between(terms, asker=asker, other=other, limit=limit)

    def reword_trades(self, trades: Sequence[Trade]) -> Worded[tuple[Trade, ...]]:
        """Silent where the model's words do not hold: the first ones stand and are good."""
        if not any(t.gives for t in trades):
            return Worded(tuple(trades))
        voice = self._builtin.voice_for([t.words for t in trades])
        try:
            value = self._caller.ask(
                "trades",
                swaps.prompt(trades, voice),
                swaps.SCHEMA,
                lambda content: swaps.read(
                    content, trades=trades, voice=voice, lexicons=self._lexicons
                ),
            )
        except NotUsable:
            return Worded(tuple(trades))
        return Worded(value, by_model=True)

    def word_swaps(
        self, terms: Sequence[Term], exchanges: Sequence[Exchange], *, asker: TradeRole, other: str
    ) -> tuple[Trade, ...]:
        return self._builtin.word_swaps(terms, exchanges, asker=asker, other=other)

    def follow_ups(
        self, *, kind: IssueKind, happened: str, wants: str, why: str, known: str = ""
    ) -> tuple[FollowUp, ...]:
        return self._builtin.follow_ups(
            kind=kind, happened=happened, wants=wants, why=why, known=known
        )

    def spoken_in(self, text: str) -> str:
        return self._builtin.spoken_in(text)

    def may_say(self, why: str) -> Offer | None:
        return self._builtin.may_say(why)

    def look(
        self,
        text: str,
        *,
        person: str,
        sides: Sequence[str] = (),
        passed: frozenset[Concern] = frozenset(),
    ) -> Stop | None:
        return self._builtin.look(text, person=person, sides=sides, passed=passed)

    def look_closely(self, text: str, *, sides: Sequence[str]) -> Seen | None:
        """What the model sees in one side's own text. Silent where its answer does not hold: it is
        asked once, as much is found without it."""
        if not text.strip():
            return None
        try:
            return self._caller.ask(
                "look",
                looks.prompt(text, sides),
                looks.SCHEMA,
                lambda content: looks.read(content, text=text),
                attempts=1,
            )
        except NotUsable:
            return None

    def suspect(
        self, text: str, *, sides: Sequence[str], passed: frozenset[Concern] = frozenset()
    ) -> Seen | None:
        return self._builtin.suspect(text, sides=sides, passed=passed)

    def in_doubt(self, seen: Seen, *, person: str, text: str, then: Then) -> str:
        return self._builtin.in_doubt(seen, person=person, text=text, then=then)

    def term(self, key: str) -> Term | None:
        return self._builtin.term(key)


def _notice(outcome: Outcome, voice: Voice) -> str:
    if outcome is Outcome.OVER_BUDGET:
        return voice.phrases.say("notice_budget")
    return voice.phrases.say("notice_slow" if outcome in _WAITED else "notice_unusable")
