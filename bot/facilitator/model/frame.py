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
from bot.facilitator.model.checks import calm_sentence, close_to, in_language, names_all_or_none
from bot.facilitator.model.schema import Quote, Reply, validated, wire_schema
from bot.facilitator.model.sources import Sources
from bot.facilitator.reading.lexicon import Lexicon
from bot.mediation.issues import GapKind
from bot.mediation.people import SideId
from bot.mediation.statements import Brief, CommonStatement, SaidAbout
from prompts import Rendered, load_prompt

MAX_TEXTS = 8_000
MAX_SENTENCE = 320
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
    return Sources.of(parts, MAX_TEXTS)


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
    known = [s.text for s in sources.all]
    question = calm_sentence(reply.question, known, voice, MAX_SENTENCE)
    question = question if question.endswith("?") and names_all_or_none(question, names) else ""
    settles = calm_sentence(reply.would_settle, known, voice, MAX_SENTENCE)
    settles = settles if names_all_or_none(settles, names) else ""
    return CommonStatement(
        agreed=agreed or builtin.agreed,
        disputed=disputed or builtin.disputed,
        understood_differently=differently or builtin.understood_differently,
        said=tuple(_said(part, reply, brief, sources, voice) for part in builtin.said),
        gap=reply.gap,
        question=question or builtin.question,
        would_settle=(settles or builtin.would_settle) if reply.gap in SETTLED_BY_PROOF else "",
        by_model=True,
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
        proofs = sources.by_side(quotes) if by_each else [words]
        if not all(close_to(sentence, proof, voice, but=names) for proof in proofs):
            continue
        if sentence and sentence not in held:
            held.append(sentence)
    return tuple(held[:MAX_SENTENCES])


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

    def held(text: str, limit: int) -> str:
        sentence = calm_sentence(text, own, voice, limit)
        return sentence if close_to(sentence, own, voice, but=names) else ""

    account = held(offered.account, MAX_ACCOUNT)
    wants, needs = held(offered.wants, MAX_WANTS), held(offered.needs, MAX_WANTS)
    return replace(
        builtin,
        account=account or builtin.account,
        wants=(wants or builtin.wants) if builtin.wants else "",
        needs=(needs or builtin.needs) if builtin.needs else "",
    )
