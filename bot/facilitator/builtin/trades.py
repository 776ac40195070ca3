"""Trades from the library for the terms of a public text: what to give, what to ask for."""

from collections.abc import Iterator

from bot.facilitator.builtin.kind import kind_of
from bot.facilitator.builtin.voice import Voice
from bot.facilitator.library import Entry
from bot.facilitator.reading.sentences import plain
from bot.mediation.people import TradeRole, opposite
from bot.mediation.terms import Trade


def suggest_trades(
    text: str, *, asker: TradeRole, other: str, limit: int, voice: Voice
) -> tuple[Trade, ...]:
    """The library's trades for the terms that the text names, then for its kind of issue."""
    spoken = _spoken_of(plain(text), voice)
    trades: dict[frozenset[str], Trade] = {}
    for wanted, given in _pairs(spoken, voice):
        pair = frozenset({wanted.key, given.key})
        trade = _trade(wanted, given, asker, other, voice)
        if trade is not None and pair not in trades:
            trades[pair] = trade
        if len(trades) >= limit:
            break
    return tuple(trades.values())


def _spoken_of(text: str, voice: Voice) -> tuple[Entry, ...]:
    """Entries by how much the text speaks of them, then the rest of its kind of issue."""
    kind = kind_of([(text, 1.0)], voice)
    counts = voice.figures.entries_in(text)
    named = {f.entry.key for f in voice.figures.read(text, kind=kind) if f.entry}
    entries = voice.library.entries.values()
    ranked = sorted(
        (e for e in entries if e.key in counts or e.kind is kind),
        key=lambda e: (e.key not in named, -counts.get(e.key, 0), e.kind is not kind),
    )
    return tuple(ranked)


def _pairs(spoken: tuple[Entry, ...], voice: Voice) -> Iterator[tuple[Entry, Entry]]:
    """(what to ask for, what to give for it): partners by the library, then any two."""
    for wanted in spoken:
        for given in voice.library.partners(wanted):
            yield wanted, given
    every = tuple(voice.library.entries.values())
    for wanted in (*spoken, *every):
        for given in (*voice.library.partners(wanted), *spoken):
            if given.key != wanted.key:
                yield wanted, given


def _trade(wanted: Entry, given: Entry, asker: TradeRole, other: str, voice: Voice) -> Trade | None:
    """None where the library knows no step in the direction that is needed."""
    if asker is TradeRole.UNSAID:
        return _open_trade(wanted, given, other, voice)
    get = _step(wanted, towards=asker)
    give = _step(given, towards=opposite(asker))
    if get is None or give is None:
        return None
    say = voice.phrases.say
    words = say(
        "trade_words",
        give_name=given.name,
        give_option=given.options[give],
        get_name=wanted.name,
        get_option=wanted.options[get],
        theirs=_gain(given, towards=opposite(asker)),
        ours=_gain(wanted, towards=asker),
    )
    return Trade(
        give=_change(given, give, voice),
        get=_change(wanted, get, voice),
        costs_you=say("trade_costs", benefit=_gain(given, towards=asker)),
        helps_them=say("trade_helps", other=other, benefit=_gain(given, towards=opposite(asker))),
        words=words,
    )


def _open_trade(wanted: Entry, given: Entry, other: str, voice: Voice) -> Trade:
    """Without directions, for somebody whose end of the trade is not known yet."""
    say = voice.phrases.say
    return Trade(
        give=say("trade_open", name=given.name),
        get=say("trade_open", name=wanted.name),
        costs_you=say("trade_costs_open", name=given.name),
        helps_them=say("trade_helps_open", other=other),
        words=say("trade_words_open", give_name=given.name, get_name=wanted.name),
    )


def _step(entry: Entry, *, towards: TradeRole) -> int | None:
    """The option beside today's that this end of the trade would rather have."""
    if entry.today is None or entry.wants_more is None:
        return None
    step = entry.today + (1 if entry.wants_more is towards else -1)
    return step if 0 <= step < len(entry.options) else None


def _gain(entry: Entry, *, towards: TradeRole) -> str:
    return entry.more if entry.wants_more is towards else entry.less


def _change(entry: Entry, option: int, voice: Voice) -> str:
    say = voice.phrases.say
    if entry.today is None:
        return say("trade_change_new", name=entry.name, option=entry.options[option])
    today = entry.options[entry.today]
    return say("trade_change", name=entry.name, option=entry.options[option], today=today)
