"""To agree for one's organisation: in which role, and that one may decide it."""

from bot.casework.agree_for_all import MAX_ROLE, GiveStanding
from bot.mediation.people import PartnershipId, Side
from bot.slack.blocks import Option, View, checkboxes, context, modal, section, text_input
from bot.slack.payloads import OpenView, reads_form
from bot.slack.text import Mrkdwn, people, shortened
from bot.slack.views import actions as names

TITLE = "Agree for all of us"
READ_BY_ALL = "Every side reads who agreed, in which role, and when."
LABEL = 40
"""Characters of a side's name in a label, so that the rest of it can be read."""


def standing_form(partnership: PartnershipId, side: Side) -> View:
    """What it means, and the two things that make it somebody's word who may give it."""
    name, short = people(side.name, 80), shortened(side.name, LABEL)
    means = Mrkdwn(
        f"*{name}* agrees to what Parley keeps, for everybody of it and all cases of this "
        "partnership, so that nobody is asked again at each case. What you tell in private stays "
        f"private. Whoever signs for {name} can take it back in one tap."
    )
    word = Option(f"I may decide this for {short}", "yes")
    blocks = [
        section(means),
        text_input(f"Your role at {short}", "role", lines=False, at_most=MAX_ROLE, focus=True),
        checkboxes("Your word", "entitled", [word]),
        context(people(READ_BY_ALL)),
    ]
    about = {"partnership": partnership}
    return modal(TITLE, blocks, callback=names.STANDING_FORM, about=about, submit="Agree")


@reads_form
def read(view: OpenView) -> GiveStanding:
    values = view.values
    partnership = PartnershipId(str(view.about["partnership"]))
    return GiveStanding(partnership, values.text("role"), bool(values.choices("entitled")))
