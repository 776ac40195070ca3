"""What the thread is told when a case comes a step further: one sentence, whoever did what."""

from collections.abc import Mapping

from bot.casework.get_to_know import is_asked
from bot.casework.membership import people_to_ask
from bot.casework.ports import Store, UnitOfWork
from bot.casework.room import Note, Room
from bot.mediation.both_or_all import both_or_all
from bot.mediation.case import Case
from bot.mediation.people import PersonId

STEPS: Mapping[str, str] = {
    "confirming": "{Both} sides have told theirs. Before anybody reads the common statement, each "
    "side checks what it says about that side.",
    "framed": "The common statement is ready. Does it settle this, or shall we look for a package?",
    "counted": "A side has counted. The results stand on the card, with their formulas and where "
    "the figures come from; {others} can add to it.",
    "cleared_up": "Cleared up: {both} sides say that the statement settles this. Thank you.",
    "agenda": "These are the terms that could be part of a package. Each side checks them once.",
    "rating": "The terms stand. Now each side says in private what matters most to it.",
    "round-1": "There are packages on the table. Each side answers in private.",
    "round": "No package suited every side, so here are new ones. Each side answers in private.",
    "again": "No package suited every side, so the terms are open once more. Each side checks them "
    "and adds what is missing; then there are new packages.",
    "signing": "Every side could sign the same package. Here is the text to sign.",
    "agreed": "Signed by every side. The commitments and their dates are on the card.",
    "fulfilled": "Everything that was promised here has been done. Thank you, {both}.",
    "contested": "A promise was marked as done, and {another} sees something missing"
    "{promise}. What it is stands on the card; it can be done again, or become a case of its own.",
    "change": "A side asks to change a promise. What it asks for stands on the card; nothing "
    "changes unless {another} agrees.",
    "changed": "The change of a promise is agreed; the new words and day stand on the card.",
    "unchanged": "A promise stays as it was.",
    "offered": "A side offers one more promise of its own. It stands on the card, and holds once "
    "{another} agrees.",
    "joined": "One more promise is agreed; it stands on the card.",
    "unoffered": "The promise that was offered is off the table.",
    "review": "Today is the day to look at this agreement again. Does it still fit?",
    "fits": "{Both} sides say that the agreement still fits.",
    "no_overlap": "No package was found that every side could sign, and today's terms go on. "
    "With other terms there may be one: the card has *Take it up again*.",
    "no_overlap_found": "No package was found that every side could sign, and today's terms go on. "
    "*My desk* says in private if one came near for your side. With other terms there may be one: "
    "the card has *Take it up again*.",
    "standstill_proposed": "A side proposes a standstill. What it means stands on the card, and "
    "holds once every side has agreed.",
    "standstill_agreed": "The standstill is agreed by every side.",
    "standstill_left": "The proposed standstill is left aside. {Either} side can propose "
    "another one.",
    "standstill_ended": "The standstill has ended. Another one can follow, if {both} still want "
    "it.",
    "left": "{gone} took its consent back in this case. What was signed stays signed; nobody of it "
    "is asked or reminded here any more.",
    "back": "A side that had taken its consent back takes part in this case again.",
    "withdrawn": "This case was withdrawn. What was said here is no admission by {either} side.",
}


ONE_PACKAGE: Mapping[str, str] = {
    "round-1": "There is a package on the table. Each side answers in private.",
    "round": "No package suited every side, so here is a new one. Each side answers in private.",
}
"""The same steps where the menu holds a single package."""

AGREED = "standstill_agreed"
ENDS = frozenset({"cleared_up", "fulfilled"})
ASKS = "One thing they should know about how you work? The question stands on My desk."
"""Said at the end of a case while there is such a question for one of its sides."""

CALLS = frozenset({"confirming", "framed", "rating", "contested", "change", "offered", "review"})
"""Steps at which somebody of each side is called by name."""


def announce(case_id: str, what: str, *, store: Store, room: Room) -> None:
    """Post the sentence for this step, once."""
    with store() as uow:
        case = uow.cases.get(case_id)
        asks = what in ENDS and is_asked(uow, case)
        mentions = _whom(uow, case) if what.split("-")[0] in CALLS else ()
        anchor = uow.outbox.find(f"card:{case.id}")
    said = _agreed_until(case) if what.startswith(AGREED) else sentence_for(what, case)
    thread = case.thread_ts or (anchor.ts if anchor and anchor.ts else "")
    room.note(
        Note(
            key=f"note:{case.id}:{what}",
            channel=case.channel,
            thread_ts=thread,
            text=f"{said} {ASKS}" if asks else said,
            mentions=mentions,
            opens="" if case.is_over else case.id,
        )
    )


def _agreed_until(case: Case) -> str:
    """With the day and the words, so that nobody has to look for them elsewhere."""
    held, said = case.standstill, sentence_for(AGREED)
    if held is None or not held.agreed_by >= case.side_ids:
        return said
    until = f"{held.until.day} {held.until:%b %Y}"
    return f"{said} Until the end of {until}: {held.what}"


def sentence_for(what: str, case: Case | None = None) -> str:
    """The sentence of a step. Steps with an edition or a round fall back to their family."""
    said = _step(what, case)
    if case is None:
        return both_or_all(said, (), promise="", gone="A side")
    gone = " and ".join(s.name for s in case.sides if s.id in case.left)
    return both_or_all(said, case.sides, promise=_promise_in(what, case), gone=gone or "A side")


def _step(what: str, case: Case | None) -> str:
    family = what.split("-")[0]
    if family == "round":
        steps = ONE_PACKAGE if case and case.rounds and len(case.rounds[-1].offers) == 1 else STEPS
        return steps.get(what, steps[family])
    if what in STEPS:
        return STEPS[what]
    if family == "agenda":
        return "The terms were changed. Each side checks them as they stand now."
    if family == "signing":
        return "The text to sign was changed, so each side signs it as it stands now."
    return STEPS[family]


def _promise_in(what: str, case: Case | None) -> str:
    """The promise that a step is about, `contested-KEY-VERSION`, in its words."""
    key = what.partition("-")[2].rpartition("-")[0]
    agreement = case.agreement if case else None
    promise = agreement.commitment(key) if agreement else None
    return f" in “{promise.what}”" if promise else ""


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
