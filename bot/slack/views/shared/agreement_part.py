"""The text that is signed, and afterwards what was promised."""

import re

from bot.casework.tongues import Tongue, tongue
from bot.mediation.agreement import Agreement, Commitment, Progress, Settled, Signature
from bot.mediation.case import Case
from bot.mediation.stages import Stage
from bot.slack.blocks import Block, button, context, section
from bot.slack.text import Mrkdwn, bold, lines, people, person
from bot.slack.views import actions as names
from bot.slack.views.shared.stages import ENGLISH

LINK = re.compile(r"https?://[^\s<>|]{3,900}")

LONGEST, EVIDENCE = 500, 1_000
"""Characters of what is promised, missing or wished for, and of what shows it, as their forms take
them: whoever signs or answers reads all of it."""

A_BLOCK = 6
"""Terms in one section, which Slack cuts at 3,000 characters."""


def agreement(case: Case, agreed: Agreement) -> list[Block]:
    """What is settled, who does what by when, who signed, and under which version."""
    speaks = tongue(case.language)
    return [
        *settled(agreed, speaks),
        *(_promise(case, c) for c in agreed.commitments),
        *(_offered(case, c) for c in agreed.offered),
        context(_signatures(case, agreed, speaks)),
        *_review(case, agreed, speaks),
        context(Mrkdwn(" ".join(str(people(sentence)) for sentence in agreed.frame))),
    ]


def settled(agreed: Agreement, speaks: Tongue) -> list[Block]:
    """The terms as agreed, so many a block that none of them is cut: people sign this."""
    measures = {c.measure for c in agreed.commitments}
    found = [_settled(o, speaks, defined=o.definition not in measures) for o in agreed.settled]
    groups = [found[n : n + A_BLOCK] for n in range(0, len(found), A_BLOCK)] or [[]]
    first = section(lines(bold(Mrkdwn(speaks.say("agreed.title"))), *groups[0]))
    return [first, *(section(lines(*group)) for group in groups[1:])]


def _settled(one: Settled, speaks: Tongue, *, defined: bool) -> str:
    """A term with what held before and, where no promise says it, what exactly is counted."""
    same = one.before == one.option
    before = ""
    if one.before:
        held = people(one.before, 60)
        said = speaks.say("agreed.as_before") if same else speaks.say("agreed.before", before=held)
        before = f" ({said})"
    since = f" {speaks.say('agreed.since')}" if one.from_now_on else ""
    counted = f" — {people(one.definition, 200)}" if one.definition and defined and not same else ""
    return f"•  {people(one.term, 80)}: *{people(one.option, 60)}*{since}{before}{counted}"


def promise_line(case: Case, commitment: Commitment) -> Mrkdwn:
    """Who does what by when, and how far it is."""
    speaks = tongue(case.language)
    before, signed = commitment.signed_as, ""
    if before and before.due != commitment.due:
        signed = f" ({speaks.say('promise.signed', day=speaks.full_day(before.due))})"
    return lines(
        f"*{people(case.side(commitment.side).name, 80)}*: {people(commitment.what, LONGEST)}",
        f"{_by(commitment, speaks)}{signed}  ·  "
        f"{speaks.say(f'promise.{commitment.progress.value}')}{_rhythm(commitment, speaks)}",
        measured(commitment, speaks),
        _shown(commitment, speaks),
        _missing(commitment, speaks),
        _looked_into(case, commitment, speaks),
        _wish(case, commitment, speaks),
    )


def offer_line(case: Case, offer: Commitment) -> Mrkdwn:
    """What a side would promise too, and that the other side has not answered yet."""
    speaks = tongue(case.language)
    comes_round = f"  ·  {rhythm(offer, speaks)}" if offer.every else ""
    who = people(case.side(offer.side).name, 80)
    return lines(
        f"_{speaks.say('promise.offers', who=who)}_ {people(offer.what, LONGEST)}",
        f"{_by(offer, speaks)}{comes_round}",
        measured(offer, speaks),
        speaks.of(case.sides, "promise.holds"),
    )


def _by(commitment: Commitment, speaks: Tongue) -> str:
    day = speaks.full_day(commitment.due)
    return speaks.say("promise.by", who=person(commitment.owner), day=day)


def measured(commitment: Commitment, speaks: Tongue) -> str:
    """How anybody can see that it was done, which is part of what is signed."""
    said = f"_{speaks.say('promise.measured')}_ {people(commitment.measure, 200)}"
    return said if commitment.measure else ""


def _rhythm(commitment: Commitment, speaks: Tongue) -> str:
    if commitment.every is None:
        return ""
    kept = f", {speaks.say('promise.kept', count=commitment.kept)}" if commitment.kept else ""
    return f"  ·  {rhythm(commitment, speaks)}{kept}"


def rhythm(commitment: Commitment, speaks: Tongue = ENGLISH) -> str:
    """How it comes round, and up to when; "" for what is kept once."""
    if commitment.every is None:
        return ""
    every = speaks.say(f"every.{commitment.every.value}")
    if not commitment.until:
        return every
    return f"{every} {speaks.say('promise.until', day=speaks.full_day(commitment.until))}"


def _shown(commitment: Commitment, speaks: Tongue) -> str:
    """What its side gave to show that it was done: words or a link, and a file."""
    given = [str(_linked(commitment.evidence))] if commitment.evidence else []
    if commitment.attached is not None:
        file = commitment.attached
        given.append(f"<{file.link}|{people(file.name, 80)}>")
    return f"_{speaks.say('promise.shown')}_ {'  ·  '.join(given)}" if given else ""


def _linked(evidence: str) -> Mrkdwn:
    """A link where it is nothing else, else the words."""
    if LINK.fullmatch(evidence):
        return Mrkdwn(f"<{evidence}>")
    return people(evidence, EVIDENCE)


def _missing(commitment: Commitment, speaks: Tongue) -> str:
    missing = commitment.contested_because
    return f"_{speaks.say('promise.missing')}_ {people(missing, LONGEST)}" if missing else ""


def _looked_into(case: Case, commitment: Commitment, speaks: Tongue) -> str:
    """The case that became of what is missing, for as long as that is missing."""
    found = (tie.number for tie in case.ties if tie.case_id == commitment.looked_into)
    number = next(found, 0) if commitment.is_contested else 0
    return speaks.say("promise.looked_into", number=number) if number else ""


def _wish(case: Case, commitment: Commitment, speaks: Tongue) -> str:
    change = commitment.change
    if change is None:
        return ""
    return speaks.say(
        "promise.wish",
        who=people(case.side(change.side).name, 80),
        what=people(change.what, LONGEST),
        day=speaks.full_day(change.due),
        rhythm=f", {speaks.say(f'every.{change.every.value}')}" if change.every else "",
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


def _offered(case: Case, offer: Commitment) -> Block:
    element = button("Agree to it", names.PROMISE_AGREE, f"{case.id}:{offer.key}", primary=True)
    return section(offer_line(case, offer), accessory=element)


def _review(case: Case, agreed: Agreement, speaks: Tongue) -> list[Block]:
    if agreed.review_on is None:
        return []
    day = speaks.full_day(agreed.review_on)
    return [context(Mrkdwn(speaks.of(case.sides, "agreed.review", day=day)))]


def _signature(case: Case, signed: Signature, speaks: Tongue) -> str:
    """Who signed; where that was outside of Slack, who attests it."""
    side = people(case.side(signed.side).name, 80)
    outside, by = signed.outside, person(signed.person)
    if outside is None:
        return speaks.say("agreed.for", who=by, side=side)
    who = f"{people(outside.name, 80)} ({people(outside.role, 80)})"
    return speaks.say("agreed.outside", who=who, side=side, day=speaks.full_day(outside.on), by=by)


def _signatures(case: Case, agreed: Agreement, speaks: Tongue) -> Mrkdwn:
    signed = [_signature(case, s, speaks) for s in agreed.signatures if s.version == agreed.version]
    who = speaks.listed(signed)
    by = speaks.say("agreed.signed", who=who) if signed else speaks.say("agreed.unsigned")
    return Mrkdwn(f"{by}{speaks.say('agreed.version', version=agreed.version[:12])}")
