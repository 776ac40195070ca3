"""My desk: what waits for one person over all their partnerships, the same for both sides."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.casework.asked_fair import ASKED_FOR, AskedFair, still_asked
from bot.casework.authority import Action, may
from bot.casework.get_to_know import Acquaintance, acquaintances
from bot.casework.hours import day_of_person, language_of_person
from bot.casework.ledger import Pulse
from bot.casework.membership import (
    Actor,
    has_left,
    nobody_named_is_left,
    place_of,
    seen_of,
    still_here,
)
from bot.casework.name_people import confirms
from bot.casework.next_step import DOES, Step, step_of
from bot.casework.owed import Promise, promises_of
from bot.casework.ports import UnitOfWork
from bot.casework.readers import Readers, readers_of, reads
from bot.casework.take_pulse import month_of
from bot.mediation.case import Case
from bot.mediation.caucus import Caucus, Change
from bot.mediation.ladder import Ladder
from bot.mediation.people import (
    ChannelId,
    Partnership,
    PartnershipId,
    PersonId,
    Role,
    Side,
    WorkspaceKey,
)

ACTS = frozenset(
    {Step.TELL, Step.CONFIRM, Step.VERDICT, Step.AGENDA, Step.RATE, Step.ANSWER, Step.SIGN}
)
"""The steps at which a side has something to do."""

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A case in which this person's side can do something now."""

    case: Case
    step: Step


UNSET = Ladder()
MOST_PULSES = 6
"""Months that a side reads back."""


@dataclass(frozen=True, slots=True)
class OwnSide:
    """A side that this person is on, and who speaks and signs for it.

    named: whether the side has said so itself; until then everybody of it may. pulses: how it
    found the partnership going, the newest month first, for whom it lets read its private answers.
    may_tap: whether one of them is asked for this month. readers: whom it lets. channels: where
    this person is with the others.
    """

    partnership: PartnershipId
    side: Side
    others: tuple[Side, ...]
    speaks: tuple[PersonId, ...]
    signs: tuple[PersonId, ...]
    named: bool
    may_name: bool
    ladder: Ladder = UNSET
    may_tap: bool = False
    pulses: tuple[Pulse, ...] = ()
    channels: tuple[ChannelId, ...] = ()
    readers: Readers = Readers.NAMED

    @property
    def is_left_alone(self) -> bool:
        """Whether nobody whom the side named is here, so that anybody of it names who goes on."""
        return self.named and self.may_name and not (self.speaks or self.signs)


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody whom the other side named; this person's side can confirm it."""

    partnership: PartnershipId
    person: PersonId
    side: Side
    by: PersonId


@dataclass(frozen=True, slots=True)
class Changed:
    """What a colleague has told or changed lately, in a case, for this person's side alone."""

    case: Case
    change: Change


LATELY = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Desk:
    """Most pressing first. cases: the open cases of this person's sides that wait for others.

    changed: the newest first, for those alone who may read it. fair: what this person signed, and
    has not said of whether it was fair. today: the day where they are. language: theirs.
    """

    waiting: tuple[Waiting, ...] = ()
    promises: tuple[Promise, ...] = ()
    cases: tuple[Case, ...] = ()
    named: tuple[Named, ...] = ()
    sides: tuple[OwnSide, ...] = ()
    known: tuple[Acquaintance, ...] = ()
    changed: tuple[Changed, ...] = ()
    fair: tuple[AskedFair, ...] = ()
    today: date = date.min
    language: str = "en"

    @property
    def late(self) -> tuple[Promise, ...]:
        return tuple(p for p in self.promises if p.is_late(self.today))

    @property
    def soon(self) -> tuple[Promise, ...]:
        """What this person owes within a week, and what is not late."""
        mine = (p for p in self.promises if p.mine and not (p.rests or p.is_late(self.today)))
        return tuple(p for p in mine if p.commitment.next_due - self.today <= WEEK)

    @property
    def to_confirm(self) -> tuple[Promise, ...]:
        return tuple(p for p in self.promises if not p.mine)


def my_desk(workspace: WorkspaceKey, actor: Actor, *, uow: UnitOfWork, now: datetime) -> Desk:
    """What waits for this person. An answer that was given already no longer waits.

    What their side has left to others whom it named does not wait for them.
    """
    waiting: list[Waiting] = []
    promises: list[Promise] = []
    others: list[Case] = []
    named: list[Named] = []
    fair: list[AskedFair] = []
    sides: list[OwnSide] = []
    changed: list[Changed] = []
    today = day_of_person(uow, workspace, actor.person, now)
    for partnership in uow.partnerships.around(workspace, actor.person):
        # A case is for those who can read it in its channel. Asked first, since to say of somebody
        # elsewhere where they are instead takes a look into every other channel.
        if has_left(uow, partnership, actor.person):
            continue
        place = place_of(uow, partnership, actor, channel=None)
        side = place.side
        if side is None:
            continue
        named += _named(partnership, side, place.roles)
        sides.append(_own_side(uow, partnership, side, place.roles, actor, now))
        still_open = uow.cases.open_of_partnership(partnership.id)
        lately = uow.cases.fulfilled_since(partnership.id, now - ASKED_FOR)
        seen = seen_of((*still_open, *lately), uow, partnership, actor.person)
        told = uow.caucuses.of_cases([c.id for c in seen if not c.is_over], side.id)
        for case in seen:
            if (asked := still_asked(uow, case, side, actor.person, now)) is not None:
                fair.append(asked)
            if case.is_over or side.id not in case.side_ids:
                continue
            if side.id in case.left:
                others.append(case)
                continue
            step = step_of(case, side)
            if case.agreement is None and reads(uow, partnership, side, place.roles):
                changed += _changed(case, told.get(case.id), actor, now)
            promises += promises_of(uow, case, side, actor.person, today, place.roles)
            theirs = step in ACTS and may(DOES[step], place.roles)
            if theirs and not _has_answered(case, told.get(case.id), side, step):
                waiting.append(Waiting(case, step))
            else:
                others.append(case)
    return Desk(
        tuple(sorted(waiting, key=lambda w: (_deadline(w.case, now), w.case.number))),
        tuple(sorted(promises, key=lambda p: (not p.mine, p.commitment.next_due, p.case.number))),
        tuple(sorted(others, key=lambda c: -c.number)),
        tuple(named),
        tuple(sides),
        acquaintances(workspace, actor, uow=uow),
        tuple(sorted(changed, key=lambda c: c.change.at, reverse=True)),
        tuple(sorted(fair, key=lambda f: f.case.number)),
        today,
        language_of_person(uow, workspace, actor.person),
    )


def _changed(case: Case, told: Caucus | None, actor: Actor, now: datetime) -> Iterator[Changed]:
    for change in told.changes if told is not None else ():
        if change.by != actor.person and change.at > now - LATELY:
            yield Changed(case, change)


def _named(partnership: Partnership, side: Side, roles: frozenset[Role]) -> Iterator[Named]:
    if not may(Action.CONFIRM_NAMED, roles):
        return
    for held in partnership.members:
        if held.named_by is not None and confirms(partnership, held, side):
            theirs = next(s for s in partnership.sides if s.id == held.side)
            yield Named(partnership.id, held.person, theirs, held.named_by)


def _own_side(
    uow: UnitOfWork,
    partnership: Partnership,
    side: Side,
    roles: frozenset[Role],
    actor: Actor,
    now: datetime,
) -> OwnSide:
    here = still_here(uow, partnership, partnership.people_of(side.id))
    left_alone = nobody_named_is_left(uow, partnership, side)
    two = len(partnership.sides) > 1
    sees = two and reads(uow, partnership, side, roles)
    pulses = uow.ledger.pulses(side.id)[:MOST_PULSES] if sees else ()
    taps = two and may(Action.PRIVATE, roles)
    return OwnSide(
        partnership.id,
        side,
        tuple(s for s in partnership.sides if s.id != side.id),
        tuple(p for p in partnership.people_of(side.id, Role.SPOKESPERSON) if p in here),
        tuple(p for p in partnership.people_of(side.id, Role.SIGNATORY) if p in here),
        named=partnership.has_named(side.id),
        may_name=may(Action.NAME, roles, left_alone=left_alone),
        ladder=uow.preferences.get(partnership.workspace, side.id, Ladder) or UNSET,
        may_tap=taps and not any(p.month == month_of(now.date()) for p in pulses),
        pulses=pulses,
        readers=readers_of(uow, partnership, side),
        channels=_channels(uow, partnership, actor),
    )


def _channels(uow: UnitOfWork, partnership: Partnership, actor: Actor) -> tuple[ChannelId, ...]:
    """Those of the partnership that this person was seen in; all, where they were seen in none."""
    seen = set(uow.directory.channels_of(actor.person))
    return tuple(c for c in partnership.channels if c in seen) or partnership.channels


def _has_answered(case: Case, told: Caucus | None, side: Side, step: Step) -> bool:
    if step is Step.ANSWER and case.round is not None:
        return told is not None and told.answer_to(case.round.number) is not None
    if step is Step.TELL:
        return case.statement_of(side.id) is not None
    if step is Step.VERDICT:
        return side.id in case.settles
    return False


def _deadline(case: Case, now: datetime) -> datetime:
    """When an open round closes; a case without a deadline counts from when it last moved."""
    if case.round is not None and not case.round.closed:
        return case.round.deadline
    return case.moved_at or now
