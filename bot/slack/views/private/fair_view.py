"""Was it fair? One tap, for the ledger and for nobody on the other side."""

from bot.casework.ledger import Felt, Moment
from bot.casework.tongues import Tongue, tongue
from bot.slack.blocks import Block, Rendered, actions, button, context, section
from bot.slack.text import Mrkdwn, lines, people
from bot.slack.views import actions as names
from bot.slack.views.shared.stages import ENGLISH

PRIVATE = ENGLISH.say("fair.private")
THANKS = ENGLISH.say("fair.thanks")
LABELS = {felt: ENGLISH.say(f"felt.{felt.value}") for felt in Felt}


def fair_message(case_id: str, moment: Moment, language: str = "en") -> Rendered:
    """For one person's eyes, in the channel, in their language."""
    speaks = tongue(language)
    text = speaks.say(f"fair.{moment.value}")
    return Rendered(text, tuple(fair_blocks(case_id, moment, speaks)))


def fair_blocks(
    case_id: str, moment: Moment, speaks: Tongue = ENGLISH, *, about: str = ""
) -> list[Block]:
    """about: what the question is about, where it does not stand beside its card."""
    buttons = (
        button(
            speaks.say(f"felt.{felt.value}"), f"{names.FELT}.{felt}", f"{case_id}:{moment}:{felt}"
        )
        for felt in Felt
    )
    return [
        section(lines(about, people(speaks.say(f"fair.{moment.value}")))),
        actions(*buttons),
        context(Mrkdwn(speaks.say("fair.private"))),
    ]
