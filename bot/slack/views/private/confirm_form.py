"""What the common statement says about one side, for that side to check before anybody reads it."""

from bot.casework.asking import Offer
from bot.casework.frame import ConfirmPart
from bot.casework.next_step import Opened
from bot.casework.tongues import Tongue, tongue
from bot.mediation.statements import CommonStatement
from bot.slack.blocks import Block, Option, View, context, modal, radio, section, text_input
from bot.slack.payloads import OpenView, reads_form
from bot.slack.text import Mrkdwn, people, shortened
from bot.slack.views import actions as names
from bot.slack.views.private.agreeing import agreeing_once
from bot.slack.views.shared.case_card import ACCOUNT, NEEDS, WANTS
from bot.slack.views.shared.stages import ENGLISH

GAP = "…"
REFUSED = "-"
YES = ENGLISH.say("check.yes")


def confirm_form(opened: Opened) -> View:
    case, speaks = opened.case, tongue(opened.language)
    assert case.common is not None
    part = case.common.about(opened.side.id)
    held = case.statement_of(opened.side.id)
    told = f"{held.happened} {held.wants} {held.why}" if held else ""
    blocks = [
        context(people(speaks.of(case.sides, "check.intro")), *_languages(case.common, speaks)),
        *([section(people(opened.in_doubt))] if opened.in_doubt else []),
        _box("account", part.account, ACCOUNT, speaks, told=told),
        _box("wants", part.wants, WANTS, speaks, told=told),
        _box("needs", part.needs, NEEDS, speaks, told=told, optional=True),
        *_offer(opened.offer, speaks),
        *agreeing_once(opened.agreed, speaks),
    ]
    about = {"case": case.id}
    return modal(
        speaks.say("check"),
        blocks,
        callback=names.CONFIRM_FORM,
        about=about,
        submit=speaks.say("check.send"),
        close=speaks.say("close"),
    )


def _offer(offer: Offer | None, speaks: Tongue) -> list[Block]:
    """A wording of a reason that was kept private; refused unless this side says otherwise."""
    if offer is None:
        return []
    no, yes = Option(speaks.say("check.no"), REFUSED), Option(speaks.say("check.yes"), offer.words)
    hint = speaks.say("check.own_words")
    return [radio(offer.question, "may_say", (no, yes), chosen=REFUSED, hint=hint)]


def _languages(common: CommonStatement, speaks: Tongue) -> list[Mrkdwn]:
    """Where the sides write in two languages: what stands in which."""
    if not common.also:
        return []
    written = [common.language, *(r.language for r in common.also)]
    main, *_ = called = [speaks.say(f"language.{x}") for x in written]
    return [people(speaks.say("check.in_two", languages=speaks.listed(called), main=main))]


def _box(
    key: str, said: str, at_most: int, speaks: Tongue, *, told: str, optional: bool = False
) -> Block:
    """No more fits in than the card shows, so that nothing confirmed is cut unseen.

    told: what it was taken from, which says whether an ellipsis is Parley's or the writer's own.
    """
    value = shortened(said, at_most)
    hint = speaks.say("check.shortened") if GAP in value and GAP not in told else ""
    label = speaks.say(f"check.{key}")
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
