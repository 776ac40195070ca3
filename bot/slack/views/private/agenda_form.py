"""The terms: first to be read and confirmed, then, for who wants it, to be changed."""

import re

from bot.casework.next_step import Opened
from bot.casework.set_agenda import SetAgenda
from bot.mediation.refusals import Unclear
from bot.mediation.terms import MAX_OPTIONS, Agenda, Term
from bot.slack.blocks import Block, View, actions, button, context, modal, section, text_input
from bot.slack.payloads import OpenView
from bot.slack.text import lines, people
from bot.slack.views import actions as names
from bot.slack.views.shared.terms_part import term_line

TITLE = "The terms"
SEPARATOR = " / "
INTRO = "These could be part of a package. A package picks one option of each."
EDIT_INTRO = (
    "Options stand in order, separated by “ / ”. Empty a term's options to take it off the table. "
    "The other side is asked to check any change."
)
NEW = 2
"""How many terms can be added at a time."""


def agenda_form(opened: Opened) -> View:
    """To read: one line a term, with what exactly is counted. One tap confirms."""
    agenda = _agenda(opened)
    blocks: list[Block] = [context(people(INTRO))]
    blocks += [section(lines(term_line(t), _definition(t))) for t in agenda.terms]
    blocks.append(actions(button("Change the terms", names.EDIT_TERMS, opened.case.id)))
    about = {"case": opened.case.id, "edition": agenda.edition, "edit": False}
    return modal(TITLE, blocks, callback=names.AGENDA_FORM, about=about, submit="These are right")


def agenda_editor(opened: Opened) -> View:
    """To change: options and today's value of each term, and room for new ones."""
    agenda = _agenda(opened)
    blocks: list[Block] = [context(people(EDIT_INTRO))]
    for n, term in enumerate(agenda.terms):
        today = term.options[term.today] if term.today is not None else ""
        blocks += _term_inputs(str(n), term.name, SEPARATOR.join(term.options), today)
    for n in range(NEW):
        blocks.append(
            text_input("Another term", f"name-new{n}", lines=False, optional=True, at_most=80)
        )
        blocks += _term_inputs(f"new{n}", "Its", "", "")
    about = {"case": opened.case.id, "edition": agenda.edition, "edit": True}
    return modal(TITLE, blocks, callback=names.AGENDA_FORM, about=about, submit="Save the terms")


def read(view: OpenView, agenda: Agenda) -> SetAgenda:
    """The terms as they stand in the form, over the edition that it showed.

    Raises Unclear where options or today's value cannot be read.
    """
    case_id, edition = str(view.about["case"]), int(view.about["edition"])
    if not view.about.get("edit"):
        return SetAgenda(case_id, edition, agenda.terms)
    kept = [_edited(view, str(n), term) for n, term in enumerate(agenda.terms)]
    added = [_added(view, f"new{n}") for n in range(NEW)]
    terms = tuple(t for t in (*kept, *added) if t is not None)
    if not terms:
        raise Unclear("options-0", "Leave at least one term on the table.")
    return SetAgenda(case_id, edition, terms)


def _edited(view: OpenView, n: str, term: Term) -> Term | None:
    options = _options(view, n)
    if not options:
        return None
    today = _today(view, n, options)
    if (options, today) == (term.options, term.today):
        return term
    return Term(
        key=term.key,
        name=term.name,
        options=options,
        today=today,
        unit=term.unit,
        definition=term.definition,
        wants_more=term.wants_more,
        duty=term.duty,
        traded_for=term.traded_for,
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
    return Term(f"own-{_slug(name)}", name, options, today=_today(view, n, options))


def _options(view: OpenView, n: str) -> tuple[str, ...]:
    key = f"options-{n}"
    parts = re.split(r"\s+/\s+|\n", view.values.text(key))
    found = tuple(" ".join(p.split()) for p in parts if p.strip())
    if len(found) > MAX_OPTIONS:
        raise Unclear(key, f"Leave at most {MAX_OPTIONS} options here.")
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


def _term_inputs(n: str, name: str, options: str, today: str) -> list[Block]:
    return [
        text_input(f"{name}: options", f"options-{n}", value=options, lines=False, optional=True),
        text_input(f"{name}: today", f"today-{n}", value=today, lines=False, optional=True),
    ]


def _definition(term: Term) -> str:
    return f"_{people(term.definition, 300)}_" if term.definition else ""


def _slug(name: str) -> str:
    return re.sub(r"\W+", "_", name.casefold()).strip("_")[:60] or "term"


def _agenda(opened: Opened) -> Agenda:
    assert opened.case.agenda is not None
    return opened.case.agenda
