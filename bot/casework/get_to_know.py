"""Get to know each other, little by little: one question at the end of a case, and shared goals."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.casework.authority import Action, may
from bot.casework.membership import Actor, has_left, place_of, side_of
from bot.casework.ports import UnitOfWork
from bot.mediation.case import Case
from bot.mediation.partner import AboutUs, Goals, Topic
from bot.mediation.people import Partnership, PartnershipId, PersonId, Side, WorkspaceKey
from bot.mediation.refusals import Unclear
from bot.mediation.stages import ENDS, Stage
from bot.mediation.timeline import Event

MAX_WORDS = 400
NOTHING_SAID = AboutUs()


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """One partnership as one side sees it. asked: the question for it now, None most of the time.

    known: what the other sides have said about themselves; own: what this side has, which
    may_tell says whether this person can change. All of it may be read by both.
    """

    partnership: Partnership
    side: Side
    asked: Topic | None
    known: tuple[tuple[Side, AboutUs], ...]
    goals: Goals
    own: AboutUs = NOTHING_SAID
    may_tell: bool = False


def acquaintances(
    workspace: WorkspaceKey, actor: Actor, *, uow: UnitOfWork
) -> tuple[Acquaintance, ...]:
    """Every partnership of this person's. Only who speaks for the side is asked anything."""
    found: list[Acquaintance] = []
    for partnership in uow.partnerships.around(workspace, actor.person):
        if has_left(uow, partnership, actor.person):
            continue
        place = place_of(uow, partnership, actor, channel=None)
        if place.side is None:
            continue
        own = about(uow, workspace, place.side)
        ended = _ended(uow, partnership.id, seen_by=actor.person)
        tells = may(Action.ABOUT_US, place.roles)
        asked = own.next_topic(ended) if tells else None
        others = tuple(s for s in partnership.sides if s.id != place.side.id)
        known = tuple((s, about(uow, workspace, s)) for s in others)
        goals = goals_of(uow, partnership)
        found.append(Acquaintance(partnership, place.side, asked, known, goals, own, tells))
    return tuple(found)


def about(uow: UnitOfWork, workspace: WorkspaceKey, side: Side) -> AboutUs:
    return uow.preferences.get(workspace, side.id, AboutUs) or AboutUs()


def is_asked(uow: UnitOfWork, case: Case) -> bool:
    """Whether the end of this case brings one of its sides a question about itself."""
    ended = _ended(uow, case.partnership)
    return any(about(uow, case.workspace, s).next_topic(ended) is not None for s in case.sides)


def goals_of(uow: UnitOfWork, partnership: Partnership) -> Goals:
    return uow.preferences.get(partnership.workspace, partnership.id, Goals) or Goals()


@dataclass(frozen=True, slots=True)
class TellAboutUs:
    """An answer, in place of an earlier one; empty words pass the question over."""

    partnership: PartnershipId
    topic: Topic
    words: str


def tell_about_us(request: TellAboutUs, actor: Actor, *, uow: UnitOfWork, now: datetime) -> None:
    """Keep what this side wants known about itself, for the other side to read."""
    side = side_of(uow, request.partnership, actor, channel=None, now=now, to=Action.ABOUT_US)
    words = request.words.strip()
    if len(words) > MAX_WORDS:
        raise Unclear("words", f"Shorten this to {MAX_WORDS} characters; one thing is enough.")
    workspace = uow.partnerships.get(request.partnership).workspace
    own = about(uow, workspace, side).with_words(request.topic, words)
    uow.preferences.keep(workspace, side.id, own)
    if words:
        text = f"{side.name} told how it works."
        uow.timeline.append(Event(request.partnership, "about", actor.person, now, text))


def propose_goal(
    partnership: PartnershipId, text: str, actor: Actor, *, uow: UnitOfWork, now: datetime
) -> Goals:
    """One more goal, shared once the other side agrees. Raises MovedOn where three stand there."""
    goal = " ".join(text.split())
    if not goal:
        raise Unclear("goal", "Say the goal in a sentence.")
    if len(goal) > MAX_WORDS:
        raise Unclear("goal", f"Shorten the goal to {MAX_WORDS} characters.")
    return _with_goals(
        partnership, actor, uow, now, lambda g, s: g.proposed(goal, s.id), "proposed a shared goal"
    )


def agree_goal(
    partnership: PartnershipId, number: int, actor: Actor, *, uow: UnitOfWork, now: datetime
) -> Goals:
    return _with_goals(
        partnership, actor, uow, now, lambda g, s: g.agreed(number, s.id), "shares a goal"
    )


def drop_goal(
    partnership: PartnershipId, number: int, actor: Actor, *, uow: UnitOfWork, now: datetime
) -> Goals:
    return _with_goals(
        partnership, actor, uow, now, lambda g, _: g.without(number), "took a goal away"
    )


def _with_goals(
    partnership_id: PartnershipId,
    actor: Actor,
    uow: UnitOfWork,
    now: datetime,
    change: Callable[[Goals, Side], Goals],
    did: str,
) -> Goals:
    side = side_of(uow, partnership_id, actor, channel=None, now=now, to=Action.ABOUT_US)
    partnership = uow.partnerships.get(partnership_id)
    goals = change(goals_of(uow, partnership), side)
    uow.preferences.keep(partnership.workspace, partnership.id, goals)
    uow.timeline.append(Event(partnership_id, "goal", actor.person, now, f"{side.name} {did}."))
    return goals


def _ended(uow: UnitOfWork, partnership: PartnershipId, *, seen_by: PersonId | None = None) -> int:
    """Cases that came to their end. Who withdrew is not asked about themselves for it.

    seen_by: only those of channels that this person is in.
    """
    held = uow.cases.count_at(partnership, ENDS - {Stage.WITHDRAWN})
    if seen_by is None:
        return sum(held.values())
    known = uow.partnerships.get(partnership)
    return sum(n for place, n in held.items() if not has_left(uow, known, seen_by, place))
