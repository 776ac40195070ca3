"""Heed: what a facilitator keeps out of goes no further than to its writer, who decides."""

from collections.abc import Iterable

from bot.casework.asking import Stop, Watch
from bot.casework.membership import Actor
from bot.casework.ports import UnitOfWork
from bot.mediation.concerns import Concern
from bot.mediation.ladder import Ladder
from bot.mediation.people import PersonId, Role, WorkspaceKey

CARRIED_ON = frozenset({Concern.SAFETY})
"""What goes on when it is sent once more. The rest Parley carries to nobody."""


def heed(
    texts: Iterable[str],
    actor: Actor,
    *,
    workspace: WorkspaceKey,
    uow: UnitOfWork,
    watch: Watch,
    said_again: frozenset[Concern] = frozenset(),
) -> Stop | None:
    """What to tell the writer of these texts, None where they may go on as they are.

    said_again: concerns that the writer was told of before they sent it once more.
    """
    passed = said_again & CARRIED_ON
    text = "\n".join(texts)
    if watch.look(text, person="", passed=passed) is None:
        return None
    return watch.look(text, person=turn_to(actor, workspace, uow=uow), passed=passed)


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
