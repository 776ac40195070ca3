"""The text that is signed, and afterwards what was promised."""

from bot.mediation.agreement import Agreement, Commitment, Progress
from bot.mediation.case import Case
from bot.mediation.stages import Stage
from bot.slack.blocks import Block, button, context, section
from bot.slack.text import Mrkdwn, bold, day, lines, listed, people, person
from bot.slack.views import actions as names

STATES = {
    Progress.OPEN: "open",
    Progress.DONE: "done, to be confirmed",
    Progress.CONTESTED: "something is missing",
    Progress.CONFIRMED: "done and confirmed",
}


def agreement(case: Case, agreed: Agreement) -> list[Block]:
    """What is settled, who does what by when, who signed, and under which version."""
    return [
        section(settled(agreed)),
        *(_promise(case, c) for c in agreed.commitments),
        context(_signatures(case, agreed)),
        context(Mrkdwn(" ".join(str(people(sentence)) for sentence in agreed.frame))),
    ]


def settled(agreed: Agreement) -> Mrkdwn:
    """The terms as agreed, with what held before and what exactly is counted."""
    found = []
    for s in agreed.settled:
        before = f" (before: {people(s.before, 60)})" if s.before and s.before != s.option else ""
        same = " (as before)" if s.before == s.option else ""
        counted = f" — {people(s.definition, 160)}" if s.definition and s.before != s.option else ""
        found.append(f"•  {people(s.term, 80)}: *{people(s.option, 60)}*{before}{same}{counted}")
    return lines(bold(Mrkdwn("Agreed terms")), *found)


def promise_line(case: Case, commitment: Commitment) -> Mrkdwn:
    """Who does what by when, and how far it is."""
    return lines(
        f"*{people(case.side(commitment.side).name, 80)}*: {people(commitment.what, 300)}",
        f"{person(commitment.owner)}, by {day(commitment.due)}  ·  {STATES[commitment.progress]}",
    )


def _promise(case: Case, commitment: Commitment) -> Block:
    value = f"{case.id}:{commitment.key}"
    if case.stage is Stage.AGREED and commitment.is_undone:
        element = button("Mark as done", names.DONE, value)
    elif case.stage is Stage.AGREED and commitment.progress is Progress.DONE:
        element = button("Confirm", names.CONFIRM, value, primary=True)
    else:
        return section(promise_line(case, commitment))
    return section(promise_line(case, commitment), accessory=element)


def _signatures(case: Case, agreed: Agreement) -> Mrkdwn:
    signed = [
        f"{person(s.person)} for {people(case.side(s.side).name, 80)}"
        for s in agreed.signatures
        if s.version == agreed.version
    ]
    by = f"Signed by {listed(signed)}. " if signed else "Not signed yet. "
    return Mrkdwn(f"{by}Version `{agreed.version[:12]}`.")
