"""What is kept, where, who could read it, who pays, and how to take one's word back."""

from collections.abc import Collection, Sequence, Sized

from bot.casework.consent import Standing
from bot.casework.hosting import Hosting
from bot.casework.my_desk import OwnSide
from bot.mediation.both_or_all import both_or_all
from bot.mediation.case import Case
from bot.mediation.people import Side, SideId
from bot.slack.blocks import Block, Element, View, button, context, divider, modal, section
from bot.slack.text import Mrkdwn, bold, day_of, lines, people, person
from bot.slack.views import actions as names
from bot.slack.views.shared.stages import stage_of

TITLE = "What is kept"
NEUTRAL = (
    "A mediator, an auditor or an association can run Parley instead of {either} of you:",
    "1. It runs Parley in a Slack workspace, with a database and a key, that are its own.",
    "2. From there it shares a channel with {both} of you, where everything is alike for {both}.",
    "3. {None} of you holds the key then, and so {none} could read {of_another} private parts.",
)


def keeping_view(
    hosting: Hosting,
    sides: Sequence[tuple[OwnSide, Standing | None]],
    cases: Sequence[Case] = (),
    others: Sequence[tuple[Side, Standing]] = (),
) -> View:
    """The facts, then the ways to agree for the organisation and to take consent back.

    sides: the reader's own, each with its standing consent where one holds. cases: those in which
    the reader can take their side's consent back. others: whom they work with, where that side
    has agreed for all its people.
    """
    among = max(([own.side, *own.others] for own, _ in sides), key=len, default=[])
    blocks: list[Block] = [section(text) for text in facts(hosting, among)]
    for own, given in sides:
        blocks += [divider(), _standing(own, given)]
    blocks += [context(_agreed(side, given)) for side, given in others]
    if cases:
        blocks += [divider(), section(people(LEAVING))]
        own_sides = {own.side.id for own, _ in sides}
        blocks += [_case(case, own_sides) for case in cases[:MOST_CASES]]
    if len(cases) > MOST_CASES:
        blocks.append(context(people(OLDER)))
    return modal(TITLE, blocks, callback=names.KEPT_VIEW)


OPEN_LOGS = (
    "This Parley is being tried out: what people say, in private too, is also written into its "
    "logs, unencrypted. Please tell it nothing here that has to stay with your side."
)
LEAVING = (
    "Your side can take its consent back in a case. What it told in private is erased, a case that "
    "goes on ends, and what was shared stays, as does what was signed."
)
MOST_CASES = 20
OLDER = "Older cases have *What is kept* on their own cards."


def _case(case: Case, own: Collection[SideId]) -> Block:
    name = people(f"Case {case.number}: {case.issue.title}", 160)
    left = not case.left.isdisjoint(own)
    element = button("Take part again", f"{names.LEAVE}.back", case.id) if left else _leave(case.id)
    return section(Mrkdwn(f"{name}  ·  {stage_of(case)}"), accessory=element)


def facts(hosting: Hosting, sides: Sized = ()) -> tuple[Mrkdwn, ...]:
    """One paragraph each: what, which model, who hosts and pays, who could read it, neutral."""
    where = people(hosting.where, 120) or Mrkdwn(
        f"a database of {people(hosting.host, 80) or 'theirs'}"
    )
    if hosting.model:
        at = f" at {people(hosting.model_at, 120)}" if hosting.model_at else ""
        model = (
            f"Texts that everybody here may read are worded by the language model "
            f"{people(hosting.model, 80)}{at}. What you tell in private is never sent to it."
        )
    else:
        model = "No language model is asked: nothing leaves this Parley but its messages in Slack."
    trial = (lines(bold(Mrkdwn("A trial")), OPEN_LOGS),) if hosting.open_logs else ()
    return (
        *trial,
        lines(
            bold(Mrkdwn("What")),
            "The case, what each side tells, the messages that those who agreed wrote in its "
            "thread, and who signed what. Before you agree, none of your words are kept; a "
            "message that somebody asks to clarify is quoted. Of a file that is counted, its "
            "name, its fingerprint and the results, with what was left out and why; not its rows.",
        ),
        lines(bold(Mrkdwn("Where")), f"In {where}. Private parts are encrypted."),
        lines(bold(Mrkdwn("Language model")), model),
        lines(bold(Mrkdwn("Who runs it")), _runs(hosting)),
        lines(
            bold(Mrkdwn("Who could read it")),
            "Nobody but your own side can read your private parts in Slack. The administrators of "
            "whoever runs Parley hold its key, and could read what is stored, private parts too.",
        ),
        lines(bold(Mrkdwn("Somebody neutral")), *(both_or_all(line, sides) for line in NEUTRAL)),
    )


def _runs(hosting: Hosting) -> str:
    host, payer = people(hosting.host, 80), people(hosting.payer, 80)
    if not host:
        return f"Run by whoever installed it, who has not given a name here.{_paid(payer)}"
    return (
        f"Run by {host}.{_paid(payer)}"
        if payer not in ("", host)
        else f"{host} runs it and pays for it."
    )


def _paid(payer: str) -> str:
    return f" Paid for by {payer}." if payer else ""


def _agreed(side: Side, given: Standing) -> Mrkdwn:
    """Who said it for the organisation, in which role, and when."""
    who = f"{person(given.by)}, {people(given.role, 80)}," if given.role else person(given.by)
    return Mrkdwn(
        f"*{people(side.name, 80)}* has agreed for all cases of this partnership: {who} did, on "
        f"{day_of(given.given_at)}."
    )


def _standing(own: OwnSide, given: Standing | None) -> Block:
    name = people(own.side.name, 80)
    if given is not None:
        text = str(_agreed(own.side, given))
        element = button("Take it back", f"{names.STANDING}.back", own.partnership)
    else:
        text = (
            f"Each person of *{name}* agrees for themselves, case by case. Somebody who may decide "
            f"it for {name} can agree for everybody."
        )
        element = button("Agree for all of us", f"{names.STANDING}.give", own.partnership)
    return section(Mrkdwn(text), accessory=element)


def _leave(case_id: str) -> Element:
    element = button("Take our consent back", names.LEAVE, case_id)
    element["confirm"] = {
        "title": {"type": "plain_text", "text": "Take your side's consent back?"},
        "text": {"type": "plain_text", "text": LEAVING},
        "confirm": {"type": "plain_text", "text": "Take it back"},
        "deny": {"type": "plain_text", "text": "Leave it"},
    }
    return element
