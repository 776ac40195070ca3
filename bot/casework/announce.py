"""What the thread is told when a case comes a step further: one sentence, whoever did what."""

from bot.casework.get_to_know import is_asked
from bot.casework.membership import people_to_ask
from bot.casework.ports import Store, UnitOfWork
from bot.casework.room import Note, Room
from bot.casework.tongues import Tongue, tongue
from bot.mediation.case import Case
from bot.mediation.people import PersonId

AGREED = "standstill_agreed"
CHANGES = frozenset({"agenda", "signing"})
"""Steps that come again, with an edition, where what they speak of was changed."""

ENDS = frozenset({"cleared_up", "fulfilled"})
CALLS = frozenset({"confirming", "framed", "rating", "contested", "change", "offered", "review"})
"""Steps at which somebody of each side is called by name."""


def announce(case_id: str, what: str, *, store: Store, room: Room) -> None:
    """Post the sentence for this step, once."""
    with store() as uow:
        case = uow.cases.get(case_id)
        asks = what in ENDS and is_asked(uow, case)
        mentions = _whom(uow, case) if what.split("-")[0] in CALLS else ()
        anchor = uow.outbox.find(f"card:{case.id}")
    told = (_with_more(what, case, tongue(x), asks=asks) for x in case.languages)
    thread = case.thread_ts or (anchor.ts if anchor and anchor.ts else "")
    room.note(
        Note(
            key=f"note:{case.id}:{what}",
            channel=case.channel,
            thread_ts=thread,
            text="\n".join(told),
            mentions=mentions,
            opens="" if case.is_over else case.id,
        )
    )


def _with_more(what: str, case: Case, speaks: Tongue, *, asks: bool) -> str:
    """A standstill with its day and its words, an end with what is asked there."""
    said, held = [_said(what, case, speaks)], case.standstill
    if what.startswith(AGREED) and held is not None and held.agreed_by >= case.side_ids:
        day = speaks.full_day(held.until)
        said.append(speaks.say("told.standstill_until", day=day, what=held.what))
    if asks:
        said.append(speaks.say("told.asks"))
    return " ".join(said)


def sentence_for(what: str, case: Case) -> str:
    """The sentence of a step, a line for each language of the case. Steps with an edition or a
    round fall back to their family."""
    return "\n".join(_said(what, case, tongue(language)) for language in case.languages)


def _said(what: str, case: Case, speaks: Tongue) -> str:
    gone = speaks.listed([s.name for s in case.sides if s.id in case.left])
    return speaks.of(
        case.sides,
        f"told.{_step(what, case)}",
        promise=_promise_in(what, case, speaks),
        gone=gone or speaks.say("told.a_side"),
    )


def _step(what: str, case: Case) -> str:
    family = what.split("-")[0]
    if family == "round":
        step = what if what == "round-1" else family
        return f"{step}.one" if case.rounds and len(case.rounds[-1].offers) == 1 else step
    if family in CHANGES and what != family:
        return f"{family}_changed"
    return family


def _promise_in(what: str, case: Case, speaks: Tongue) -> str:
    """The promise that a step is about, `contested-KEY-VERSION`, in its words."""
    key = what.partition("-")[2].rpartition("-")[0]
    promise = case.agreement.commitment(key) if case.agreement else None
    return speaks.say("told.in_promise", what=promise.what) if promise else ""


def _whom(uow: UnitOfWork, case: Case) -> tuple[PersonId, ...]:
    """One person a side: who spoke for it, else the first who can be asked."""
    spoke = {s.side: s.by for s in case.statements}
    found: list[PersonId] = []
    for side in (s for s in case.sides if s.id not in case.left):
        if side.id in spoke:
            found.append(spoke[side.id])
        else:
            found.extend(people_to_ask(uow, case.partnership, side, case.channel)[:1])
    return tuple(found)
