"""What messages claim and ask for, each with the message that it stands in."""

import re
from collections.abc import Iterable, Iterator, Sequence

from bot.facilitator.builtin.voice import Voice
from bot.facilitator.reading.moments import clocks_in
from bot.facilitator.reading.phrase import any_of, places
from bot.facilitator.reading.sentences import folded, plain, sentences
from bot.mediation.issues import Claim, Message

MOST = 5
SHORTEST = 3
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,5}$")


def told_in(messages: Sequence[Message], voice: Voice) -> tuple[Claim, ...]:
    """The sentences that hold a number, a day or a time."""
    return standing(
        (claim for claim in _sentences(messages, voice) if holds_figures(claim.words, voice)),
        messages,
    )


def wanted_in(messages: Sequence[Message], voice: Voice) -> tuple[Claim, ...]:
    """The sentences in which somebody says what they would like themselves."""
    return standing((c for c in _sentences(messages, voice) if _wishes(c.words, voice)), messages)


def _wishes(sentence: str, voice: Voice) -> bool:
    """Whether a word of a wish stands in it that is the writer's: "you want" is another's."""
    lexicon = voice.lexicon
    if any_of(lexicon.begging, sentence):
        return True
    others = {*lexicon.second_person, *lexicon.accusing, *lexicon.of_others}
    return any(
        word not in others and _word_before(sentence, start) not in others
        for word in lexicon.asked
        for start, _ in places(word, sentence)
    )


def _word_before(sentence: str, at: int) -> str:
    return next(iter(re.findall(r"\w+", sentence[:at].casefold())[-1:]), "")


def holds_figures(text: str, voice: Voice) -> bool:
    """Whether a text tells a quantity, a day or an hour, or so many of so many."""
    return bool(
        voice.figures.read(text)
        or voice.moments.read(text)
        or clocks_in(text)
        or re.search(rf"\d\s+(?:{'|'.join(voice.lexicon.part_of)})\s+\d", text)
    )


def standing(claims: Iterable[Claim], messages: Sequence[Message]) -> tuple[Claim, ...]:
    """Those whose words stand in their message, letter for letter with whitespace folded."""
    texts = {m.ts: folded(f"{plain(m.text)} {' '.join(m.files)}") for m in messages}
    kept = [
        c for c in claims if len(c.words) >= SHORTEST and folded(c.words) in texts.get(c.ts, "")
    ]
    return tuple(dict.fromkeys(kept))[:MOST]


def words_of_files(message: Message) -> str:
    """What the names of a message's files say: "detention_3_May_5h.pdf" is "detention 3 May 5h"."""
    return " ".join(re.sub(r"[_\-]+", " ", _ENDING.sub("", name)) for name in message.files)


def _sentences(messages: Sequence[Message], voice: Voice) -> Iterator[Claim]:
    for message in messages:
        for sentence in sentences(plain(message.text)):
            if not voice.calm.blames(sentence) and not any_of(voice.lexicon.to_machine, sentence):
                yield Claim(message.ts, message.author, sentence)
