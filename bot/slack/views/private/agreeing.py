"""What somebody agrees to who sends a form: it stands on the form, before it is sent."""

from bot.casework.tongues import Tongue
from bot.slack.blocks import Block, actions, button, context
from bot.slack.text import people
from bot.slack.views import actions as names
from bot.slack.views.shared.stages import ENGLISH

STORED, ABOUT = ENGLISH.say("stored"), ENGLISH.say("stored.about")
LINE_STORED = ENGLISH.say("line.stored")


def agreeing(speaks: Tongue = ENGLISH) -> Block:
    """For a form in a case that was told of already."""
    return context(people(speaks.say("stored")))


def agreeing_once(agreed: bool, speaks: Tongue = ENGLISH) -> list[Block]:
    """Nothing more for whoever has agreed in this case already, or whose organisation has."""
    return [] if agreed else [agreeing(speaks)]


def agreeing_first(about: str, speaks: Tongue = ENGLISH) -> list[Block]:
    """For the forms with which a case begins for somebody: with the way to read all of it."""
    return [agreeing(speaks), actions(button(speaks.say("stored.about"), names.KEPT, about))]
