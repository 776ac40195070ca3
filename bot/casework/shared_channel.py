"""A channel that one organisation is no longer part of: its cases wait; back again, they go on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.casework.ports import Clock, Store, UnitOfWork
from bot.casework.room import Note, Room
from bot.casework.show import show_case
from bot.casework.tongues import tongue
from bot.mediation.case import Case
from bot.mediation.people import ChannelId, Partnership, Side, SideId, TeamId, WorkspaceKey
from bot.mediation.timeline import Event

AFTERWARDS = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Said:
    """A case that changed, and what is to be said about it."""

    case: Case
    key: str
    text: str


def follow_sharing(
    channel: ChannelId, *, workspace: WorkspaceKey, store: Store, room: Room, clock: Clock
) -> None:
    """Freeze the channel's open cases for a side that has gone, and let them go on for one back.

    An organisation that was renamed stands under its new name, in its open cases too. Whoever is
    in the channel reads what happened there; who has gone reads it when they are back.
    """
    teams = room.teams(channel)
    said: list[_Said] = []
    with store() as uow:
        partnership = uow.partnerships.of_channel(workspace, channel)
        if partnership is None:
            return
        renamed = _renamed(partnership, teams)
        if renamed != partnership:
            uow.partnerships.save(renamed)
        here = {team for team, _ in teams}
        gone = frozenset(s.id for s in renamed.sides if s.team_id and s.team_id not in here)
        for case in uow.cases.of_channel(workspace, channel):
            said += _follow(uow, case, renamed.sides, gone, clock)
        uow.commit()
    for each in said:
        room.note(Note(each.key, channel, each.case.thread_ts, each.text))


def _renamed(partnership: Partnership, teams: Sequence[tuple[TeamId, str]]) -> Partnership:
    """With the names that Slack gives now; one that it cannot give (yet) stays as it is."""
    names = {team: name for team, name in teams if name != f"Organisation {team}"}

    def named(side: Side) -> Side:
        return replace(side, name=names.get(side.team_id or TeamId(""), side.name))

    return replace(partnership, sides=tuple(named(s) for s in partnership.sides))


def _follow(
    uow: UnitOfWork,
    case: Case,
    sides: tuple[Side, ...],
    gone: frozenset[SideId],
    clock: Clock,
) -> list[_Said]:
    if case.is_over:
        return []
    known = {s.id: s for s in sides}
    named = tuple(replace(s, name=known.get(s.id, s).name) for s in case.sides)
    frozen = gone & case.side_ids
    changed = replace(case, sides=named, frozen_for=frozen)
    if case.frozen_for and not frozen:
        changed = _with_time_left(changed, clock.now())
    if changed == case:
        return []
    speaks = tongue(case.language)
    texts = [
        speaks.say("sharing.renamed", now=now.name, before=before.name)
        for before, now in zip(case.sides, named, strict=True)
        if before.name != now.name
    ]
    if frozen - case.frozen_for:
        names = speaks.listed([s.name for s in named if s.id in frozen])
        texts.append(speaks.say("sharing.gone", gone=names))
    elif case.frozen_for - frozen and not frozen:
        texts.append(speaks.of(case.sides, "sharing.back"))
    saved = uow.cases.save(changed)
    for text in texts:
        uow.timeline.append(Event(case.id, "sharing", None, clock.now(), text))
    show_case(uow, saved)
    key = f"note:{case.id}:sharing-{saved.version}"
    return [_Said(saved, f"{key}-{n}", text) for n, text in enumerate(texts)]


def _with_time_left(case: Case, now: datetime) -> Case:
    """An open round that would have ended meanwhile waits a day more for its answers."""
    menu = case.round
    if menu is None or menu.closed or menu.deadline >= now + AFTERWARDS:
        return case
    return replace(case, rounds=(*case.rounds[:-1], replace(menu, deadline=now + AFTERWARDS)))
