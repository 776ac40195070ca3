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
MOST = 5


def direct_answer(desk: Desk, trades: TradesShown) -> Rendered:
    """For the person who wrote, and nobody else."""
    blocks: list[Block] = []
    text = ASK
    if trades.trades:
        text = "Here is what could be traded."
        blocks += [section(people(text)), *trade_blocks(trades), context(people(INTRO))]
    else:
        blocks.append(section(people(text)))
    waiting = desk.waiting[:MOST]
    for found in waiting:
        case = found.case
        words = Mrkdwn(f"Waits for you: case {case.number}, {people(case.issue.title, 120)}")
        label = BUTTONS.get(case.stage, "Open")
        blocks.append(section(words, accessory=button(label, names.OPEN, case.id)))
    blocks.append(actions(button("Raise an issue", names.RAISE_ANYWHERE, "direct")))
    return Rendered(text, tuple(blocks))
