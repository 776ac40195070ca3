"""A person's own page: what waits for them first, then their promises, then what goes on."""

from bot.casework.my_desk import Changed, Desk, Named, OwnSide, Waiting
from bot.casework.owed import Promise
from bot.casework.readers import Readers
from bot.casework.tongues import Tongue, tongue
from bot.mediation.case import Case
from bot.slack.blocks import (
    Block,
    Element,
    View,
    actions,
    button,
    context,
    divider,
    header,
    section,
)
from bot.slack.text import Mrkdwn, bold, lines, moment, people, person
from bot.slack.views import actions as names
from bot.slack.views.private.fair_view import fair_blocks
from bot.slack.views.private.partner_form import question_block
from bot.slack.views.private.pulse_block import pulse_blocks
from bot.slack.views.shared.agreement_part import LONGEST, measured, rhythm
from bot.slack.views.shared.stages import next_step, side_names, stage_of, step_button

PAGE = 15
"""Cases a page: three blocks each at the most, and Slack takes a hundred."""

CHOOSE = "choose"
"""Of a button to settings: in which of several channels is asked next."""

MOST_WAITING = 7
"""Lines of one's week on the desk, what waits longest first."""

MOST_FAIR = 2
MOST_SIDES = 8
MOST_CHANGED = 5
MOST_PULSES = 4
"""Partnerships whose pulse is asked for at once; the others follow as these are answered."""


def home(desk: Desk, page: int = 0) -> View:
    """The whole page; other cases come in pages of their own, counted from 0."""
    return {"type": "home", "blocks": desk_blocks(desk, page, ways="desk.ways", settings=True)}


def desk_blocks(
    desk: Desk,
    page: int = 0,
    *,
    raising: Element | None = None,
    ways: str,
    settings: bool = False,
) -> list[Block]:
    """The desk, for Home and for the modal that serves those who have no Home.

    raising: the button to raise an issue, where the channel for it is known already. ways: the
    sentence on how else to begin, as far as its reader can. settings: a way to them beside each
    own side.
    """
    speaks = tongue(desk.language)
    blocks: list[Block] = [header(speaks.say("desk.waits"))]
    pressing: list[Promise | Waiting] = [*desk.late, *desk.waiting, *desk.soon, *desk.to_confirm]
    first = pressing[:MOST_WAITING]
    alone = [_left_alone(own, speaks) for own in desk.sides[:MOST_SIDES] if own.is_left_alone]
    waits = [*alone, *(_pressing(found, speaks) for found in first)]
    blocks += waits or [section(people(speaks.say("desk.nothing")))]
    if len(pressing) > MOST_WAITING:
        more = len(pressing) - MOST_WAITING
        blocks.append(context(Mrkdwn(speaks.say("desk.more", count=more))))
    for fair in desk.fair[:MOST_FAIR]:
        about = bold(_name(fair.case, speaks))
        blocks += fair_blocks(fair.case.id, fair.moment, speaks, about=about)
    blocks += [_named(n, speaks) for n in desk.named[:MOST_WAITING]]
    if desk.changed:
        changed = (_changed(c, speaks) for c in desk.changed[:MOST_CHANGED])
        blocks.append(context(lines(*changed)))
    for known in desk.known[:MOST_SIDES]:
        blocks += question_block(known, speaks)
    if later := [p for p in desk.promises if p not in pressing]:
        blocks += [divider(), header(speaks.say("desk.promises"))]
        blocks += [_promise(p, speaks) for p in later[:MOST_WAITING]]
    if desk.cases:
        blocks += [divider(), header(speaks.say("desk.going_on"))]
        blocks += _cases(desk.cases, page, speaks)
    raising = raising or button("Raise an issue", names.RAISE_ANYWHERE, "home")
    told = [button("What is kept", names.KEPT, "desk")]
    if desk.sides:
        told.insert(0, button("What your side told", names.TOLD, "told"))
    blocks += [divider(), actions(raising, *told)]
    asked = [s for s in desk.sides[:MOST_SIDES] if s.may_tap][:MOST_PULSES]
    for own in desk.sides[:MOST_SIDES]:
        blocks += _own_side(own, speaks, asks=own in asked, settings=settings)
    return [*blocks, context(Mrkdwn(speaks.say(ways)))]


def _left_alone(own: OwnSide, speaks: Tongue) -> Block:
    """Whom the side had named is gone, and its cases wait for whoever goes on."""
    text = speaks.say("desk.alone", side=people(own.side.name, 80))
    element = button("Name who goes on", names.PEOPLE, own.partnership, primary=True)
    return section(lines(text, speaks.say("desk.alone_waits")), accessory=element)


def _changed(found: Changed, speaks: Tongue) -> str:
    """For this side alone, as is all of the desk; the words stand behind their own button."""
    made = found.change
    return speaks.say(
        f"desk.{made.what.value}",
        number=found.case.number,
        who=person(made.by),
        moment=moment(made.at, speaks.say("at")),
    )


def _pressing(found: Promise | Waiting, speaks: Tongue) -> Block:
    if isinstance(found, Promise) and found.wished:
        return _wish(found, speaks)
    return _waiting(found, speaks) if isinstance(found, Waiting) else _promise(found, speaks)


def _named(found: Named, speaks: Tongue) -> Block:
    side = people(found.side.name, 80)
    said = speaks.say("desk.named", by=person(found.by), who=person(found.person), side=side)
    text = lines(said, speaks.say("desk.confirm_named"))
    value = f"{found.partnership}:{found.person}"
    return section(text, accessory=button("Confirm them", names.NAMED, value))


def _own_side(own: OwnSide, speaks: Tongue, *, asks: bool, settings: bool) -> list[Block]:
    """Who speaks and signs, the way to name them, and what is known of the other side."""
    side, others = people(own.side.name, 80), side_names(own.others, speaks)
    title = speaks.say("desk.with", side=side, others=others) if own.others else f"*{side}*"
    if own.named:
        voices, signs = (
            speaks.listed([str(person(p)) for p in g]) or speaks.say("desk.nobody")
            for g in (own.speaks, own.signs)
        )
        reading = own.readers is Readers.EVERYBODY
        text = lines(
            title,
            speaks.say("desk.speaks", speaks=voices, signs=signs),
            speaks.say("desk.all_read") if reading else "",
        )
    else:
        text = lines(title, speaks.say("desk.everybody"))
    ways = [button("How we work", names.PARTNER, own.partnership)]
    if own.may_name:
        ways.insert(0, button("Your side's people", names.PEOPLE, own.partnership))
    if settings and own.channels:
        (first, *further) = own.channels
        ways.append(button("Settings", names.SETTINGS, CHOOSE if further else first))
    return [section(text), actions(*ways), *pulse_blocks(own, speaks, asks=asks)]


def _waiting(found: Waiting, speaks: Tongue) -> Block:
    case = found.case
    text = lines(bold(_name(case, speaks)), _between(case, speaks), next_step(case, speaks))
    label = step_button(case.stage, speaks)
    return section(text, accessory=button(label, names.OPEN, case.id, primary=True))


def _promise(found: Promise, speaks: Tongue) -> Block:
    commitment = found.commitment
    due = commitment.next_due if found.mine else commitment.due
    missing = commitment.contested_because if commitment.is_contested else ""
    others = tuple(s for s in found.case.sides if s.id != commitment.side)
    by = speaks.say(
        "desk.by",
        day=speaks.full_day(due),
        rhythm=f", {rhythm(commitment, speaks)}" if commitment.every else "",
        others=f"{side_names(others, speaks)}, " if found.mine else "",
        number=found.case.number,
    )
    text = lines(
        _whose(found, speaks),
        by,
        measured(commitment, tongue(found.case.language)) if found.offered else "",
        f"_{speaks.say('promise.missing')}_ {people(missing, LONGEST)}" if missing else "",
        _looked_into(found, speaks),
    )
    action, label = (names.CONFIRM, "confirm")
    if found.mine:
        action, label = names.DONE, "done"
    if found.offered:
        action, label = names.PROMISE_AGREE, "agree"
    value = f"{found.case.id}:{commitment.key}"
    return section(text, accessory=button(speaks.say(label), action, value))


def _whose(found: Promise, speaks: Tongue) -> str:
    what = people(found.commitment.what, LONGEST)
    if found.mine:
        return speaks.say("desk.i_offer" if found.offered else "desk.mine", what=what)
    who = people(found.case.side(found.commitment.side).name, 80)
    return speaks.say("desk.offers" if found.offered else "desk.theirs", who=who, what=what)


def _looked_into(found: Promise, speaks: Tongue) -> str:
    if not found.rests:
        return ""
    return speaks.say("desk.rests" if found.mine else "desk.settled", number=found.looked_into)


def _wish(found: Promise, speaks: Tongue) -> Block:
    """What the other side would like instead; both answers stand behind the button."""
    promise, wish = found.commitment, found.commitment.change
    assert wish is not None
    who = people(found.case.side(wish.side).name, 80)
    to = {"what": people(wish.what, LONGEST), "day": speaks.full_day(wish.due)}
    text = lines(
        speaks.say("desk.wish", who=who, what=people(promise.what, LONGEST)),
        speaks.say("desk.wish_to", **to, number=found.case.number),
    )
    return section(text, accessory=button(speaks.say("open"), names.OPEN, found.case.id))


def _cases(cases: tuple[Case, ...], page: int, speaks: Tongue) -> list[Block]:
    start = page * PAGE
    shown = cases[start : start + PAGE]
    blocks = [
        section(
            lines(f"{_name(c, speaks)}  ·  {stage_of(c, speaks)}", _between(c, speaks)),
            accessory=button(speaks.say("open"), names.OPEN, c.id),
        )
        for c in shown
    ]
    turns = []
    if page:
        turns.append(button("Newer", names.PAGE + ".newer", str(page - 1)))
    if start + PAGE < len(cases):
        turns.append(button("Older", names.PAGE + ".older", str(page + 1)))
    if not turns:
        return blocks
    place = speaks.say("list.page", number=page + 1, pages=-(-len(cases) // PAGE))
    return [*blocks, actions(*turns), context(Mrkdwn(place))]


def _name(case: Case, speaks: Tongue) -> Mrkdwn:
    title = people(case.issue.title, 150)
    return Mrkdwn(speaks.say("case", number=case.number, title=title))


def _between(case: Case, speaks: Tongue) -> Mrkdwn:
    return side_names(case.sides, speaks)
