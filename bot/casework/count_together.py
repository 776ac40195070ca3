"""Count it together: either side gives figures, and both read every result with its formula."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.casework.authority import Action
from bot.casework.consent import has_agreed, join_case
from bot.casework.files import FileRef
from bot.casework.membership import Actor, side_of
from bot.casework.ports import Clock, Job, Store, UnitOfWork
from bot.casework.room import CountForm, Room, RoomUnavailable, Saved
from bot.casework.show import announce, show_case
from bot.mediation.both_or_all import both_or_all
from bot.mediation.case import Case
from bot.mediation.facts.counts import (
    COUNTABLE,
    Calculator,
    Count,
    Reckoned,
    calculators_for,
)
from bot.mediation.facts.reckon import reckon
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
NOT_FETCHED = "Slack did not hand the file over just now. Send this once more, or paste its rows."
NOT_ALLOWED = (
    "Parley may not read files in this workspace yet: whoever installed it adds files:read to the "
    "app. Until then, paste the rows or type the figures."
)
KEPT = "It stands on the card now, for {both} sides; {others} can add to it."


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
    return CountForm(case_id, what, found, agreed=has_agreed(uow, actor.person, case))


def count_together(request: AskCount, actor: Actor, *, uow: UnitOfWork, now: datetime) -> bool:
    """Count what was typed, at once, or have the attached file read; whether it is counted.

    Raises Unclear with the field's name for what cannot be used.
    """
    case, side = _open(request.case_id, actor, uow, now)
    join_case(uow, actor.person, case, now=now)
    if request.file is not None:
        if request.typed.get("rows", "").strip():
            raise Unclear("rows", "Please give one of the two: the file, or the rows here.")
        uow.enqueue(Job("count_file", f"count-file:{request.key}", _as_args(request, actor)))
        return False
    reckoned = reckon(request.calculator, request.typed, None)
    typed = json.dumps(dict(request.typed), sort_keys=True, ensure_ascii=False).encode()
    _keep(case, side, _count(request, side, actor, reckoned, typed, now), uow, now)
    return True


def count_file(request: AskCount, actor: Actor, *, store: Store, room: Room, clock: Clock) -> None:
    """Fetch the file, count, and say in the form how it went; the form comes back filled in
    where the file cannot be read. Keeps the count once, however often this is run."""
    assert request.file is not None
    try:
        data = room.file(request.file, at_most=MAX_BYTES)
        reckoned = reckon(request.calculator, request.typed, text_of(data))
    except Unclear as fault:
        _give_back(request, actor, str(fault), store=store, room=room)
        return
    except RoomUnavailable as fault:
        sentence = NOT_ALLOWED if fault.code == "missing_scope" else NOT_FETCHED
        _give_back(request, actor, sentence, store=store, room=room)
        return
    now = clock.now()
    try:
        with store() as uow:
            case, side = _open(request.case_id, actor, uow, now)
            _keep(case, side, _count(request, side, actor, reckoned, data, now), uow, now)
            uow.commit()
    except Refusal as refusal:
        room.show_modal(request.view, Saved(TITLE, str(refusal)), after_answer=True)
        return
    kept = both_or_all(KEPT, case.sides)
    counted = Saved(TITLE, f"Counted: {_what(reckoned)}.", kept)
    room.show_modal(request.view, counted, after_answer=True)


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


def _count(
    request: AskCount, side: Side, actor: Actor, reckoned: Reckoned, data: bytes, now: datetime
) -> Count:
    return Count(
        id=request.key,
        calculator=request.calculator,
        side=side.id,
        by=actor.person,
        at=now,
        source=request.file.name if request.file else "",
        digest=hashlib.sha256(data).hexdigest(),
        rows=reckoned.rows,
        results=reckoned.results,
    )


def _keep(case: Case, side: Side, count: Count, uow: UnitOfWork, now: datetime) -> None:
    if any(held.id == count.id for held in case.counts):
        return
    saved = uow.cases.save(case.with_count(count))
    formulas = "; ".join(result.formula for result in count.results)
    source = f"from {count.source} ({count.rows} rows)" if count.source else "from typed figures"
    text = (
        f"{side.name} counted {NAMES[count.calculator]} {source}, SHA-256 {count.digest}: "
        f"{formulas}."
    )
    uow.timeline.append(Event(case.id, "counted", count.by, now, text))
    announce(uow, saved, f"counted-{saved.version}")
    show_case(uow, saved)


def _what(reckoned: Reckoned) -> str:
    rows = f"{reckoned.rows} rows, " if reckoned.rows else ""
    ways = len(reckoned.results)
    return f"{rows}{ways} {'definition' if ways == 1 else 'definitions'} side by side"


def _give_back(request: AskCount, actor: Actor, sentence: str, *, store: Store, room: Room) -> None:
    """The form once more, with the file still attached; a word to the person if it was closed."""
    with store() as uow:
        case = uow.cases.get(request.case_id)
        agreed = has_agreed(uow, actor.person, case)
    found = offered(case) or (request.calculator,)
    what, typed, file = request.calculator, request.typed, request.file
    form = CountForm(case.id, what, found, typed, file, sentence, agreed)
    if not room.show_modal(request.view, form, after_answer=True):
        again = f"{sentence} Nothing is lost: press “{TITLE}” on the card to try again."
        room.tell(case.channel, actor.person, again)
