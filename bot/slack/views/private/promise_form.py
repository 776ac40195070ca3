"""One more promise of one's own side: who, what, by when, how often, and how both can see it."""

from datetime import date, timedelta

from bot.casework.add_promise import MOST_MEASURE, AddPromise
from bot.casework.next_step import Opened
from bot.casework.promised import MOST
from bot.casework.sign import Sign
from bot.mediation.both_or_all import both_or_all
from bot.mediation.people import PersonId
from bot.mediation.stages import Stage
from bot.slack.blocks import (
    Block,
    View,
    context,
    date_input,
    modal,
    person_input,
    select,
    text_input,
)
from bot.slack.payloads import OpenView, reads_form
from bot.slack.text import people
from bot.slack.views import actions as names
from bot.slack.views.private.agreeing import agreeing_once
from bot.slack.views.private.follow_form import HOW_OFTEN, ONCE, rhythm_in

TITLE = "Add a promise"
SIGNING = "It becomes part of the text that {both} sides sign."
SIGNED_BEFORE = (
    "It becomes part of the text that {both} sides sign; a side that has signed signs it again."
)
LATER = "{Others_are} asked, and it holds once {it_agrees}. What was signed stays as it is."
USUAL = timedelta(days=7)
"""Until its first day, where nobody has said otherwise; it is the same day of the week."""

A_YEAR = timedelta(weeks=52)


def promise_form(opened: Opened, person: PersonId, *, typed: Sign | None = None) -> View:
    """Filled in as far as that can be known. typed: what stands in the form to sign, to go back."""
    case, today = opened.case, opened.today
    assert case.agreement is not None
    signing = SIGNED_BEFORE if case.agreement.signatures else SIGNING
    what_it_means = signing if case.stage is Stage.SIGNING else LATER
    blocks: list[Block] = [
        context(people(both_or_all(what_it_means, case.sides))),
        text_input(
            f"What {opened.side.name[:60]} promises",
            "what",
            placeholder="Share the forecast for the next eight weeks",
            lines=False,
            at_most=MOST,
            focus=True,
        ),
        person_input("Who sees to it", "owner", chosen=person),
        date_input("By when, or the first time", "due", chosen=today + USUAL),
        select("How often", "every", HOW_OFTEN, chosen=ONCE),
        date_input("Until, where it comes round", "until", chosen=today + A_YEAR, optional=True),
        text_input(
            both_or_all("How {both} can see that it was done", case.sides),
            "measure",
            placeholder="The file stands in this channel by noon",
            lines=False,
            optional=True,
            at_most=MOST_MEASURE,
        ),
        *agreeing_once(opened.agreed),
    ]
    about: dict[str, object] = {"case": case.id}
    if typed is not None:
        about["typed"] = _kept(typed)
    return modal(TITLE, blocks, callback=names.PROMISE_FORM, about=about, submit="Add it")


@reads_form
def read(view: OpenView) -> AddPromise:
    values = view.values
    due = values.day("due")
    if due is None:
        raise ValueError("a day is missing")
    return AddPromise(
        case_id=str(view.about["case"]),
        what=values.text("what"),
        due=due,
        owner=values.person("owner"),
        measure=values.text("measure"),
        every=rhythm_in(values.choice("every")),
        until=values.day("until"),
    )


@reads_form
def typed_in(view: OpenView) -> Sign | None:
    """What stood in the form to sign when this one took its place; None where it was another."""
    held = view.about.get("typed")
    if held is None:
        return None
    review = held["review"]
    return Sign(
        case_id=str(view.about["case"]),
        version="",
        attested=False,
        owners={str(k): PersonId(str(v)) for k, v in held["owners"].items()},
        dues={str(k): date.fromisoformat(v) for k, v in held["dues"].items()},
        review_on=date.fromisoformat(review) if review else None,
    )


def _kept(typed: Sign) -> dict[str, object]:
    return {
        "owners": dict(typed.owners),
        "dues": {key: due.isoformat() for key, due in typed.dues.items()},
        "review": typed.review_on.isoformat() if typed.review_on else "",
    }
