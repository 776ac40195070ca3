"""Trades by a language model: it words what stands around the terms; code puts the terms in."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.casework.usage import Outcome
from bot.facilitator.builtin.voice import Voice
from bot.facilitator.model.caller import NotUsable
from bot.facilitator.model.checks import calm_sentence, close_to, in_language
from bot.facilitator.model.schema import Reply, validated, wire_schema
from bot.facilitator.model.sources import numbers_in
from bot.facilitator.reading.lexicon import Lexicon
from bot.facilitator.reading.phrase import any_of, places
from bot.mediation.terms import Trade
from prompts import Rendered, load_prompt

GIVE, GET = "«1»", "«2»"
MAX_WORDS = 320
PLAIN = 0.9
"""Part of the words around the two places that an offer usually has, or that were given."""


class WordedTrade(Reply):
    number: int
    sentence: str


class TradesReply(Reply):
    trades: list[WordedTrade]


SCHEMA = wire_schema(TradesReply)


def prompt(trades: Sequence[Trade], voice: Voice) -> Rendered:
    """Names and gains alone: no value leaves the machine, so none can come back changed."""
    return load_prompt("trades").render(
        language=voice.phrases.say("language_name"),
        trades=[
            {
                "number": number,
                "gives": _name(trade.gives),
                "gets": _name(trade.gets),
                "helps_them": trade.helps_them,
            }
            for number, trade in enumerate(trades, start=1)
        ],
    )


def read(
    content: object, *, trades: Sequence[Trade], voice: Voice, lexicons: Sequence[Lexicon]
) -> tuple[Trade, ...]:
    """The same trades, in the model's words where those hold.

    Raises NotUsable for another shape or language, or where no sentence holds.
    """
    reply = validated(TradesReply, content)
    in_language([w.sentence for w in reply.trades], voice, lexicons)
    worded = {w.number: w.sentence for w in reply.trades}
    found = tuple(
        _with_words(trade, worded.get(number, ""), voice)
        for number, trade in enumerate(trades, start=1)
    )
    if found == tuple(trades):
        raise NotUsable(Outcome.UNGROUNDED)
    return found


def _with_words(trade: Trade, sentence: str, voice: Voice) -> Trade:
    """The trade as it was where the sentence says more or other than the trade does."""
    if sentence.count(GIVE) != 1 or sentence.count(GET) != 1:
        return trade
    around = sentence.replace(GIVE, "").replace(GET, "")
    known = [trade.helps_them]
    if numbers_in([around]) - numbers_in(known) or not _keeps_ends(sentence, voice):
        return trade
    spoken = set(voice.figures.entries_in(around)) - set(voice.figures.entries_in(trade.words))
    if spoken or any_of(voice.lexicon.soft_blame, around):
        return trade
    allowed = [*known, " ".join((*voice.lexicon.offering, *voice.lexicon.own_end))]
    if not close_to(around, allowed, voice, but=(), share=PLAIN):
        return trade
    if not calm_sentence(around, known, voice, MAX_WORDS):
        return trade
    words = sentence.strip().replace(GIVE, trade.gives).replace(GET, trade.gets)
    return replace(trade, words=words)


def _keeps_ends(sentence: str, voice: Voice) -> bool:
    """Whether "we" give and "you" are asked: the first of both words before each place says so."""
    own, others = voice.lexicon.own_end, voice.lexicon.other_end
    before_give, before_get = _before(sentence, GIVE), _before(sentence, GET)
    return (
        _first(own, before_give) < _first(others, before_give)
        and _first(others, before_get) < _first(own, before_get)
        and _first(voice.lexicon.takes, before_give) == _NOWHERE
    )


_NOWHERE = 10_000


def _first(phrases: Sequence[str], text: str) -> int:
    return min((start for p in phrases for start, _ in places(p, text)), default=_NOWHERE)


def _before(sentence: str, place: str) -> str:
    """What stands before a place, from the other one on where that comes first."""
    return re.split(f"{GIVE}|{GET}", sentence.partition(place)[0])[-1]


def _name(part: str) -> str:
    """A term's name without its values."""
    return part.partition(",")[0]
