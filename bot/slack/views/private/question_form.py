"""One either/or question: two packages side by side, one tap."""

import json
from collections.abc import Mapping

from bot.casework.rate_terms import AnswerQuestion
from bot.casework.shown import QuestionForm
from bot.casework.tongues import Tongue, tongue
from bot.mediation.caucus import Choice
from bot.mediation.terms import Package
from bot.slack.blocks import View, actions, button, context, modal, section
from bot.slack.payloads import reads_form
from bot.slack.text import Mrkdwn, bold, lines, people
from bot.slack.views import actions as names

ENOUGH = "enough"

_CODES: Mapping[Choice, str] = {Choice.FIRST: "1", Choice.SECOND: "2", Choice.EITHER: "0"}
_CHOICES = {code: choice for choice, code in _CODES.items()}


def question_form(form: QuestionForm) -> View:
    """Two packages, told by what differs between them; everything else is as today in both."""
    speaks = tongue(form.language)
    count = speaks.say("tap.number", number=form.number, at_most=form.at_most)
    blocks = [
        context(Mrkdwn(count)),
        section(
            _package(form, form.first, form.second, "tap.one", speaks),
            accessory=button(
                speaks.say("tap.first"), names.QUESTION + ".1", _value(form, Choice.FIRST)
            ),
        ),
        section(
            _package(form, form.second, form.first, "tap.two", speaks),
            accessory=button(
                speaks.say("tap.second"), names.QUESTION + ".2", _value(form, Choice.SECOND)
            ),
        ),
        context(people(_rest(form, speaks))),
        actions(
            button(speaks.say("tap.either"), names.QUESTION + ".0", _value(form, Choice.EITHER)),
            button(
                speaks.say("tap.enough"), names.QUESTION + ".x", json.dumps([form.case_id, ENOUGH])
            ),
        ),
    ]
    return modal(
        speaks.say("tap"),
        blocks,
        callback=names.QUESTION_FORM,
        about={"case": form.case_id},
        close=speaks.say("close"),
        tell_when_closed=True,
    )


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


def _rest(form: QuestionForm, speaks: Tongue) -> str:
    differs = sum(a != b for a, b in zip(form.first, form.second, strict=True))
    return speaks.say("tap.no_right" if differs == len(form.first) else "tap.same")


def _package(
    form: QuestionForm, package: Package, other: Package, key: str, speaks: Tongue
) -> Mrkdwn:
    name = speaks.say(key)
    if package == form.way_out:
        name = speaks.say("tap.way_out", name=name)
    if package == form.agenda.today:
        return lines(bold(Mrkdwn(name)), people(speaks.say("tap.today")))
    differs = [
        f"•  {people(t.name, 80)}: *{people(t.options[a], 60)}*"
        for t, a, b in zip(form.agenda.terms, package, other, strict=True)
        if a != b
    ]
    return lines(bold(Mrkdwn(name)), *differs)
