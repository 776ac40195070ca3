"""The pinned message of a shared channel: one button, the same for everybody."""

from bot.casework.hosting import UNSAID, Hosting
from bot.casework.tongues import tongue
from bot.slack.blocks import Rendered, actions, button, context, section
from bot.slack.text import Mrkdwn, people
from bot.slack.views import actions as names


def desk_message(hosting: Hosting = UNSAID, language: str = "en") -> Rendered:
    """With whose Parley it is: both organisations may run one, and one of them serves a channel."""
    host = people(hosting.host, 80)
    speaks = tongue(language)
    what = speaks.say("pinned.what", by=speaks.say("pinned.by", host=host) if host else "")
    text = f"{what} {speaks.say('pinned.shows')}"
    opening = actions(button("My desk", names.DESK, "desk", primary=True))
    return Rendered(
        speaks.say("pinned.title"),
        (section(Mrkdwn(text)), opening, context(Mrkdwn(speaks.say("pinned.seen")))),
    )


def cleared_desk(text: str) -> Rendered:
    """What stands there instead where another Parley serves the channel."""
    words = people(text)
    return Rendered(words, (section(words),))
