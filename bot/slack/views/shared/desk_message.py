"""The pinned message of a shared channel: one button, the same for everybody."""

from bot.casework.hosting import UNSAID, Hosting
from bot.slack.blocks import Rendered, actions, button, context, section
from bot.slack.text import Mrkdwn, people
from bot.slack.views import actions as names

WHAT_IT_IS = "Parley, a program{by}, takes no side and serves everybody here alike."
TEXT = "*My desk* shows what waits for you, what your side told in private, and your promises."
SEEN = (
    "What it opens is for your eyes alone. Nothing that you write is kept before you agree; *What "
    "is kept*, in there, says where, and who could read it."
)


def desk_message(hosting: Hosting = UNSAID) -> Rendered:
    """With whose Parley it is: both organisations may run one, and one of them serves a channel."""
    host = people(hosting.host, 80)
    what = WHAT_IT_IS.format(by=f" run by {host}" if host else "")
    opening = actions(button("My desk", names.DESK, "desk", primary=True))
    return Rendered(
        "My desk: what waits for you in Parley",
        (section(Mrkdwn(f"{what} {TEXT}")), opening, context(Mrkdwn(SEEN))),
    )


def cleared_desk(text: str) -> Rendered:
    """What stands there instead where another Parley serves the channel."""
    words = people(text)
    return Rendered(words, (section(words),))
