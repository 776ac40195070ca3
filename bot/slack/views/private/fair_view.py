"""Was it fair? One tap, for the ledger and for nobody on the other side."""

from bot.casework.ledger import Felt, Moment
from bot.slack.blocks import Block, Rendered, actions, button, context, section
from bot.slack.text import Mrkdwn, lines, people
from bot.slack.views import actions as names

ASKS = {
    Moment.SIGNED: "One tap, if you like: was the way here fair?",
    Moment.FULFILLED: "Everything is done. One tap, if you like: was it fair, looking back?",
}
PRIVATE = "Your answer stays with your side and Parley's own ledger; nobody else ever sees it."
THANKS = "Thank you. Your answer is kept for your side alone."
LABELS = {Felt.FAIR: "Fair", Felt.MOSTLY: "Mostly fair", Felt.NOT_FAIR: "Not fair"}


def fair_message(case_id: str, moment: Moment) -> Rendered:
    """For one person's eyes, in the channel."""
    return Rendered(ASKS[moment], tuple(fair_blocks(case_id, moment)))


def fair_blocks(case_id: str, moment: Moment, *, about: str = "") -> list[Block]:
    """about: what the question is about, where it does not stand beside its card."""
    buttons = (
        button(label, f"{names.FELT}.{felt}", f"{case_id}:{moment}:{felt}")
        for felt, label in LABELS.items()
    )
    return [
        section(lines(about, people(ASKS[moment]))),
        actions(*buttons),
        context(Mrkdwn(PRIVATE)),
    ]
