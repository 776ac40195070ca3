"""My digest: one person's week over all their partnerships, what waits for them first."""

from datetime import date, datetime, timedelta

from bot.casework.digest import NEXT
from bot.casework.hours import habits_of, hours_of_person
from bot.casework.letters import Do, Letter, Line, letter
from bot.casework.membership import Actor, place_of
from bot.casework.my_desk import Desk, Promise, Waiting, my_desk
from bot.casework.ports import Clock, Store, UnitOfWork
from bot.casework.remind import is_home, short_day
from bot.casework.room import Room
from bot.mediation.case import Case
from bot.mediation.people import PersonId, SideId, WorkspaceKey

TITLE = "Your week"
WEEK = timedelta(days=7)


def my_week(workspace: WorkspaceKey, actor: Actor, *, uow: UnitOfWork, now: datetime) -> Letter:
    """At most seven lines, one button each; no lines where nothing waits.

    First what of one's own is past its day, then what waits for an answer, then what is due
    within the week, then what one's side can confirm.
    """
    desk = my_desk(workspace, actor, uow=uow, now=now)
    today = hours_of_person(uow, workspace, actor.person).today(now)
    late = [p for p in desk.promises if p.is_overdue(today)]
    soon = [p for p in desk.promises if p.mine and today <= p.commitment.next_due <= today + WEEK]
    done = [p for p in desk.promises if not p.mine]
    lines = [
        *(_mine(p, today) for p in late),
        *(_waits(w, _others(w.case, _own_side(uow, w.case, actor))) for w in desk.waiting),
        *(_mine(p, today) for p in soon),
        *(_confirm(p) for p in done),
    ]
    return letter(_title(desk), tuple(lines))


def person_week(
    person: PersonId,
    at: datetime,
    *,
    workspace: WorkspaceKey,
    store: Store,
    room: Room,
    clock: Clock,
) -> None:
    """Write it to somebody of the own organisation, once a week; others find it on My desk."""
    with store() as uow:
        known = uow.directory.person(person)
        wanted = habits_of(uow, workspace, person).digest
        if known is None or not wanted or not is_home(uow, workspace, person):
            return
        found = my_week(workspace, Actor(person, known.team_id), uow=uow, now=clock.now())
        week = hours_of_person(uow, workspace, person).today(at).isocalendar()
    if found.lines:
        room.deliver(f"my-week:{person}:{week.year}-W{week.week:02}", person, found)


def _own_side(uow: UnitOfWork, case: Case, actor: Actor) -> SideId:
    side = place_of(uow, uow.partnerships.get(case.partnership), actor).side
    return side.id if side else SideId("")


def _title(desk: Desk) -> str:
    count = len(desk.cases) + len(desk.waiting)
    return f"{TITLE}: {count} open case{'' if count == 1 else 's'}"


def _waits(found: Waiting, others: str) -> Line:
    case = found.case
    step = NEXT.get(case.stage, "open it")
    return Line(f"{others}, case {case.number}, {case.issue.title}: {step}.", Do.OPEN, case.id)


def _mine(found: Promise, today: date) -> Line:
    promise = found.commitment
    when = "Was due" if promise.next_due < today else "Due"
    text = f"{when} {short_day(promise.next_due)}: {promise.what} (case {found.case.number})."
    return Line(text, Do.DONE, found.case.id, promise.key)


def _confirm(found: Promise) -> Line:
    promise = found.commitment
    who = found.case.side(promise.side).name
    text = f"{who} has done: {promise.what} (case {found.case.number})."
    return Line(text, Do.CONFIRM, found.case.id, promise.key)


def _others(case: Case, own: SideId) -> str:
    return " and ".join(s.name for s in case.sides if s.id != own)
