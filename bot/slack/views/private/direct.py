"""The answer to what somebody wrote to Parley alone: trades for it, and what waits for them."""

from bot.casework.my_desk import Desk
from bot.casework.room import TradesShown
from bot.slack.blocks import Block, Rendered, actions, button, context, section
from bot.slack.text import Mrkdwn, people
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


def direct_answer(desk: Desk, trades: TradesShown) -> Rendered:
    """For the person who wrote, and nobody else."""
    waiting = desk.waiting[:MOST]
    text = trades.instead or (WAITS if waiting else NOTHING)
    if trades.trades:
        text = "Here is what could be traded."
    blocks: list[Block] = [section(people(text))]
    if trades.trades:
        blocks += [*trade_blocks(trades), context(people(INTRO))]
    for found in waiting:
        case = found.case
        words = Mrkdwn(f"Waits for you: case {case.number}, {people(case.issue.title, 120)}")
        label = BUTTONS.get(case.stage, "Open")
        blocks.append(section(words, accessory=button(label, names.OPEN, case.id)))
    blocks.append(actions(button("Raise an issue", names.RAISE_ANYWHERE, "direct")))
    return Rendered(text, tuple(blocks))
