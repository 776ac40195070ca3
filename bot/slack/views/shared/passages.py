"""Texts under their labels, as they are, and whether a card shows all of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.casework.tongues import Tongue, tongue
from bot.mediation.agreement import Agreement, Commitment
from bot.mediation.case import Case
from bot.mediation.proposals import Offer
from bot.mediation.stages import Stage
from bot.mediation.statements import CommonStatement, Rendition
from bot.slack.blocks import Rendered
from bot.slack.limits import fitted_message
from bot.slack.text import Mrkdwn, people
from bot.slack.views.shared.agreement_part import LINK
from bot.slack.views.shared.balance_part import LETTERS
from bot.slack.views.shared.stages import HEADINGS, PARTS

READ_ALL = "Read all"
_MARKS = re.compile(r"[\s>*∗\u2068\u2069]+")
"""What a card adds to a text, or takes from it, without a word being lost."""


@dataclass(frozen=True, slots=True)
class Passage:
    label: Mrkdwn
    text: str


def stand_in(passages: Sequence[Passage], shown: Rendered) -> bool:
    """Whether every line of these can be read in the message as Slack takes it."""
    return all(
        _lines_stand(passages, fitted_message(shown.text, list(blocks))[1])
        for blocks in (shown.blocks, shown.plainer)
        if blocks
    )


def passages_of(case: Case) -> list[Passage]:
    """What everybody in the channel reads of a case at its stage."""
    common = case.common
    if case.stage in {Stage.CLARIFYING, Stage.CONFIRMING} or common is None:
        happened = tongue(case.language).say("passage.happened")
        return [Passage(Mrkdwn(happened), case.issue.happened)]
    if case.stage in {Stage.FRAMED, Stage.CLEARED_UP}:
        return [*_statement(case, common), *_counts(case)]
    speaks = tongue(case.language)
    questions = [
        _question(q, speaks) for q in (common.question, *(r.question for r in common.also))
    ]
    if case.stage in {Stage.AGENDA, Stage.RATING}:
        return [*questions, *_counts(case), *_terms(case)]
    if case.stage is Stage.PROPOSED and case.round is not None:
        offers = enumerate(case.round.offers)
        return [Passage(_letter(n, speaks), "\n".join(_offer(case, o))) for n, o in offers]
    if case.agreement is not None:
        return list(_agreement(case, case.agreement))
    return questions


def _lines_stand(passages: Sequence[Passage], blocks: Any) -> bool:
    told = _bare(" ".join(_words(blocks)))
    lines = (line for p in passages for line in p.text.splitlines())
    return all(_bare(people(line, len(line))) in told for line in lines if line.strip())


def _bare(text: str) -> str:
    return _MARKS.sub("", text)


def _words(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        for key, held in part.items():
            if key == "text" and isinstance(held, str):
                yield held
            else:
                yield from _words(held)
    elif isinstance(part, list | tuple):
        for held in part:
            yield from _words(held)


def _statement(case: Case, common: CommonStatement) -> Iterator[Passage]:
    wants, needs = PARTS[common.language or "en"]
    for part in common.said:
        name = people(case.side(part.side).name, 80)
        yield Passage(name, part.account)
        yield Passage(Mrkdwn(f"{name}: {wants}"), part.wants)
        yield Passage(Mrkdwn(f"{name}: {needs}"), part.needs)
    versions: tuple[CommonStatement | Rendition, ...] = (common, *common.also)
    for said in versions:
        agreed, differently, still_open, settles = map(Mrkdwn, HEADINGS[said.language or "en"])
        yield Passage(agreed, "\n".join(said.agreed))
        yield Passage(differently, "\n".join(said.understood_differently))
        yield Passage(still_open, "\n".join(said.disputed))
        yield _question(said.question, tongue(said.language))
        yield Passage(settles, said.would_settle)


def _question(words: str, speaks: Tongue) -> Passage:
    return Passage(Mrkdwn(speaks.say("passage.question")), words)


def _counts(case: Case) -> Iterator[Passage]:
    for count in case.counts:
        told = [*(result.formula for result in count.results), count.source, *count.notes]
        for said in count.also:
            told += [*(result.formula for result in said.results), *said.notes]
        yield Passage(people(case.side(count.side).name, 80), "\n".join(told))


def _terms(case: Case) -> list[Passage]:
    terms = case.agenda.terms if case.agenda else ()
    return [Passage(people(t.name, 80), "\n".join(t.options)) for t in terms]


def _letter(number: int, speaks: Tongue) -> Mrkdwn:
    return Mrkdwn(speaks.say("package", letter=LETTERS[number]))


def _offer(case: Case, offer: Offer) -> Iterator[str]:
    """What each side gets, which is what the other gives, and what that serves."""
    said = offer.reasons
    for side in case.sides:
        if len(case.sides) > 2:
            yield said.gives.get(side.id, "")
        yield said.gets.get(side.id, "")
        yield said.lasts.get(side.id, "")
    yield from said.goals


def _agreement(case: Case, agreed: Agreement) -> Iterator[Passage]:
    measures = {c.measure for c in agreed.commitments}
    for one in agreed.settled:
        counted = one.definition not in measures and one.before != one.option
        words = f"{one.option}\n{one.definition}" if counted else one.option
        yield Passage(people(one.term, 80), words)
    for promise in agreed.commitments:
        yield Passage(people(case.side(promise.side).name, 80), "\n".join(_promise(promise)))


def _promise(promise: Commitment) -> Iterator[str]:
    yield promise.what
    yield promise.measure
    if not LINK.fullmatch(promise.evidence):
        yield promise.evidence
    yield promise.contested_because
    if promise.change is not None:
        yield promise.change.what
