"""Terms by a language model: it points at library entries and at words; code reads the numbers."""

from collections.abc import Callable, Iterable
from functools import cache

from bot.casework.usage import Outcome
from bot.facilitator.builtin.agenda import FEWEST, MOST, named_values, read_texts, term_with
from bot.facilitator.builtin.conditions import with_conditions, with_needed
from bot.facilitator.builtin.voice import Voice
from bot.facilitator.library import Entry, Library
from bot.facilitator.model.caller import NotUsable
from bot.facilitator.model.schema import Quote, Reply, validated, wire_schema
from bot.facilitator.model.sources import Sources, numbers_in
from bot.facilitator.reading.measures import is_like, is_same, unit_of
from bot.facilitator.reading.phrase import any_of
from bot.facilitator.reading.quantities import Quantity
from bot.facilitator.reading.sentences import folded
from bot.facilitator.reading.topics import Figure, Standing
from bot.mediation.issues import IssueKind
from bot.mediation.statements import Brief
from bot.mediation.terms import Agenda, Term
from prompts import Rendered, load_prompt

ASKED = frozenset({Standing.ASKED, Standing.AGREED})
HOLDING = frozenset({Standing.AGREED})

_Reader = Callable[[int, IssueKind], tuple[Figure, ...]]


class Pointed(Reply):
    key: str
    asks: list[Quote]
    today: list[Quote]


class TermsReply(Reply):
    terms: list[Pointed]


SCHEMA = wire_schema(TermsReply)


def prompt(sources: Sources, library: Library) -> Rendered:
    return load_prompt("terms").render(
        library=[{"key": e.key, "name": e.name} for e in library.entries.values()],
        texts=[
            {"number": s.number, "side": s.speaker, "part": s.part, "text": s.text}
            for s in sources.all
        ],
    )


def read(
    content: object, *, brief: Brief, builtin: Agenda, sources: Sources, voice: Voice
) -> Agenda:
    """The terms that the model pointed at, filled up with the built-in suggestion.

    Raises NotUsable for another shape, or where no key is the library's.
    """
    reply = validated(TermsReply, content)
    entries = voice.library.entries
    pointed = {p.key: p for p in reply.terms if p.key in entries}
    if not pointed:
        raise NotUsable(Outcome.UNGROUNDED)
    texts = read_texts(brief, voice)
    figures = _reader(sources, voice)
    terms: dict[str, Term] = {}
    for key in with_needed(pointed, voice.library, MOST):
        entry, point = entries[key], pointed.get(key, Pointed(key=key, asks=[], today=[]))
        wished, holds = named_values(entry, texts)
        asked = _values(sources.grounded(point.asks), entry, voice, figures, ASKED)
        today = _values(sources.grounded(point.today), entry, voice, figures, HOLDING)
        terms[key] = term_with(
            entry, [*wished, *asked], holds if key in texts.disputed else today or holds
        )
    for term in builtin.terms:
        if len(terms) >= FEWEST:
            break
        terms.setdefault(term.key, term)
    return with_conditions(Agenda(tuple(terms.values())), voice)


def _reader(sources: Sources, voice: Voice) -> _Reader:
    """Reads a source's figures, given its number; each once, however often it is quoted."""

    @cache
    def figures(number: int, kind: IssueKind) -> tuple[Figure, ...]:
        source = sources.get(number)
        return voice.figures.read(source.text, kind=kind) if source else ()

    return figures


def _values(
    quotes: Iterable[Quote],
    entry: Entry,
    voice: Voice,
    figures: _Reader,
    standings: frozenset[Standing],
) -> list[Quantity]:
    """The entry's numbers in grounded quotations, as the whole text around them means them.

    A number that merely happened, or is about another term, is passed over.
    """
    unit = unit_of(entry, voice.lexicon)
    values: list[Quantity] = []
    for quote in quotes:
        words, numbers = folded(quote.quote), numbers_in([quote.quote])
        for figure in figures(quote.source, entry.kind):
            is_quoted = figure.sentence in words or words in figure.sentence
            is_its = (
                figure.entry.key == entry.key
                if figure.entry
                else any_of(entry.cues, figure.sentence)
            )
            value = abs(figure.quantity.value)
            quantity = figure.quantity
            fits = is_same(unit, quantity) or is_like(unit, quantity)
            if is_quoted and is_its and fits and value in numbers:
                holds = bool(figure.level) and Standing.AGREED in standings
                values += [quantity] if figure.standing in standings or holds else []
    return values
