"""The facilitator that is always there: rules, templates and the library. No network, no chance."""

from collections.abc import Mapping, Sequence

from bot.casework.asking import FollowUp, Offer, Seen, Stop, Then
from bot.casework.words import Worded
from bot.facilitator.builtin import agenda as agendas
from bot.facilitator.builtin import follow_ups as questions
from bot.facilitator.builtin import intake as intakes
from bot.facilitator.builtin import reasons as grounds
from bot.facilitator.builtin import tongues
from bot.facilitator.builtin import trades as swaps
from bot.facilitator.builtin.conditions import with_conditions
from bot.facilitator.builtin.voice import Voice, voice
from bot.facilitator.library import Library
from bot.facilitator.reading.language import clearly_not, is_spoken, language_of
from bot.facilitator.reading.lexicon import LANGUAGES
from bot.facilitator.watch import CarefulWatch, asked_about
from bot.mediation.concerns import Concern
from bot.mediation.issues import Intake, IssueKind, Message
from bot.mediation.partner import NO_GROUND, Ground
from bot.mediation.people import Side, TradeRole
from bot.mediation.statements import Brief, CommonStatement
from bot.mediation.terms import Agenda, Exchange, Package, Reasons, Term, Trade


class BuiltinFacilitator:
    """Honours `bot.casework.words.Facilitator` in every language that has its files."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._watch = CarefulWatch()
        self._voices: Mapping[str, Voice] = {
            x: voice(x, library, self._watch.lists) for x in LANGUAGES
        }

    def intake(self, messages: Sequence[Message], *, raised_from: str) -> Worded[Intake]:
        speaks = self._voice_of_thread(messages, raised_from)
        return Worded(intakes.intake(messages, raised_from=raised_from, voice=speaks))

    def outline(self, message: Message) -> Intake:
        return intakes.outline(message, voice=self.voice_for([message.text]))

    def frame(self, brief: Brief) -> Worded[CommonStatement]:
        framed = tongues.frame(brief, self.voice_of(brief), self.voices)
        written = [" ".join((s.happened, s.wants, s.why)) for s in brief.statements]
        if all(map(is_spoken, written)):
            return Worded(framed)
        notice = self._voices[framed.language].phrases.say("notice_not_spoken")
        return Worded(framed, notice=notice)

    def suggest_terms(self, brief: Brief, common: CommonStatement | None) -> Worded[Agenda]:
        main = self.voice_of(brief)
        own = tongues.voices_of(brief, main, self.voices)
        return Worded(with_conditions(agendas.suggest(brief, common, main, own), main))

    def reasons(
        self,
        agenda: Agenda,
        package: Package,
        sides: Sequence[Side],
        ground: Ground = NO_GROUND,
    ) -> Reasons:
        return grounds.reasons(agenda, package, sides, self._voice_in(agenda.terms), ground)

    def suggest_trades(
        self, text: str, *, asker: TradeRole, other: str, limit: int = 3
    ) -> tuple[Trade, ...]:
        speaks = self.voice_for([text])
        other = other or speaks.phrases.say("other_side")
        return swaps.suggest_trades(text, asker=asker, other=other, limit=limit, voice=speaks)

    def trades_between(
        self, terms: Sequence[Term], *, asker: TradeRole, other: str, limit: int = 3
    ) -> tuple[Trade, ...]:
        speaks = self._voice_in(terms)
        other = other or speaks.phrases.say("other_side")
        return swaps.trades_on_the_table(terms, asker=asker, other=other, limit=limit, voice=speaks)

    def reword_trades(self, trades: Sequence[Trade]) -> Worded[tuple[Trade, ...]]:
        return Worded(tuple(trades))

    def word_swaps(
        self, terms: Sequence[Term], exchanges: Sequence[Exchange], *, asker: TradeRole, other: str
    ) -> tuple[Trade, ...]:
        speaks = self._voice_in(terms)
        other = other or speaks.phrases.say("other_side")
        return swaps.word_swaps(terms, exchanges, asker=asker, other=other, voice=speaks)

    def follow_ups(
        self, *, kind: IssueKind, happened: str, wants: str, why: str, known: str = ""
    ) -> tuple[FollowUp, ...]:
        """Honours `bot.casework.asking.Inquirer`: for the side that wrote this, and no other."""
        speaks = self.voice_for([happened, wants, why])
        return questions.follow_ups(
            kind, happened=happened, wants=wants, why=why, known=known, voice=speaks
        )

    def may_say(self, why: str) -> Offer | None:
        return questions.may_say(why, self.voice_for([why]))

    def look(
        self,
        text: str,
        *,
        person: str,
        sides: Sequence[str] = (),
        passed: frozenset[Concern] = frozenset(),
    ) -> Stop | None:
        return self._watch.look(text, person=person, sides=sides, passed=passed)

    def look_closely(self, text: str, *, sides: Sequence[str]) -> Seen | None:
        """Nothing: what lists can see they have seen before anything was kept."""
        return None

    def suspect(
        self, text: str, *, sides: Sequence[str], passed: frozenset[Concern] = frozenset()
    ) -> Seen | None:
        return self._watch.suspect(text, sides=sides, passed=passed)

    def in_doubt(self, seen: Seen, *, person: str, text: str, then: Then) -> str:
        return asked_about(seen, person=person, language=self.spoken_in(text), then=then)

    def spoken_in(self, text: str) -> str:
        return self.voice_for([text]).language

    def term(self, key: str) -> Term | None:
        entry = self._library.entries.get(key)
        return entry.as_term() if entry else None

    @property
    def voices(self) -> tuple[Voice, ...]:
        return tuple(self._voices.values())

    def voice_of(self, brief: Brief) -> Voice:
        """The language of what the sides wrote; where they differ, that of the issue's first words.

        Those come from whoever raised it, and both sides have them on the card from the start.
        """
        written = [t for s in brief.statements for t in (s.happened, s.wants, s.why)]
        if len(tongues.languages_of(brief, self.voices)) > 1:
            return self.voice_for([brief.title, brief.happened.partition("\n")[0]])
        return self.voice_for(written or [brief.title, brief.happened])

    def _voice_of_thread(self, messages: Sequence[Message], raised_from: str) -> Voice:
        """The thread's language, or that of the message it was raised from if clearly another."""
        most = self.voice_for([m.text for m in messages])
        raised = " ".join(m.text for m in messages if m.ts == raised_from)
        differs = clearly_not(most.language, raised, [v.lexicon for v in self.voices])
        return self.voice_for([raised]) if differs else most

    def voice_for(self, texts: Sequence[str]) -> Voice:
        """The language that the texts are in."""
        lexicons = [v.lexicon for v in self._voices.values()]
        return self._voices[language_of(texts, lexicons)]

    def _voice_in(self, terms: Sequence[Term]) -> Voice:
        """The language that the terms on the table are named in."""
        names = {t.key: t.name for t in terms}

        def named_in(v: Voice) -> int:
            return sum(
                v.library.entries[k].name == n for k, n in names.items() if k in v.library.entries
            )

        return max(self._voices.values(), key=named_in)
