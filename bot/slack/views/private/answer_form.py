"""A side's blind answer to a menu."""

from collections.abc import Mapping

from bot.casework.answer_menu import AnswerMenu
from bot.casework.next_step import Opened
from bot.casework.tongues import tongue
from bot.mediation.caucus import BlindAnswer, Reason
from bot.mediation.wall import Audience, reveal
from bot.slack.blocks import (
    Block,
    Option,
    View,
    checkboxes,
    context,
    modal,
    section,
    select,
    text_input,
)
from bot.slack.payloads import OpenView, reads_form
from bot.slack.text import lines, listed, people
from bot.slack.views import actions as names
from bot.slack.views.private.agreeing import agreeing_once
from bot.slack.views.shared.balance_part import LETTERS
from bot.slack.views.shared.packages_part import give_and_get, package

TITLE = "Answer in private"
INTRO = (
    "Tick every package that you could sign. Nobody learns who answered how: the thread shows a "
    "package only if every side could sign it."
)
CHANGEABLE = "It can be changed until every side has answered."
REASONS: Mapping[Reason, str] = {
    Reason.TOO_MUCH: "It asks too much of us",
    Reason.TOO_LITTLE: "It brings us too little",
    Reason.NEVER: "It asks for something that we can never do",
    Reason.SOMETHING_MISSING: "Something is missing: open the terms again",
    Reason.UNSAID: "I would rather not say",
}


def answer_form(opened: Opened) -> View:
    """The packages as this side reads them, its earlier answer ticked."""
    case = opened.case
    assert case.round is not None
    assert case.agenda is not None
    menu, agenda, side = case.round, case.agenda, opened.side.id
    speaks = tongue(case.language)
    held = opened.caucus.answer_to(menu.number)
    blocks: list[Block] = [context(people(INTRO))]
    if held is not None:
        blocks.append(context(people(f"{_so_far(held)} {CHANGEABLE}")))
    for n, offer in enumerate(menu.offers):
        own = give_and_get(offer, side, speaks, own=True)
        blocks.append(section(lines(package(agenda, offer, n, speaks), own)))
    letters = [speaks.say("package", letter=LETTERS[n]) for n in range(len(menu.offers))]
    options = [Option(letter, str(n)) for n, letter in enumerate(letters)]
    ticked = [str(n) for n in sorted(held.could_sign)] if held else []
    blocks.append(checkboxes("You could sign", "could_sign", options, chosen=ticked))
    blocks.append(
        select(
            "If none: what stands in the way",
            "reason",
            [Option(label, reason.value) for reason, label in REASONS.items()],
            chosen=held.reason.value if held and held.reason else "",
            optional=True,
        )
    )
    terms = [Option(t.name, t.key) for t in agenda.terms]
    chosen = held.term or "" if held else ""
    blocks.append(select("In which term", "term", terms, chosen=chosen, optional=True))
    remark = reveal(held.remark, to=Audience.own_side(side)) if held and held.remark else ""
    blocks.append(text_input("A note for your own side", "remark", value=remark, optional=True))
    blocks += agreeing_once(opened.agreed)
    about = {"case": case.id, "round": menu.number, "revision": opened.caucus.revision}
    return modal(TITLE, blocks, callback=names.ANSWER_FORM, about=about, submit="Send")


def _so_far(held: BlindAnswer) -> str:
    letters = [f"package {LETTERS[n]}" for n in sorted(held.could_sign)]
    return f"Your side's answer so far: it could sign {listed(letters) if letters else 'none'}."


@reads_form
def read(view: OpenView) -> AnswerMenu:
    values = view.values
    reason = values.choice("reason")
    return AnswerMenu(
        case_id=str(view.about["case"]),
        round=int(view.about["round"]),
        could_sign=frozenset(int(n) for n in values.choices("could_sign")),
        reason=Reason(reason) if reason else None,
        term=values.choice("term") or None,
        remark=values.text("remark"),
        revision=int(view.about["revision"]),
    )
