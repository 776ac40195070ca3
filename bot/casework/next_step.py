"""What waits for one person in one case: the step that the case's button opens."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.casework.asking import Offer
from bot.casework.authority import Action, require
from bot.casework.consent import has_agreed
from bot.casework.hours import day_for, language_of_person
from bot.casework.membership import Actor, nobody_named_is_left, place_of, side_of
from bot.casework.ports import UnitOfWork
from bot.casework.readers import reads
from bot.casework.resting import looked_into_in
from bot.mediation.agreement import Progress
from bot.mediation.case import Case
from bot.mediation.caucus import Caucus
from bot.mediation.people import ChannelId, Role, Side, WorkspaceKey
from bot.mediation.refusals import NotEntitled, NotFound
from bot.mediation.stages import Stage


class Step(StrEnum):
    TELL = "tell"
    CONFIRM = "confirm"
    VERDICT = "verdict"
    AGENDA = "agenda"
    RATE = "rate"
    ANSWER = "answer"
    SIGN = "sign"
    FOLLOW = "follow"
    WAIT = "wait"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Opened:
    """A case as one person opens it: their side, what that side has told, what comes next.

    `caucus` is private to that side, and empty for those whom the side did not name for it.
    refused: why the step is not this person's to take, "" where it is. today: the day where they
    are, or in the channel where that one is ahead. offer: a wording of a reason that the side has
    not shared, to be refused or accepted by it. in_doubt: what this side reads before it confirms
    its part, of a passage that may be nothing for a facilitator. agreed: whether this person's
    words may be kept. language: theirs.
    looked_into: by the key of a promise, the case that looks into what is missing in it.
    """

    case: Case
    side: Side
    caucus: Caucus
    step: Step
    refused: str = ""
    today: date = date.min
    offer: Offer | None = None
    in_doubt: str = ""
    agreed: bool = False
    looked_into: Mapping[str, str] = field(default_factory=dict)
    language: str = "en"


DOES: Mapping[Step, Action] = {
    Step.TELL: Action.TELL,
    Step.CONFIRM: Action.CHECK,
    Step.VERDICT: Action.SETTLE,
    Step.AGENDA: Action.TERMS,
    Step.RATE: Action.RATE,
    Step.ANSWER: Action.ANSWER,
    Step.SIGN: Action.ATTEST,
}
"""What somebody does who takes a step, as the table of who may do what names it."""


def open_case(case_id: str, actor: Actor, *, uow: UnitOfWork, now: datetime) -> Opened:
    """The case for this person. Raises Outsider for people of no side."""
    case = uow.cases.get(case_id)
    side = side_of(uow, case.partnership, actor, channel=case.channel, now=now)
    case.require_side(side.id)
    partnership = uow.partnerships.get(case.partnership)
    roles = place_of(uow, partnership, actor, channel=case.channel).roles
    caucus = Caucus(case.id, side.id)
    if reads(uow, partnership, side, roles):
        caucus = uow.caucuses.get(case.id, side.id)
    step = step_of(case, side)
    left_alone = nobody_named_is_left(uow, partnership, side)
    refused = _refusal(step, roles, side, left_alone=left_alone)
    return Opened(
        case,
        side,
        caucus,
        step,
        refused,
        today=day_for(uow, case, actor.person, now),
        agreed=has_agreed(uow, actor.person, case),
        looked_into=_looked_into(uow, case),
        language=language_of_person(uow, case.workspace, actor.person),
    )


def _looked_into(uow: UnitOfWork, case: Case) -> Mapping[str, str]:
    held = case.agreement.commitments if case.agreement is not None else ()
    found = ((promise.key, looked_into_in(uow, promise)) for promise in held)
    return {key: other.id for key, other in found if other is not None}


def open_numbered(
    number: int,
    typed_in: ChannelId,
    actor: Actor,
    *,
    workspace: WorkspaceKey,
    uow: UnitOfWork,
    now: datetime,
) -> Opened:
    """The case of this number for this person, asked for in some channel.

    Whoever is in the case's own channel may ask for it anywhere; nobody else learns that there
    is one. Raises NotFound, and what `open_case` raises.
    """
    nothing = NotFound(
        f"There is no case {number} in this channel. `/parley list` shows those that are open here."
    )
    try:
        case = uow.cases.numbered(workspace, number)
    except NotFound:
        raise nothing from None
    if typed_in != case.channel and case.channel not in uow.directory.channels_of(actor.person):
        raise nothing
    return open_case(case.id, actor, uow=uow, now=now)


def _refusal(step: Step, roles: frozenset[Role], side: Side, *, left_alone: bool) -> str:
    try:
        require(DOES.get(step, Action.LOOK), roles, side, left_alone=left_alone)
    except NotEntitled as refusal:
        return str(refusal)
    return ""


def step_of(case: Case, side: Side) -> Step:
    """The one thing that this side can do now."""
    match case.stage:
        case Stage.CLARIFYING:
            return Step.WAIT if case.has_heard_everyone else Step.TELL
        case Stage.CONFIRMING if case.common:
            confirmed = case.common.about(side.id).confirmed_by is not None
            return Step.WAIT if confirmed else Step.CONFIRM
        case Stage.FRAMED:
            return Step.VERDICT
        case Stage.AGENDA if case.agenda:
            return Step.WAIT if side.id in case.agenda.confirmed_by else Step.AGENDA
        case Stage.RATING:
            return Step.WAIT if side.id in case.rated else Step.RATE
        case Stage.PROPOSED if case.round and not case.round.closed:
            return Step.ANSWER
        case Stage.SIGNING if case.agreement:
            signed = case.agreement.is_signed_by(frozenset({side.id}))
            return Step.WAIT if signed else Step.SIGN
        case Stage.AGREED:
            return Step.FOLLOW
        case _:
            return Step.OVER if case.is_over else Step.WAIT


def owes_something(case: Case, side: Side) -> bool:
    """Whether this side can do something about a commitment now."""
    if case.agreement is None or case.stage is not Stage.AGREED:
        return False
    return any(
        (c.side == side.id and c.is_undone) or (c.side != side.id and c.progress is Progress.DONE)
        for c in case.agreement.commitments
    )
