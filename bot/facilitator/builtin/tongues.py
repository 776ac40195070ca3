"""Two sides that write in two languages: each account read in its own, one structure in both."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.facilitator.builtin import frame as frames
from bot.facilitator.builtin.account import Account
from bot.facilitator.builtin.agenda import promising
from bot.facilitator.builtin.frame import Ground
from bot.facilitator.builtin.naming import kind_in
from bot.facilitator.builtin.voice import Voice
from bot.facilitator.library.spoken import DECIMAL_COMMA
from bot.facilitator.reading.language import clearly_not, language_of
from bot.facilitator.reading.lexicon import Contrast, Lexicon, Reading
from bot.facilitator.reading.moments import Moment
from bot.facilitator.reading.papers import PaperAmount
from bot.facilitator.reading.phrase import any_of
from bot.facilitator.reading.quantities import ANY_NOUN, Quantity
from bot.facilitator.reading.topics import Figure
from bot.mediation.people import SideId
from bot.mediation.statements import Brief, CommonStatement, Rendition, Statement

SOMETHING = f"{ANY_NOUN}something"
"""The unit of a count whose noun is in one language alone."""
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+")
_NUMBER = re.compile(r"[+\-−±]?\s?\d(?:[\d.,\u00a0 ]*\d)?")


def frame(brief: Brief, main: Voice, voices: Sequence[Voice]) -> CommonStatement:
    """The common statement in the main language, and in the other one where a side writes it.

    Every sentence says the same in both. What a side said of itself stays in its own words.
    """
    own = voices_of(brief, main, voices)
    other = next((v for v in own.values() if v.language != main.language), None)
    if other is None:
        return replace(frames.frame(brief, main), language=main.language)
    kind = kind_in(brief)
    read = tuple(
        own.get(side, main).accounts.read(brief, kind)[n]
        for n, (side, _, _) in enumerate(brief.sides)
    )
    spoken = dict.fromkeys(e.key for v in (main, other) for e in promising(brief, v))
    stated = _in_voice(brief, read, main, other, own, tuple(spoken))
    again = _in_voice(brief, read, other, main, own, tuple(spoken))
    return replace(stated, language=main.language, also=(_rendition(again, other.language),))


def languages_of(brief: Brief, voices: Sequence[Voice]) -> frozenset[str]:
    """The languages that the sides write in; one where no text is clearly in another."""
    texts = [t for s in brief.statements for t in (s.happened, s.wants, s.why)]
    most = language_of(texts, [v.lexicon for v in voices])
    main = next(v for v in voices if v.language == most)
    return frozenset(_voice_of(s, main, voices).language for s in brief.statements)


def voices_of(brief: Brief, main: Voice, voices: Sequence[Voice]) -> Mapping[SideId, Voice]:
    """The voice in which each side writes."""
    return {s.side: _voice_of(s, main, voices) for s in brief.statements}


def _voice_of(said: Statement, main: Voice, voices: Sequence[Voice]) -> Voice:
    """The language of one side's words; the main one unless they are clearly in another."""
    lexicons = [v.lexicon for v in voices]
    texts = [said.happened, said.wants, said.why]
    if not clearly_not(main.language, " ".join(texts), lexicons):
        return main
    language = language_of(texts, lexicons)
    return next(v for v in voices if v.language == language)


def _in_voice(
    brief: Brief,
    read: Sequence[Account],
    voice: Voice,
    other: Voice,
    own: Mapping[SideId, Voice],
    spoken: Sequence[str],
) -> CommonStatement:
    """The statement in one language; each side's own part in that side's."""
    ground = Ground(
        accounts=tuple(_told_in(a, voice) for a in read),
        contrasts=joined(voice.lexicon.contrasts, other.lexicon.contrasts),
        lexicon=_with_words(voice.lexicon, other.lexicon),
        spoken=tuple(voice.library.entries[key] for key in spoken),
    )
    framed = frames.worded(brief, ground, voice)
    said = tuple(frames.said(a, own.get(a.side, voice)) for a in read)
    return replace(framed, said=said)


def _rendition(framed: CommonStatement, language: str) -> Rendition:
    return Rendition(
        language=language,
        agreed=framed.agreed,
        disputed=framed.disputed,
        understood_differently=framed.understood_differently,
        question=framed.question,
        would_settle=framed.would_settle,
    )


def joined(own: Sequence[Contrast], others: Sequence[Contrast]) -> tuple[Contrast, ...]:
    """Contrasts named in one language, which are recognised by the words of both."""
    known = {c.key: c for c in others}

    def both(contrast: Contrast) -> Contrast:
        cues = [r.cues for r in known[contrast.key].readings] if contrast.key in known else []
        cues += [()] * (len(contrast.readings) - len(cues))
        pairs = zip(contrast.readings, cues, strict=False)
        return replace(
            contrast, readings=tuple(Reading(r.name, (*r.cues, *more)) for r, more in pairs)
        )

    return tuple(map(both, own))


def _with_words(lexicon: Lexicon, other: Lexicon) -> Lexicon:
    return replace(
        lexicon,
        recognition=(*lexicon.recognition, *other.recognition),
        value=(*lexicon.value, *other.value),
    )


def _told_in(account: Account, voice: Voice) -> Account:
    """The account with its figures, times and days named in a language; its texts stay."""
    return replace(
        account,
        figures=tuple(_figure_in(f, voice) for f in account.figures),
        asked=tuple(_figure_in(f, voice) for f in account.asked),
        moments=tuple(_moment_in(m, voice) for m in account.moments),
        dated=tuple(replace(d, moment=_moment_in(d.moment, voice)) for d in account.dated),
        late_by=tuple(_quantity_in(q, voice) for q in account.late_by),
        faulty=tuple(_quantity_in(q, voice) for q in account.faulty),
        papers=tuple(_paper_in(p, voice) for p in account.papers),
    )


def _paper_in(paper: PaperAmount, voice: Voice) -> PaperAmount:
    """By its number alone: what kind of paper it is has its word in one language."""
    label = voice.phrases.say("paper_number", number=paper.label.split()[-1])
    return replace(paper, label=label, amount=_quantity_in(paper.amount, voice))


def _figure_in(figure: Figure, voice: Voice) -> Figure:
    """Of what has a fault, the nouns of two languages are taken for one: nothing else is."""
    entry = voice.library.entries[figure.entry.key] if figure.entry else None
    quantity = _quantity_in(figure.quantity, voice)
    if quantity.unit.startswith(ANY_NOUN) and (quantity.part or figure.fault):
        quantity = replace(quantity, unit=SOMETHING)
    return replace(figure, entry=entry, quantity=quantity)


def _quantity_in(quantity: Quantity, voice: Voice) -> Quantity:
    """The number as it was written, but for thousands, with its unit where that has a name.

    What is in no list of units has no name in another language: a count of it is a bare number.
    """
    say, unit = voice.phrases.say, quantity.unit.replace(" ", "_")
    written = _NUMBER.search(quantity.label)
    number = _grouped(written[0].strip(), voice) if written else f"{quantity.value:g}"
    if quantity.unit.startswith(ANY_NOUN):
        return replace(quantity, label=number)
    if unit == "day" and any_of(_WORKING, quantity.label):
        unit = "working_day"
    if unit == "day" and any_of(_CALENDAR, quantity.label):
        unit = "calendar_day"
    if f"unit_{unit}" not in voice.phrases.keys:
        label = quantity.label.replace(written[0].strip(), number) if written else quantity.label
        return replace(quantity, label=label)
    return replace(quantity, label=f"{number} {say(f'unit_{unit}')}")


def _grouped(number: str, voice: Voice) -> str:
    """Thousands apart as this language writes them: what "1.200" is depends on who reads it."""
    if not _THOUSANDS.fullmatch(number):
        return number
    return re.sub(r"[.,]", "." if voice.language in DECIMAL_COMMA else ",", number)


_WORKING = ("working", "business", "laborables", "laborable", "hábiles", "hábil")
_CALENDAR = ("calendar", "naturales", "natural", "corridos")


def _moment_in(moment: Moment, voice: Voice) -> Moment:
    """The same day, month, weekday or week by its name in this language; an hour stays."""
    kind, _, number = moment.key.partition(" ")
    if kind == "weekday":
        return replace(moment, label=_capital(voice.lexicon.weekdays[int(number) - 1], voice))
    if kind == "week":
        return replace(moment, label=voice.phrases.say("week_of_year", week=number))
    if moment.month is None:
        return moment
    named = _capital(voice.lexicon.months[moment.month - 1], voice)
    day = moment.key.partition("-")[2]
    if not day:
        return replace(moment, label=named)
    label = voice.phrases.say("day_of_month", day=str(int(day)), month=named)
    return replace(moment, label=label)


def _capital(name: str, voice: Voice) -> str:
    """English names its days and months with a capital."""
    return name.capitalize() if voice.language == "en" else name
