"""The one question that a common statement ends with, and what would answer it."""

from collections.abc import Sequence

from bot.facilitator.builtin.compare import shared_figures
from bot.facilitator.builtin.differences import Comparison, DiffersInDay
from bot.facilitator.builtin.naming import in_text, kind_in, lowered, topic_in_text
from bot.facilitator.builtin.voice import Voice
from bot.facilitator.library import Entry
from bot.facilitator.reading.sentences import as_sentence
from bot.facilitator.reading.topics import Standing
from bot.mediation.issues import GapKind
from bot.mediation.statements import Brief


def open_question(gap: GapKind, spoken: Sequence[Entry], seen: Comparison, voice: Voice) -> str:
    """`spoken` are the terms that the texts speak of, the most spoken of first."""
    say = voice.phrases.say
    if gap is GapKind.INTERPRETATION:
        if not seen.readings:
            return say("question_meant")
        first = seen.readings[0]
        return say("question_reading", subject=first.contrast.subject, a=first.ours, b=first.theirs)
    if gap is GapKind.FACT:
        return _question_of_fact(seen, voice)
    if gap is GapKind.VALUE:
        return say("question_value")
    if gap is GapKind.RECOGNITION:
        return say("question_recognition")
    names = list(dict.fromkeys(topic_in_text(e) for e in spoken))[:3]
    if len(names) < 2:
        common = next((e for e in spoken if _all_speak_of(e, seen, voice)), None)
        return say("question_term", term=topic_in_text(common)) if common else say("question_needs")
    return say("question_interest", terms=voice.phrases.listed(names))


def settlement(gap: GapKind, brief: Brief, seen: Comparison, voice: Voice) -> str:
    """What would answer the question, for a gap of fact or interpretation; "" for others."""
    say = voice.phrases.say
    if gap is GapKind.INTERPRETATION:
        if not seen.readings:
            return say("settle_meant")
        if not seen.figures:
            return say("settle_reading")
        return say("settle_reading_count", evidence=lowered(say(f"evidence_{kind_in(brief)}")))
    if gap is not GapKind.FACT:
        return ""
    if seen.amounts:
        return as_sentence(say("settle_amount", paper=lowered(seen.amounts[0].paper)))
    evidence = say(f"evidence_{kind_in(brief)}")
    if not seen.differs_in_fact:
        return say("settle_told", evidence=evidence)
    first = seen.figures[0] if seen.figures else None
    if first is None or first.entry is None:
        return say("settle_count", evidence=evidence)
    if first.standing is not Standing.HAPPENED:
        return say("settle_agreed", topic=in_text(first.entry))
    if first.entry.mismatch:
        mismatch = as_sentence(first.entry.mismatch)
        return say("settle_definition", mismatch=mismatch, evidence=lowered(evidence))
    return say("settle_count", evidence=evidence)


def of_event(differs: DiffersInDay, voice: Voice) -> str:
    """ " of arrival" behind "the day", "" where the event has no name."""
    key = f"event_{differs.event}"
    return f" {voice.phrases.say(key)}" if key in voice.phrases.keys else ""


def _question_of_fact(seen: Comparison, voice: Voice) -> str:
    say = voice.phrases.say
    if seen.amounts:
        return as_sentence(say("question_amount", paper=lowered(seen.amounts[0].paper)))
    if not seen.differs_in_fact:
        return say("question_told")
    if not seen.figures and seen.faults:
        return say("question_fault")
    if not seen.figures:
        if seen.lateness or seen.delays:
            return say("question_time")
        first_day = seen.days[0]
        when = "question_hour" if first_day.ours.is_clock else "question_day"
        return say(when, of_event=of_event(first_day, voice))
    first = seen.figures[0]
    if first.entry is None:
        return say("question_count")
    if first.standing is Standing.HAPPENED:
        return say("question_count_of", topic=topic_in_text(first.entry))
    return say("question_agreed", topic=in_text(first.entry))


def _all_speak_of(entry: Entry, seen: Comparison, voice: Voice) -> bool:
    """Whether every side names a term, or a number of it that all name."""
    if any(f.entry is entry for f in shared_figures(seen.accounts)):
        return True
    said = (f"{a.told}\n{a.wants}" for a in seen.accounts)
    return all(entry.key in voice.figures.entries_in(text) for text in said)
