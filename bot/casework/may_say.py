"""May I say that …: offer one side a shareable wording of a reason that it kept to itself."""

from dataclasses import replace

from bot.casework.asking import Inquirer
from bot.casework.next_step import Opened, Step
from bot.mediation.wall import Audience, reveal


def with_offer(opened: Opened, *, inquirer: Inquirer) -> Opened:
    """The case as it was opened; where a side checks its part and shared no reason, with an offer.

    Serves that side alone, and is kept nowhere. Nothing of it stands anywhere before that side
    has said yes, or put it in its own words.
    """
    common, why = opened.case.common, opened.caucus.why
    if opened.step is not Step.CONFIRM or opened.refused or common is None or why is None:
        return opened
    if common.about(opened.side.id).needs.strip():
        return opened
    own = reveal(why, to=Audience.own_side(opened.side.id))
    return replace(opened, offer=inquirer.may_say(own))
