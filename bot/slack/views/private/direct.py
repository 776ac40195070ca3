"""The answer to what somebody wrote to Parley alone: trades for it, and what waits for them."""

from bot.casework.my_desk import Desk
from bot.casework.room import TradesShown
from bot.mediation.terms import Trade
from bot.slack.blocks import Block, Rendered, actions, button, context, section
from bot.slack.newer_blocks import Streamed
from bot.slack.text import Mrkdwn, markdown, people
from bot.slack.views import actions as names
from bot.slack.views.private.trades_view import INTRO, trade_blocks
from bot.slack.views.shared.stages import BUTTONS

ASK = (
    "Tell me in a sentence what it is about, with the terms in it (a price, a date, payment days), "
    "and I suggest trades. Or raise an issue, so that both sides can work on it."
)
NOTHING = f"Nothing waits for you. {ASK}"
WAITS = "This waits for you:"
MOST = 5


def direct_answer(desk: Desk, trades: TradesShown) -> Streamed:
    """For the person who wrote, and nobody else."""
    waiting = desk.waiting[:MOST]
    text = trades.instead or (WAITS if waiting else NOTHING)
    if trades.trades:
        text = "Here is what could be traded."
    below: list[Block] = [context(people(INTRO))] if trades.trades else []
    for found in waiting:
        case = found.case
        words = Mrkdwn(f"Waits for you: case {case.number}, {people(case.issue.title, 120)}")
        label = BUTTONS.get(case.stage, "Open")
        below.append(section(words, accessory=button(label, names.OPEN, case.id)))
    below.append(actions(button("Raise an issue", names.RAISE_ANYWHERE, "direct")))
    whole = (section(people(text)), *trade_blocks(trades), *below)
    parts = (markdown(text), *(_in_markdown(trade) for trade in trades.trades))
    return Streamed(parts, tuple(below), Rendered(text, whole))


def _in_markdown(trade: Trade) -> str:
    """A trade as a paragraph of its own, quoted words first."""
    said = [f"> {markdown(trade.words, 600)}"]
    if trade.costs_you:
        said.append(f"*Costs you:* {markdown(trade.costs_you, 300)}")
    if trade.helps_them:
        said.append(f"*May help them:* {markdown(trade.helps_them, 300)}")
    return "\n\n" + "\n\n".join(said)
