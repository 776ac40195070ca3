"""Cut a long thread down to what tells: by code, before any model sees it."""

from collections.abc import Sequence

from bot.facilitator.builtin.voice import Voice
from bot.facilitator.reading.sentences import plain
from bot.mediation.issues import Message

MAX_MESSAGES = 40
MAX_CHARACTERS = 10_000
MOST_READ = 2_000
"""Of a longer message no more is read to see how much it tells."""
LAST_WORDS = 2
"""How many of each person's latest messages are kept whatever they say."""


def cut_down(messages: Sequence[Message], *, raised_from: str, voice: Voice) -> tuple[Message, ...]:
    """The messages in their order; of a long thread, those that matter most.

    Kept first: the one it was raised from, then everybody's last words, then those with a
    quantity and a day, with one of both, with a word of the library or any number; the later ones
    first.
    """
    if len(messages) <= MAX_MESSAGES and sum(len(m.text) for m in messages) <= MAX_CHARACTERS:
        return tuple(messages)
    last = _last_words(messages)
    ranked = sorted(
        range(len(messages)),
        key=lambda i: (
            messages[i].ts != raised_from,
            i not in last,
            -_telling(messages[i], voice),
            -i,
        ),
    )
    kept: list[int] = []
    size = 0
    for i in ranked[:MAX_MESSAGES]:
        size += len(messages[i].text)
        if kept and size > MAX_CHARACTERS:
            break
        kept.append(i)
    return tuple(messages[i] for i in sorted(kept))


def _last_words(messages: Sequence[Message]) -> set[int]:
    written: dict[str, list[int]] = {}
    for i, message in enumerate(messages):
        written.setdefault(message.author, []).append(i)
    return {i for places in written.values() for i in places[-LAST_WORDS:]}


def _telling(message: Message, voice: Voice) -> int:
    text = plain(message.text[:MOST_READ])
    return (
        2 * bool(voice.figures.read(text))
        + 2 * bool(voice.moments.read(text))
        + bool(voice.figures.entries_in(text))
        + bool(message.files)
        + any(c.isdigit() for c in text)
    )
