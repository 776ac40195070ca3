"""The frame that a case stands in: without prejudice, no amendment, and a standstill."""

from bot.mediation.agreement import NO_AMENDMENT
from bot.mediation.case import Case
from bot.slack.blocks import Block, Element, button, context, section
from bot.slack.text import Mrkdwn, day, listed, people
from bot.slack.views import actions as names

WITHOUT_PREJUDICE = "Without prejudice: what is said here is no admission by either side."
AMENDMENT = NO_AMENDMENT.replace("this text", "a signed text here")


def frame(case: Case) -> list[Block]:
    """Shown while the case is open; a signed agreement carries its own."""
    if case.is_over:
        return []
    shown: list[Block] = []
    if case.frozen_for:
        gone = [people(s.name, 80) for s in case.sides if s.id in case.frozen_for]
        shown.append(section(Mrkdwn(f"*This case waits.* {listed(gone)} is not in this channel.")))
    if case.agreement is None:
        shown.append(context(Mrkdwn(f"{WITHOUT_PREJUDICE} {AMENDMENT}")))
    if case.standstill is not None:
        shown.insert(0, _standstill(case))
    return shown


def standstill_button(case: Case) -> list[Element]:
    """The way to propose one, while none is proposed."""
    if case.is_over or case.standstill is not None:
        return []
    return [button("Agree on a standstill", names.STANDSTILL, case.id)]


def _standstill(case: Case) -> Block:
    held = case.standstill
    assert held is not None
    what = f"Until the end of {day(held.until)}: {people(held.what, 300)}"
    if held.agreed_by >= case.side_ids:
        return section(Mrkdwn(f"*Standstill, agreed by every side.* {what}"))
    proposer = people(case.side(held.proposed_by).name, 80)
    text = Mrkdwn(f"*{proposer} proposes a standstill.* {what}")
    agree = button("Agree to it", names.STANDSTILL_AGREE, case.id)
    return section(text, accessory=agree)
