"""A person's own page: what waits for them first, then their promises, then what goes on."""

from bot.casework.my_desk import Changed, Desk, Named, OwnSide, Waiting
from bot.casework.owed import Promise
from bot.casework.readers import Readers
from bot.casework.tongues import tongue
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
from bot.slack.text import Mrkdwn, bold, day, lines, listed, moment, people, person
from bot.slack.views import actions as names
from bot.slack.views.private.fair_view import fair_blocks
from bot.slack.views.private.partner_form import question_block
from bot.slack.views.private.pulse_block import pulse_blocks
from bot.slack.views.private.told_view import CHANGED
from bot.slack.views.shared.agreement_part import LONGEST, measured, rhythm
from bot.slack.views.shared.stages import BUTTONS, next_step, side_names, stage_of

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
NOTHING = "Nothing waits for you. A good moment for a coffee."
WAYS = (
    "On any message, under More actions: *Just clarify*, *Raise an issue*, *Suggest trade-offs*. "
    "Or mention Parley in a thread, or write to it here."
)
DESK_WAYS = (
    "Mention Parley in a thread, and it shows the ways to begin: *Just clarify*, *Raise an issue*, "
    "*Suggest trade-offs*. This desk stays pinned in the channel."
)


def home(desk: Desk, page: int = 0) -> View:
    """The whole page; other cases come in pages of their own, counted from 0."""
    return {"type": "home", "blocks": desk_blocks(desk, page, ways=WAYS, settings=True)}


NOBODY = "nobody who is here"


def desk_blocks(
    desk: Desk,
    page: int = 0,
    *,
    raising: Element | None = None,
    ways: str,
    settings: bool = False,
) -> list[Block]:
    """The desk, for Home and for the modal that serves those who have no Home.

    raising: the button to raise an issue, where the channel for it is known already. ways: how
    else to begin, as far as its reader can. settings: a way to them beside each own side.
    """
    blocks: list[Block] = [header("What waits for you")]
    pressing: list[Promise | Waiting] = [*desk.late, *desk.waiting, *desk.soon, *desk.to_confirm]
    first = pressing[:MOST_WAITING]
    alone = [_left_alone(own) for own in desk.sides[:MOST_SIDES] if own.is_left_alone]
    blocks += [*alone, *(_pressing(found) for found in first)] or [section(people(NOTHING))]
    if len(pressing) > MOST_WAITING:
        more = len(pressing) - MOST_WAITING
        blocks.append(context(Mrkdwn(f"And {more} more, shown as these are done.")))
    for fair in desk.fair[:MOST_FAIR]:
        blocks += fair_blocks(fair.case.id, fair.moment, about=bold(_name(fair.case)))
    blocks += [_named(n) for n in desk.named[:MOST_WAITING]]
    if desk.changed:
        blocks.append(context(lines(*map(_changed, desk.changed[:MOST_CHANGED]))))
    for known in desk.known[:MOST_SIDES]:
        blocks += question_block(known)
    if later := [p for p in desk.promises if p not in pressing]:
        blocks += [divider(), header("Promises")]
        blocks += [_promise(p) for p in later[:MOST_WAITING]]
    if desk.cases:
        blocks += [divider(), header("Going on")]
        blocks += _cases(desk.cases, page)
    raising = raising or button("Raise an issue", names.RAISE_ANYWHERE, "home")
    told = [button("What is kept", names.KEPT, "desk")]
    if desk.sides:
        told.insert(0, button("What your side told", names.TOLD, "told"))
    blocks += [divider(), actions(raising, *told)]
    asked = [s for s in desk.sides[:MOST_SIDES] if s.may_tap][:MOST_PULSES]
    for own in desk.sides[:MOST_SIDES]:
        blocks += _own_side(own, asks=own in asked, settings=settings)
    return [*blocks, context(Mrkdwn(ways))]


def _left_alone(own: OwnSide) -> Block:
    """Whom the side had named is gone, and its cases wait for whoever goes on."""
    text = f"Nobody who speaks or signs for *{people(own.side.name, 80)}* is here just now."
    element = button("Name who goes on", names.PEOPLE, own.partnership, primary=True)
    return section(lines(text, "Its cases wait until somebody is named."), accessory=element)


def _changed(found: Changed) -> str:
    """For this side alone, as is all of the desk; the words stand behind their own button."""
    made, name = found.change, f"case {found.case.number}"
    return f"{CHANGED[made.what]} in {name} by {person(made.by)}, {moment(made.at)}"


def _pressing(found: Promise | Waiting) -> Block:
    if isinstance(found, Promise) and found.wished:
        return _wish(found)
    return _waiting(found) if isinstance(found, Waiting) else _promise(found)


def _named(found: Named) -> Block:
    text = lines(
        f"{person(found.by)} has named {person(found.person)} for {people(found.side.name, 80)}.",
        "Confirm it if that is right; until then they are on no side.",
    )
    value = f"{found.partnership}:{found.person}"
    return section(text, accessory=button("Confirm them", names.NAMED, value))


def _own_side(own: OwnSide, *, asks: bool, settings: bool) -> list[Block]:
    """Who speaks and signs, the way to name them, and what is known of the other side."""
    with_whom = f", with {side_names(own.others)}" if own.others else ""
    title = f"*{people(own.side.name, 80)}*{with_whom}"
    if own.named:
        speaks, signs = (
            listed([str(person(p)) for p in g]) or NOBODY for g in (own.speaks, own.signs)
        )
        reading = own.readers is Readers.EVERYBODY
        text = lines(
            title,
            f"Speaks: {speaks}  ·  Signs: {signs}",
            "Everybody of your side reads what it told in private." if reading else "",
        )
    else:
        text = lines(title, "Everybody of your side in the channel may speak and sign for it.")
    ways = [button("How we work", names.PARTNER, own.partnership)]
    if own.may_name:
        ways.insert(0, button("Your side's people", names.PEOPLE, own.partnership))
    if settings and own.channels:
        (first, *others) = own.channels
        ways.append(button("Settings", names.SETTINGS, CHOOSE if others else first))
    return [section(text), actions(*ways), *pulse_blocks(own, asks=asks)]


def _waiting(found: Waiting) -> Block:
    case = found.case
    text = lines(bold(_name(case)), _between(case), next_step(case))
    label = BUTTONS.get(case.stage, "Open")
    return section(text, accessory=button(label, names.OPEN, case.id, primary=True))


def _promise(found: Promise) -> Block:
    commitment = found.commitment
    who = "You" if found.mine else people(found.case.side(commitment.side).name, 80)
    due = commitment.next_due if found.mine else commitment.due
    missing = commitment.contested_because if commitment.is_contested else ""
    comes_round = f", {rhythm(commitment)}" if commitment.every else ""
    others = tuple(s for s in found.case.sides if s.id != commitment.side)
    with_whom = f"{side_names(others)}, " if found.mine else ""
    offers = " offers one more promise" if found.offered else ""
    text = lines(
        f"*{who}*{offers}: {people(commitment.what, LONGEST)}",
        f"By {day(due)}{comes_round}  ·  {with_whom}case {found.case.number}",
        measured(commitment, tongue(found.case.language)) if found.offered else "",
        f"_Seen missing:_ {people(missing, LONGEST)}" if missing else "",
        _looked_into(found),
    )
    action, label = (names.DONE, "Mark as done") if found.mine else (names.CONFIRM, "Confirm")
    if found.offered:
        action, label = names.PROMISE_AGREE, "Agree to it"
    value = f"{found.case.id}:{commitment.key}"
    return section(text, accessory=button(label, action, value))


def _looked_into(found: Promise) -> str:
    if not found.rests:
        return ""
    if found.mine:
        return f"Case {found.looked_into} looks into it; nobody waits for it here meanwhile."
    return f"Settled in case {found.looked_into}. Confirm it, if it is kept now."


def _wish(found: Promise) -> Block:
    """What the other side would like instead; both answers stand behind the button."""
    promise, wish = found.commitment, found.commitment.change
    assert wish is not None
    who = people(found.case.side(wish.side).name, 80)
    words = f"{people(wish.what, LONGEST)}, by {day(wish.due)}"
    text = lines(
        f"*{who}* asks to change a promise: {people(promise.what, LONGEST)}",
        f"_To:_ {words}  ·  case {found.case.number}",
    )
    return section(text, accessory=button("Open", names.OPEN, found.case.id))


def _cases(cases: tuple[Case, ...], page: int) -> list[Block]:
    start = page * PAGE
    shown = cases[start : start + PAGE]
    blocks = [
        section(
            lines(f"{_name(c)}  ·  {stage_of(c)}", _between(c)),
            accessory=button("Open", names.OPEN, c.id),
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
    pages = -(-len(cases) // PAGE)
    return [*blocks, actions(*turns), context(Mrkdwn(f"Page {page + 1} of {pages}"))]


def _name(case: Case) -> Mrkdwn:
    return Mrkdwn(f"Case {case.number}: {people(case.issue.title, 150)}")


def _between(case: Case) -> Mrkdwn:
    return side_names(case.sides)
