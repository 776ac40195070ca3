"""One either/or question: two packages side by side, one tap."""

import json
from collections.abc import Mapping

from bot.casework.rate_terms import AnswerQuestion
from bot.casework.room import QuestionForm
from bot.mediation.caucus import Choice
from bot.mediation.terms import Agenda, Package
from bot.slack.blocks import View, actions, button, context, modal, section
from bot.slack.payloads import reads_form
from bot.slack.text import Mrkdwn, bold, lines, people
from bot.slack.views import actions as names

TITLE = "Which would you rather"
ENOUGH = "enough"

_CODES: Mapping[Choice, str] = {Choice.FIRST: "1", Choice.SECOND: "2", Choice.EITHER: "0"}
_CHOICES = {code: choice for choice, code in _CODES.items()}


def question_form(form: QuestionForm) -> View:
    """Two packages, told by what differs between them; everything else is as today in both."""
    blocks = [
        context(
            Mrkdwn(f"Question {form.number} of at most {form.at_most}. Only Parley sees this.")
        ),
        section(
            _package(form.agenda, form.first, form.second, _name(form, form.first, "One")),
            accessory=button("This one", names.QUESTION + ".1", _value(form, Choice.FIRST)),
        ),
        section(
            _package(form.agenda, form.second, form.first, _name(form, form.second, "Two")),
            accessory=button("That one", names.QUESTION + ".2", _value(form, Choice.SECOND)),
        ),
        context(people(_rest(form))),
        actions(
            button("Much the same", names.QUESTION + ".0", _value(form, Choice.EITHER)),
            button("That is enough", names.QUESTION + ".x", json.dumps([form.case_id, ENOUGH])),
        ),
    ]
    about = {"case": form.case_id}
    return modal(TITLE, blocks, callback=names.QUESTION_FORM, about=about, tell_when_closed=True)


@reads_form
def read(value: str) -> AnswerQuestion | None:
    """The answer that a button stands for, None for "that is enough"."""
    case_id, code, *packages = json.loads(value)
    if code == ENOUGH:
        return None
    first, second = (tuple(int(o) for o in package) for package in packages)
    return AnswerQuestion(str(case_id), first, second, _CHOICES[code])


@reads_form
def case_of(value: str) -> str:
    return str(json.loads(value)[0])


def _value(form: QuestionForm, choice: Choice) -> str:
    return json.dumps([form.case_id, _CODES[choice], form.first, form.second])


def _name(form: QuestionForm, package: Package, name: str) -> str:
    return f"{name}: no deal, and your other way out" if package == form.way_out else name


def _rest(form: QuestionForm) -> str:
    differs = sum(a != b for a, b in zip(form.first, form.second, strict=True))
    if differs == len(form.first):
        return "There is no right answer; the first thought is fine."
    return "Everything else is the same in both."


def _package(agenda: Agenda, package: Package, other: Package, name: str) -> Mrkdwn:
    if package == agenda.today:
        return lines(bold(Mrkdwn(name)), people("Today's terms, unchanged"))
    differs = [
        f"•  {people(t.name, 80)}: *{people(t.options[a], 60)}*"
        for t, a, b in zip(agenda.terms, package, other, strict=True)
        if a != b
    ]
    return lines(bold(Mrkdwn(name)), *differs)
