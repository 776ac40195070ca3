"""Heed: what a facilitator keeps out of goes no further than to its writer, who decides."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.casework.asking import Stop, Then, Watch
from bot.casework.membership import Actor
from bot.casework.ports import UnitOfWork
from bot.mediation.concerns import Concern
from bot.mediation.ladder import Ladder
from bot.mediation.people import ChannelId, PersonId, Role, WorkspaceKey
from bot.mediation.refusals import NotFound

CARRIED_ON = frozenset({Concern.SAFETY})
"""What goes on when it is sent once more, certain as it is. The rest Parley carries to nobody."""


@dataclass(frozen=True, slots=True)
class SaidAgain:
    """What the writer of a form was told of before they sent it once more.

    certain: what a list knows. asked: what was in doubt.
    """

    certain: frozenset[Concern] = frozenset()
    asked: frozenset[Concern] = frozenset()

    @property
    def passed(self) -> frozenset[Concern]:
        return self.certain & CARRIED_ON


FIRST_TIME = SaidAgain()


def heed(
    texts: Iterable[str],
    actor: Actor,
    channel: ChannelId,
    *,
    workspace: WorkspaceKey,
    uow: UnitOfWork,
    watch: Watch,
    said_again: SaidAgain = FIRST_TIME,
) -> Stop | None:
    """What to tell the writer of these texts of what is certain, None where it is nothing.

    Each text is looked at by itself; of several stops the gravest is told. channel: where they go,
    "" where that is not known.
    """
    sides, passed = _sides_around(actor, channel, workspace, uow=uow), said_again.passed
    stops = (
        (stop, text)
        for text in texts
        if (stop := watch.look(text, person="", sides=sides, passed=passed)) is not None
    )
    gravest = min(stops, key=lambda found: _gravity(found[0].concern), default=None)
    if gravest is None:
        return None
    person = turn_to(actor, channel, workspace, uow=uow)
    return watch.look(gravest[1], person=person, sides=sides, passed=passed)


def ask_about(
    texts: Sequence[str],
    actor: Actor,
    channel: ChannelId,
    *,
    workspace: WorkspaceKey,
    uow: UnitOfWork,
    watch: Watch,
    said_again: SaidAgain = FIRST_TIME,
) -> Stop | None:
    """What to ask the writer of these texts before they go on: it may be meant otherwise."""
    sides = _sides_around(actor, channel, workspace, uow=uow)
    passed = said_again.asked | said_again.passed
    seen = (s for text in texts if (s := watch.suspect(text, sides=sides, passed=passed)))
    gravest = min(seen, key=lambda found: _gravity(found.concern), default=None)
    if gravest is None:
        return None
    person = turn_to(actor, channel, workspace, uow=uow)
    sentence = watch.in_doubt(gravest, person=person, text="\n".join(texts), then=Then.SEND_AGAIN)
    return Stop(gravest.concern, sentence, gravest.words, in_doubt=True)


def answered_for(case_id: str, actor: Actor, *, uow: UnitOfWork) -> frozenset[str]:
    """What the writer's side has sent in this case for all to read, and what Parley drafted of it:
    they have been asked about it, and are not asked again. Nothing where the case is not known."""
    try:
        case = uow.cases.get(case_id)
    except NotFound:
        return frozenset()
    side = uow.partnerships.get(case.partnership).side_of(actor.person)
    told = case.statement_of(side.id) if side else None
    if side is None or told is None:
        return frozenset()
    texts = [told.happened, told.wants, told.why]
    if case.common is not None:
        part = case.common.about(side.id)
        texts += [part.account, part.wants, part.needs]
    return frozenset(t.strip() for t in texts)


def _gravity(concern: Concern) -> int:
    return list(Concern).index(concern)


def _sides_around(
    actor: Actor, channel: ChannelId, workspace: WorkspaceKey, *, uow: UnitOfWork
) -> Sequence[str]:
    """Who the companies are: those of the channel, else all that this person works with."""
    here = uow.partnerships.of_channel(workspace, channel) if channel else None
    known = (here,) if here else uow.partnerships.around(workspace, actor.person)
    return [side.name for partnership in known for side in partnership.sides]


def turn_to(actor: Actor, channel: ChannelId, workspace: WorkspaceKey, *, uow: UnitOfWork) -> str:
    """Whom the writer's own side would ask next: its ladder first, then who signs for it; those of
    the channel's partnership before those of others.

    "" where nobody is known: the watch says it in general, in the language of the text.
    """
    here = uow.partnerships.of_channel(workspace, channel) if channel else None
    around = uow.partnerships.around(workspace, actor.person)
    for partnership in (here, *around) if here else around:
        side = partnership.side_of(actor.person)
        if side is None:
            continue
        ladder = uow.preferences.get(workspace, side.id, Ladder)
        signs = partnership.people_of(side.id, Role.SIGNATORY)
        known = (*(ladder.people if ladder else ()), *signs)
        for person in known:
            if person != actor.person and (name := _name(person, uow)):
                return name
    return ""


def _name(person: PersonId, uow: UnitOfWork) -> str:
    known = uow.directory.person(person)
    return known.name if known else ""
