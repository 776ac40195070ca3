"""Who speaks and who signs for one's own side."""

from bot.casework.my_desk import OwnSide
from bot.casework.name_people import NamePeople
from bot.mediation.people import PartnershipId
from bot.slack.blocks import View, context, modal, people_input
from bot.slack.payloads import OpenView, reads_form
from bot.slack.text import people
from bot.slack.views import actions as names

TITLE = "Your side's people"
INTRO = (
    "Whom you name here can speak or sign for {side} from now on, read what your side told in "
    "private, and change it. Guests can as soon as the other side has confirmed them."
)


def people_form(own: OwnSide) -> View:
    """Both lists as they stand; everybody of the side may both until this is first sent."""
    blocks = [
        context(people(INTRO.format(side=own.side.name))),
        people_input("Who speaks", "speaks", chosen=own.speaks),
        people_input("Who signs", "signs", chosen=own.signs),
    ]
    about = {"partnership": own.partnership}
    return modal(TITLE, blocks, callback=names.PEOPLE_FORM, about=about, submit="Save")


@reads_form
def read(view: OpenView) -> NamePeople:
    values = view.values
    partnership = PartnershipId(str(view.about["partnership"]))
    return NamePeople(partnership, values.people("speaks"), values.people("signs"))
