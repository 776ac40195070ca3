"""Trades from the library for the terms of a public text: what to give, what to ask for."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.facilitator.builtin.agenda import term_in
from bot.facilitator.builtin.kind import kind_of
from bot.facilitator.builtin.naming import in_text
from bot.facilitator.builtin.voice import Voice
from bot.facilitator.library import Entry
from bot.facilitator.reading.sentences import plain
from bot.facilitator.reading.turns import turns_in
from bot.mediation.people import TradeRole, opposite
from bot.mediation.terms import Term, Trade

_BUYS, _SUPPLIES = TradeRole.CUSTOMER, TradeRole.PROVIDER


def suggest_trades(
    text: str, *, asker: TradeRole, other: str, limit: int, voice: Voice
) -> tuple[Trade, ...]:
    """The library's trades for the terms that the text names; none where it names none."""
    words = plain(text)
    spoken = spoken_of(words, voice)
    trades: dict[frozenset[str], Trade] = {}
    for wanted, given in _pairs(spoken, voice):
        pair = frozenset({wanted.key, given.key})
        trade = _trade(_item(wanted, words, voice), _item(given, words, voice), asker, other, voice)
        if trade is not None and pair not in trades:
            trades[pair] = trade
        if len(trades) >= limit:
            break
    return tuple(trades.values())


def spoken_of(text: str, voice: Voice) -> tuple[Entry, ...]:
    """The entries that a plain text speaks of, the likeliest first.

    First those with a figure beside their name, then what a turn of phrase points to, then a
    figure that no word names, which is of the main term of its kind; at last bare mentions.
    """
    kind = kind_of([(text, 1.0)], voice)
    counts = voice.figures.entries_in(text)
    turns = turns_in(text, voice.lexicon.turns)
    read = voice.figures.read(text, kind=kind)
    figured = {f.entry.key for f in read if f.entry}
    placed = {f.entry.key for f in (voice.figures.placed(f, kind) for f in read) if f.entry}

    def rank(entry: Entry) -> tuple[bool, int, bool, bool, int]:
        key = entry.key
        return (
            key not in figured,
            -turns.get(key, 0),
            key not in placed,
            entry.kind is not kind,
            -counts.get(key, 0),
        )

    known = {*counts, *turns, *placed}
    return tuple(sorted((e for e in voice.library.entries.values() if e.key in known), key=rank))


def _pairs(spoken: tuple[Entry, ...], voice: Voice) -> Iterator[tuple[Entry, Entry]]:
    """(what to ask for, what to give for it): partners by the library, then of the same kind."""
    for wanted in spoken:
        for given in voice.library.partners(wanted):
            yield wanted, given
    for wanted in spoken:
        near = [
            p for given in voice.library.partners(wanted) for p in voice.library.partners(given)
        ]
        for given in (*spoken, *voice.library.of_kind(wanted.kind), *near):
            if given.key != wanted.key:
                yield wanted, given


@dataclass(frozen=True, slots=True)
class _Item:
    """A term as the text leaves it, and the library's words on it."""

    term: Term
    entry: Entry

    def step(self, *, towards: TradeRole) -> str | None:
        """The option beside today's that this end of the trade would rather have."""
        if self.term.today is None or self.term.wants_more is None:
            return None
        step = self.term.today + (1 if self.term.wants_more is towards else -1)
        return self.term.options[step] if 0 <= step < len(self.term.options) else None

    def gain(self, *, towards: TradeRole) -> str:
        return _gain(self.entry, towards)


def _item(entry: Entry, text: str, voice: Voice) -> _Item:
    term = term_in(text, entry, voice)
    return _Item(term if term.today is not None else entry.as_term(), entry)


def _trade(get: _Item, give: _Item, asker: TradeRole, other: str, voice: Voice) -> Trade | None:
    """None where the library knows no step in the direction that is needed."""
    if asker is TradeRole.UNSAID:
        return _open_trade(get.entry, give.entry, other, voice)
    theirs = opposite(asker)
    got, given = get.step(towards=asker), give.step(towards=theirs)
    if got is None or given is None:
        return None
    say = voice.phrases.say
    words = say(
        "trade_words",
        give_name=in_text(give.entry),
        give_option=given,
        get_name=in_text(get.entry),
        get_option=got,
        theirs=give.gain(towards=theirs),
        ours=get.gain(towards=asker),
    )
    return Trade(
        give=_change(give.term, given, voice),
        get=_change(get.term, got, voice),
        costs_you=say("trade_costs", benefit=give.gain(towards=asker)),
        helps_them=say("trade_helps", other=other, benefit=give.gain(towards=theirs)),
        words=words,
    )


def _open_trade(wanted: Entry, given: Entry, other: str, voice: Voice) -> Trade:
    """Without directions, for somebody whose end of the trade is not known yet."""
    say, get, give = voice.phrases.say, in_text(wanted), in_text(given)
    return Trade(
        give=say("trade_open", name=give),
        get=say("trade_open", name=get),
        costs_you=say(
            "trade_costs_open", buys=_gain(given, _BUYS), supplies=_gain(given, _SUPPLIES)
        ),
        helps_them=say(
            "trade_helps_open",
            other=other,
            buys=_gain(given, _BUYS),
            supplies=_gain(given, _SUPPLIES),
        ),
        words=say("trade_words_open", give_name=give, get_name=get),
    )


def _gain(entry: Entry, role: TradeRole) -> str:
    """What this end of the trade usually looks for in a term."""
    return entry.more if entry.wants_more in {role, None} else entry.less


def _change(term: Term, option: str, voice: Voice) -> str:
    say = voice.phrases.say
    if term.today is None:
        return say("trade_change_new", name=term.name, option=option)
    return say("trade_change", name=term.name, option=option, today=term.options[term.today])
