"""Heed: what a facilitator keeps out of goes no further than to its writer, who decides."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.casework.asking import Stop, Then, Watch
from bot.casework.membership import Actor
from bot.casework.ports import UnitOfWork
from bot.mediation.concerns import Concern
from bot.mediation.ladder import Ladder
from bot.mediation.people import ChannelId, PersonId, Role, WorkspaceKey

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
    *,
    workspace: WorkspaceKey,
    uow: UnitOfWork,
    watch: Watch,
    said_again: SaidAgain = FIRST_TIME,
) -> Stop | None:
    """What to tell the writer of these texts of what is certain, None where it is nothing."""
    text = "\n".join(texts)
    if watch.look(text, person="", passed=said_again.passed) is None:
        return None
    person = turn_to(actor, workspace, uow=uow)
    return watch.look(text, person=person, passed=said_again.passed)


def ask_about(
    texts: Iterable[str],
    actor: Actor,
    channel: ChannelId,
    *,
    workspace: WorkspaceKey,
    uow: UnitOfWork,
    watch: Watch,
    said_again: SaidAgain = FIRST_TIME,
) -> Stop | None:
    """What to ask the writer of these texts before they go on: it may be meant otherwise.

    channel: where they go, "" where that is not known.
    """
    text = "\n".join(texts)
    sides = _sides_around(actor, channel, workspace, uow=uow)
    seen = watch.suspect(text, sides=sides, passed=said_again.asked | said_again.passed)
    if seen is None:
        return None
    person = turn_to(actor, workspace, uow=uow)
    sentence = watch.in_doubt(seen, person=person, text=text, then=Then.SEND_AGAIN)
    return Stop(seen.concern, sentence, seen.words, in_doubt=True)


def _sides_around(
    actor: Actor, channel: ChannelId, workspace: WorkspaceKey, *, uow: UnitOfWork
) -> Sequence[str]:
    """Who the companies are: those of the channel, else all that this person works with."""
    here = uow.partnerships.of_channel(workspace, channel) if channel else None
    known = (here,) if here else uow.partnerships.around(workspace, actor.person)
    return [side.name for partnership in known for side in partnership.sides]


def turn_to(actor: Actor, workspace: WorkspaceKey, *, uow: UnitOfWork) -> str:
    """Whom the writer's own side would ask next: its ladder first, then who signs for it.

    "" where nobody is known: the watch says it in general, in the language of the text.
    """
    for partnership in uow.partnerships.around(workspace, actor.person):
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
