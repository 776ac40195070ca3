"""A short, neutral title for an issue, from the message it was raised from."""

import re
from collections.abc import Sequence

from bot.casework.tongues import tongue
from bot.facilitator.builtin.telling import (
    FEWEST_WORDS,
    impersonal,
    leans,
    points_at_somebody,
    without_wish,
)
from bot.facilitator.builtin.voice import Voice
from bot.facilitator.reading.levels import Level
from bot.facilitator.reading.phrase import any_of
from bot.facilitator.reading.sentences import folded, plain, sentences, shortened
from bot.facilitator.reading.topics import Figure, Standing
from bot.mediation.issues import IssueKind

MAX_TITLE = 80
FIRST_SENTENCES = 40
"""Of a longer message no more are looked through for one to stand as its title."""

_GREETED = r"{}(?!\w)(?P<whom>(?:\s+[^\W\d_]+){{0,3}}?)\s*(?:[,:;.!–—-]+\s*|$)"
"""A greeting, up to three words for whom it is, and a mark that ends it."""

_CALLED = re.compile(r"@(?P<whom>[^\W\d_]\S*(?:\s+[^\W\d_]\S*){0,2})[\s,:;–—-]*")
"""A mention, of up to three words."""

_THOUGHT = re.compile(r"[,;.!?–—]|(?:^| )(?:but|and|yet|now|pero|y) ")
"""Where another thought begins."""

_CALLED_BY_NAME = re.compile(r"(?P<whom>[^\W\d_a-z][^\W\d_]+),\s+(?=[¿¡]?[^\W\d_A-Z])")
"""One word with a capital, and a comma behind it."""

_QUOTED = re.compile(r"[\"“”«]([^\"“”«»]{6,70})[\"”»]")


def title_of(text: str, kind: IssueKind, voice: Voice, names: Sequence[str] = ()) -> str:
    """At most 80 characters: the matter and its numbers, else the first telling sentence.

    names: of those who write in the thread.
    """
    words = plain(text)
    return (
        _what_was_meant(words, voice)
        or _matter_with_numbers(words, kind, voice)
        or _first_telling(words, kind, voice, names)
    )


def bare_title(text: str, kind: IssueKind, voice: Voice) -> str:
    """The matter and its numbers, without a sentence of the message."""
    words = plain(text)
    return _matter_with_numbers(words, kind, voice) or _kind_with_numbers(words, kind, voice)


def _what_was_meant(text: str, voice: Voice) -> str:
    """For "you said that …": the words that were said, put as an open question."""
    for sentence in sentences(text):
        for said in sorted(voice.lexicon.you_said, key=len, reverse=True):
            found = re.search(rf"(?<!\w){re.escape(said)}(?!\w)", sentence, re.IGNORECASE)
            if found is None:
                continue
            quoted = _QUOTED.search(sentence, found.end())
            words = quoted[1] if quoted else _clause_after(sentence[found.end() :], voice)
            speaks_to_one = any_of(voice.lexicon.second_person, words)
            is_calm = not speaks_to_one and not voice.calm.blames(words)
            if len(words.split()) >= FEWEST_WORDS and is_calm:
                title = voice.phrases.say("title_meant", words="")
                return voice.phrases.say(
                    "title_meant", words=shortened(words, MAX_TITLE - len(title))
                )
    return ""


def _clause_after(rest: str, voice: Voice) -> str:
    """What follows "you said", up to where another thought begins."""
    rest = re.sub(r"^[\s,:]*(?:(?:to\s+)?(?:us|me)\b|nos|me)?[\s,:]*(?:that|que)?[\s,:]*", "", rest)
    return _THOUGHT.split(rest, maxsplit=1)[0].strip()


def _matter_with_numbers(text: str, kind: IssueKind, voice: Voice) -> str:
    """ "OTIF in October: 93.8 % against 98 %", "Price change: +6 % from 1 January"."""
    figures = [f for f in voice.figures.read(text, kind=kind) if f.entry and f.entry.kind is kind]
    lead = _lead(figures)
    if lead is None or lead.entry is None:
        return ""
    same = [f for f in figures if f.entry is lead.entry and f.sentence == lead.sentence]
    labels = list(dict.fromkeys(f.quantity.label for f in same))
    say = voice.phrases.say
    numbers = labels[0] if len(labels) < 2 else say("against", first=labels[0], second=labels[1])
    is_term = all(f.standing is Standing.AGREED or f.level is Level.HELD for f in same)
    topic = lead.entry.name if is_term else lead.entry.topic
    day, month = _from_day(lead.sentence, voice), _month(lead.sentence, voice)
    if day:
        title = say("title_from_day", topic=topic, numbers=numbers, day=day)
    elif month:
        title = say("title_with_month", topic=topic, numbers=numbers, month=month)
    else:
        title = say("title_with_numbers", topic=topic, numbers=numbers)
    return shortened(title, MAX_TITLE)


def _lead(figures: Sequence[Figure]) -> Figure | None:
    """The figure that the message is about: one with a counterpart, else what is asked for."""
    keys = [f.entry.key for f in figures if f.entry]
    asked = [f for f in figures if f.standing is Standing.ASKED]
    paired = [f for f in figures if f.entry and keys.count(f.entry.key) > 1]
    return next(iter((*paired, *asked, *figures)), None)


def _month(sentence: str, voice: Voice) -> str:
    """The one month that a sentence is about: "our October report", not "since October"."""
    months = [
        m.label
        for m in voice.moments.read(sentence)
        if m.month is not None
        and not m.is_day
        and _word_before(sentence, m.start) not in voice.lexicon.since
    ]
    return months[0] if len(months) == 1 else ""


def _from_day(sentence: str, voice: Voice) -> str:
    for moment in voice.moments.read(sentence):
        before = sentence[: moment.start].casefold().rstrip()
        if moment.is_day and any(
            f" {before}".endswith(f" {word}") for word in voice.lexicon.from_day
        ):
            return moment.label
    return ""


def _word_before(sentence: str, at: int) -> str:
    return next(reversed(sentence[:at].casefold().split()), "")


def _first_telling(text: str, kind: IssueKind, voice: Voice, names: Sequence[str]) -> str:
    """The first sentence that tells the matter without pointing at anybody, else the kind."""
    told = [
        _without_call(without_greeting(s, voice, names), voice)
        for s in sentences(text)[:FIRST_SENTENCES]
    ]
    telling = [without_wish(t, voice) for s in told if (t := impersonal(s, voice))]
    long = [t for t in telling if len(t.split()) >= FEWEST_WORDS]
    alone = [t for t in telling if _stands_alone(t, kind, voice)]
    chosen = next(iter((*alone, *(t for t in long if not leans(t, voice)), *long)), "")
    is_left_over = len(telling) < len(told) and leans(chosen, voice)
    is_of_outcry = not alone and voice.calm.blames(text)
    if chosen and not is_of_outcry and not (is_left_over and kind in tongue(voice.language).kinds):
        return shortened(chosen, MAX_TITLE)
    if voice.calm.is_beside_the_matter(text) or any(
        points_at_somebody(s, voice) or any_of(voice.lexicon.empty_talk, s) for s in told
    ):
        return _kind_with_numbers(text, kind, voice)
    return shortened(folded(next((t for t in (*telling, *told) if t), text)), MAX_TITLE)


def _kind_with_numbers(text: str, kind: IssueKind, voice: Voice) -> str:
    """ "Late delivery: 2 days", for words that cannot be repeated."""
    say = voice.phrases.say
    topic = tongue(voice.language).kinds.get(kind, say("title_open"))
    figures = voice.figures.read(text)
    labels = [f.quantity.label for f in figures if not voice.calm.blames(f.quantity.label)]
    labels = labels or [m.label for m in voice.moments.read(text)][:1]
    if not labels:
        return topic
    alike = len(figures) > 1 and figures[0].quantity.unit == figures[1].quantity.unit
    pair = dict.fromkeys(labels[:2])
    numbers = labels[0]
    if alike and len(pair) > 1:
        numbers = say("against", first=labels[0], second=labels[1])
    return shortened(say("title_with_numbers", topic=topic, numbers=numbers), MAX_TITLE)


def _stands_alone(sentence: str, kind: IssueKind, voice: Voice) -> bool:
    """Whether a sentence names the matter: "Who pays for that?" and "60,000 pieces" do not."""
    words = re.findall(r"\w+", sentence.casefold())
    if len(words) < FEWEST_WORDS or leans(sentence, voice):
        return False
    asks = "?" in sentence and words[-1] not in voice.lexicon.leaning
    return asks or bool(voice.figures.read(sentence)) or any_of(voice.library.cues[kind], sentence)


def without_greeting(sentence: str, voice: Voice, names: Sequence[str] = ()) -> str:
    """A sentence without "Hi all,", "@Ana López" or "Ok so" at its start; "Thanks for …" is none.

    names: of those who write in the thread, who may be called by them.
    """
    rest = sentence
    for _ in range(4):
        shorter = _begun(rest, voice, names)
        if shorter == rest:
            break
        rest = shorter
    return rest[:1].upper() + rest[1:]


def _without_call(sentence: str, voice: Voice) -> str:
    """A sentence without the "Luca," that it begins with; a day or a list at its start stays."""
    called = _CALLED_BY_NAME.match(sentence)
    if called is None or _is_listed(sentence[called.end() :]):
        return sentence
    word = called["whom"].casefold()
    lexicon = voice.lexicon
    known = word in {*lexicon.stop_words, *lexicon.leaning, *lexicon.greetings, *lexicon.urgent}
    if known or voice.moments.read(sentence[: called.end()]) or voice.figures.entries_in(word):
        return sentence
    rest = sentence[called.end() :]
    return rest[:1].upper() + rest[1:]


def _is_listed(rest: str) -> bool:
    """Whether what follows goes on with a list, or explains: "cartons and film", "the carrier,"."""
    return bool(re.match(r"\w+(?:, \w+)* (?:and|or|y|e|o)\b|(?:\w+ ){0,3}\w+, ", rest))


def _begun(sentence: str, voice: Voice, names: Sequence[str]) -> str:
    """Without the first greeting, name or filler that it begins with."""
    for greeting in sorted(voice.lexicon.greetings, key=len, reverse=True):
        found = re.match(_GREETED.format(re.escape(greeting)), sentence, re.IGNORECASE)
        if found and all(_may_be_greeted(w, voice) for w in found["whom"].split()):
            return sentence[found.end() :]
    for filler in voice.lexicon.fillers:
        found = re.match(rf"{re.escape(filler)}(?!\w)[\s,:;.–—-]*", sentence, re.IGNORECASE)
        if found and sentence[found.end() :]:
            return sentence[found.end() :]
    for name in names:
        found = re.match(rf"{re.escape(name)}(?!\w)\s*[,:;–—-]+\s*", sentence, re.IGNORECASE)
        if found:
            return sentence[found.end() :]
    called = _CALLED.match(sentence)
    return _after_mention(sentence, called, voice) if called else sentence


def _after_mention(sentence: str, called: re.Match[str], voice: Voice) -> str:
    """Behind the words of a mention that may be a name: the first, and capitals that follow it."""
    at, begins = called.start("whom"), {*voice.lexicon.stop_words, *voice.lexicon.accusing}
    for n, word in enumerate(re.finditer(r"\S+", called["whom"])):
        own = word[0].rstrip(",:;–—-")
        if n and (own[:1].islower() or own.casefold() in begins):
            break
        at = called.start("whom") + word.end()
        if own != word[0]:
            break
    return sentence[at:].lstrip(" ,:;–—-")


def _may_be_greeted(word: str, voice: Voice) -> bool:
    """Whether a word behind a greeting is of those who are greeted."""
    lexicon = voice.lexicon
    return word[:1].isupper() or word.casefold() in {*lexicon.greetings, *lexicon.people}
