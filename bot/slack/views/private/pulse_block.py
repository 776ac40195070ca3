"""How is this partnership going? Five buttons once a month, and the side's own last answers."""

from collections.abc import Mapping

from bot.casework.ledger import Going
from bot.casework.my_desk import OwnSide
from bot.slack.blocks import Block, actions, button, context, section
from bot.slack.text import Mrkdwn, lines
from bot.slack.views import actions as names

LABELS: Mapping[Going, str] = {
    Going.VERY_WELL: "Very well",
    Going.WELL: "Well",
    Going.SO_SO: "So-so",
    Going.NOT_WELL: "Not so well",
    Going.BADLY: "Badly",
}
ASKS = "*How is this partnership going?*"
PRIVATE = "One tap a month, if you like. Your side alone sees it; nobody else ever does."


def pulse_blocks(own: OwnSide, *, asks: bool) -> list[Block]:
    """Nothing where it is not asked now, and the side has said nothing that its reader may read."""
    blocks: list[Block] = []
    if asks:
        taps = (
            button(label, f"{names.PULSE}.{going}", f"{own.partnership}:{going}")
            for going, label in LABELS.items()
        )
        blocks += [section(lines(ASKS, PRIVATE)), actions(*taps)]
    if own.pulses:
        said = "  ·  ".join(f"{p.month:%b %Y}: {LABELS[p.going].casefold()}" for p in own.pulses)
        blocks.append(context(Mrkdwn(f"How your side found it, for your side alone: {said}")))
    return blocks
