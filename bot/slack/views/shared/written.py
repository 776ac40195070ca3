"""What somebody wrote that went nowhere: all of it comes back to them, to copy."""

from bot.casework.tongues import Tongue
from bot.slack.blocks import Block, context, section
from bot.slack.text import Mrkdwn, in_parts, quoted
from bot.slack.views.shared.stages import ENGLISH


def written(typed: str, speaks: Tongue = ENGLISH) -> list[Block]:
    """Nothing where they wrote nothing."""
    parts = in_parts(typed)
    label = context(Mrkdwn(speaks.say("written")))
    return [label, *(section(quoted(part)) for part in parts)] if parts else []
