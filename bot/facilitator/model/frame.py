"""The common statement by a language model: every sentence backed by quotations of both sides."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

from pydantic import Field

from bot.casework.usage import Outcome
from bot.facilitator.builtin.frame import MAX_SENTENCES
from bot.facilitator.builtin.tone import MAX_ACCOUNT, MAX_WANTS
from bot.facilitator.builtin.voice import Voice
from bot.facilitator.model.caller import NotUsable
from bot.facilitator.model.checks import (
    calm_sentence,
    close_to,
    in_language,
    names_all_or_none,
    speaks_of_each,
)
from bot.facilitator.model.schema import Quote, Reply, validated, wire_schema
from bot.facilitator.model.sources import Sources, numbers_in
from bot.facilitator.reading.lexicon import Lexicon
from bot.mediation.issues import GapKind
from bot.mediation.people import SideId
from bot.mediation.statements import Brief, CommonStatement, SaidAbout
from prompts import Rendered, load_prompt

MAX_TEXTS = 8_000
MAX_SENTENCE = 320
BY_EACH, BY_BOTH, BY_ALL = 0.5, 0.34, 0.25
"""Shares of a sentence's words that stand in each side's proof: agreed, disputed, a question."""

COVERED = 0.34
"""Share of a side's own words that a rewording has to keep."""

SETTLED_BY_PROOF = frozenset({GapKind.FACT, GapKind.INTERPRETATION})


class Backed(Reply):
    sentence: Annotated[str, Field(max_length=600)]
    quotes: list[Quote]


class Said(Reply):
    side: str
    account: Annotated[str, Field(max_length=2000)]
    wants: Annotated[str, Field(max_length=1000)]
    needs: Annotated[str, Field(max_length=1000)]


class FrameReply(Reply):
    agreed: list[Backed]
    disputed: list[Backed]
    understood_differently: list[Backed]
    said: list[Said]
    gap: Annotated[GapKind, Field(strict=False)]
    question: Annotated[str, Field(max_length=600)]
    would_settle: Annotated[str, Field(max_length=600)]


SCHEMA = wire_schema(FrameReply)


def sources_of(brief: Brief, voice: Voice) -> Sources:
    """Each side's own texts and the channel's: only what everybody may read."""
    say = voice.phrases.say
    names = {side: name for side, name, _ in brief.sides}
    parts: list[tuple[str, str, str, SideId | None]] = []
    for statement in brief.statements:
        name, side = names.get(statement.side, ""), statement.side
        parts += [
            (statement.happened, name, say("part_happened"), side),
            (statement.wants, name, say("part_wants"), side),
            (statement.why, name, say("part_why"), side),
        ]
    channel = say("part_channel")
    parts += [(t, channel, channel, None) for t in (brief.happened, *brief.sources)]
    told = ((voice.calm.without_orders(t), name, part, side) for t, name, part, side in parts)
    return Sources.of(told, MAX_TEXTS)


def prompt(brief: Brief, sources: Sources, voice: Voice) -> Rendered:
    return load_prompt("frame").render(
        language=voice.phrases.say("language_name"),
        sides=[name for _, name, _ in brief.sides],
        texts=[
            {"number": s.number, "side": s.speaker, "part": s.part, "text": s.text}
            for s in sources.all
        ],
    )


def read(
    content: object,
    *,
    brief: Brief,
    builtin: CommonStatement,
    sources: Sources,
    voice: Voice,
    lexicons: Sequence[Lexicon],
) -> CommonStatement:
    """The model's statement as far as it holds, the built-in one's parts for the rest.

    Raises NotUsable for another shape, another language, or where no sentence could be shown.
    """
    reply = validated(FrameReply, content)
    offered = (*reply.agreed, *reply.disputed, *reply.understood_differently)
    in_language([reply.question, *(b.sentence for b in offered)], voice, lexicons)
    names = [name for _, name, _ in brief.sides]
    agreed = _backed(reply.agreed, sources, brief, voice, by_each=True)
    disputed = _naming(names, _backed(reply.disputed, sources, brief, voice))
    differently = _naming(names, _backed(reply.understood_differently, sources, brief, voice))
    if offered and not (agreed or disputed or differently):
        raise NotUsable(Outcome.UNGROUNDED)
    question = _to_both(reply.question, sources, brief, voice)
    question = question if question.endswith("?") else ""
    settles = _to_both(reply.would_settle, sources, brief, voice)
    return CommonStatement(
        agreed=agreed or builtin.agreed,
        disputed=disputed or builtin.disputed,
        understood_differently=differently or builtin.understood_differently,
        said=tuple(_said(part, reply, brief, sources, voice) for part in builtin.said),
        gap=reply.gap,
        question=question or builtin.question,
        would_settle=(settles or builtin.would_settle) if reply.gap in SETTLED_BY_PROOF else "",
        by_model=True,
        language=builtin.language,
    )


def _backed(
    offered: Sequence[Backed],
    sources: Sources,
    brief: Brief,
    voice: Voice,
    *,
    by_each: bool = False,
) -> tuple[str, ...]:
    """The sentences with a quotation of every side, close to it, and no number from elsewhere.

    by_each: close to what each side says, not only to what they say together.
    """
    sides = {s.side for s in brief.statements}
    names = [name for _, name, _ in brief.sides]
    held: list[str] = []
    for item in offered:
        quotes = sources.grounded(item.quotes)
        if sources.sides_of(quotes) < sides:
            continue
        words = [q.quote for q in quotes]
        sentence = calm_sentence(item.sentence, [*words, *names], voice, MAX_SENTENCE)
        proofs = sources.by_side(quotes)
        share = BY_EACH if by_each else BY_BOTH
        if not speaks_of_each(sentence, proofs, voice, but=names, share=share):
            continue
        if by_each and not all(numbers_in([sentence]) <= numbers_in([*p, *names]) for p in proofs):
            continue
        if close_to(sentence, words, voice, but=names) and sentence not in held:
            held.append(sentence)
    return tuple(held[:MAX_SENTENCES])


def _to_both(text: str, sources: Sources, brief: Brief, voice: Voice) -> str:
    """A sentence that is for both sides alike, "" where it speaks to one, or for one."""
    names = [name for _, name, _ in brief.sides]
    known = [*(s.text for s in sources.all), *names]
    sentence = calm_sentence(text, known, voice, MAX_SENTENCE)
    said = [sources.texts_of(s.side) for s in brief.statements]
    if not names_all_or_none(sentence, names):
        return ""
    return sentence if speaks_of_each(sentence, said, voice, but=names, share=BY_ALL) else ""


def _naming(names: Sequence[str], sentences: Sequence[str]) -> tuple[str, ...]:
    """Of sentences about a difference, those that name every side beside its version."""
    return tuple(s for s in sentences if all(name in s for name in names))


def _said(
    builtin: SaidAbout, reply: FrameReply, brief: Brief, sources: Sources, voice: Voice
) -> SaidAbout:
    """A side's part in the model's words, from that side's texts alone; its own words else."""
    name = next((name for side, name, _ in brief.sides if side == builtin.side), "")
    offered = next((s for s in reply.said if s.side == name), None)
    if offered is None:
        return builtin
    own = (*sources.texts_of(builtin.side), *(name for _, name, _ in brief.sides))
    names = [name for _, name, _ in brief.sides]

    def held(text: str, words: str, limit: int) -> str:
        """The model's wording of a side's words: close to them, and with what they hold."""
        sentence = calm_sentence(text, own, voice, limit)
        kept = len(numbers_in([words]) - numbers_in([sentence])) <= len(numbers_in([sentence]))
        close = close_to(sentence, own, voice, but=names)
        covers = close_to(words, [sentence], voice, but=names, share=COVERED)
        return sentence if kept and close and covers else ""

    account = held(offered.account, builtin.account, MAX_ACCOUNT)
    wants = held(offered.wants, builtin.wants, MAX_WANTS)
    needs = held(offered.needs, builtin.needs, MAX_WANTS)
    return replace(
        builtin,
        account=account or builtin.account,
        wants=(wants or builtin.wants) if builtin.wants else "",
        needs=(needs or builtin.needs) if builtin.needs else "",
    )
