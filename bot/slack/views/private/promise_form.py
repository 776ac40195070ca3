"""One more promise of one's own side: who, what, by when, how often, and how both can see it."""

from datetime import date, timedelta

from bot.casework.add_promise import MOST_MEASURE, AddPromise
from bot.casework.next_step import Opened
from bot.casework.promised import MOST
from bot.casework.sign import Sign
from bot.casework.tongues import tongue
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
from bot.slack.views.private.follow_form import ONCE, how_often, rhythm_in

USUAL = timedelta(days=7)
"""Until its first day, where nobody has said otherwise; it is the same day of the week."""

A_YEAR = timedelta(weeks=52)


def promise_form(opened: Opened, person: PersonId, *, typed: Sign | None = None) -> View:
    """Filled in as far as that can be known. typed: what stands in the form to sign, to go back."""
    case, today, speaks = opened.case, opened.today, tongue(opened.language)
    assert case.agreement is not None
    signing = "pledge.again" if case.agreement.signatures else "pledge.signing"
    what_it_means = signing if case.stage is Stage.SIGNING else "pledge.later"
    blocks: list[Block] = [
        context(people(speaks.of(case.sides, what_it_means))),
        text_input(
            speaks.say("pledge.what", side=opened.side.name[:60]),
            "what",
            placeholder=speaks.say("pledge.like"),
            lines=False,
            at_most=MOST,
            focus=True,
        ),
        person_input(speaks.say("pledge.owner"), "owner", chosen=person),
        date_input(speaks.say("pledge.due"), "due", chosen=today + USUAL),
        select(
            speaks.say("pledge.often"),
            "every",
            how_often(speaks),
            chosen=ONCE,
            placeholder=speaks.say("choose"),
        ),
        date_input(speaks.say("pledge.until"), "until", chosen=today + A_YEAR, optional=True),
        text_input(
            speaks.of(case.sides, "pledge.measure"),
            "measure",
            placeholder=speaks.say("pledge.measure_like"),
            lines=False,
            optional=True,
            at_most=MOST_MEASURE,
        ),
        *agreeing_once(opened.agreed, speaks),
    ]
    about: dict[str, object] = {"case": case.id}
    if typed is not None:
        about["typed"] = _kept(typed)
    return modal(
        speaks.say("pledge"),
        blocks,
        callback=names.PROMISE_FORM,
        about=about,
        submit=speaks.say("pledge.send"),
        close=speaks.say("close"),
    )


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
