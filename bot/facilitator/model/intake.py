"""Intake by a language model: a title that it words, and passages that it only points at."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

from pydantic import Field

from bot.casework.usage import Outcome
from bot.facilitator.builtin.claims import standing
from bot.facilitator.builtin.intake import MAX_LINE
from bot.facilitator.builtin.title import MAX_TITLE
from bot.facilitator.builtin.voice import Voice
from bot.facilitator.model.caller import NotUsable
from bot.facilitator.model.checks import calm_sentence, close_to, in_language
from bot.facilitator.model.schema import Quote, Reply, validated, wire_schema
from bot.facilitator.model.sources import Sources
from bot.facilitator.reading.lexicon import Lexicon
from bot.facilitator.reading.sentences import as_sentence, folded, plain, shortened
from bot.mediation.issues import Claim, Intake, IssueKind, Message, Urgency
from prompts import Rendered, load_prompt

MAX_TEXTS = 12_000
MAX_QUOTES = 5


class IntakeReply(Reply):
    title: Annotated[str, Field(max_length=300)]
    kind: Annotated[IssueKind, Field(strict=False)]
    urgency: Annotated[Urgency, Field(strict=False)]
    quotes: list[Quote]


SCHEMA = wire_schema(IntakeReply)


def sources_of(messages: Sequence[Message]) -> Sources:
    """The messages with the names of what was attached; who wrote them is part of each."""
    return Sources.of(
        ((_whole(m), m.author_name or m.author, "", None) for m in messages), MAX_TEXTS
    )


def prompt(
    messages: Sequence[Message], sources: Sources, raised: Message, voice: Voice
) -> Rendered:
    told = [m for m in messages if plain(_whole(m))]
    return load_prompt("intake").render(
        language=voice.phrases.say("language_name"),
        kinds=[str(kind) for kind in IssueKind],
        messages=[{"number": s.number, "from": s.speaker, "text": s.text} for s in sources.all],
        raised_from=1 + told.index(raised) if raised in told else len(told),
    )


def _whole(message: Message) -> str:
    return " ".join((message.text, *(f"[{name}]" for name in message.files)))


def read(
    content: object,
    *,
    builtin: Intake,
    messages: Sequence[Message],
    raised: str,
    sources: Sources,
    voice: Voice,
    lexicons: Sequence[Lexicon],
) -> Intake:
    """The built-in intake with what the model found better and could show.

    The title stays close to the message that the case is raised from.

    Raises NotUsable for another shape, another language, or quotations that stand nowhere.
    """
    reply = validated(IntakeReply, content)
    in_language([reply.title], voice, lexicons)
    quotes = sources.grounded(reply.quotes)[:MAX_QUOTES]
    if reply.quotes and not quotes:
        raise NotUsable(Outcome.UNGROUNDED)
    title = calm_sentence(reply.title, [raised], voice, 2 * MAX_TITLE).rstrip(".")
    title = title if close_to(title, [raised], voice, but=()) else ""
    told = [m for m in messages if plain(_whole(m))]
    cited = [Claim(told[q.source - 1].ts, told[q.source - 1].author, q.quote) for q in quotes]
    return replace(
        builtin,
        claims=standing(cited, messages) or builtin.claims,
        title=shortened(title, MAX_TITLE) if title else builtin.title,
        happened=_happened(quotes, sources, voice) or builtin.happened,
        kind=reply.kind,
        urgency=reply.urgency,
    )


def _happened(quotes: Sequence[Quote], sources: Sources, voice: Voice) -> str:
    """Who said what, in the order of the conversation."""
    said = sorted({(q.source, folded(q.quote)) for q in quotes})
    lines: list[str] = []
    for number, words in said:
        source = sources.get(number)
        calm = voice.calm.account(as_sentence(words), MAX_LINE)
        if source is not None and calm:
            lines.append(voice.phrases.say("said_in_thread", name=source.speaker, words=calm))
    if len({line.split(":")[0] for line in lines}) == 1 and len(sources.all) == 1:
        return " ".join(line.partition(": ")[2] for line in lines)
    return "\n".join(lines)
