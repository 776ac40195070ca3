"""Look after a channel's agreements: what stays open is passed on, a review date comes up."""

from dataclasses import replace
from datetime import date, datetime

from bot.casework.hours import hours_of_channel, language_of_channel
from bot.casework.membership import still_here
from bot.casework.ports import Job, Store, UnitOfWork
from bot.casework.resting import awaited
from bot.casework.room import Note, Room
from bot.casework.show import announce
from bot.casework.stand_still import end_standstill
from bot.casework.tongues import Tongue, tongue
from bot.mediation.calendar import WorkingDays
from bot.mediation.case import Case
from bot.mediation.commitments import Commitment
from bot.mediation.ladder import Ladder
from bot.mediation.people import ChannelId, PersonId, Role, WorkspaceKey, side_by_team
from bot.mediation.reminders import is_passed_on
from bot.mediation.stages import Stage
from bot.mediation.timeline import Event


def channel_day(
    channel: ChannelId,
    since: datetime,
    now: datetime,
    *,
    workspace: WorkspaceKey,
    store: Store,
) -> None:
    """Put what has to be said today into jobs of its own; each is said once, under its key.

    Who shares the channel and who is in it is read anew: Slack does not tell of every change.

    now: when it was due and claimed, which stays the same however often this is run.
    """
    with store() as uow:
        hours = hours_of_channel(uow, workspace, channel)
        key = f"learn-channel:{channel}:{hours.today(now).isoformat()}"
        uow.enqueue(Job("learn_channel", key, {"channel": channel}))
        told, today = hours.today(since), hours.today(now)
        for case in uow.cases.of_channel(workspace, channel):
            if not case.is_over:
                day = today.isoformat()
                args = {"case": case.id, "today": day}
                uow.enqueue(Job("climb", f"climb:{case.id}:{day}", args))
            late = _passed_on(uow, case, hours.days, told, today)
            if late:
                case = _pass_on(uow, case, late, today, now)
            end_standstill(uow, case, today=today, now=now)
            if review := _review_in(case, hours.days, told, today):
                announce(uow, case, f"review-{review.isoformat()}")
        uow.commit()


def pass_on(case_id: str, today: str, keys: tuple[str, ...], *, store: Store, room: Room) -> None:
    """Tell the named people of both sides what is still open past its day."""
    with store() as uow:
        case = uow.cases.get(case_id)
        owners = [c.owner for k in keys if case.agreement and (c := case.agreement.commitment(k))]
        mentions = named_people(uow, case, reminded=frozenset(owners))
        speaks = tongue(language_of_channel(uow, case.workspace, case.channel))
        still = [c for c in awaited(uow, case) if c.key in keys and c.owed_on is not None]
    if still:
        told = [speaks.count("passed_on", len(still)), *(_owed(case, c, speaks) for c in still)]
        text = "\n".join(told)
        key = f"note:{case.id}:passed-on-{today}"
        room.note(Note(key, case.channel, case.thread_ts, text, mentions, opens=case.id))


def _owed(case: Case, promise: Commitment, speaks: Tongue) -> str:
    """Whose promise it is, and since when it is awaited."""
    return speaks.say(
        "passed_on.missing" if promise.is_contested else "passed_on.late",
        who=case.side(promise.side).name,
        what=promise.what,
        day=speaks.weekday(promise.late_from or promise.due),
    )


def named_people(
    uow: UnitOfWork, case: Case, *, reminded: frozenset[PersonId] = frozenset()
) -> tuple[PersonId, ...]:
    """For each side who signs for it where it has named them, else who signed this agreement.

    reminded: who has been told already. Where that is all whom a side has, the next of its ladder
    is asked, else somebody else of it, where there is anybody.
    """
    partnership = uow.partnerships.get(case.partnership)
    signatures = case.agreement.signatures if case.agreement else ()
    found: list[PersonId] = []
    for side in (s for s in case.sides if s.id not in case.left):
        if partnership.has_named(side.id):
            asked = partnership.people_of(side.id, Role.SIGNATORY)
        else:
            asked = tuple(s.person for s in signatures if s.side == side.id)
        here = still_here(uow, partnership, dict.fromkeys(asked), case.channel)
        if set(here) <= reminded:
            ladder = uow.preferences.get(case.workspace, side.id, Ladder) or Ladder()
            around = uow.directory.people_of(case.channel)
            of_team = (p.id for p in around if side_by_team(partnership.sides, p) == side)
            others = dict.fromkeys((*ladder.people, *partnership.people_of(side.id), *of_team))
            fresh = [p for p in others if p not in reminded]
            here = still_here(uow, partnership, fresh, case.channel)[:1] or here
        found += here
    return tuple(dict.fromkeys(found))


def _passed_on(
    uow: UnitOfWork, case: Case, days: WorkingDays, told: date, today: date
) -> tuple[Commitment, ...]:
    if case.stage is not Stage.AGREED:
        return ()
    held = (c for c in awaited(uow, case) if c.passed_on != c.late_from)
    return tuple(c for c in held if is_passed_on(c, days, since=told, today=today))


def _pass_on(
    uow: UnitOfWork, case: Case, late: tuple[Commitment, ...], today: date, now: datetime
) -> Case:
    """Each once, whatever the clock does: that it was passed on is kept with the promise."""
    day, agreement = today.isoformat(), case.agreement
    if agreement is None or not uow.claim(f"passed-on:{case.id}:{day}"):
        return case
    for commitment in late:
        agreement = agreement.with_commitment(replace(commitment, passed_on=commitment.late_from))
        text = f"Still open, and passed on to the named people: {commitment.what}."
        uow.timeline.append(Event(case.id, "passed_on", None, now, text))
    args = {"case": case.id, "today": day, "keys": [c.key for c in late]}
    uow.enqueue(Job("pass_on", f"pass-on:{case.id}:{day}", args))
    return uow.cases.save(replace(case, agreement=agreement))


def _review_in(case: Case, days: WorkingDays, told: date, today: date) -> date | None:
    """The day of a review that has come up since; None where none has."""
    agreement = case.agreement
    if agreement is None or agreement.review_on is None:
        return None
    due = days.from_(agreement.review_on)
    is_live = case.stage in {Stage.AGREED, Stage.FULFILLED}
    return due if is_live and told < due <= today else None
