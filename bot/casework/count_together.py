"""Count it together: either side gives figures, and both read every result with its formula."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from bot.casework.asking import Watch
from bot.casework.authority import Action
from bot.casework.consent import has_agreed, join_case
from bot.casework.files import FileRef
from bot.casework.heed import CARRIED_ON, SaidAgain, heed
from bot.casework.hours import day_of_person, tongue_of_person
from bot.casework.membership import Actor, side_of
from bot.casework.ports import Clock, Job, Store, UnitOfWork
from bot.casework.room import Room, RoomUnavailable
from bot.casework.show import announce, show_case
from bot.casework.shown import CountForm, Saved
from bot.casework.tongues import Tongue
from bot.mediation.case import Case
from bot.mediation.facts.counts import (
    COUNTABLE,
    Calculator,
    Count,
    Wording,
    calculators_for,
)
from bot.mediation.facts.found import Reckoning
from bot.mediation.facts.reckon import check, reckon
from bot.mediation.facts.sayings import Unreadable
from bot.mediation.facts.table import MAX_BYTES, text_of
from bot.mediation.people import Side
from bot.mediation.refusals import MovedOn, Refusal, Unclear
from bot.mediation.stages import Stage
from bot.mediation.timeline import Event

TITLE = "Count it together"
NAMES: Mapping[Calculator, str] = {
    Calculator.OTIF: "on time in full",
    Calculator.INDEX_PRICE: "a price change by an index",
    Calculator.DETENTION: "waiting time",
    Calculator.LATENESS: "days late",
}


@dataclass(frozen=True, slots=True)
class AskCount:
    """What a side sends in. key: names the request. view: the modal that waits for the outcome."""

    key: str
    case_id: str
    calculator: Calculator
    typed: Mapping[str, str]
    file: FileRef | None = None
    view: str = ""


def offered(case: Case) -> tuple[Calculator, ...]:
    """What can be counted in this case now: nothing where no count would settle anything."""
    if case.stage is not Stage.FRAMED or case.common is None or case.common.gap not in COUNTABLE:
        return ()
    terms = tuple(t.key for t in case.agenda.terms) if case.agenda else ()
    return calculators_for(case.issue.kind, terms)


def open_count(
    case_id: str, calculator: Calculator | None, actor: Actor, *, uow: UnitOfWork, now: datetime
) -> CountForm:
    """The form to count something; the case's usual calculator where none is named.

    Raises MovedOn where there is nothing to count any more.
    """
    case, _ = _open(case_id, actor, uow, now)
    found = offered(case)
    if not found:
        raise MovedOn("There is nothing to count in this case as it stands.")
    what = calculator if calculator in found else found[0]
    return CountForm(
        case_id,
        what,
        found,
        agreed=has_agreed(uow, actor.person, case),
        language=_tongue_of(case, actor, uow).code,
    )


def count_together(request: AskCount, actor: Actor, *, uow: UnitOfWork, now: datetime) -> bool:
    """Count what was typed, at once, or have the attached file read; whether it is counted.

    Raises Unclear with the field's name for what cannot be used.
    """
    case, side = _open(request.case_id, actor, uow, now)
    speaks = _tongue_of(case, actor, uow)
    join_case(uow, actor.person, case, now=now)
    if request.file is not None:
        if request.typed.get("rows", "").strip():
            raise Unclear("rows", speaks.say("count.one_of_two"))
        with _said_in(speaks):
            check(request.calculator, request.typed)
        uow.enqueue(Job("count_file", f"count-file:{request.key}", _as_args(request, actor)))
        return False
    today = day_of_person(uow, case.workspace, actor.person, now)
    with _said_in(speaks):
        reckoning = reckon(request.calculator, request.typed, None, today=today)
    typed = json.dumps(dict(request.typed), sort_keys=True, ensure_ascii=False).encode()
    _keep(case, _count(request, side, actor, reckoning, case, typed, now), uow, now)
    return True


def count_file(
    request: AskCount, actor: Actor, *, store: Store, room: Room, clock: Clock, watch: Watch
) -> None:
    """Fetch the file, count, and say in the form how it went; the form comes back filled in
    where the file cannot be read, or says what a facilitator keeps out of. Keeps the count once,
    however often this is run."""
    assert request.file is not None
    now = clock.now()
    with store() as uow:
        before = uow.cases.get(request.case_id)
        speaks = _tongue_of(before, actor, uow)
        today = day_of_person(uow, before.workspace, actor.person, now)
    try:
        data = room.file(request.file, at_most=MAX_BYTES)
        reckoning = reckon(request.calculator, request.typed, text_of(data), today=today)
    except Unclear as fault:
        why = fault.said(speaks.code) if isinstance(fault, Unreadable) else str(fault)
        _give_back(request, actor, why, speaks, store=store, room=room)
        return
    except RoomUnavailable as fault:
        key = "count.not_allowed" if fault.code == "missing_scope" else "count.not_fetched"
        _give_back(request, actor, speaks.say(key), speaks, store=store, room=room)
        return
    shown = (request.file.name, *reckoning.quoted)
    with store() as uow:
        stop = heed(
            shown,
            actor,
            before.channel,
            workspace=before.workspace,
            uow=uow,
            watch=watch,
            said_again=SaidAgain(CARRIED_ON),
        )
    if stop is not None:
        _give_back(request, actor, stop.sentence, speaks, store=store, room=room)
        return
    try:
        with store() as uow:
            case, side = _open(request.case_id, actor, uow, now)
            _keep(case, _count(request, side, actor, reckoning, case, data, now), uow, now)
            uow.commit()
    except Refusal as refusal:
        told = Saved(speaks.say("counting"), str(refusal), language=speaks.code)
        room.show_modal(request.view, told, after_answer=True)
        return
    room.show_modal(request.view, _counted(reckoning, case, speaks), after_answer=True)


def request_of(args: Mapping[str, object]) -> AskCount:
    """The request as its job carries it."""
    typed = args["typed"]
    assert isinstance(typed, Mapping)
    return AskCount(
        key=str(args["key"]),
        case_id=str(args["case"]),
        calculator=Calculator(str(args["calculator"])),
        typed={str(k): str(v) for k, v in typed.items()},
        file=FileRef(str(args["file"]), str(args["name"])),
        view=str(args["view"]),
    )


def _as_args(request: AskCount, actor: Actor) -> dict[str, str | Mapping[str, str]]:
    assert request.file is not None
    return {
        "key": request.key,
        "case": request.case_id,
        "calculator": request.calculator.value,
        "typed": dict(request.typed),
        "file": request.file.id,
        "name": request.file.name,
        "view": request.view,
        "person": actor.person,
        "team": actor.team,
    }


def _open(case_id: str, actor: Actor, uow: UnitOfWork, now: datetime) -> tuple[Case, Side]:
    case = uow.cases.get(case_id)
    side = side_of(uow, case.partnership, actor, channel=case.channel, now=now, to=Action.COUNT)
    case.require_side(side.id)
    return case, side


def _tongue_of(case: Case, actor: Actor, uow: UnitOfWork) -> Tongue:
    return tongue_of_person(uow, case.workspace, actor.person)


@contextmanager
def _said_in(speaks: Tongue) -> Iterator[None]:
    """What cannot be read is refused in this language."""
    try:
        yield
    except Unreadable as fault:
        raise Unclear(fault.field, fault.said(speaks.code)) from fault


def _count(
    request: AskCount,
    side: Side,
    actor: Actor,
    reckoning: Reckoning,
    case: Case,
    data: bytes,
    now: datetime,
) -> Count:
    """The count in the languages of the case's statement."""
    first, *others = _languages(case)
    said = reckoning.said(first)
    also = ((language, reckoning.said(language)) for language in others)
    return Count(
        id=request.key,
        calculator=request.calculator,
        side=side.id,
        by=actor.person,
        at=now,
        source=request.file.name if request.file else "",
        digest=hashlib.sha256(data).hexdigest(),
        rows=said.rows,
        results=said.results,
        notes=said.notes,
        also=tuple(Wording(language, r.results, r.notes) for language, r in also),
    )


def _languages(case: Case) -> list[str]:
    if case.common is None:
        return ["en"]
    return [case.common.language or "en", *(r.language for r in case.common.also)]


def _keep(case: Case, count: Count, uow: UnitOfWork, now: datetime) -> None:
    if any(held.id == count.id for held in case.counts):
        return
    saved = uow.cases.save(case.with_count(count))
    formulas = "; ".join(result.formula for result in count.results)
    notes = "".join(f" {note}" for note in count.notes)
    rows = f"{count.rows} {'row' if count.rows == 1 else 'rows'}"
    source = f"from {rows} pasted" if count.rows else "from typed figures"
    if count.source:
        source = f"from {count.source} ({rows})"
    text = (
        f"{case.side(count.side).name} counted {NAMES[count.calculator]} {source}, SHA-256 "
        f"{count.digest}: {formulas}.{notes}"
    )
    uow.timeline.append(Event(case.id, "counted", count.by, now, text))
    announce(uow, saved, f"counted-{saved.version}")
    show_case(uow, saved)


def _counted(reckoning: Reckoning, case: Case, speaks: Tongue) -> Saved:
    """What came of a file, for whoever attached it, with what was left out or assumed."""
    said = reckoning.said(speaks.code)
    ways = speaks.count("count.ways", len(said.results))
    rows = speaks.count("count.rows", said.rows)
    told = speaks.say("count.done", rows=rows, ways=ways)
    kept = speaks.count("count.kept", len(case.sides) - 1)
    sentence = "\n".join((told, *said.notes))
    return Saved(speaks.say("counting"), sentence, kept, language=speaks.code)


def _give_back(
    request: AskCount, actor: Actor, sentence: str, speaks: Tongue, *, store: Store, room: Room
) -> None:
    """The form once more, with the file still attached; a word to the person if it was closed."""
    with store() as uow:
        case = uow.cases.get(request.case_id)
        agreed = has_agreed(uow, actor.person, case)
    found = offered(case) or (request.calculator,)
    what, typed, file = request.calculator, request.typed, request.file
    form = CountForm(case.id, what, found, typed, file, sentence, agreed, speaks.code)
    if not room.show_modal(request.view, form, after_answer=True):
        again = speaks.say("count.again", sentence=sentence, button=TITLE)
        room.tell(case.channel, actor.person, again)
