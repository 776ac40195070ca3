"""How is this partnership going? Five buttons once a month, and the side's own last answers."""

from bot.casework.ledger import Going
from bot.casework.my_desk import OwnSide
from bot.casework.tongues import Tongue
from bot.slack.blocks import Block, actions, button, context, section
from bot.slack.text import Mrkdwn, bold, lines
from bot.slack.views import actions as names
from bot.slack.views.shared.stages import ENGLISH


def pulse_blocks(own: OwnSide, speaks: Tongue = ENGLISH, *, asks: bool) -> list[Block]:
    """Nothing where it is not asked now, and the side has said nothing that its reader may read."""
    blocks: list[Block] = []
    labels = {going: speaks.say(f"going.{going.value}") for going in Going}
    if asks:
        taps = (
            button(label, f"{names.PULSE}.{going}", f"{own.partnership}:{going}")
            for going, label in labels.items()
        )
        asked = lines(bold(Mrkdwn(speaks.say("pulse"))), speaks.say("pulse.private"))
        blocks += [section(asked), actions(*taps)]
    if own.pulses:
        said = "  ·  ".join(
            f"{speaks.months[p.month.month - 1]} {p.month.year}: {labels[p.going].casefold()}"
            for p in own.pulses
        )
        blocks.append(context(Mrkdwn(speaks.say("pulse.said", said=said))))
    return blocks
