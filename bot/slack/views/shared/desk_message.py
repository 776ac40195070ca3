"""The pinned message of a shared channel: one button, the same for everybody."""

from bot.slack.blocks import Rendered, actions, button, context, section
from bot.slack.text import Mrkdwn, people
from bot.slack.views import actions as names

TEXT = (
    "Parley serves everybody in this channel alike. *My desk* shows what waits for you, what your "
    "side told in private, and your promises."
)
SEEN = "What it opens is for your eyes alone."


def desk_message() -> Rendered:
    opening = actions(button("My desk", names.DESK, "desk", primary=True))
    return Rendered(
        "My desk: what waits for you in Parley",
        (section(Mrkdwn(TEXT)), opening, context(Mrkdwn(SEEN))),
    )


def cleared_desk(text: str) -> Rendered:
    """What stands there instead where another Parley serves the channel."""
    words = people(text)
    return Rendered(words, (section(words),))
