"""The frame that a case stands in: without prejudice, no amendment, and a standstill."""

from bot.casework.tongues import Tongue, tongue
from bot.mediation.case import Case
from bot.mediation.standstill import Standstill
from bot.slack.blocks import Block, Element, actions, button, context, section
from bot.slack.text import Mrkdwn, people
from bot.slack.views import actions as names
from bot.slack.views.shared.stages import names as names_of


def frame(case: Case) -> list[Block]:
    """Shown while the case is open; a signed agreement carries its own."""
    if case.is_over:
        return []
    shown: list[Block] = []
    speaks = tongue(case.language)
    if case.frozen_for:
        gone = names_of(case, case.frozen_for, speaks)
        shown.append(section(Mrkdwn(speaks.say("frame.waits", gone=gone))))
    if case.left:
        without = names_of(case, case.left, speaks)
        shown.append(context(Mrkdwn(speaks.say("frame.left", gone=without))))
    if case.agreement is None:
        shown.append(context(Mrkdwn(speaks.of(case.sides, "frame.card"))))
    if case.standstill is not None:
        shown = [*_standstill(case, case.standstill, speaks), *shown]
    return shown


def standstill_button(case: Case) -> list[Element]:
    """The way to propose one: at first, after the last one's end, and instead of a proposal."""
    held = case.standstill
    if case.is_over or (held is not None and _is_agreed(case, held) and not held.ended):
        return []
    label = "Agree on a standstill" if held is None or held.ended else "Propose another standstill"
    return [button(label, names.STANDSTILL, case.id)]


def _is_agreed(case: Case, held: Standstill) -> bool:
    return held.agreed_by >= case.side_ids


def _standstill(case: Case, held: Standstill, speaks: Tongue) -> list[Block]:
    until = {"day": speaks.full_day(held.until), "what": people(held.what, 300)}
    if held.ended:
        return [context(Mrkdwn(speaks.say("standstill.ended", **until)))]
    if _is_agreed(case, held):
        return [section(Mrkdwn(speaks.say("standstill.agreed", **until)))]
    proposer = people(case.side(held.proposed_by).name, 80)
    value = f"{case.id}:{held.edition}"
    return [
        section(Mrkdwn(speaks.say("standstill.proposed", who=proposer, **until))),
        actions(
            button("Agree to it", names.STANDSTILL_AGREE, value),
            button("Leave it aside", names.STANDSTILL_LEAVE, value),
            block_id=f"standstill-{case.id}",
        ),
    ]
