"""The text that is signed, and afterwards what was promised."""

import re

from bot.mediation.agreement import Agreement, Commitment, Progress, Settled, Signature
from bot.mediation.both_or_all import both_or_all
from bot.mediation.case import Case
from bot.mediation.rhythm import Every
from bot.mediation.stages import Stage
from bot.slack.blocks import Block, button, context, section
from bot.slack.text import Mrkdwn, bold, day, lines, listed, people, person
from bot.slack.views import actions as names

RHYTHMS = {
    Every.WEEK: "every week",
    Every.TWO_WEEKS: "every two weeks",
    Every.MONTH: "every month",
    Every.MONTH_END: "last working day of the month",
    Every.QUARTER: "every quarter",
}
LINK = re.compile(r"https?://[^\s<>|]{3,900}")

STATES = {
    Progress.OPEN: "open",
    Progress.DONE: "done, to be confirmed",
    Progress.CONTESTED: "something is missing",
    Progress.CONFIRMED: "done and confirmed",
}

LONGEST, EVIDENCE = 500, 1_000
"""Characters of what is promised, missing or wished for, and of what shows it, as their forms take
them: whoever signs or answers reads all of it."""

A_BLOCK = 6
"""Terms in one section, which Slack cuts at 3,000 characters."""


def agreement(case: Case, agreed: Agreement) -> list[Block]:
    """What is settled, who does what by when, who signed, and under which version."""
    return [
        *settled(agreed),
        *(_promise(case, c) for c in agreed.commitments),
        *(_offered(case, c) for c in agreed.offered),
        context(_signatures(case, agreed)),
        *_review(case, agreed),
        context(Mrkdwn(" ".join(str(people(sentence)) for sentence in agreed.frame))),
    ]


def settled(agreed: Agreement) -> list[Block]:
    """The terms as agreed, so many a block that none of them is cut: people sign this."""
    measures = {c.measure for c in agreed.commitments}
    found = [_settled(one, defined=one.definition not in measures) for one in agreed.settled]
    groups = [found[n : n + A_BLOCK] for n in range(0, len(found), A_BLOCK)] or [[]]
    first = section(lines(bold(Mrkdwn("Agreed terms")), *groups[0]))
    return [first, *(section(lines(*group)) for group in groups[1:])]


def _settled(one: Settled, *, defined: bool) -> str:
    """A term with what held before and, where no promise says it, what exactly is counted."""
    same = one.before == one.option
    before = f" (before: {people(one.before, 60)})" if one.before and not same else ""
    as_before = " (as before)" if same else ""
    since = " from now on" if one.from_now_on else ""
    counted = f" — {people(one.definition, 200)}" if one.definition and defined and not same else ""
    return (
        f"•  {people(one.term, 80)}: *{people(one.option, 60)}*{since}{before}{as_before}{counted}"
    )


def promise_line(case: Case, commitment: Commitment) -> Mrkdwn:
    """Who does what by when, and how far it is."""
    before = commitment.signed_as
    signed = f" (signed: {day(before.due)})" if before and before.due != commitment.due else ""
    return lines(
        f"*{people(case.side(commitment.side).name, 80)}*: {people(commitment.what, LONGEST)}",
        f"{person(commitment.owner)}, by {day(commitment.due)}{signed}  ·  "
        f"{STATES[commitment.progress]}{_rhythm(commitment)}",
        measured(commitment),
        _shown(commitment),
        _missing(commitment),
        _looked_into(case, commitment),
        _wish(case, commitment),
    )


def offer_line(case: Case, offer: Commitment) -> Mrkdwn:
    """What a side would promise too, and that the other side has not answered yet."""
    comes_round = f"  ·  {rhythm(offer)}" if offer.every else ""
    return lines(
        f"_{people(case.side(offer.side).name, 80)} offers one more promise:_ "
        f"{people(offer.what, LONGEST)}",
        f"{person(offer.owner)}, by {day(offer.due)}{comes_round}",
        measured(offer),
        both_or_all("It holds once {another} agrees.", case.sides),
    )


def measured(commitment: Commitment) -> str:
    """How anybody can see that it was done, which is part of what is signed."""
    return f"_Measured by:_ {people(commitment.measure, 200)}" if commitment.measure else ""


def _rhythm(commitment: Commitment) -> str:
    if commitment.every is None:
        return ""
    kept = f", kept {commitment.kept}×" if commitment.kept else ""
    return f"  ·  {rhythm(commitment)}{kept}"


def rhythm(commitment: Commitment) -> str:
    """How it comes round, and up to when; "" for what is kept once."""
    if commitment.every is None:
        return ""
    until = f" until {day(commitment.until)}" if commitment.until else ""
    return f"{RHYTHMS[commitment.every]}{until}"


def _shown(commitment: Commitment) -> str:
    """What its side gave to show that it was done: words or a link, and a file."""
    given = [str(_linked(commitment.evidence))] if commitment.evidence else []
    if commitment.attached is not None:
        file = commitment.attached
        given.append(f"<{file.link}|{people(file.name, 80)}>")
    return f"_Shown by:_ {'  ·  '.join(given)}" if given else ""


def _linked(evidence: str) -> Mrkdwn:
    """A link where it is nothing else, else the words."""
    if LINK.fullmatch(evidence):
        return Mrkdwn(f"<{evidence}>")
    return people(evidence, EVIDENCE)


def _missing(commitment: Commitment) -> str:
    missing = commitment.contested_because
    return f"_Seen missing:_ {people(missing, LONGEST)}" if missing else ""


def _looked_into(case: Case, commitment: Commitment) -> str:
    """The case that became of what is missing, for as long as that is missing."""
    found = (tie.number for tie in case.ties if tie.case_id == commitment.looked_into)
    number = next(found, 0) if commitment.is_contested else 0
    return f"_Looked into in:_ case {number}" if number else ""


def _wish(case: Case, commitment: Commitment) -> str:
    change = commitment.change
    if change is None:
        return ""
    who = people(case.side(change.side).name, 80)
    rhythm = f", {RHYTHMS[change.every]}" if change.every else ""
    return f"_{who} asks for:_ {people(change.what, LONGEST)}, by {day(change.due)}{rhythm}"


def _promise(case: Case, commitment: Commitment) -> Block:
    value = f"{case.id}:{commitment.key}"
    if case.stage is Stage.AGREED and commitment.is_undone:
        element = button("Mark as done", names.DONE, value)
    elif case.stage is Stage.AGREED and commitment.progress is Progress.DONE:
        element = button("Confirm", names.CONFIRM, value, primary=True)
    else:
        return section(promise_line(case, commitment))
    return section(promise_line(case, commitment), accessory=element)


def _offered(case: Case, offer: Commitment) -> Block:
    element = button("Agree to it", names.PROMISE_AGREE, f"{case.id}:{offer.key}", primary=True)
    return section(offer_line(case, offer), accessory=element)


def _review(case: Case, agreed: Agreement) -> list[Block]:
    if agreed.review_on is None:
        return []
    said = both_or_all("{Both} sides look at this again on ", case.sides)
    return [context(Mrkdwn(f"{said}{day(agreed.review_on)}."))]


def _signature(case: Case, signed: Signature) -> str:
    """Who signed; where that was outside of Slack, who attests it."""
    side = people(case.side(signed.side).name, 80)
    outside = signed.outside
    if outside is None:
        return f"{person(signed.person)} for {side}"
    who = f"{people(outside.name, 80)} ({people(outside.role, 80)})"
    return (
        f"{who} for {side}, outside Slack on {day(outside.on)}, attested by {person(signed.person)}"
    )


def _signatures(case: Case, agreed: Agreement) -> Mrkdwn:
    signed = [_signature(case, s) for s in agreed.signatures if s.version == agreed.version]
    by = f"Signed by {listed(signed)}. " if signed else "Not signed yet. "
    return Mrkdwn(f"{by}Version `{agreed.version[:12]}`.")
