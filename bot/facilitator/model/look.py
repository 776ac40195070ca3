"""What a language model sees in one side's own text that is nothing for a facilitator."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from bot.casework.asking import Seen
from bot.casework.usage import Outcome
from bot.facilitator.model.caller import NotUsable
from bot.facilitator.model.schema import Reply, validated, wire_schema
from bot.facilitator.model.sources import SHORTEST_QUOTE
from bot.facilitator.reading.sentences import folded, plain, shortened
from bot.mediation.concerns import Concern
from prompts import Rendered, load_prompt

MAX_TEXT = 4_000
LONGEST_PASSAGE = 200


class Noticed(Reply):
    concern: Annotated[Concern, Field(strict=False)]
    quote: str


class LookReply(Reply):
    noticed: list[Noticed]


SCHEMA = wire_schema(LookReply)


def prompt(text: str, sides: Sequence[str]) -> Rendered:
    return load_prompt("look").render(sides=list(sides), text=_given(text))


def read(content: object, *, text: str) -> Seen | None:
    """The gravest of what stands in the text letter for letter, whitespace folded.

    Raises NotUsable for another shape, or where nothing of what was noticed stands there.
    """
    reply = validated(LookReply, content)
    given = _given(text)
    stands = [
        Seen(n.concern, words)
        for n in reply.noticed
        if SHORTEST_QUOTE <= len(words := folded(n.quote)) <= LONGEST_PASSAGE and words in given
    ]
    if reply.noticed and not stands:
        raise NotUsable(Outcome.UNGROUNDED)
    order = list(Concern)
    return min(stands, key=lambda seen: order.index(seen.concern), default=None)


def _given(text: str) -> str:
    return shortened(folded(plain(text)), MAX_TEXT)
