"""To count something together: a file, or the figures; both sides will see what comes of it."""

from bot.casework.count_together import AskCount
from bot.casework.files import FileRef
from bot.casework.shown import CountForm
from bot.casework.tongues import Tongue, tongue
from bot.mediation.facts.counts import Calculator
from bot.mediation.facts.days import DayOrder
from bot.slack.blocks import (
    Block,
    Option,
    View,
    actions,
    button,
    context,
    date_input,
    file_input,
    modal,
    select,
    text_input,
)
from bot.slack.payloads import OpenView, reads_form
from bot.slack.text import people
from bot.slack.views import actions as names
from bot.slack.views.private.agreeing import agreeing_once

FILES = ("csv", "txt", "tsv")
TEXTS = (
    *("rows", "then", "now", "share", "passed", "band", "cap", "lag"),
    *("arrived", "left", "appointment", "docked", "free", "rate", "step"),
)

TIMES = ("arrived", "left", "appointment", "docked")
IN_A_FILE = ("rows", *TIMES)
"""What is typed where no file is sent."""


def count_form(form: CountForm) -> View:
    """The form for one thing to count; the others are a button each."""
    speaks = tongue(form.language)
    blocks: list[Block] = []
    if form.sentence:
        blocks.append(context(people(form.sentence)))
    blocks.append(context(people(speaks.say("counting.public"))))
    others = [c for c in form.offered if c is not form.calculator]
    if others and not form.sentence:
        value = f"{form.case_id}:"
        buttons = [
            button(_name(c, speaks), f"{names.COUNT}.{c.value}", f"{value}{c.value}")
            for c in others
        ]
        blocks.append(actions(*buttons))
    blocks += _FIELDS[form.calculator](form, speaks)
    blocks += agreeing_once(form.agreed, speaks)
    about = {"case": form.case_id, "what": form.calculator.value}
    if form.file is not None:
        about |= {"file": form.file.id, "name": form.file.name}
    title = speaks.say("counting") if form.sentence else _name(form.calculator, speaks)
    return modal(
        title,
        blocks,
        callback=names.COUNT_FORM,
        about=about,
        submit=speaks.say("counting.send"),
        close=speaks.say("close"),
    )


def _name(calculator: Calculator, speaks: Tongue) -> str:
    return speaks.say(f"counting.{calculator.value}")


def _otif(form: CountForm, speaks: Tongue) -> list[Block]:
    return [
        _file(form, "lines", "columns", speaks),
        text_input(
            speaks.say("counting.rows"),
            "rows",
            value=form.typed.get("rows", ""),
            hint=speaks.say("counting.paste"),
            optional=True,
        ),
        _dates(form, speaks),
    ]


def _detention(form: CountForm, speaks: Tongue) -> list[Block]:
    when = "2026-11-03 08:10"
    return [
        _file(form, "stays", "stay_columns", speaks),
        *(_line(form, name, speaks, optional=True, example=when) for name in TIMES),
        _line(form, "free", speaks, example="2"),
        _line(form, "rate", speaks, example="60"),
        _line(form, "step", speaks, optional=True, example="30"),
        _dates(form, speaks),
    ]


def _index_price(form: CountForm, speaks: Tongue) -> list[Block]:
    return [
        _line(form, "then", speaks, example=speaks.say("counting.then_like")),
        _line(form, "now", speaks, example=speaks.say("counting.now_like")),
        _line(form, "share", speaks, example="60"),
        _line(form, "passed", speaks, optional=True, example="100"),
        _line(form, "band", speaks, optional=True, example="0"),
        _line(form, "cap", speaks, optional=True, example=speaks.say("counting.no_cap")),
        _line(form, "lag", speaks, optional=True, example="0"),
        _file(form, "series", "series_columns", speaks),
        _dates(form, speaks),
    ]


def _lateness(form: CountForm, speaks: Tongue) -> list[Block]:
    return [date_input(speaks.say(f"counting.{name}"), name) for name in ("due", "happened")]


_FIELDS = {
    Calculator.OTIF: _otif,
    Calculator.INDEX_PRICE: _index_price,
    Calculator.DETENTION: _detention,
    Calculator.LATENESS: _lateness,
}


def _file(form: CountForm, what: str, columns: str, speaks: Tongue) -> Block:
    label = speaks.say(f"counting.{what}")
    if form.file is not None:
        label = speaks.say("counting.instead", name=form.file.name[:80])
    hint = speaks.say(f"counting.{columns}")
    return file_input(label, "file", types=FILES, hint=hint, optional=True)


def _line(
    form: CountForm, key: str, speaks: Tongue, *, example: str, optional: bool = False
) -> Block:
    return text_input(
        speaks.say(f"counting.{key}"),
        key,
        value=form.typed.get(key, ""),
        placeholder=example,
        lines=False,
        optional=optional,
        at_most=40,
    )


def _dates(form: CountForm, speaks: Tongue) -> Block:
    return select(
        speaks.say("counting.dates"),
        "dates",
        [Option(speaks.say(f"counting.{order.value}"), order.value) for order in DayOrder],
        chosen=form.typed.get("dates", ""),
        hint=speaks.say("counting.unsure"),
        placeholder=speaks.say("choose"),
        optional=True,
    )


@reads_form
def read(view: OpenView, key: str) -> AskCount:
    """What was filled in. A file that was kept from before counts where nothing is in its place:
    no other one, and nothing typed that a file would hold."""
    values = view.values
    typed = {name: text for name in TEXTS if (text := values.text(name))}
    if order := values.choice("dates"):
        typed["dates"] = order
    for name in ("due", "happened"):
        if day := values.day(name):
            typed[name] = day.isoformat()
    instead = any(name in typed for name in IN_A_FILE)
    held = FileRef(view.word("file"), view.word("name")) if view.word("file") else None
    attached = values.file("file")
    return AskCount(
        key=key,
        case_id=str(view.about["case"]),
        calculator=Calculator(str(view.about["what"])),
        typed=typed,
        file=FileRef(*attached) if attached else None if instead else held,
        view=view.id,
    )
