"""The frame that a case stands in: without prejudice, no amendment, and a standstill."""

from bot.mediation.agreement import NO_AMENDMENT
from bot.mediation.both_or_all import both_or_all
from bot.mediation.case import Case
from bot.mediation.standstill import Standstill
from bot.slack.blocks import Block, Element, actions, button, context, section
from bot.slack.text import Mrkdwn, day, listed, people
from bot.slack.views import actions as names

WITHOUT_PREJUDICE = "Without prejudice: what is said here is no admission by {either} side."
AMENDMENT = NO_AMENDMENT.replace("this text", "a signed text here")


def frame(case: Case) -> list[Block]:
    """Shown while the case is open; a signed agreement carries its own."""
    if case.is_over:
        return []
    shown: list[Block] = []
    if case.frozen_for:
        gone = [people(s.name, 80) for s in case.sides if s.id in case.frozen_for]
        shown.append(section(Mrkdwn(f"*This case waits.* {listed(gone)} is not in this channel.")))
    if case.left:
        without = listed([people(s.name, 80) for s in case.sides if s.id in case.left])
        shown.append(context(Mrkdwn(f"{without} took its consent back here and is not asked.")))
    if case.agreement is None:
        shown.append(context(Mrkdwn(f"{both_or_all(WITHOUT_PREJUDICE, case.sides)} {AMENDMENT}")))
    if case.standstill is not None:
        shown = [*_standstill(case, case.standstill), *shown]
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


def _standstill(case: Case, held: Standstill) -> list[Block]:
    what = f"the end of {day(held.until)}: {people(held.what, 300)}"
    if held.ended:
        return [context(Mrkdwn(f"*The standstill has ended.* It was agreed until {what}"))]
    if _is_agreed(case, held):
        return [section(Mrkdwn(f"*Standstill, agreed by every side.* Until {what}"))]
    proposer = people(case.side(held.proposed_by).name, 80)
    value = f"{case.id}:{held.edition}"
    return [
        section(Mrkdwn(f"*{proposer} proposes a standstill.* Until {what}")),
        actions(
            button("Agree to it", names.STANDSTILL_AGREE, value),
            button("Leave it aside", names.STANDSTILL_LEAVE, value),
            block_id=f"standstill-{case.id}",
        ),
    ]
