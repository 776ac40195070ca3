"""A term in a trade: which way each end would have it move, and by how much."""

import re
from dataclasses import dataclass, replace

from bot.facilitator.builtin.agenda import Texts, named_values, term_with
from bot.facilitator.builtin.naming import in_text, lowered
from bot.facilitator.builtin.scale import Scale
from bot.facilitator.builtin.voice import Voice
from bot.facilitator.library import Entry
from bot.facilitator.reading.levels import is_nothing
from bot.facilitator.reading.measures import unit_of
from bot.facilitator.reading.quantities import GOODS
from bot.facilitator.reading.topics import Standing
from bot.mediation.issues import IssueKind
from bot.mediation.people import TradeRole
from bot.mediation.terms import Term


@dataclass(frozen=True, slots=True)
class Item:
    """A term with the value that holds, None where nobody has named it; the library's words on it.

    entry: None for a term of the people's own. asked: the value that a text asks for. is_less:
    whether it names a higher one beside it, so that it is asked for by who wants less.
    """

    term: Term
    entry: Entry | None
    asked: int | None = None
    is_less: bool = False

    def noun(self, voice: Voice) -> str:
        """The term inside a sentence."""
        if self.entry is None:
            return voice.phrases.say("own_term", name=lowered(self.term.name))
        return in_text(self.entry)

    @property
    def today(self) -> int | None:
        return None if self.term.today_is_usual else self.term.today

    @property
    def has_direction(self) -> bool:
        return self.term.wants_more is not None or self.serves_all

    @property
    def serves_all(self) -> bool:
        """Whether more of it is good for both: a named contact, a word of recognition."""
        if self.entry is None or self.term.wants_more is not None:
            return False
        return self.entry.kind is IssueKind.COMMUNICATION and is_nothing(self.term.options[0])

    def rises(self, *, towards: TradeRole) -> bool:
        return self.serves_all or self.term.wants_more is towards

    def step(self, *, towards: TradeRole) -> int | None:
        """The option beside today's that this end of the trade would rather have."""
        if self.today is None or not self.has_direction:
            return None
        step = self.today + (1 if self.rises(towards=towards) else -1)
        return step if 0 <= step < len(self.term.options) else None

    def example(self, *, towards: TradeRole) -> int | None:
        """Where nobody has named today's value: an option that this end would rather have.

        What is asked for, or for the other end the option towards it; else one beside the usual.
        """
        if self.today is not None or not self.has_direction:
            return None
        rises = self.rises(towards=towards)
        if self.asked is not None:
            beside = self.asked + (1 if self.is_less else -1)
            near = self.asked if rises is not self.is_less else beside
        elif self.term.today is not None:
            near = self.term.today + (1 if rises else -1)
        else:
            return None
        return near if 0 <= near < len(self.term.options) else None

    def is_at_its_end(self, *, towards: TradeRole) -> bool:
        """Whether today's value is known and there is none beyond it in this direction."""
        is_known = self.today is not None and self.has_direction
        return is_known and self.step(towards=towards) is None

    def gain(self, *, towards: TradeRole) -> str:
        """What this end of the trade usually looks for in the term, "" where nobody knows."""
        if self.entry is None:
            return ""
        return self.entry.more if self.term.wants_more in {towards, None} else self.entry.less

    def kept(self, *, by: TradeRole) -> str:
        """What this end has of the term as long as it does not move."""
        if self.entry is not None and self.term.wants_more is None:
            return self.entry.less
        return self.gain(towards=by)

    def named(self, voice: Voice) -> str:
        """Its name before a value; where a value cannot follow ("review every"), its noun."""
        name = lowered(self.term.name)
        is_whole = self.entry is None or not self.entry.noun or name in self.entry.noun
        return name if is_whole else self.noun(voice)


def item_in(text: str, entry: Entry, voice: Voice) -> Item:
    """The entry with the options, today's value and the wish that one text names."""
    figures = voice.figures.read(text, kind=entry.kind)
    texts = Texts((text,), figures)
    wished, holds = named_values(entry, texts)
    term = term_with(entry, wished, holds)
    about = texts.about(entry)
    values = [abs(f.quantity.value) for f in about]
    scale = Scale.spoken(entry, [*wished, *holds])
    asked = [
        abs(f.quantity.value)
        for f in about
        if f.standing is not Standing.HAPPENED and scale.takes(f.quantity)
    ]
    at = scale.at(asked[-1]) if asked else None
    label = "" if at is None else scale.labels[at]
    if label not in term.options:
        is_counted_otherwise = (
            not about and unit_of(entry, voice.lexicon) in GOODS and re.search(r"\d", text)
        )
        return Item(replace(term, today=None) if is_counted_otherwise else term, entry)
    return Item(term, entry, term.options.index(label), is_less=max(values) > asked[-1])
