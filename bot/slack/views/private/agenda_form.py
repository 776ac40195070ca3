"""The terms: first to be read and confirmed, then, for who wants it, to be changed."""

import re
from collections.abc import Sized
from dataclasses import replace

from bot.casework.next_step import Opened
from bot.casework.set_agenda import SetAgenda
from bot.casework.tongues import Tongue, tongue
from bot.mediation.both_or_all import both_or_all
from bot.mediation.refusals import Unclear
from bot.mediation.terms import MAX_OPTIONS, Agenda, Counted, Term
from bot.slack.blocks import (
    Block,
    Option,
    View,
    actions,
    button,
    context,
    modal,
    select,
    text_input,
)
from bot.slack.payloads import OpenView, reads_form
from bot.slack.text import people, shortened
from bot.slack.views import actions as names
from bot.slack.views.private.agreeing import agreeing_once
from bot.slack.views.private.conditions_field import conditions_field, read_conditions
from bot.slack.views.shared.stages import ENGLISH
from bot.slack.views.shared.terms_part import conditions

TITLE = ENGLISH.say("terms")
SEPARATOR = " / "
NOT_FIXED = "-"
USUAL = ENGLISH.say("terms.is_usual")
EDIT_INTRO = (
    "Options stand in order, separated by “ / ”. Empty a term's options to take it off the table. "
    "What exactly a number counts belongs here too: which day, which base, with or without what. "
    "{Others_are} asked to check any change."
)
LONGEST = 60
"""Characters of an option: what cards, packages and the text to sign show of it."""

LONGEST_DEFINITION = 200
"""Characters of what a term counts: what the text to sign shows of it."""

NEW = ("New term", "Second new term")
"""What the terms are called that can be added at a time, until they have a name."""


def agenda_form(opened: Opened) -> View:
    """One field a term: what holds today. One tap confirms all of it."""
    agenda, speaks = _agenda(opened), tongue(opened.language)
    blocks: list[Block] = [context(people(speaks.say("terms.intro")))]
    sides = opened.case.sides
    blocks += [_today_select(n, term, sides, speaks) for n, term in enumerate(agenda.terms)]
    blocks += [context(people(tied, 300)) for tied in conditions(agenda, speaks)]
    change = button(speaks.say("terms.change"), names.EDIT_TERMS, opened.case.id)
    blocks.append(actions(change))
    blocks += agreeing_once(opened.agreed, speaks)
    return modal(
        speaks.say("terms"),
        blocks,
        callback=names.AGENDA_FORM,
        about={"case": opened.case.id, "edition": agenda.edition, "edit": False},
        submit=speaks.say("terms.send"),
        close=speaks.say("close"),
    )


def agenda_editor(opened: Opened) -> View:
    """To change: options, today's value and definition of each term, and room for new ones."""
    agenda = _agenda(opened)
    blocks: list[Block] = [context(people(both_or_all(EDIT_INTRO, opened.case.sides)))]
    for n, term in enumerate(agenda.terms):
        today = term.options[term.today] if term.today is not None else ""
        options = SEPARATOR.join(term.options)
        blocks += _term_inputs(str(n), term.name, options, today, term.definition)
    for n, called in enumerate(NEW):
        blocks.append(text_input(called, f"name-new{n}", lines=False, optional=True, at_most=80))
        blocks += _term_inputs(f"new{n}", called, "", "", "")
    blocks.append(conditions_field(agenda))
    blocks += agreeing_once(opened.agreed)
    about = {"case": opened.case.id, "edition": agenda.edition, "edit": True}
    return modal(TITLE, blocks, callback=names.AGENDA_FORM, about=about, submit="Save the terms")


@reads_form
def read(view: OpenView, agenda: Agenda) -> SetAgenda:
    """The terms as they stand in the form, over the edition that it showed.

    Raises Unclear where options or today's value cannot be read.
    """
    case_id, edition = str(view.about["case"]), int(view.about["edition"])
    if edition != agenda.edition:  # its fields stand for other terms than these
        return SetAgenda(case_id, edition, agenda.terms)
    if not view.about.get("edit"):
        checked = tuple(_as_today(view, str(n), t) for n, t in enumerate(agenda.terms))
        return SetAgenda(case_id, edition, checked)
    kept = [_edited(view, str(n), term) for n, term in enumerate(agenda.terms)]
    added = [_added(view, f"new{n}") for n in range(len(NEW))]
    terms = tuple(t for t in (*kept, *added) if t is not None)
    if not terms:
        raise Unclear("options-0", "Leave at least one term on the table.")
    return SetAgenda(case_id, edition, terms, read_conditions(view, agenda, terms))


def _edited(view: OpenView, n: str, term: Term) -> Term | None:
    options = _options(view, n)
    if not options:
        return None
    today = _today(view, n, options)
    definition = _definition(view, n)
    if (options, today, definition) == (term.options, term.today, term.definition):
        return term
    held = term.options[term.today] if term.today is not None else ""
    untouched = today is not None and options[today] == held
    usual = term.today_is_usual and untouched
    counted = term.counted if options == term.options else Counted.AS_USUAL
    return replace(
        term,
        options=options,
        today=today,
        definition=definition,
        today_is_usual=usual,
        counted=counted,
        agreed_in=term.agreed_in if untouched else 0,
    )


def _added(view: OpenView, n: str) -> Term | None:
    name = " ".join(view.values.text(f"name-{n}").split())
    options = _options(view, n)
    if not name and not options:
        return None
    if not name:
        raise Unclear(f"name-{n}", "Give the new term a name.")
    if len(options) < 2:
        raise Unclear(f"options-{n}", "Give the new term at least two options, with “ / ” between.")
    return Term(
        f"own-{_slug(name)}",
        name,
        options,
        today=_today(view, n, options),
        definition=_definition(view, n),
    )


def _definition(view: OpenView, n: str) -> str:
    return " ".join(view.values.text(f"counts-{n}").split())


def _options(view: OpenView, n: str) -> tuple[str, ...]:
    key = f"options-{n}"
    parts = re.split(r"\s+/\s*|\s*/\s+|\n", view.values.text(key))
    found = tuple(" ".join(p.split()) for p in parts if p.strip())
    if len(found) > MAX_OPTIONS:
        raise Unclear(key, f"Leave at most {MAX_OPTIONS} options here.")
    if too_long := [o for o in found if len(o) > LONGEST]:
        begins = shortened(too_long[0], 30)
        raise Unclear(key, f"Shorten “{begins}” to {LONGEST} characters, so that all can read it.")
    if len({o.casefold() for o in found}) != len(found):
        raise Unclear(key, "Two options here are the same. Leave one of them.")
    return found


def _today(view: OpenView, n: str, options: tuple[str, ...]) -> int | None:
    key = f"today-{n}"
    said = " ".join(view.values.text(key).split())
    if not said:
        return None
    for index, option in enumerate(options):
        if option.casefold() == said.casefold():
            return index
    raise Unclear(key, "Write today's value as it stands among the options, or leave this empty.")


def _term_inputs(n: str, name: str, options: str, today: str, definition: str) -> list[Block]:
    return [
        text_input(f"{name}: options", f"options-{n}", value=options, lines=False, optional=True),
        text_input(f"{name}: today", f"today-{n}", value=today, lines=False, optional=True),
        text_input(
            f"{name}: what exactly it counts",
            f"counts-{n}",
            value=definition,
            lines=False,
            optional=True,
            at_most=max(LONGEST_DEFINITION, len(definition)),
        ),
    ]


def _today_select(n: int, term: Term, sides: Sized, speaks: Tongue) -> Block:
    """A term with its options, and which of them holds today."""
    options = [Option(label, str(i)) for i, label in enumerate(term.options)]
    options.append(Option(speaks.of(sides, "terms.open"), NOT_FIXED))
    listed = speaks.say("terms.options", options=" · ".join(term.options))
    said = [listed, term.definition, _counting(term, speaks), _note(term, speaks)]
    return select(
        speaks.say("terms.label", term=term.name),
        f"holds-{n}",
        options,
        chosen=NOT_FIXED if term.today is None else str(term.today),
        hint=" ".join(s for s in said if s),
        placeholder=speaks.say("choose"),
    )


def _note(term: Term, speaks: Tongue) -> str:
    """Where its options or today's value come from, as far as nobody has named them."""
    if len(term.options) == 1:
        return speaks.say("terms.only_one")
    if term.agreed_in:
        return speaks.say("terms.agreed_in", number=term.agreed_in)
    return speaks.say("terms.is_usual") if term.today_is_usual else ""


def _counting(term: Term, speaks: Tongue) -> str:
    """A note where the options are in another unit or currency than is usual for the term."""
    if not term.unit or term.counted is Counted.AS_USUAL:
        return ""
    written = term.counted is Counted.AS_WRITTEN
    return speaks.say("terms.as_written" if written else "terms.in_several", unit=term.unit)


def _as_today(view: OpenView, n: str, term: Term) -> Term:
    said = view.values.choice(f"holds-{n}")
    if not said:
        return term
    today = None if said == NOT_FIXED else int(said)
    return (
        term
        if today == term.today
        else replace(term, today=today, today_is_usual=False, agreed_in=0)
    )


def _slug(name: str) -> str:
    return re.sub(r"\W+", "_", name.casefold()).strip("_")[:60] or "term"


def _agenda(opened: Opened) -> Agenda:
    assert opened.case.agenda is not None
    return opened.case.agenda
