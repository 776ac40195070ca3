"""What a message tells, in words that point at nobody: what a title may repeat of it."""

import re
from collections.abc import Sequence

from bot.facilitator.builtin.tone import LEFT_OUT
from bot.facilitator.builtin.voice import Voice
from bot.facilitator.reading.phrase import any_of
from bot.facilitator.reading.sentences import folded

FEWEST_WORDS = 3
_CLAUSES = re.compile(r"(?<=[,;:])\s+|\s+(?=[–—])")
_BESIDE = 4
"""Words behind "your" in which a word for people makes the sentence one about them."""


def impersonal(sentence: str, voice: Voice) -> str:
    """The part of a sentence that neither insults nor speaks to anybody; "" where none is left.

    A question that asks politely may speak to somebody. A sentence of which an "if" would be lost
    is not cut.
    """
    if any_of(voice.lexicon.empty_talk, sentence) and not voice.figures.read(sentence):
        return ""
    asks = "?" in sentence and _first_word(sentence) in voice.lexicon.polite
    run: list[str] = []
    for clause in _CLAUSES.split(sentence):
        told = voice.calm.account(clause).rstrip(".")
        points = not asks and points_at_somebody(clause, voice)
        if told and LEFT_OUT not in told and not points and not voice.calm.blames(clause):
            run.append(clause)
        elif run:
            break
        elif any_of(voice.lexicon.kept_after, clause):
            return ""
    words = folded(" ".join(run)).strip(" ,;:–—.")
    is_cut = bool(run) and not sentence.startswith(run[0])
    if is_cut and (len(words.split()) < FEWEST_WORDS or leans(words, voice)):
        return ""
    return without_owners(voice.calm.account(words).rstrip("."), voice)


def points_at_somebody(clause: str, voice: Voice) -> bool:
    """Whether a clause speaks to the other side, or of its people, or tells it what to do."""
    lexicon = voice.lexicon
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", clause.casefold())
    if not words:
        return False
    if words[0] in lexicon.ordering:
        return True
    if any(_is_second_person(w, lexicon.second_person) for w in words):
        return True
    return any(
        word in lexicon.accusing and set(words[i + 1 : i + 1 + _BESIDE]) & set(lexicon.people)
        for i, word in enumerate(words)
    )


def leans(sentence: str, voice: Voice) -> bool:
    """Whether a sentence begins with a word that needs what was said before it."""
    first = re.split(r"['’]", _first_word(sentence))[0]
    return first in voice.lexicon.leaning


def _is_second_person(word: str, known: Sequence[str]) -> bool:
    """`*` at the beginning of a known word stands for any stem: "*áis"."""
    stem = re.split(r"['’]", word)[0]
    return any(stem.endswith(k[1:]) if k.startswith("*") else k in {word, stem} for k in known)


def without_owners(sentence: str, voice: Voice) -> str:
    """ "Your truck was late" as "The truck was late"."""
    for word, article in voice.lexicon.possessives.items():
        sentence = re.sub(rf"(?<!\w){word}(?!\w)", article, sentence, flags=re.IGNORECASE)
    for pair, joined in voice.lexicon.joined.items():
        sentence = re.sub(rf"(?<!\w){pair}(?!\w)", joined, sentence)
    return sentence[:1].upper() + sentence[1:]


def without_wish(sentence: str, voice: Voice) -> str:
    """ "We need the MOQ down to 300" as "MOQ down to 300": what it is about, not who would like it.

    A wish that goes on as a sentence of its own ("we need you to …") stays whole.
    """
    lexicon = voice.lexicon
    for words in sorted(lexicon.wishing, key=len, reverse=True):
        said = re.escape(words).replace("'", "['’]")
        found = re.match(rf"{said}\s+(?=[^\W_])", sentence, re.IGNORECASE)
        if found is None:
            continue
        wish = sentence[found.end() :]
        goes_on = any(re.match(rf"{re.escape(w)}(?!\w)", wish, re.I) for w in lexicon.wishes_on)
        if goes_on or len(wish.split()) < FEWEST_WORDS:
            return sentence
        article = re.match(rf"(?:{'|'.join(lexicon.articles)})\s+", wish, re.IGNORECASE)
        wish = wish[article.end() :] if article else wish
        return wish[:1].upper() + wish[1:]
    return sentence


def _first_word(sentence: str) -> str:
    return next(iter(sentence.casefold().split()), "").strip(".,;:¿¡?")
