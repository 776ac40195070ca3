"""What a model's sentence has to pass before anybody reads it."""

import re
from collections.abc import Sequence

from bot.casework.usage import Outcome
from bot.facilitator.builtin.voice import Voice
from bot.facilitator.model.caller import NotUsable
from bot.facilitator.model.sources import numbers_in
from bot.facilitator.reading.language import clearly_not
from bot.facilitator.reading.lexicon import Lexicon
from bot.facilitator.reading.phrase import any_of
from bot.facilitator.reading.sentences import as_sentence, folded, plain

STEM = 5
SHORTEST_WORD = 4
_WORD = re.compile(r"[^\W\d_]+")
_REACHES_OUT = re.compile(
    r"https?:|www\.|<[@!#]|@(?:channel|here|everyone)\b|\w_\w|[`{}<>]", re.IGNORECASE
)


def calm_sentence(text: str, known: Sequence[str], voice: Voice, limit: int) -> str:
    """The text as a sentence if it may be read by both sides, "" otherwise.

    Dropped: what a facilitator keeps out of, blame, verdicts, numbers that stand in none of the
    known texts, links and mentions that nobody wrote, and whatever is longer than the limit.
    """
    words = folded(plain(text))
    if not words or len(words) > limit or "!" in words:
        return ""
    hard = voice.lexicon.blame
    if any_of((*hard, *voice.lexicon.judging, *voice.lexicon.to_machine), words):
        return ""
    if voice.watch.look(words, person="") is not None:
        return ""
    reaches = {m.casefold() for m in _REACHES_OUT.findall(text)}
    if reaches and not reaches <= {m.casefold() for t in known for m in _REACHES_OUT.findall(t)}:
        return ""
    if not numbers_in([words]) <= numbers_in(known):
        return ""
    return as_sentence(words)


def close_to(
    sentence: str,
    texts: Sequence[str],
    voice: Voice,
    *,
    but: Sequence[str],
    share: float = 0.5,
) -> bool:
    """Whether this share of a sentence's telling words stands in the texts, in some form.

    `but` are names, which prove nothing. A sentence that is not close to what was said is
    somebody else's thought, however well its quotations were copied.
    """
    known = {w[:STEM] for t in texts for w in _words(t)}
    telling = [w for w in _words(sentence) if w not in _empty_words(voice, but)]
    return bool(telling) and sum(w[:STEM] in known for w in telling) >= share * len(telling)


def speaks_of_each(
    sentence: str,
    by_side: Sequence[Sequence[str]],
    voice: Voice,
    *,
    but: Sequence[str],
    share: float,
) -> bool:
    """Whether a sentence takes something from every side: words, and numbers if it has any."""
    numbers = numbers_in([sentence]) - numbers_in(but)
    return all(
        close_to(sentence, texts, voice, but=but, share=share)
        and (not numbers or bool(numbers & numbers_in(texts)))
        for texts in by_side
    )


def names_all_or_none(sentence: str, names: Sequence[str]) -> bool:
    """Whether a sentence speaks of every side or of none: a question to one side is a verdict."""
    named = [name for name in names if name.casefold() in sentence.casefold()]
    return len(named) in {0, len(names)}


def _words(text: str) -> list[str]:
    return [w for w in _WORD.findall(text.casefold()) if len(w) >= SHORTEST_WORD]


def _empty_words(voice: Voice, names: Sequence[str]) -> set[str]:
    lexicon = voice.lexicon
    return {*lexicon.stop_words, *lexicon.reporting, *(w for n in names for w in _words(n))}


def in_language(texts: Sequence[str], voice: Voice, lexicons: Sequence[Lexicon]) -> None:
    """Raises NotUsable where an answer is clearly in another language."""
    if clearly_not(voice.language, " ".join(texts), lexicons):
        raise NotUsable(Outcome.WRONG_LANGUAGE)
