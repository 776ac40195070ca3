"""Trade-off suggestions for one person, ready to copy."""

from bot.casework.room import TradesShown
from bot.mediation.terms import Trade
from bot.slack.blocks import Block, View, context, modal, section
from bot.slack.text import Mrkdwn, bold, lines, people, quoted
from bot.slack.views import actions as names

TITLE = "Trade-offs"
INTRO = "Only you see this. Copy what fits, and put it in your own words."
RATED = bold(Mrkdwn("By what your side has rated"))
NONE = (
    "No term was found here that Parley knows a trade for. Try it on a message that names what "
    "the quarrel is about: a price, a date, a quantity, payment days."
)


def trades_view(shown: TradesShown) -> View:
    """Each trade: the sentence to copy, what it costs, how it may help them."""
    if not shown.trades and not shown.swaps:
        return modal(TITLE, [section(people(shown.instead or NONE))], callback=names.NOTICE)
    return modal(TITLE, [context(people(INTRO)), *trade_blocks(shown)], callback=names.NOTICE)


def trade_blocks(shown: TradesShown) -> list[Block]:
    """A block each: swaps by the side's own ratings first, then the library's trades."""
    swaps = [section(lines(RATED, _trade(swap))) for swap in shown.swaps]
    return [*swaps, *(section(_trade(trade)) for trade in shown.trades)]


def _trade(trade: Trade) -> Mrkdwn:
    said = [quoted(people(trade.words, 600))]
    if trade.costs_you:
        said.append(Mrkdwn(f"_Costs you:_ {people(trade.costs_you, 300)}"))
    if trade.helps_them:
        said.append(Mrkdwn(f"_May help them:_ {people(trade.helps_them, 300)}"))
    return lines(*said)
