"""What somebody agrees to who sends a form: it stands on the form, before it is sent."""

from bot.slack.blocks import Block, actions, button, context
from bot.slack.text import people
from bot.slack.views import actions as names

STORED = (
    "Parley keeps this for the case, and what you write in its thread; private parts encrypted. By "
    "sending it you agree to that, for this case alone."
)
LINE_STORED = (
    "Parley keeps your line for this, encrypted until all are shown. By sending it you agree to "
    "that."
)
ABOUT = "What is kept, and who could read it"


def agreeing() -> Block:
    """For a form in a case that was told of already."""
    return context(people(STORED))


def agreeing_once(agreed: bool) -> list[Block]:
    """Nothing more for whoever has agreed in this case already, or whose organisation has."""
    return [] if agreed else [agreeing()]


def agreeing_first(about: str) -> list[Block]:
    """For the forms with which a case begins for somebody: with the way to read all of it."""
    return [agreeing(), actions(button(ABOUT, names.KEPT, about))]
