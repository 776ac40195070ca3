"""Where a case stands, in words: the way it goes, the next step, the button's label."""

from collections.abc import Mapping, Sequence

from bot.casework.tongues import Tongue, tongue
from bot.mediation.case import Case
from bot.mediation.issues import GapKind
from bot.mediation.people import Side, SideId
from bot.mediation.stages import Stage
from bot.slack.text import Mrkdwn, people

ENGLISH = tongue("en")

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

DONE_BY_A_FORM = (
    Stage.CLARIFYING,
    Stage.CONFIRMING,
    Stage.AGENDA,
    Stage.RATING,
    Stage.PROPOSED,
    Stage.SIGNING,
)


def step_button(stage: Stage, speaks: Tongue = ENGLISH) -> str:
    """What the button to the form of a stage says; of a stage without one, that it opens."""
    return speaks.say(f"do.{stage.value}" if stage in DONE_BY_A_FORM else "open")


def progress(case: Case, speaks: Tongue = ENGLISH) -> Mrkdwn:
    """The way so far, by words and marks; empty where a case ended beside the way."""
    reached = _REACHED.get(case.stage)
    if reached is None:
        return Mrkdwn("")
    way = speaks.of(case.sides, "way").split("|")
    return Mrkdwn("   ".join(("● " if n < reached else "○ ") + step for n, step in enumerate(way)))


def stage_of(case: Case, speaks: Tongue = ENGLISH) -> str:
    """Where it stands, in two or three words."""
    return speaks.of(case.sides, f"stage.{case.stage.value}")


def next_step(case: Case, speaks: Tongue = ENGLISH) -> Mrkdwn:
    """One sentence on what happens next. While answers are blind it names nobody."""
    match case.stage:
        case Stage.CLARIFYING:
            told = frozenset(s.side for s in case.statements)
            return _awaited(case, told, speaks, "next.tells", "next.drafted")
        case Stage.CONFIRMING if case.common:
            done = frozenset(s.side for s in case.common.said if s.confirmed_by)
            return _awaited(case, done, speaks, "next.checks", "next.finished")
        case Stage.FRAMED:
            said = names(case, case.settles, speaks)
            start = speaks.say("next.settles", who=said) if said else ""
            return Mrkdwn(f"{start}{speaks.say('next.framed')}")
        case Stage.AGENDA if case.agenda:
            return _awaited(case, case.agenda.confirmed_by, speaks, "next.terms")
        case Stage.AGENDA:
            return Mrkdwn(speaks.say("next.gathered"))
        case Stage.RATING if case.rated >= case.side_ids:
            return Mrkdwn(speaks.say("next.packages"))
        case Stage.RATING:
            return Mrkdwn(speaks.say("next.rating"))
        case Stage.PROPOSED if case.round and case.round.closed:
            return Mrkdwn(speaks.say("next.closed"))
        case Stage.PROPOSED:
            return Mrkdwn(speaks.say("next.proposed"))
        case Stage.SIGNING if case.agreement:
            signed = frozenset(s.side for s in case.agreement.signatures)
            return _awaited(case, signed, speaks, "next.signs")
        case Stage.AGREED:
            return Mrkdwn(speaks.of(case.sides, "next.agreed"))
        case _:
            return people(case.ended_because)


def names(case: Case, sides: frozenset[SideId], speaks: Tongue = ENGLISH) -> Mrkdwn:
    """The names of these sides, in the case's order."""
    return side_names([s for s in case.sides if s.id in sides], speaks)


def side_names(sides: Sequence[Side], speaks: Tongue = ENGLISH) -> Mrkdwn:
    return Mrkdwn(speaks.listed([people(s.name, 80) for s in sides]))


def _awaited(
    case: Case, done: frozenset[SideId], speaks: Tongue, does: str, then: str = ""
) -> Mrkdwn:
    missing = case.side_ids - done
    if not missing:
        return Mrkdwn(speaks.say(then) if then else "")
    if missing == case.side_ids:
        return Mrkdwn(speaks.say("next.each", does=speaks.say(does)))
    who = names(case, missing, speaks)
    return Mrkdwn(speaks.say("next.some", who=who, does=speaks.say(does)))
