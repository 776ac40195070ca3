"""What the common statement says about one side, for that side to check before anybody reads it."""

from bot.casework.asking import Offer
from bot.casework.frame import ConfirmPart
from bot.casework.next_step import Opened
from bot.mediation.both_or_all import both_or_all
from bot.mediation.statements import LANGUAGE_NAMES, CommonStatement
from bot.slack.blocks import Block, Option, View, context, modal, radio, section, text_input
from bot.slack.payloads import OpenView, reads_form
from bot.slack.text import Mrkdwn, people, shortened
from bot.slack.views import actions as names
from bot.slack.views.private.agreeing import agreeing_once
from bot.slack.views.shared.case_card import ACCOUNT, NEEDS, WANTS

TITLE = "Check your part"
INTRO = (
    "This is what the common statement will say about your side. Change what is not right; "
    "then {both} sides can read it."
)

GAP = "…"
SHORTENED = "Shortened to fit. All that you told stands on My desk, under What your side told."

NO = "No, it stays with us"
REFUSED = "-"
YES = "Yes, it may stand under our name"
OWN_WORDS = "The reason itself stays with you. Where you write one above, that stands instead."

IN_TWO = (
    "What lies between you will stand in {languages}; your part stays in your own words. The terms "
    "that you set next, and what you sign in the end, are in {main}."
)


def confirm_form(opened: Opened) -> View:
    case = opened.case
    assert case.common is not None
    part = case.common.about(opened.side.id)
    held = case.statement_of(opened.side.id)
    told = f"{held.happened} {held.wants} {held.why}" if held else ""
    blocks = [
        context(people(both_or_all(INTRO, case.sides)), *_languages(case.common)),
        *([section(people(opened.in_doubt))] if opened.in_doubt else []),
        _box("How your side saw it", "account", part.account, ACCOUNT, told=told),
        _box("What your side would like", "wants", part.wants, WANTS, told=told),
        _box("Why it matters to you", "needs", part.needs, NEEDS, told=told, optional=True),
        *_offer(opened.offer),
        *agreeing_once(opened.agreed),
    ]
    about = {"case": case.id}
    return modal(TITLE, blocks, callback=names.CONFIRM_FORM, about=about, submit="That is right")


def _offer(offer: Offer | None) -> list[Block]:
    """A wording of a reason that was kept private; refused unless this side says otherwise."""
    if offer is None:
        return []
    options = (Option(NO, REFUSED), Option(YES, offer.words))
    return [radio(offer.question, "may_say", options, chosen=REFUSED, hint=OWN_WORDS)]


def _languages(common: CommonStatement) -> list[Mrkdwn]:
    """Where the sides write in two languages: what stands in which."""
    if not common.also:
        return []
    said = [common.language, *(r.language for r in common.also)]
    listed = " and ".join(LANGUAGE_NAMES.get(x, x) for x in said)
    main = LANGUAGE_NAMES.get(common.language, common.language)
    return [people(IN_TWO.format(languages=listed, main=main))]


def _box(
    label: str, key: str, said: str, at_most: int, *, told: str, optional: bool = False
) -> Block:
    """No more fits in than the card shows, so that nothing confirmed is cut unseen.

    told: what it was taken from, which says whether an ellipsis is Parley's or the writer's own.
    """
    value = shortened(said, at_most)
    hint = SHORTENED if GAP in value and GAP not in told else ""
    return text_input(label, key, value=value, at_most=at_most, optional=optional, hint=hint)


@reads_form
def read(view: OpenView) -> ConfirmPart:
    values = view.values
    accepted = values.choice("may_say")
    return ConfirmPart(
        str(view.about["case"]),
        account=values.text("account"),
        wants=values.text("wants"),
        needs=values.text("needs") or ("" if accepted == REFUSED else accepted),
    )
