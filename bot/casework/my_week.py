"""My digest: one person's week over all their partnerships, what waits for them first."""

from datetime import date, datetime, timedelta

from bot.casework.hours import habits_of, hours_of_person, tongue_of_person
from bot.casework.letters import MAX_LINES, Do, Letter, Line, letter, shares
from bot.casework.membership import Actor, place_of
from bot.casework.my_desk import Waiting, my_desk
from bot.casework.owed import Promise
from bot.casework.ports import Clock, Store, UnitOfWork
from bot.casework.preferences import Part
from bot.casework.remind import (
    Reminder,
    call_out,
    is_home,
    promised_to,
    remember,
    reminder_line,
    reminders_of,
)
from bot.casework.room import Room
from bot.casework.told import Told, told_of, week_of
from bot.casework.tongues import Tongue, tongue
from bot.mediation.case import Case
from bot.mediation.people import PersonId, SideId, WorkspaceKey
from bot.mediation.reminders import Notice

DAY = timedelta(days=1)


def my_week(
    workspace: WorkspaceKey,
    actor: Actor,
    *,
    uow: UnitOfWork,
    now: datetime,
    left_out: frozenset[Part] = frozenset(),
    reminded: tuple[Reminder, ...] = (),
) -> Letter:
    """At most seven lines, one button each; no lines where nothing waits.

    First what one is reminded of that day, then what of one's own is past its day, then what
    waits for an answer, then what is due within the week, then what one's side can confirm.
    Where there are more, of whatever has the most the last are only counted: what is due is read
    beside what waits. left_out: what it does not speak of; of what one is reminded of it speaks
    all the same.
    """
    desk = my_desk(workspace, actor, uow=uow, now=now)
    today = hours_of_person(uow, workspace, actor.person).today(now)
    said = {(r.case.id, r.commitment.key) for r in reminded}
    mine = [p for p in desk.promises if p.mine and (p.case.id, p.commitment.key) not in said]
    late, soon = ([p for p in part if p in mine] for part in (desk.late, desk.soon))
    speaks = tongue_of_person(uow, workspace, actor.person)
    parts = {
        Part.OVERDUE: [_mine(p, today, speaks) for p in late],
        Part.WAITING: [_waits(w, _own_side(uow, w.case, actor), speaks) for w in desk.waiting],
        Part.DUE: [_mine(p, today, speaks) for p in soon],
        Part.CONFIRM: [_confirm(p, speaks) for p in desk.to_confirm],
    }
    told = [found for part, found in parts.items() if part not in left_out]
    count = len(reminded) + sum(map(len, told))
    room = shares([len(found) for found in told], MAX_LINES - len(reminded))
    lines = [reminder_line(r, speaks, today) for r in reminded]
    lines += [line for found, n in zip(told, room, strict=True) for line in found[:n]]
    title = speaks.count("mine", count)
    return letter(title, tuple(lines), speaks.code, beside=count - len(lines))


def person_week(
    person: PersonId,
    at: datetime,
    *,
    workspace: WorkspaceKey,
    store: Store,
    room: Room,
    clock: Clock,
) -> None:
    """Write it to somebody of the own organisation, once a week; others find it on My desk.

    It begins with what they are reminded of that day, which then comes in no message of its own.
    What it names as due is not announced once more on the day after it.
    """
    now = clock.now()
    with store() as uow:
        known = uow.directory.person(person)
        habits = habits_of(uow, workspace, person)
        if known is None or not habits.digest or not is_home(uow, workspace, person):
            return
        hours = hours_of_person(uow, workspace, person)
        today = hours.today(now)
        before = hours.days.until(today - DAY)
        reminded = reminders_of(uow, workspace, person, hours, told=before, today=today)
        found = my_week(
            workspace,
            Actor(person, known.team_id),
            uow=uow,
            now=now,
            left_out=habits.left_out,
            reminded=tuple(reminded),
        )
        tomorrow = hours.days.moved(today, 1)
        shown = {(line.case_id, line.key) for line in found.lines}
        ahead = reminders_of(uow, workspace, person, hours, told=today, today=tomorrow)
        told_now = [*reminded, *(r for r in ahead if _is_said(r, shown))]
        week = week_of(hours.today(at))
        told = told_of(uow, workspace, person)
        if found.lines and (told is None or told.week != week):
            uow.preferences.keep(workspace, person, Told(week, told.until if told else at, now))
            uow.commit()
    if found.lines and not room.deliver(f"my-week:{person}:{week}", person, found) and reminded:
        call_out(reminded, person, today, tongue(found.language), room=room)
    remember(told_now, workspace, person, today, store=store)


def _is_said(found: Reminder, shown: set[tuple[str, str]]) -> bool:
    """Whether a letter has said already what is announced the day after."""
    return found.notice is Notice.BEFORE and (found.case.id, found.commitment.key) in shown


def _own_side(uow: UnitOfWork, case: Case, actor: Actor) -> SideId:
    partnership = uow.partnerships.get(case.partnership)
    side = place_of(uow, partnership, actor, channel=case.channel).side
    return side.id if side else SideId("")


def _waits(found: Waiting, own: SideId, speaks: Tongue) -> Line:
    case = found.case
    text = speaks.say(
        "mine.waits",
        who=speaks.listed([s.name for s in case.sides if s.id != own]),
        case=case.number,
        title=case.issue.title,
        step=speaks.steps.get(case.stage, speaks.say("open_it")),
    )
    return Line(text, Do.OPEN, case.id)


def _mine(found: Promise, today: date, speaks: Tongue) -> Line:
    promise = found.commitment
    says = "mine.late" if promise.next_due < today else "mine.due"
    text = speaks.say(
        "mine.missing" if promise.is_contested else says,
        day=speaks.weekday(promise.next_due),
        what=promise.what,
        who=promised_to(found.case, promise, speaks),
        case=found.case.number,
    )
    return Line(text, Do.DONE, found.case.id, promise.key)


def _confirm(found: Promise, speaks: Tongue) -> Line:
    promise = found.commitment
    who = found.case.side(promise.side).name
    if found.wished and promise.change is not None:
        who = found.case.side(promise.change.side).name
        text = speaks.say("mine.wished", who=who, what=promise.what, case=found.case.number)
        return Line(text, Do.OPEN, found.case.id)
    if found.offered:  # all that is offered is read where it is agreed to
        text = speaks.say("mine.offered", who=who, what=promise.what, case=found.case.number)
        return Line(text, Do.OPEN, found.case.id)
    says = "mine.settled" if found.rests else "mine.confirm"
    text = speaks.say(
        says, who=who, what=promise.what, case=found.case.number, other=found.looked_into
    )
    return Line(text, Do.CONFIRM, found.case.id, promise.key)
