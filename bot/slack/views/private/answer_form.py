"""A side's blind answer to a menu."""

from bot.casework.answer_menu import AnswerMenu
from bot.casework.next_step import Opened
from bot.casework.tongues import Tongue, tongue
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
from bot.slack.text import lines, people
from bot.slack.views import actions as names
from bot.slack.views.private.agreeing import agreeing_once
from bot.slack.views.shared.balance_part import LETTERS
from bot.slack.views.shared.packages_part import give_and_get, package


def answer_form(opened: Opened) -> View:
    """The packages as this side reads them, its earlier answer ticked."""
    case = opened.case
    assert case.round is not None
    assert case.agenda is not None
    menu, agenda, side = case.round, case.agenda, opened.side.id
    speaks, says = tongue(opened.language), tongue(case.language)
    held = opened.caucus.answer_to(menu.number)
    blocks: list[Block] = [context(people(speaks.say("reply.intro")))]
    if held is not None:
        blocks.append(context(people(_so_far(held, speaks))))
    for n, offer in enumerate(menu.offers):
        own = give_and_get(offer, side, says, own=True)
        blocks.append(section(lines(package(agenda, offer, n, says), own)))
    letters = [says.say("package", letter=LETTERS[n]) for n in range(len(menu.offers))]
    options = [Option(letter, str(n)) for n, letter in enumerate(letters)]
    ticked = [str(n) for n in sorted(held.could_sign)] if held else []
    blocks.append(checkboxes(speaks.say("reply.could"), "could_sign", options, chosen=ticked))
    blocks.append(
        select(
            speaks.say("reply.reason"),
            "reason",
            [Option(speaks.say(f"reason.{reason.value}"), reason.value) for reason in Reason],
            chosen=held.reason.value if held and held.reason else "",
            optional=True,
            placeholder=speaks.say("choose"),
        )
    )
    terms = [Option(t.name, t.key) for t in agenda.terms]
    chosen = held.term or "" if held else ""
    in_which, choose = speaks.say("reply.term"), speaks.say("choose")
    blocks.append(select(in_which, "term", terms, chosen=chosen, optional=True, placeholder=choose))
    remark = reveal(held.remark, to=Audience.own_side(side)) if held and held.remark else ""
    note = speaks.say("reply.note")
    blocks.append(text_input(note, "remark", value=remark, optional=True))
    blocks += agreeing_once(opened.agreed, speaks)
    about = {"case": case.id, "round": menu.number, "revision": opened.caucus.revision}
    return modal(
        speaks.say("reply"),
        blocks,
        callback=names.ANSWER_FORM,
        about=about,
        submit=speaks.say("send"),
        close=speaks.say("close"),
    )


def _so_far(held: BlindAnswer, speaks: Tongue) -> str:
    letters = [speaks.say("reply.package", letter=LETTERS[n]) for n in sorted(held.could_sign)]
    told = speaks.listed(letters) or speaks.say("reply.none")
    return speaks.say("reply.so_far", packages=told) + speaks.say("reply.changeable")


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
