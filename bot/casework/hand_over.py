"""Hand over what somebody promised who has left, to a colleague of the same side."""

from dataclasses import dataclass, replace

from bot.casework.membership import has_left, people_to_ask
from bot.casework.ports import Clock, Store, UnitOfWork
from bot.casework.room import Note, Room
from bot.casework.show import show_case
from bot.casework.tongues import tongue
from bot.mediation.case import Case
from bot.mediation.commitments import Commitment
from bot.mediation.people import ChannelId, PersonId, WorkspaceKey
from bot.mediation.stages import Stage
from bot.mediation.timeline import Event


@dataclass(frozen=True, slots=True)
class _Handed:
    case: Case
    commitment: Commitment
    to: PersonId
    name: str


def hand_over(
    channel: ChannelId, *, workspace: WorkspaceKey, store: Store, room: Room, clock: Clock
) -> None:
    """Look at the channel's agreements for promises whose owner is in the channel no more.

    Where nobody of the side is left there, the promise stays with its owner. What was signed
    stays as it was signed.
    """
    handed: list[_Handed] = []
    with store() as uow:
        for case in uow.cases.of_channel(workspace, channel):
            handed += _follow(uow, case, clock)
        uow.commit()
    for one in handed:
        side = one.case.side(one.commitment.side).name
        speaks = tongue(one.case.language)
        name = one.name or speaks.say("handed.somebody")
        text = speaks.say("handed", name=name, side=side, what=one.commitment.what)
        key = f"note:{one.case.id}:handed-{one.commitment.key}-{one.to}"
        room.note(Note(key, channel, one.case.thread_ts, text, (one.to,), opens=one.case.id))


def _follow(uow: UnitOfWork, case: Case, clock: Clock) -> list[_Handed]:
    if case.stage is not Stage.AGREED or case.agreement is None:
        return []
    handed: list[_Handed] = []
    agreement = case.agreement
    for commitment in agreement.commitments:
        to = _successor(uow, case, commitment)
        if to is None:
            continue
        gone = uow.directory.person(commitment.owner)
        changed = commitment.handed_to(to)
        agreement = agreement.with_commitment(changed)
        handed.append(_Handed(case, changed, to, gone.name if gone else ""))
    if handed:
        saved = uow.cases.save(replace(case, agreement=agreement))
        text = "A promise goes on with a colleague, since its owner has left the channel."
        uow.timeline.append(Event(case.id, "handed_over", None, clock.now(), text))
        show_case(uow, saved)
    return handed


def _successor(uow: UnitOfWork, case: Case, commitment: Commitment) -> PersonId | None:
    """Whom to ask instead, None where the owner is there or nobody else is."""
    partnership = uow.partnerships.get(case.partnership)
    if not commitment.is_undone or not has_left(uow, partnership, commitment.owner, case.channel):
        return None
    side = case.side(commitment.side)
    others = people_to_ask(uow, case.partnership, side, case.channel)
    return next((p for p in others if p != commitment.owner), None)
