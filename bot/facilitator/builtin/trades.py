"""Trades for the terms of a case or of a public text: what to give, what to ask for."""

from collections.abc import Iterator, Sequence

from bot.facilitator.builtin.item import Item, item_in
from bot.facilitator.builtin.kind import kind_of
from bot.facilitator.builtin.voice import Voice
from bot.facilitator.library import Entry
from bot.facilitator.reading.levels import is_nothing
from bot.facilitator.reading.sentences import plain
from bot.facilitator.reading.turns import turns_in
from bot.mediation.people import TradeRole, opposite
from bot.mediation.terms import Exchange, Term, Trade

_BUYS, _SUPPLIES = TradeRole.CUSTOMER, TradeRole.PROVIDER


def suggest_trades(
    text: str, *, asker: TradeRole, other: str, limit: int, voice: Voice
) -> tuple[Trade, ...]:
    """The library's trades for the terms that the text names; none where it names none."""
    words = plain(text)
    pairs = _library_pairs(spoken_of(words, voice), voice)

    def item(entry: Entry) -> Item:
        return item_in(words, entry, voice)

    return _trades(((item(get), item(give)) for get, give in pairs), asker, other, limit, voice)


def trades_on_the_table(
    terms: Sequence[Term], *, asker: TradeRole, other: str, limit: int, voice: Voice
) -> tuple[Trade, ...]:
    """Trades between the terms of a case, each a step from what holds; usual partners first."""
    items = {t.key: Item(t, voice.library.entries.get(t.key)) for t in terms}
    partners = [
        (wanted, items[key])
        for wanted in items.values()
        for key in wanted.term.traded_for
        if key in items
    ]
    others = [(a, b) for a in items.values() for b in items.values() if a is not b]

    def is_open(pair: tuple[Item, Item]) -> bool:
        return any(item.today is None for item in pair)

    pairs = sorted([*partners, *others], key=is_open)
    return _trades(iter(pairs), asker, other, limit, voice)


def word_swaps(
    terms: Sequence[Term],
    exchanges: Sequence[Exchange],
    *,
    asker: TradeRole,
    other: str,
    voice: Voice,
) -> tuple[Trade, ...]:
    """Exchanges that a side's own ratings call even, as sentences that give none of them away."""
    items = [Item(t, voice.library.entries.get(t.key)) for t in terms]
    return tuple(
        _swap(items[get], got, items[give], given, asker, other, voice)
        for (get, got), (give, given) in exchanges
    )


def _swap(
    get: Item, got: int, give: Item, given: int, asker: TradeRole, other: str, voice: Voice
) -> Trade:
    say, helps = voice.phrases.say, give.gain(towards=opposite(asker))
    is_known = asker is not TradeRole.UNSAID and helps
    return Trade(
        give=_change(give, given, voice),
        get=_change(get, got, voice),
        costs_you=say("swap_even"),
        helps_them=say("trade_helps", other=other, benefit=helps) if is_known else "",
        words=say("trade_words_plain", give=_part(give, given, voice), get=_part(get, got, voice)),
    )


def trade(
    get: Item, got: int | None, give: Item, given: int | None, asker: TradeRole, voice: Voice
) -> str:
    """The sentence to copy: from us, in return, and what that means for each where it is known."""
    say = voice.phrases.say
    gives, gets = _part(give, given, voice), _part(get, got, voice)
    theirs, ours = give.gain(towards=opposite(asker)), get.gain(towards=asker)
    if not theirs or not ours:
        return say("trade_words_plain", give=gives, get=gets)
    return say("trade_words", give=gives, get=gets, theirs=theirs, ours=ours)


def _trades(
    pairs: Iterator[tuple[Item, Item]], asker: TradeRole, other: str, limit: int, voice: Voice
) -> tuple[Trade, ...]:
    trades: dict[frozenset[str], Trade] = {}
    for wanted, given in pairs:
        pair = frozenset({wanted.term.key, given.term.key})
        found = None if pair in trades else _trade(wanted, given, asker, other, voice)
        if found is not None:
            trades[pair] = found
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


def _library_pairs(spoken: tuple[Entry, ...], voice: Voice) -> Iterator[tuple[Entry, Entry]]:
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


def _trade(get: Item, give: Item, asker: TradeRole, other: str, voice: Voice) -> Trade | None:
    """None where what holds is as far as it goes already. Open where no value is known."""
    if asker is TradeRole.UNSAID:
        return _open_trade(get, give, other, voice)
    theirs = opposite(asker)
    if get.is_at_its_end(towards=asker) or give.is_at_its_end(towards=theirs):
        return None
    say = voice.phrases.say
    got, given = _towards(get, asker), _towards(give, theirs)
    kept, helps = give.kept(by=asker), give.gain(towards=theirs)
    return Trade(
        give=_change(give, given, voice),
        get=_change(get, got, voice),
        costs_you=say("trade_costs", benefit=kept) if kept else "",
        helps_them=say("trade_helps", other=other, benefit=helps) if helps else "",
        words=trade(get, got, give, given, asker, voice),
        gives=_part(give, given, voice),
        gets=_part(get, got, voice),
    )


def _towards(item: Item, end: TradeRole) -> int | None:
    """A step from what holds; where that is not known, an example."""
    step = item.step(towards=end)
    return item.example(towards=end) if step is None else step


def _open_trade(get: Item, give: Item, other: str, voice: Voice) -> Trade:
    """Without directions, for somebody whose end of the trade is not known yet."""
    say = voice.phrases.say
    buys, supplies = give.gain(towards=_BUYS), give.gain(towards=_SUPPLIES)
    costs = helps = ""
    if buys and supplies:
        costs = say("trade_costs_open", buys=buys, supplies=supplies)
        helps = say("trade_helps_open", other=other, buys=buys, supplies=supplies)
    give_name, get_name = give.noun(voice), get.noun(voice)
    return Trade(
        give=say("trade_open", name=give_name),
        get=say("trade_open", name=get_name),
        costs_you=costs,
        helps_them=helps,
        words=say("trade_words_open", give_name=give_name, get_name=get_name),
    )


def _change(item: Item, option: int | None, voice: Voice) -> str:
    if option is None:
        return voice.phrases.say("trade_open", name=item.noun(voice))
    label = item.term.options[option]
    if item.today is None:
        return voice.phrases.say("trade_change_new", name=item.term.name, option=label)
    today = item.term.options[item.today]
    return voice.phrases.say("trade_change", name=item.term.name, option=label, today=today)


def _part(item: Item, option: int | None, voice: Voice) -> str:
    """One end of a trade inside its sentence."""
    say, name = voice.phrases.say, item.named(voice)
    if option is None:
        return say("trade_part_open", name=item.noun(voice))
    label = item.term.options[option]
    if is_nothing(label) and not label[0].isdigit():
        return say("trade_part_without", name=item.noun(voice))
    if item.today is None:
        return say("trade_part_new", name=name, option=label)
    today = item.term.options[item.today]
    is_word = is_nothing(today) and not today[0].isdigit()
    return say(
        "trade_part_new_today" if is_word else "trade_part", name=name, option=label, today=today
    )
