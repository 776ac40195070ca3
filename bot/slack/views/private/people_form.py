"""Who speaks and who signs for one's own side."""

from bot.casework.my_desk import OwnSide
from bot.casework.name_people import NamePeople
from bot.casework.readers import Readers
from bot.mediation.both_or_all import both_or_all
from bot.mediation.ladder import Ladder
from bot.mediation.people import PartnershipId
from bot.slack.blocks import Option, View, context, modal, people_input, select
from bot.slack.payloads import OpenView, reads_form
from bot.slack.text import people
from bot.slack.views import actions as names

TITLE = "Your side's people"
INTRO = (
    "Whom you name here can speak or sign for {side} from now on, read what your side told in "
    "private, and change it. Guests can as soon as {another} has confirmed them."
)
READING = {
    Readers.NAMED: "Whoever speaks or signs",
    Readers.EVERYBODY: "Everybody of your side in the channel",
}
CHANGING = "To change it stays with whom you name. Nobody else ever reads it."

DAYS = tuple((n, f"{n} working day{'s' if n > 1 else ''} of your side") for n in (1, 2, 3, 5))


def people_form(own: OwnSide) -> View:
    """Both lists as they stand; everybody of the side may both until this is first sent."""
    blocks = [
        context(people(both_or_all(INTRO, [own.side, *own.others], side=own.side.name))),
        people_input("Who speaks", "speaks", chosen=own.speaks),
        people_input("Who signs", "signs", chosen=own.signs),
        people_input(
            "Who is asked, one after the other, where your side has not answered",
            "ladder",
            chosen=own.ladder.people,
            optional=True,
        ),
        select(
            "Each after",
            "days",
            [Option(label, str(n)) for n, label in DAYS],
            chosen=str(own.ladder.days),
            optional=True,
        ),
        select(
            "Who reads what your side told in private",
            "readers",
            [Option(label, who.value) for who, label in READING.items()],
            chosen=own.readers.value,
            hint=CHANGING,
        ),
    ]
    about = {"partnership": own.partnership}
    return modal(TITLE, blocks, callback=names.PEOPLE_FORM, about=about, submit="Save")


@reads_form
def read(view: OpenView) -> NamePeople:
    values = view.values
    partnership = PartnershipId(str(view.about["partnership"]))
    ladder = Ladder(values.people("ladder"), int(values.choice("days") or Ladder().days))
    chosen = values.choice("readers")
    readers = Readers(chosen) if chosen else None
    return NamePeople(partnership, values.people("speaks"), values.people("signs"), ladder, readers)
