"""A short, neutral title for an issue, from the message it was raised from."""

import re
from collections.abc import Sequence

from bot.facilitator.builtin.voice import Voice
from bot.facilitator.reading.sentences import folded, plain, sentences, shortened
from bot.facilitator.reading.topics import Figure, Standing
from bot.mediation.issues import IssueKind

MAX_TITLE = 80
_QUOTED = re.compile(r"[\"“”«]([^\"“”«»]{6,70})[\"”»]")


def title_of(text: str, kind: IssueKind, voice: Voice) -> str:
    """At most 80 characters: the matter and its numbers, else the first telling sentence."""
    words = plain(text)
    return (
        _what_was_meant(words, voice)
        or _matter_with_numbers(words, kind, voice)
        or _first_telling(words, voice)
    )


def _what_was_meant(text: str, voice: Voice) -> str:
    """For "you said that …": the words that were said, put as an open question."""
    for sentence in sentences(text):
        for said in sorted(voice.lexicon.you_said, key=len, reverse=True):
            found = re.search(rf"(?<!\w){re.escape(said)}(?!\w)", sentence, re.IGNORECASE)
            if found is None:
                continue
            quoted = _QUOTED.search(sentence, found.end())
            words = quoted[1] if quoted else _clause_after(sentence[found.end() :], voice)
            if len(words.split()) >= 3:
                title = voice.phrases.say("title_meant", words="")
                return voice.phrases.say(
                    "title_meant", words=shortened(words, MAX_TITLE - len(title))
                )
    return ""


def _clause_after(rest: str, voice: Voice) -> str:
    """What follows "you said", up to where another thought begins."""
    rest = re.sub(r"^[\s,:]*(?:(?:to\s+)?(?:us|me)\b|nos|me)?[\s,:]*(?:that|que)?[\s,:]*", "", rest)
    return re.split(r"[,;.!?–—]| but | and | yet | now | pero | y ", rest, maxsplit=1)[0].strip()


def _matter_with_numbers(text: str, kind: IssueKind, voice: Voice) -> str:
    """ "OTIF in October: 93.8 % against 98 %"."""
    figures = [f for f in voice.figures.read(text, kind=kind) if f.entry]
    if not figures:
        return ""
    lead = next((f for f in figures if f.entry and f.entry.kind is kind), figures[0])
    same = [f for f in figures if f.entry is lead.entry and f.quantity.unit == lead.quantity.unit]
    labels = list(dict.fromkeys(f.quantity.label for f in same))
    assert lead.entry is not None
    say = voice.phrases.say
    numbers = labels[0] if len(labels) < 2 else say("against", first=labels[0], second=labels[1])
    months = [m for m in voice.moments.read(text) if m.month is not None and not m.is_day]
    if months and _is_about_the_past(same):
        month = months[0].label
        title = say("title_with_month", topic=lead.entry.topic, month=month, numbers=numbers)
    else:
        title = say("title_with_numbers", topic=lead.entry.topic, numbers=numbers)
    return shortened(title, MAX_TITLE)


def _is_about_the_past(figures: Sequence[Figure]) -> bool:
    return any(f.standing is Standing.HAPPENED for f in figures)


def _first_telling(text: str, voice: Voice) -> str:
    """The first sentence that says something, without a greeting and words of blame."""
    told = [without_greeting(s, voice) for s in sentences(text)]
    calm = [c for s in told if (c := voice.calm.account(s).rstrip("."))]
    telling = [c for c in calm if len(c.split()) >= 3] or calm or [t for t in told if t]
    return shortened(telling[0], MAX_TITLE) if telling else shortened(folded(text), MAX_TITLE)


def without_greeting(sentence: str, voice: Voice) -> str:
    """A sentence without "Hi all," at its start."""
    rest = sentence
    for _ in range(3):
        for greeting in sorted(voice.lexicon.greetings, key=len, reverse=True):
            found = re.match(rf"{re.escape(greeting)}(?!\w)[\s,:;.!–—-]*", rest, re.IGNORECASE)
            if found:
                rest = rest[found.end() :]
                break
        else:
            break
    return rest[:1].upper() + rest[1:]
