"""To count something together: a file, or the figures; both sides will see what comes of it."""

from collections.abc import Mapping

from bot.casework.count_together import TITLE, AskCount
from bot.casework.files import FileRef
from bot.casework.room import CountForm
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

PUBLIC = (
    "Everybody here sees each usual way to count, with its formula, what was left out or assumed "
    "and why, who gave the figures, and the file's name and fingerprint. The rows stay with you."
)
LABELS: Mapping[Calculator, str] = {
    Calculator.OTIF: "On time in full",
    Calculator.INDEX_PRICE: "A price by an index",
    Calculator.DETENTION: "Waiting time",
    Calculator.LATENESS: "Days late",
}
FILES = ("csv", "txt", "tsv")
ORDERS = (
    Option("The day first: 31/12/2026", DayOrder.DAY_FIRST.value),
    Option("The month first: 12/31/2026", DayOrder.MONTH_FIRST.value),
)
TEXTS = (
    *("rows", "then", "now", "share", "passed", "band", "cap", "lag"),
    *("arrived", "left", "appointment", "docked", "free", "rate", "step"),
)

IN_A_FILE = ("rows", "arrived", "left", "appointment", "docked")
"""What is typed where no file is sent."""


def count_form(form: CountForm) -> View:
    """The form for one thing to count; the others are a button each."""
    blocks: list[Block] = []
    if form.sentence:
        blocks.append(context(people(form.sentence)))
    blocks.append(context(people(PUBLIC)))
    others = [c for c in form.offered if c is not form.calculator]
    if others and not form.sentence:
        value = f"{form.case_id}:"
        buttons = [
            button(LABELS[c], f"{names.COUNT}.{c.value}", f"{value}{c.value}") for c in others
        ]
        blocks.append(actions(*buttons))
    blocks += _FIELDS[form.calculator](form)
    blocks += agreeing_once(form.agreed)
    about = {"case": form.case_id, "what": form.calculator.value}
    if form.file is not None:
        about |= {"file": form.file.id, "name": form.file.name}
    title = TITLE if form.sentence else LABELS[form.calculator]
    return modal(title, blocks, callback=names.COUNT_FORM, about=about, submit="Count")


def _otif(form: CountForm) -> list[Block]:
    typed = form.typed
    columns = (
        "One row for each order line, with a row of headings: order, due, arrived, ordered, "
        "delivered; also line, appointment and exclusion (why a line should not count), where "
        "there are. English, Spanish or German."
    )
    return [
        _file(form, "A CSV of order lines", columns),
        text_input(
            "Or the rows, or counts",
            "rows",
            value=typed.get("rows", ""),
            hint="Paste the rows with their headings, or write one count a line, such as “619 of "
            "660 order lines by appointment date”.",
            optional=True,
        ),
        _dates(form),
    ]


def _detention(form: CountForm) -> list[Block]:
    when = "2026-11-03 08:10"
    return [
        _file(form, "A CSV of stays", "Headings: arrived, left; also appointment and docked."),
        _line(form, "Arrived at the gate", "arrived", optional=True, example=when),
        _line(form, "Left", "left", optional=True, example=when),
        _line(form, "Appointment", "appointment", optional=True, example=when),
        _line(form, "At the dock", "docked", optional=True, example=when),
        _line(form, "Free hours", "free", example="2"),
        _line(form, "Rate an hour", "rate", example="60"),
        _line(form, "Counted in steps of, minutes", "step", optional=True, example="30"),
        _dates(form),
    ]


def _index_price(form: CountForm) -> list[Block]:
    return [
        _line(form, "Index then", "then", example="104.2, or 2026-01 with a file"),
        _line(form, "Index now", "now", example="110.8, or 2026-10 with a file"),
        _line(form, "Share of the price that is material, %", "share", example="60"),
        _line(form, "Of the change, passed on, %", "passed", optional=True, example="100"),
        _line(form, "Dead band, %", "band", optional=True, example="0"),
        _line(form, "Cap, %", "cap", optional=True, example="none"),
        _line(form, "Lag, months (with a file)", "lag", optional=True, example="0"),
        _file(form, "A CSV of the index", "Headings: month, index."),
        _dates(form),
    ]


def _lateness(form: CountForm) -> list[Block]:
    return [date_input("Agreed for", "due"), date_input("Happened on", "happened")]


_FIELDS = {
    Calculator.OTIF: _otif,
    Calculator.INDEX_PRICE: _index_price,
    Calculator.DETENTION: _detention,
    Calculator.LATENESS: _lateness,
}


def _file(form: CountForm, label: str, hint: str) -> Block:
    if form.file is not None:
        label = f"Another file in place of {form.file.name[:80]}, which is kept"
    return file_input(label, "file", types=FILES, hint=hint, optional=True)


def _line(form: CountForm, label: str, key: str, *, example: str, optional: bool = False) -> Block:
    return text_input(
        label,
        key,
        value=form.typed.get(key, ""),
        placeholder=example,
        lines=False,
        optional=optional,
        at_most=40,
    )


def _dates(form: CountForm) -> Block:
    return select(
        "How dates such as 03/04/2026 are written",
        "dates",
        ORDERS,
        chosen=form.typed.get("dates", ""),
        hint="Needed only where the figures themselves do not show it.",
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
