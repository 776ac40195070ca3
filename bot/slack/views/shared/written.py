"""What somebody wrote that went nowhere: all of it comes back to them, to copy."""

from bot.slack.blocks import Block, context, section
from bot.slack.text import Mrkdwn, in_parts, quoted

TO_COPY = "What you wrote, to copy:"


def written(typed: str) -> list[Block]:
    """Nothing where they wrote nothing."""
    parts = in_parts(typed)
    return [context(Mrkdwn(TO_COPY)), *(section(quoted(part)) for part in parts)] if parts else []
