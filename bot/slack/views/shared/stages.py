"""Where a case stands, in words: the way it goes, the next step, the button's label."""

from collections.abc import Mapping

from bot.casework.tongues import en
from bot.mediation.both_or_all import both_or_all
from bot.mediation.case import Case
from bot.mediation.issues import GapKind, IssueKind, Urgency
from bot.mediation.people import Side, SideId
from bot.mediation.stages import Stage
from bot.slack.text import Mrkdwn, listed, people

KINDS: Mapping[IssueKind, str] = {**en.KINDS, IssueKind.OTHER: "Something else"}

URGENCIES: Mapping[Urgency, str] = {
    Urgency.LOW: "Can wait",
    Urgency.NORMAL: "This week",
    Urgency.URGENT: "Today",
}

HEADINGS = {
    "en": ("Agreed", "Understood differently", "Still open", "What would settle it"),
    "es": ("Acordado", "Entendido de otro modo", "Todavía abierto", "Qué lo aclararía"),
}
"""For what is agreed, understood differently, still open, and for what would settle it."""

PARTS = {"en": ("Would like", "Because"), "es": ("Desea", "Motivo")}
"""For what a side would like, and why it matters."""

GAPS: Mapping[str, Mapping[GapKind, str]] = {
    "en": {
        GapKind.FACT: "The sides differ on a fact.",
        GapKind.INTERPRETATION: "The sides read the same words differently.",
        GapKind.INTEREST: "The sides need different things.",
        GapKind.VALUE: "The sides hold different things to be right.",
        GapKind.RECOGNITION: "Something asks to be acknowledged.",
    },
    "es": {
        GapKind.FACT: "Las partes difieren en un hecho.",
        GapKind.INTERPRETATION: "Las partes leen las mismas palabras de otra manera.",
        GapKind.INTEREST: "Las partes necesitan cosas distintas.",
        GapKind.VALUE: "Las partes tienen por correctas cosas distintas.",
        GapKind.RECOGNITION: "Algo pide ser reconocido.",
    },
}
"""What lies between the sides, in the language of the statement."""

_WAY = ("{Both} sides told", "Statement checked", "Terms agreed", "Packages answered", "Signed")
_REACHED: Mapping[Stage, int] = {
    Stage.CLARIFYING: 0,
    Stage.CONFIRMING: 1,
    Stage.FRAMED: 2,
    Stage.AGENDA: 2,
    Stage.RATING: 3,
    Stage.PROPOSED: 3,
    Stage.SIGNING: 4,
    Stage.AGREED: 5,
    Stage.FULFILLED: 5,
}

STAGES: Mapping[Stage, str] = {
    Stage.CLARIFYING: "Hearing {both} sides",
    Stage.CONFIRMING: "Checking the statement",
    Stage.FRAMED: "Common statement",
    Stage.AGENDA: "Choosing the terms",
    Stage.RATING: "Hearing what matters",
    Stage.PROPOSED: "Packages on the table",
    Stage.SIGNING: "Signing",
    Stage.AGREED: "Agreed",
    Stage.FULFILLED: "Fulfilled",
    Stage.CLEARED_UP: "Cleared up",
    Stage.NO_OVERLAP: "No package found",
    Stage.WITHDRAWN: "Withdrawn",
    Stage.ESCALATED: "Handed on",
}

BUTTONS: Mapping[Stage, str] = {
    Stage.CLARIFYING: "Tell your side",
    Stage.CONFIRMING: "Check your part",
    Stage.AGENDA: "Check the terms",
    Stage.RATING: "Say what matters",
    Stage.PROPOSED: "Answer in private",
    Stage.SIGNING: "Read and sign",
}


def progress(case: Case) -> Mrkdwn:
    """The way so far, by words and marks; empty where a case ended beside the way."""
    reached = _REACHED.get(case.stage)
    if reached is None:
        return Mrkdwn("")
    marks = [("● " if n < reached else "○ ") + step for n, step in enumerate(_WAY)]
    return Mrkdwn(both_or_all("   ".join(marks), case.sides))


def stage_of(case: Case) -> str:
    """Where it stands, in two or three words."""
    return both_or_all(STAGES[case.stage], case.sides)


def next_step(case: Case) -> Mrkdwn:
    """One sentence on what happens next. While answers are blind it names nobody."""
    match case.stage:
        case Stage.CLARIFYING:
            told = frozenset(s.side for s in case.statements)
            return _awaited(case, told, "tells its side", "The common statement is being drafted.")
        case Stage.CONFIRMING if case.common:
            done = frozenset(s.side for s in case.common.said if s.confirmed_by)
            then = "The common statement is being finished."
            return _awaited(case, done, "checks what is said about it", then)
        case Stage.FRAMED:
            said = names(case, case.settles)
            start = f"{said} says that this settles it. " if said else ""
            return Mrkdwn(f"{start}Does this settle it, or shall we look for a package?")
        case Stage.AGENDA if case.agenda:
            return _awaited(case, case.agenda.confirmed_by, "checks the terms", "")
        case Stage.AGENDA:
            return Mrkdwn("Terms that could be part of a package are being put together.")
        case Stage.RATING if case.rated >= case.side_ids:
            return Mrkdwn("Packages are being worked out.")
        case Stage.RATING:
            return Mrkdwn("Each side says in private what matters most. Answers are coming in.")
        case Stage.PROPOSED if case.round and case.round.closed:
            return Mrkdwn("No package suited every side; new ones are being worked out.")
        case Stage.PROPOSED:
            return Mrkdwn("Each side answers in private. Answers are coming in.")
        case Stage.SIGNING if case.agreement:
            signed = frozenset(s.side for s in case.agreement.signatures)
            return _awaited(case, signed, "signs this text", "")
        case Stage.AGREED:
            confirms = "Who promised marks it as done; {another} confirms."
            return Mrkdwn(both_or_all(confirms, case.sides))
        case _:
            return people(case.ended_because)


def names(case: Case, sides: frozenset[SideId]) -> Mrkdwn:
    """The names of these sides, in the case's order."""
    return listed([people(s.name, 80) for s in case.sides if s.id in sides])


def side_names(sides: tuple[Side, ...]) -> Mrkdwn:
    return listed([people(s.name, 80) for s in sides])


def _awaited(case: Case, done: frozenset[SideId], does: str, then: str) -> Mrkdwn:
    missing = case.side_ids - done
    if not missing:
        return Mrkdwn(then)
    if missing == case.side_ids:
        return Mrkdwn(f"Next: each side {does}.")
    return Mrkdwn(f"Next: {names(case, missing)} {does}.")
