"""Trade-off suggestions for one person, ready to copy."""

import json

from bot.casework.shown import Origin, TradesShown
from bot.casework.tongues import Tongue, tongue
from bot.mediation.people import ChannelId, TradeRole
from bot.mediation.terms import Trade
from bot.slack.blocks import Block, View, actions, button, context, modal, section
from bot.slack.newer_blocks import plain_feedback
from bot.slack.payloads import OpenView, reads_form
from bot.slack.text import Mrkdwn, bold, lines, people, quoted
from bot.slack.views import actions as names

ENGLISH = tongue("en")
TONGUES = (ENGLISH, tongue("es"))
TITLE = ENGLISH.say("trades.title")
LONGEST_TYPED = 800
"""Characters of a typed text that a button can carry back, whatever escapes it needs."""


def trades_view(shown: TradesShown) -> View:
    """Each trade: the sentence to copy, what it costs, how it may help them."""
    speaks = tongue(shown.language)
    title = speaks.say("trades.title")
    if not shown.trades and not shown.swaps:
        said = shown.instead or speaks.say("trades.none")
        return modal(
            title, [section(people(said))], callback=names.NOTICE, close=speaks.say("close")
        )
    intro = context(people(speaks.say("direct.only_you")))
    blocks = [intro, *_which_end(shown, speaks), *trade_blocks(shown, speaks)]
    blocks.append(plain_feedback(names.HELPFUL, *helpful(speaks)))
    return modal(title, blocks, callback=names.NOTICE, close=speaks.say("close"))


def helpful(speaks: Tongue) -> tuple[str, str]:
    """What is said of suggestions by one tap."""
    return speaks.say("direct.helpful"), speaks.say("direct.not_helpful")


def counted(view: OpenView) -> View:
    """The same view with thanks in the place of the question."""
    blocks = [dict(b) for b in view.blocks if b.get("block_id") != names.HELPFUL]
    speaks = next((t for t in TONGUES if t.say("trades.title") == view.title), ENGLISH)
    thanks = context(people(speaks.say("direct.counted")))
    return modal(
        view.title,
        [*blocks, thanks],
        callback=view.callback,
        about=dict(view.about),
        close=speaks.say("close"),
    )


def _which_end(shown: TradesShown, speaks: Tongue) -> list[Block]:
    """One tap tells whether the asker's side buys or supplies, where nobody has said so yet."""
    origin = shown.asks_end
    if origin is None or len(shown.typed) > LONGEST_TYPED:
        return []
    place = [origin.channel, origin.thread_ts, origin.message_ts, shown.case_id]
    ends = [
        button(label, f"{names.TRADES_AS}.{end.value}", _value(place, end, shown.typed))
        for label, end in (
            (speaks.say("trades.we_buy"), TradeRole.CUSTOMER),
            (speaks.say("trades.we_supply"), TradeRole.PROVIDER),
        )
    ]
    return [section(people(speaks.say("trades.which_end"))), actions(*ends)]


def _value(place: list[str], end: TradeRole, typed: str) -> str:
    return json.dumps([*place, end.value, typed], ensure_ascii=False)


@reads_form
def end_in(value: str) -> tuple[Origin, str, TradeRole, str]:
    """From a button's value: where to look, in which case if in one, the asker's end, a text."""
    channel, thread_ts, message_ts, case_id, end, typed = json.loads(value)
    return Origin(ChannelId(channel), thread_ts, message_ts), case_id, TradeRole(end), typed


def trade_blocks(shown: TradesShown, speaks: Tongue = ENGLISH) -> list[Block]:
    """A block each: swaps by the side's own ratings first, then the library's trades."""
    rated = bold(people(speaks.say("trades.rated")))
    swaps = [section(lines(rated, _trade(swap, speaks))) for swap in shown.swaps]
    return [*swaps, *(section(_trade(trade, speaks)) for trade in shown.trades)]


def _trade(trade: Trade, speaks: Tongue) -> Mrkdwn:
    said = [quoted(people(trade.words, 600))]
    if trade.costs_you:
        said.append(Mrkdwn(f"_{speaks.say('direct.costs')}_ {people(trade.costs_you, 300)}"))
    if trade.helps_them:
        said.append(Mrkdwn(f"_{speaks.say('direct.helps')}_ {people(trade.helps_them, 300)}"))
    return lines(*said)
