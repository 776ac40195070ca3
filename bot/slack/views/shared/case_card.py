"""The case's card: one message in the thread that always shows where things stand."""

from collections.abc import Sequence

from bot.casework.hosting import UNSAID, Hosting
from bot.casework.tongues import Tongue, tongue
from bot.mediation.agreement import Progress
from bot.mediation.case import Bond, Case, Tie
from bot.mediation.stages import Stage
from bot.mediation.statements import CommonStatement, Rendition
from bot.slack.blocks import (
    Block,
    Element,
    Rendered,
    actions,
    button,
    context,
    header,
    section,
)
from bot.slack.text import Mrkdwn, bold, day_of, lines, moment, people, person, quoted
from bot.slack.views import actions as names
from bot.slack.views.shared import (
    agreement_part,
    counts_part,
    frame_part,
    packages_part,
    terms_part,
)
from bot.slack.views.shared.keeping_line import keeping_line
from bot.slack.views.shared.passages import READ_ALL, passages_of, stand_in
from bot.slack.views.shared.stages import (
    GAPS,
    HEADINGS,
    PARTS,
    next_step,
    progress,
    side_names,
    stage_of,
    step_button,
)

ACCOUNT, WANTS, NEEDS = 900, 600, 600
"""Characters that a side's part of the statement takes; the form to confirm it takes as many."""


MOST_TIES = 4
ALL_DONE, ALL_CONFIRMED = "All of ours are done", "Confirm all of theirs"


def case_card(case: Case, hosting: Hosting = UNSAID, picture: str = "") -> Rendered:
    """The card of a case as everybody in the channel may read it.

    hosting: who runs this Parley, which stands there until both sides have told.
    picture: the file that shows how even the packages are, once it stands in Slack.
    Where it cannot show all that everybody may read, a button opens the whole.
    """
    card = _card(case, hosting, picture, [])
    if stand_in(passages_of(case), card):
        return card
    return _card(case, hosting, picture, [button(READ_ALL, names.READ_CASE, case.id)])


def _card(case: Case, hosting: Hosting, picture: str, more: Sequence[Element]) -> Rendered:
    speaks = tongue(case.language)
    title = people(case.issue.title, 120)
    text = speaks.say("case.short", number=case.number, title=title, stage=stage_of(case, speaks))
    text = f"{text} {next_step(case, speaks)}".strip()
    if case.stage is not Stage.PROPOSED:
        return Rendered(text, _around(case, _body(case), hosting, more))
    return Rendered(
        text,
        _around(case, packages_part.packages(case, picture), hosting, more),
        _around(case, packages_part.packages_in_words(case, picture), hosting, more),
    )


def _around(
    case: Case, body: Sequence[Block], hosting: Hosting, more: Sequence[Element]
) -> tuple[Block, ...]:
    """The whole card around what matters at its stage. more: buttons after the stage's own."""
    speaks = tongue(case.language)
    blocks: list[Block] = [
        header(speaks.say("case", number=case.number, title=case.issue.title)),
        context(_facts(case, speaks)),
        *body,
        *frame_part.frame(case),
    ]
    way = progress(case, speaks)
    if way:
        blocks.append(context(way))
    blocks.append(section(_where(case, speaks)))
    if case.stage is Stage.CLARIFYING:
        blocks.append(context(keeping_line(hosting, speaks)))
    blocks.append(actions(*_buttons(case), *more, block_id=f"case-{case.id}"))
    return tuple(blocks)


def _facts(case: Case, speaks: Tongue) -> Mrkdwn:
    issue = case.issue
    kind = speaks.kinds.get(issue.kind) or speaks.say("kind.other")
    parts = [str(side_names(case.sides, speaks)), kind]
    if not case.is_over:
        urgency = speaks.say(f"urgency.{issue.urgency.value}")
        parts.append(speaks.say("card.urgency", urgency=urgency))
    who, day = person(issue.raised_by), day_of(issue.raised_at)
    parts.append(speaks.say("card.raised", who=who, day=day))
    parts += [_tied(tie, speaks) for tie in case.ties[-MOST_TIES:]]
    return Mrkdwn("  ·  ".join(parts))


def _tied(tie: Tie, speaks: Tongue) -> str:
    ended = f" ({speaks.say(f'stage.{tie.ended.value}').casefold()})" if tie.ended else ""
    return speaks.say(f"tie.{tie.bond.value}", number=tie.number, ended=ended)


def _where(case: Case, speaks: Tongue) -> Mrkdwn:
    """The next step in each language that a side writes."""
    deadline = ""
    if case.stage is Stage.PROPOSED and case.round and not case.round.closed:
        deadline = speaks.say("card.until", moment=moment(case.round.deadline, speaks.say("at")))
    steps = dict.fromkeys(next_step(case, tongue(language)) for language in case.languages)
    return lines(bold(Mrkdwn(stage_of(case, speaks))), *steps, deadline)


def _body(case: Case) -> list[Block]:
    """What matters at this stage, and no more."""
    if case.stage in {Stage.CLARIFYING, Stage.CONFIRMING} or case.common is None:
        happened = people(case.issue.happened, 1_200)
        return [section(lines(_whose(case), quoted(happened)))] if happened else []
    if case.stage in {Stage.FRAMED, Stage.CLEARED_UP}:
        return [*statement(case, case.common), *counts_part.counts(case)]
    if case.stage in {Stage.AGENDA, Stage.RATING}:
        return [_question(case.common), *counts_part.counts(case), *terms_part.terms(case)]
    if case.agreement is not None:
        return agreement_part.agreement(case, case.agreement)
    return [_question(case.common)]


def _whose(case: Case) -> str:
    """Whose words stand alone there until each side's stand beside them."""
    goes_on = any(tie.bond in {Bond.REOPENS, Bond.CONTESTS} for tie in case.ties)
    who = person(case.issue.raised_by)
    return "" if goes_on else tongue(case.language).say("card.whose", who=who)


def statement(case: Case, common: CommonStatement) -> list[Block]:
    """The common statement: what both said and confirmed, then what lies between them."""
    language = common.language or "en"
    wants, needs = PARTS[language]
    said = [
        section(
            lines(
                bold(people(case.side(part.side).name, 80)),
                people(part.account, ACCOUNT),
                _labelled(wants, part.wants, WANTS),
                _labelled(needs, part.needs, NEEDS),
            )
        )
        for part in common.said
    ]
    between = lines(_between(common), _gap(common, language))
    closing = _closing(common)
    note = tongue(language).say("card.by_model" if common.by_model else "card.by_code")
    notes = [people(common.notice, 300)] if common.notice else []
    again = [
        section(lines(_between(r), _gap(common, r.language), _closing(r))) for r in common.also
    ]
    return [*said, section(between), section(closing), *again, context(*notes, Mrkdwn(note))]


def _between(said: CommonStatement | Rendition) -> Mrkdwn:
    """What lies between the sides; under headings of its own language where there are two."""
    agreed, differently, open_still, _ = HEADINGS[said.language or "en"]
    return lines(
        _items(agreed, said.agreed),
        _items(differently, said.understood_differently),
        _items(open_still, said.disputed),
    )


def _gap(common: CommonStatement, language: str) -> Mrkdwn:
    return Mrkdwn(f"_{GAPS[language][common.gap]}_")


def _closing(said: CommonStatement | Rendition) -> Mrkdwn:
    *_, settles = HEADINGS[said.language or "en"]
    return lines(bold(people(said.question, 600)), _labelled(settles, said.would_settle))


def _question(common: CommonStatement) -> Block:
    questions = [common.question, *(r.question for r in common.also)]
    return section(lines(*(bold(people(q, 600)) for q in questions)))


def _labelled(label: str, text: str, at_most: int = 600) -> str:
    return f"_{label}:_ {people(text, at_most)}" if text.strip() else ""


def _items(label: str, sentences: tuple[str, ...]) -> str:
    if not sentences:
        return ""
    return "\n".join([f"*{label}*", *(f"•  {people(s, 400)}" for s in sentences)])


def _buttons(case: Case) -> list[Element]:
    if case.stage is Stage.AGREED:
        change = button("Change or contest", names.OPEN, case.id)
        return [*_at_once(case), change, _add(case), _kept(case)]
    if case.is_over:
        return [button("Take it up again", names.REOPEN, case.id), _kept(case)]
    found: list[Element] = []
    if case.stage is Stage.FRAMED:
        found.append(button("This settles it", names.SETTLES, case.id, primary=True))
        found.append(button("Look for a package", names.BARGAIN, case.id))
        found += counts_part.count_button(case)
    elif _is_open(case):
        found.append(button(step_button(case.stage), names.OPEN, case.id, primary=True))
    if case.stage is Stage.SIGNING and case.agreement is not None:
        found.append(_add(case))
    found.append(button("Suggest trade-offs", names.TRADES, f"case:{case.id}"))
    found += frame_part.standstill_button(case)
    return [*found, _withdraw(case), _kept(case)]


def _add(case: Case) -> Element:
    return button("Add a promise", names.PROMISE, case.id)


def _kept(case: Case) -> Element:
    """At every stage: also the way to take one's consent back."""
    return button("What is kept", names.KEPT, case.id)


def _at_once(case: Case) -> list[Element]:
    """One tap for what would be several: where a side has more than one promise at that point."""

    def several(progress: Progress) -> bool:
        promises = case.agreement.commitments if case.agreement else ()
        sides = [c.side for c in promises if c.progress is progress]
        return len(sides) > len(set(sides))

    found = [button(ALL_DONE, names.DONE_ALL, case.id)] if several(Progress.OPEN) else []
    if several(Progress.DONE):
        found.append(button(ALL_CONFIRMED, names.CONFIRM_ALL, case.id))
    return found


def _is_open(case: Case) -> bool:
    """Whether anybody can do anything now, or Parley is at work."""
    match case.stage:
        case Stage.AGENDA:
            return case.agenda is not None
        case Stage.RATING:
            return not case.rated >= case.side_ids
        case Stage.PROPOSED:
            return case.round is not None and not case.round.closed
        case _:
            return True


def _withdraw(case: Case) -> Element:
    element = button("Withdraw", names.WITHDRAW, case.id)
    element["confirm"] = {
        "title": {"type": "plain_text", "text": "Withdraw this case?"},
        "text": {
            "type": "plain_text",
            "text": "It ends for every side. What was said stays without prejudice.",
        },
        "confirm": {"type": "plain_text", "text": "Withdraw"},
        "deny": {"type": "plain_text", "text": "Keep it"},
    }
    return element
